import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { DataImportRowsDocument, type DataImportRowsQuery, type RowOutcome } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { execute } from '../shell/client.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import type { KindOnPage } from './kind-on-page.ts';

interface Props {
  kind: KindOnPage;
  one: ImportOnPage;
  /** An outcome, or the importable rows that have something to say. */
  choice: RowOutcome | 'remarked';
}

export function ImportRows({ kind, one, choice }: Props) {
  const asked =
    choice === 'remarked'
      ? { outcome: ['create', 'update', 'unchanged'] as RowOutcome[], remarked: true }
      : { outcome: [choice] };
  const rows = useInfiniteQuery({
    queryKey: ['import-rows', one.id, one.version, choice],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(DataImportRowsDocument, { id: one.id, ...asked, after: pageParam }, signal)).dataImport?.rows,
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
            <th>{choice === 'rejected' ? 'Why not' : choice === 'update' ? 'What changes' : 'Remarks'}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((row) => (
            <ImportRow key={row.rowNumber} kind={kind} row={row} />
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

function ImportRow({ kind, row }: { kind: KindOnPage; row: Row }) {
  return (
    <tr>
      <td className={classes.rowNumber} data-label="Row">
        {row.rowNumber}
      </td>
      <th scope="row">
        <Name kind={kind} row={row} />
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
        {row.records.map(({ entity, name, changes }) => {
          const Changes = kind.entities[entity]?.Changes;
          return Changes && changes.length > 0 && <Changes key={`${entity}${name}`} changes={changes} />;
        })}
      </td>
    </tr>
  );
}

/** The row's name; the records in it that have a page of their own are links once they are there. */
function Name({ kind, row }: { kind: KindOnPage; row: Row }) {
  const named = row.records.flatMap(({ entity, name, recordId }) => {
    const path = kind.entities[entity]?.path;
    return path && recordId ? { name, to: path(recordId) } : [];
  });
  if (named.length === 0) return row.name || <span className={classes.dim}>No name</span>;
  const parts: ReactNode[] = [];
  const elsewhere: ReactNode[] = [];
  let rest = row.name;
  for (const { name, to } of named) {
    const link = <Link to={to as never}>{name}</Link>;
    const at = rest.indexOf(name);
    if (at < 0) elsewhere.push(<Fragment key={to}> ({link})</Fragment>);
    else {
      parts.push(
        <Fragment key={to}>
          {rest.slice(0, at)}
          {link}
        </Fragment>,
      );
      rest = rest.slice(at + name.length);
    }
  }
  return (
    <>
      {parts}
      {rest}
      {elsewhere}
    </>
  );
}
