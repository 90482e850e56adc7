import { dayText } from '@attestry/domain/time/day-text.ts';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CoverageSummaryDocument, type CoverageSummaryQuery } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { query } from '../../shell/queries.ts';
import { useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageShape } from '../../ui/shapes.tsx';
import { counted, numberText } from '../../ui/words.ts';
import classes from './coverage.module.css';
import { type CoverageSearch, VIEWS, type View, type ViewProps } from './coverage-search.ts';
import { GapsView } from './gaps-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { TimelineView } from './timeline-view.tsx';

const route = getRouteApi('/signed-in/coverage');

/** On which days was PHI not covered, and why: for any day, past or future. */
export function CoveragePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const { asOf } = useAsOf();
  const day = search.on ?? asOf ?? today;
  const { data, error, refetch } = useQuery(query(CoverageSummaryDocument, { on: search.on, asOf }));
  const change = (changes: Partial<CoverageSearch>) =>
    void navigate({ search: ((before: CoverageSearch) => ({ ...before, ...changes })) as never, replace: true });
  if (isFailure(error, 'FORBIDDEN')) return <NoPermission to="read what is covered" />;
  if (error) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  const summary = data.coverageSummary;
  const nothing = summary.flows === 0 && summary.pastGaps === 0;
  return (
    <>
      <PageHeader title="Coverage" state={stateOf(summary, day === today ? 'today' : `on ${dayText(day)}`)} />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Shown as"
          value={search.view ?? 'gaps'}
          onChange={(view) => change({ view: view === 'gaps' ? undefined : (view as Exclude<View, 'gaps'>) })}
          data={Object.entries(VIEWS).map(([value, label]) => ({ value, label }))}
        />
        <DateField
          label="On"
          value={day}
          onChange={(on) => /^\d{4}-/.test(on) && change({ on: on === (asOf ?? today) ? undefined : on })}
          className={classes.on}
        />
      </div>
      {nothing ? (
        <EmptyState title="No PHI flow to a vendor is recorded for this day">
          Coverage compares the days on which an AI system sends PHI to a vendor’s service with the days on which an
          agreement covers that service. Record PHI flows on the page of an AI system.
        </EmptyState>
      ) : (
        <Views view={search.view ?? 'gaps'} search={search} day={day} change={change} />
      )}
    </>
  );
}

function Views({ view, ...props }: ViewProps & { view: View }) {
  if (view === 'timeline') return <TimelineView {...props} />;
  return view === 'matrix' ? <MatrixView {...props} /> : <GapsView {...props} />;
}

function stateOf(summary: CoverageSummaryQuery['coverageSummary'], when: string): string {
  const { flows, uncovered, unknown, aiSystemsWithGaps, pastGaps } = summary;
  const open =
    uncovered + unknown === 0
      ? 'every one of them covered'
      : [uncovered > 0 && `${numberText(uncovered)} not covered`, unknown > 0 && `${numberText(unknown)} unknown`]
          .filter(Boolean)
          .join(', ');
  const first =
    flows === 0
      ? `No PHI flows to vendors ${when}.`
      : `${counted(flows, 'PHI flow')} to vendors ${when}: ${open}${aiSystemsWithGaps > 0 ? `, in ${counted(aiSystemsWithGaps, 'AI system')}` : ''}.`;
  return pastGaps === 0
    ? first
    : `${first} ${counted(pastGaps, 'gap')} ${pastGaps === 1 ? 'is' : 'are'} over and on record.`;
}
