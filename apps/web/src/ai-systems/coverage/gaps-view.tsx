import { GAP_REASONS, type GapReason } from '@attestry/domain/agreements/coverage-answer.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CoverageGapsDocument, type CoverageGapsQuery } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { counted } from '../../ui/words.ts';
import { CoverageMark } from '../../vendors/facts/coverage-mark.tsx';
import classes from './coverage.module.css';
import type { ViewProps } from './coverage-search.ts';
import { exposuresText, ReasonList } from './reasons.tsx';
import { usePages } from './use-pages.ts';

type Gap = CoverageGapsQuery['coverageGaps']['nodes'][number];

/** Runs of days without cover: those open on the day, or those that are over and stay on record. */
export function GapsView({ search, day, change }: ViewProps) {
  const { asOf } = useAsOf();
  const filter = search.reason ? { reason: [search.reason] } : undefined;
  const gaps = usePages(
    CoverageGapsDocument,
    { filter, open: !search.past, on: search.on, asOf },
    ({ coverageGaps }) => coverageGaps,
  );
  if (gaps.error) return <FailureState failure={failureOf(gaps.error)} again={() => void gaps.refetch()} />;
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label="Which gaps"
          value={search.past ? 'past' : 'open'}
          onChange={(value) => change({ past: value === 'past' ? true : undefined })}
          data={[
            { value: 'open', label: 'Open on the day' },
            { value: 'past', label: 'Over' },
          ]}
        />
        <NativeSelect
          size="xs"
          aria-label="Reason"
          value={search.reason ?? ''}
          onChange={({ currentTarget }) => change({ reason: (currentTarget.value || undefined) as GapReason })}
          data={[{ value: '', label: 'Every reason' }, ...reasonChoices(gaps.first?.reasons ?? [], search.reason)]}
        />
        <span role="status" className={classes.count}>
          {gaps.first && counted(gaps.total, 'gap')}
        </span>
      </div>
      {gaps.isPending && <RowsShape rows={6} />}
      {gaps.first && gaps.total === 0 && <NoGaps past={search.past} day={day} filtered={Boolean(search.reason)} />}
      {gaps.total > 0 && (
        <DataTable
          label={search.past ? 'Gaps that are over' : 'Gaps open on the day'}
          head={
            <>
              <th>AI system</th>
              <th>Service</th>
              <th>Days</th>
              <th>State</th>
              <th>Why</th>
            </>
          }
        >
          {gaps.nodes.map((gap) => (
            <GapRow key={gap.id} gap={gap} day={day} />
          ))}
        </DataTable>
      )}
      {gaps.hasNextPage && (
        <Button variant="default" mt={12} loading={gaps.isFetchingNextPage} onClick={() => void gaps.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function GapRow({ gap, day }: { gap: Gap; day: string }) {
  const { flow, from, through, days, state, reasons } = gap;
  const today = useToday();
  return (
    <tr>
      <td className={classes.name}>
        <Link to="/ai-systems/$id" params={{ id: flow.aiSystem.id }} search={{ tab: 'flows' } as never}>
          {flow.aiSystem.name}
        </Link>
      </td>
      <td data-label="Service" className={classes.name}>
        {flow.service && (
          <Link to="/vendors/$id" params={{ id: flow.service.vendor.id }}>
            {flow.service.name}
          </Link>
        )}
        <span className={classes.second}>{flow.service?.vendor.name}</span>
        <span className={classes.second}>Exposed in {exposuresText(flow.exposures)}</span>
      </td>
      <td data-label="Days">
        <span className={classes.days}>
          {through ? `${dayText(from)} to ${dayText(through)}` : `Since ${dayText(from)}`}
        </span>
        <span className={classes.second}>
          {counted(days, 'day')}
          {!through && (day === today ? ' so far' : ` by ${dayText(day)}`)}
        </span>
      </td>
      <td>
        <CoverageMark state={state} />
      </td>
      <td data-label="Why" className={classes.why}>
        <ReasonList reasons={reasons} />
      </td>
    </tr>
  );
}

function reasonChoices(counts: readonly { value: string; count: number }[], chosen: GapReason | undefined) {
  const found = new Map(counts.map(({ value, count }) => [value, count]));
  return (Object.keys(GAP_REASONS) as GapReason[])
    .filter((key) => found.has(key) || key === chosen)
    .map((key) => ({ value: key, label: `${GAP_REASONS[key]} (${found.get(key) ?? 0})` }));
}

function NoGaps({ past, day, filtered }: { past: true | undefined; day: string; filtered: boolean }) {
  if (filtered) return <EmptyState title="No gap has this reason">Choose every reason to see the others.</EmptyState>;
  if (past)
    return (
      <EmptyState title="No gap of the past is on record">
        Days on which PHI flowed without cover stay here for good, also after an agreement covers the flow.
      </EmptyState>
    );
  return (
    <EmptyState title={`No gap is open on ${dayText(day)}`}>
      Every PHI flow of this day to a vendor is covered by an agreement that lists the service.
    </EmptyState>
  );
}
