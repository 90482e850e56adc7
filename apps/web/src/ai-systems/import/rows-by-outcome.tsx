import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataImportRowsDocument, type DataImportRowsQuery, type RowOutcome } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { execute } from '../../shell/client.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { numberText } from '../../ui/words.ts';
import { FactChanges } from '../facts/fact-changes.tsx';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import { OUTCOME_LABELS } from './import-words.ts';

const ORDER: readonly RowOutcome[] = ['rejected', 'update', 'create', 'unchanged'];

/** The rows of the file by what becomes of them; first what needs a look. */
export function RowsByOutcome({ one }: { one: ImportOnPage }) {
  const counts = { rejected: one.rejected, update: one.updated, create: one.created, unchanged: one.unchanged };
  const [chosen, choose] = useState<RowOutcome>();
  const outcome = chosen ?? ORDER.find((each) => counts[each] > 0) ?? 'create';
  return (
    <section aria-label="Rows">
      <div className={classes.outcomes}>
        {ORDER.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === outcome}
            data-outcome={each}
            disabled={counts[each] === 0}
            onClick={() => choose(each)}
          >
            <strong>{numberText(counts[each])}</strong> {OUTCOME_LABELS[each]}
          </button>
        ))}
        {one.leftOut > 0 && (
          <span>
            <strong>{numberText(one.leftOut)}</strong> Left out by the filter
          </span>
        )}
        <span className={classes.sum}>
          <strong>{numberText(one.rowCount)}</strong> Rows in the file
        </span>
      </div>
      <Rows one={one} outcome={outcome} />
    </section>
  );
}

function Rows({ one, outcome }: { one: ImportOnPage; outcome: RowOutcome }) {
  const rows = useInfiniteQuery({
    queryKey: ['import-rows', one.id, one.version, outcome],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(DataImportRowsDocument, { id: one.id, outcome: [outcome], first: 100, after: pageParam }, signal))
        .dataImport?.rows,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });
  if (rows.error) return <FailureState failure={failureOf(rows.error)} again={() => void rows.refetch()} />;
  if (rows.isPending) return <RowsShape rows={6} />;
  const all = rows.data.pages.flatMap((page) => page?.nodes ?? []);
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.rowNumber}>Row</th>
            <th className={classes.rowName}>Name</th>
            <th>{outcome === 'rejected' ? 'Why not' : outcome === 'update' ? 'What changes' : 'Remarks'}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((row) => (
            <ImportRow key={row.rowNumber} row={row} />
          ))}
        </tbody>
      </table>
      {rows.hasNextPage && (
        <Button variant="default" mt={12} loading={rows.isFetchingNextPage} onClick={() => rows.fetchNextPage()}>
          More rows
        </Button>
      )}
    </>
  );
}

type Row = NonNullable<DataImportRowsQuery['dataImport']>['rows']['nodes'][number];

function ImportRow({ row }: { row: Row }) {
  return (
    <tr>
      <td className={classes.rowNumber} data-label="Row">
        {row.rowNumber}
      </td>
      <th scope="row">
        {row.aiSystemId ? (
          <Link to="/ai-systems/$id" params={{ id: row.aiSystemId } as never}>
            {row.name}
          </Link>
        ) : (
          row.name || <span className={classes.dim}>No name</span>
        )}
      </th>
      <td>
        {row.messages.length > 0 && (
          <ul className={classes.messages}>
            {row.messages.map((message) => (
              <li key={`${message.column}${message.text}`} data-severity={message.severity}>
                {message.column && <span className={classes.column}>{message.column}</span>} {message.text}
              </li>
            ))}
          </ul>
        )}
        {row.changes.length > 0 && <FactChanges changes={row.changes} />}
      </td>
    </tr>
  );
}
