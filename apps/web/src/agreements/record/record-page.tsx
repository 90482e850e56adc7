import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AgreementPageDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { useRecordTitle } from '../../shell/page-title.ts';
import { query } from '../../shell/queries.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { Commands } from './commands.tsx';
import classes from './record.module.css';
import type { RecordSearch, Tab } from './record-search.ts';
import { RecordState } from './record-state.tsx';
import { TabPanels } from './tab-panels.tsx';

const route = getRouteApi('/signed-in/agreements/$id');

export function RecordPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { asOf, readOnly } = useAsOf();
  const { data, error, refetch } = useQuery(query(AgreementPageDocument, { id, asOf }));
  useRecordTitle(data?.agreement?.title);
  if (isFailure(error, 'FORBIDDEN')) return <NoPermission to="read agreements" />;
  // A failed refetch does not take away what is shown, or typed.
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  const { agreement } = data;
  if (!agreement) return asOf ? <NotThen asOf={asOf} /> : <NoSuchAgreement />;
  const change = (part: RecordSearch) =>
    void navigate({
      search: ((before: RecordSearch) => ({ ...before, ...part })) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <PageHeader
        title={agreement.title}
        state={<RecordState agreement={agreement} />}
        actions={!readOnly && <Commands agreement={agreement} />}
      />
      <Tabs
        value={search.tab ?? 'facts'}
        onChange={(tab) => change({ tab: tab === 'facts' ? undefined : (tab as RecordSearch['tab']), file: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16} className={classes.tabs}>
          {tabsOf(agreement).map(({ tab, name, count }) => (
            <Tabs.Tab key={tab} value={tab}>
              {name} {count > 0 && <span className={classes.count}>{count}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <TabPanels agreement={agreement} file={search.file} open={(file) => change({ file })} />
      </Tabs>
    </>
  );
}

/** The number is what the tab holds; of obligations, what is still open. */
function tabsOf(agreement: AgreementOnPage): { tab: Tab; name: string; count: number }[] {
  const { coveredServices, conditions, documents, obligations } = agreement;
  return [
    { tab: 'facts', name: 'Facts', count: 0 },
    { tab: 'services', name: 'Services', count: coveredServices.length },
    { tab: 'conditions', name: 'Conditions', count: conditions.filter(({ withdrawnAt }) => !withdrawnAt).length },
    {
      tab: 'documents',
      name: 'Documents',
      count: documents.filter(({ isLatest, withdrawnAt }) => isLatest && !withdrawnAt).length,
    },
    {
      tab: 'obligations',
      name: 'Obligations',
      count: obligations.filter(({ standing }) => standing.state !== 'done').length,
    },
    { tab: 'history', name: 'History', count: 0 },
  ];
}

const NotThen = ({ asOf }: { asOf: string }) => (
  <EmptyState heading="h1" title={`This agreement was not recorded by ${dayText(asOf)}`}>
    Look at a later day, or at today.
  </EmptyState>
);

const NoSuchAgreement = () => (
  <EmptyState
    heading="h1"
    title="There is no such agreement"
    action={
      <Button component={Link} to="/agreements" variant="default">
        To the agreements
      </Button>
    }
  >
    It may belong to another organization.
  </EmptyState>
);
