import { Button, VisuallyHidden } from '@mantine/core';
import { type PeopleQuery, RevokeInvitationDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { failureWords } from '../shell/failure-words.ts';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { DataTable } from '../ui/data-table.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { Status } from '../ui/status.tsx';
import { roleNames } from './role-names.ts';

/** Invitations that nobody has accepted yet. */
export function Invitations({ invitations }: { invitations: PeopleQuery['invitations'] }) {
  const mayRevoke = useMay('member.revoke-invitation');
  const revoke = useCommand(RevokeInvitationDocument);
  if (invitations.length === 0) return null;
  const withdraw = (id: string, email: string) =>
    revoke.mutate(
      { id },
      {
        onSuccess: () => say(`The invitation of ${email} was withdrawn.`),
        onError: (error) => say(failureWords(failureOf(error)).title),
      },
    );
  return (
    <>
      <h2 style={{ marginTop: 32 }}>Open invitations</h2>
      <DataTable
        label="Open invitations"
        head={
          <>
            <th>Name</th>
            <th>E-mail</th>
            <th>Roles</th>
            <th>Good until</th>
            <th className="fit">
              <VisuallyHidden>Commands</VisuallyHidden>
            </th>
          </>
        }
      >
        {invitations.map(({ id, name, email, roles, expiresAt }) => (
          <tr key={id}>
            <td>{name}</td>
            <td>{email}</td>
            <td>{roleNames(roles)}</td>
            <td data-label="Good until">
              {Date.parse(expiresAt) < Date.now() ? (
                <Status standing="plain">Expired</Status>
              ) : (
                <InstantText at={expiresAt} dayOnly />
              )}
            </td>
            <td className="fit">
              {mayRevoke && (
                <Button variant="default" size="compact-sm" onClick={() => withdraw(id, email)}>
                  Withdraw
                </Button>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}
