import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AiSystemHistoryDocument, type AiSystemHistoryQuery } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { execute } from '../../shell/client.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { dayText } from '../../ui/dates.ts';
import { RowsShape } from '../../ui/shapes.tsx';
import { FactChanges } from '../facts/fact-changes.tsx';
import classes from './record.module.css';

type Change = NonNullable<AiSystemHistoryQuery['aiSystem']>['history']['nodes'][number];

/** Each change, newest first: who, when, why, and every fact before and after. */
export function HistoryTab({ id, asOf }: { id: string; asOf: string | undefined }) {
  const history = useInfiniteQuery({
    queryKey: ['ai-system-history', id],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(AiSystemHistoryDocument, { id, first: 50, after: pageParam }, signal)).aiSystem?.history,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });
  if (history.error) return <FailureState failure={failureOf(history.error)} again={() => void history.refetch()} />;
  if (history.isPending) return <RowsShape rows={6} />;
  const changes = history.data.pages.flatMap((page) => page?.nodes ?? []);
  return (
    <>
      {asOf && <p className={classes.note}>All changes, also those after {dayText(asOf)}.</p>}
      <ol className={classes.history}>
        {changes.map((change) => (
          <HistoryEntry key={change.id} change={change} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="default" mt={16} loading={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          Earlier changes
        </Button>
      )}
    </>
  );
}

function HistoryEntry({ change }: { change: Change }) {
  return (
    <li className={classes.change} data-refused={change.action === 'refused' || undefined}>
      <div className={classes.who}>
        <strong>{change.actor}</strong>
        <InstantText at={change.at} />
        <code title="The command, as the audit log names it">{change.command}</code>
      </div>
      <div>
        <p className={classes.verb}>{verbOf(change)}</p>
        {change.reason && <blockquote className={classes.reason}>{change.reason}</blockquote>}
        <FactChanges changes={change.facts} first={change.action === 'insert'} />
      </div>
    </li>
  );
}

function verbOf({ action, command, facts }: Change): string {
  if (action === 'refused') return 'Refused; nothing was changed.';
  if (action === 'insert') return command.includes('import') ? 'Recorded by an import.' : 'Recorded.';
  if (command === 'ai-system.retire') return 'Retired.';
  return facts.length === 0 ? 'Nothing that is shown here was changed.' : 'Changed.';
}
