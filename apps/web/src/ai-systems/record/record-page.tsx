import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AiSystemPageDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { useRecordTitle } from '../../shell/page-title.ts';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import { FlowsTab } from '../flows/flows-tab.tsx';
import type { AiSystemOnPage } from './ai-system-on-page.ts';
import { FactsTab } from './facts-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { RecordState } from './record-state.tsx';
import { RetireDialog } from './retire-dialog.tsx';

const route = getRouteApi('/signed-in/ai-systems/$id');

export function RecordPage() {
  const { id } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const { asOf, readOnly } = useAsOf();
  const { data, error, refetch } = useQuery(query(AiSystemPageDocument, { id, asOf }));
  useRecordTitle(data?.aiSystem?.name);
  if (isFailure(error, 'FORBIDDEN')) return <NoPermission to="read the inventory of AI systems" />;
  // A failed refetch does not take away what is shown, or typed.
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  const system = data.aiSystem;
  if (!system) return asOf ? <NotThen asOf={asOf} /> : <NoSuchSystem />;
  return (
    <>
      <PageHeader
        title={system.name}
        state={<RecordState system={system} />}
        actions={!readOnly && <Commands system={system} />}
      />
      <Tabs
        value={tab ?? 'facts'}
        onChange={(value) =>
          navigate({
            search: ((before: object) => ({ ...before, tab: value === 'facts' ? undefined : value })) as never,
            replace: true,
          })
        }
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="facts">Facts</Tabs.Tab>
          <Tabs.Tab value="flows">PHI flows</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts">
          <FactsTab system={system} />
        </Tabs.Panel>
        <Tabs.Panel value="flows">{tab === 'flows' && <FlowsTab system={system} />}</Tabs.Panel>
        <Tabs.Panel value="history">{tab === 'history' && <HistoryTab id={id} asOf={asOf} />}</Tabs.Panel>
      </Tabs>
    </>
  );
}

/** What can be done with the system as it is now. */
function Commands({ system }: { system: AiSystemOnPage }) {
  const [retiring, setRetiring] = useState(false);
  const mayUpdate = useMay('ai-system.update');
  const mayRetire = useMay('ai-system.retire') && system.stage !== 'retired';
  return (
    <>
      {mayRetire && (
        <Button variant="default" onClick={() => setRetiring(true)}>
          Retire…
        </Button>
      )}
      {mayUpdate && (
        <Button component={Link} to="/ai-systems/$id/edit" params={{ id: system.id } as never}>
          Edit
        </Button>
      )}
      <RetireDialog system={system} opened={retiring} onClose={() => setRetiring(false)} />
    </>
  );
}

const NotThen = ({ asOf }: { asOf: string }) => (
  <EmptyState title={`This system was not recorded by ${dayText(asOf)}`}>Look at a later day, or at today.</EmptyState>
);

const NoSuchSystem = () => (
  <EmptyState
    title="There is no such AI system"
    action={
      <Button component={Link} to="/ai-systems" variant="default">
        To the list of AI systems
      </Button>
    }
  >
    It may belong to another organization, or the import that made it was taken back.
  </EmptyState>
);
