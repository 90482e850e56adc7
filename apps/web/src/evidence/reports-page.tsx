import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ReportsDocument, type ReportsQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import { query } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageShape } from '../ui/shapes.tsx';
import { counted, type ReportKindName } from '../ui/words.ts';
import { OrderDialog } from './order-dialog.tsx';
import { ReportList } from './report-list.tsx';

export function ReportsPage() {
  const mayRead = useMay('report.read');
  return mayRead ? <Reports /> : <NoPermission to="read the reports of this organization" />;
}

function Reports() {
  const { data, error, refetch } = useQuery(query(ReportsDocument, {}));
  const mayOrder = useMay('report.request');
  const { order } = useSearch({ from: '/signed-in/reports' });
  const navigate = useNavigate();
  const show = (kind?: ReportKindName) =>
    void navigate({ to: '/reports', search: kind ? { order: kind } : {}, replace: true });
  if (error) return <FailureState failure={failureOf(error)} again={refetch} heading="h1" />;
  if (!data) return <PageShape />;
  const command = mayOrder && <Button onClick={() => show('inventory')}>Order a report</Button>;
  return (
    <>
      <PageHeader title="Reports" state={stateOf(data.reports)} actions={data.reports.length > 0 && command} />
      {data.reports.length === 0 ? (
        <EmptyState title="No report has been ordered yet" action={command}>
          A report prints a register as it stood on a day, for an auditor to take along: PDF, or the same list as a
          table or data file.
        </EmptyState>
      ) : (
        <ReportList reports={data.reports} />
      )}
      {order && mayOrder && <OrderDialog kind={order} onClose={() => show()} />}
    </>
  );
}

function stateOf(reports: ReportsQuery['reports']): string {
  const building = reports.filter(({ status }) => status === 'queued').length;
  const ready = reports.filter(({ status }) => status === 'done').length;
  return `${counted(ready, 'report')} ready${building > 0 ? `, ${building} being built` : ''}. They do not change after they are built.`;
}
