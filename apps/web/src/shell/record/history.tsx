import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { InstantText } from '../../ui/date-text.tsx';
import { type FactChange, FactChanges } from '../../ui/fact-changes.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { failureOf } from '../api-error.ts';
import { FailureState } from '../failure-state.tsx';
import classes from './history.module.css';

export interface RecordedChange {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly action: string;
  readonly reason?: string | null;
  /** What kind of record, by the name of its table, and what it is called; for histories of several records. */
  readonly record?: string;
  readonly recordName?: string | null;
  readonly facts: readonly FactChange[];
}

interface ChangePage {
  readonly nodes: readonly RecordedChange[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** How the changes of a kind of record are told. */
export interface HistoryWords {
  readonly labelOf: (fact: string, record?: string) => string;
  readonly Value: ComponentType<{ fact: string; value: unknown }>;
  /** What a command did, to any record or to one of a kind (`service vendor.merge`): "Retired."; absent: "Changed." */
  readonly verbs?: Readonly<Record<string, string>>;
  /** What records are called that are not the one of the page itself: "Service". */
  readonly records?: Readonly<Record<string, string>>;
}

interface Props {
  id: string;
  words: HistoryWords;
  read: (page: { first: number; after: string | undefined }, signal: AbortSignal) => Promise<ChangePage | undefined>;
  asOf: string | undefined;
}

/** Each change, newest first: who, when, why, and every fact before and after. */
export function History({ id, words, read, asOf }: Props) {
  const history = useInfiniteQuery({
    queryKey: ['history', id],
    queryFn: ({ pageParam, signal }) => read({ first: 50, after: pageParam }, signal),
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
          <Entry key={change.id} change={change} words={words} />
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

function Entry({ change, words }: { change: RecordedChange; words: HistoryWords }) {
  const { actor, at, command, action, reason, record, recordName, facts } = change;
  const kind = record && words.records?.[record];
  return (
    <li className={classes.change} data-refused={action === 'refused' || undefined}>
      <div className={classes.who}>
        <strong>{actor}</strong>
        <InstantText at={at} />
        <code title="The command, as the audit log names it">{command}</code>
      </div>
      <div>
        <p className={classes.verb}>
          {kind && `${kind}${recordName ? ` ${recordName}` : ''}: `}
          {verbOf(change, words)}
        </p>
        {reason && <blockquote className={classes.reason}>{reason}</blockquote>}
        <FactChanges
          changes={facts}
          labelOf={(fact) => words.labelOf(fact, record)}
          Value={words.Value}
          first={action === 'insert'}
        />
      </div>
    </li>
  );
}

function verbOf({ action, command, record, facts }: RecordedChange, { verbs }: HistoryWords): string {
  if (action === 'refused') return 'Refused; nothing was changed.';
  if (action === 'delete') return 'Taken away.';
  const verb = verbs?.[`${record} ${command}`] ?? verbs?.[command];
  if (verb) return verb;
  if (action === 'insert') return command.includes('import') ? 'Recorded by an import.' : 'Recorded.';
  return facts.length === 0 ? 'Nothing that is shown here was changed.' : 'Changed.';
}
