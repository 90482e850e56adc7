import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EndSessionDocument, MySessionsDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { query, useCommand } from '../shell/queries.ts';
import { DataTable } from '../ui/data-table.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import { browserName } from './browser-name.ts';

export function MySessions() {
  const { data, error, refetch } = useQuery(query(MySessionsDocument, {}));
  const end = useCommand(EndSessionDocument);
  if (error) return <FailureState failure={failureOf(error)} again={refetch} />;
  if (!data) return <RowsShape rows={2} />;
  return (
    <DataTable
      label="Sessions"
      head={
        <>
          <th>Browser</th>
          <th>Address</th>
          <th>Signed in</th>
          <th>Last seen</th>
          <th className="fit">
            <VisuallyHidden>Commands</VisuallyHidden>
          </th>
        </>
      }
    >
      {data.mySessions.map(({ id, current, userAgent, address, startedAt, lastSeenAt }) => (
        <tr key={id}>
          <td>{browserName(userAgent)}</td>
          <td>{addressText(address)}</td>
          <td data-label="Signed in">
            <InstantText at={startedAt} />
          </td>
          <td data-label="Last seen">{current ? 'This session' : <InstantText at={lastSeenAt} ago />}</td>
          <td className="fit">
            {!current && (
              <Button
                variant="default"
                size="compact-sm"
                loading={end.isPending && end.variables.id === id}
                onClick={() => end.mutate({ id }, { onSuccess: () => say('The session was ended.') })}
              >
                End
              </Button>
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** An IPv4 address, which a server that listens to both kinds sees as a mapped IPv6 address. */
const addressText = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');
