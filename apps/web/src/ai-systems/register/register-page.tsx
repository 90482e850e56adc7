import { useQuery } from '@tanstack/react-query';
import { RegisterSummaryDocument, type RegisterSummaryQuery } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import { RegisterPage as Page } from '../../shell/register/register-page.tsx';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { AddMenu } from '../../ui/register/add-menu.tsx';
import { EmptyRegister } from './empty-register.tsx';
import { AI_SYSTEMS } from './register.tsx';
import { RegisterState } from './register-state.tsx';
import { ReportOnList } from './report-on-list.tsx';

export function RegisterPage() {
  const { asOf, readOnly } = useAsOf();
  const may = {
    create: useMay('ai-system.create'),
    import: useMay('ai-system.import'),
    report: useMay('report.request'),
  };
  const summary = useQuery(query(RegisterSummaryDocument, { asOf })).data;
  return (
    <Page
      register={AI_SYSTEMS}
      state={hasAny(summary) && <RegisterState summary={summary} asOf={asOf} />}
      actions={
        !readOnly && (
          <AddMenu
            add={may.create && { name: 'Add a system', to: '/ai-systems/new' }}
            more={[may.import && { name: 'Import from a file', to: '/ai-systems/import' }]}
          />
        )
      }
      tools={({ search, total }) => may.report && <ReportOnList search={search} total={total} asOf={asOf} />}
      empty={<EmptyRegister asOf={asOf} />}
      purpose="read the inventory of AI systems"
    />
  );
}

const hasAny = (summary: RegisterSummaryQuery | undefined): summary is RegisterSummaryQuery =>
  summary !== undefined && summary.aiSystemSummary.total + summary.aiSystemSummary.retired > 0;
