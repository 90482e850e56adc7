import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { AuditEventsDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { execute } from '../shell/client.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import { numberText } from '../ui/words.ts';
import classes from './audit.module.css';
import { AuditEventRow } from './audit-event-row.tsx';
import { auditFilterOf } from './audit-search.ts';

export function AuditTable() {
  const search = useSearch({ from: '/signed-in/audit-log' });
  const filter = auditFilterOf(search);
  const events = useInfiniteQuery({
    queryKey: ['audit-events', filter],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(AuditEventsDocument, { filter, first: 50, after: pageParam }, signal)).auditEvents,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined),
  });
  if (events.error) return <FailureState failure={failureOf(events.error)} again={events.refetch} />;
  if (!events.data) return <RowsShape rows={12} />;
  const rows = events.data.pages.flatMap(({ nodes }) => nodes);
  const total = events.data.pages.at(-1)?.totalCount ?? 0;
  if (rows.length === 0)
    return (
      <EmptyState title="No event matches">Widen the days, or clear the filter. Events are never removed.</EmptyState>
    );
  return (
    <>
      <DataTable
        label="Events"
        head={
          <>
            <th>When</th>
            <th style={{ width: '11%' }}>Who</th>
            <th style={{ width: '30%' }}>What</th>
            <th style={{ width: '42%' }}>Change</th>
            <th className="number">Sealed as</th>
          </>
        }
      >
        {rows.map((event) => (
          <AuditEventRow key={event.id} event={event} />
        ))}
      </DataTable>
      <div className={classes.more}>
        <span>
          {numberText(rows.length)} of {numberText(total)}
        </span>
        {events.hasNextPage && (
          <Button
            variant="default"
            size="compact-md"
            loading={events.isFetchingNextPage}
            onClick={() => void events.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
