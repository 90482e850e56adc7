import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PeopleDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import { query } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PageShape } from '../ui/shapes.tsx';
import { counted } from '../ui/words.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Members } from './members.tsx';

export function PeoplePage() {
  const mayRead = useMay('member.read');
  return mayRead ? <People /> : <NoPermission to="see who belongs to this organization" />;
}

function People() {
  const { data, error, refetch } = useQuery(query(PeopleDocument, {}));
  const mayInvite = useMay('member.invite');
  const { invite } = useSearch({ from: '/signed-in/settings/people' });
  const navigate = useNavigate();
  const show = (shown: boolean) =>
    void navigate({ to: '/settings/people', search: shown ? { invite: true } : {}, replace: true });
  if (error) return <FailureState failure={failureOf(error)} again={refetch} heading="h1" />;
  if (!data) return <PageShape />;
  const active = data.members.filter(({ deactivatedAt }) => !deactivatedAt).length;
  const open = data.invitations.filter(({ acceptedAt, revokedAt }) => !acceptedAt && !revokedAt);
  return (
    <>
      <PageHeader
        title="People"
        state={`${counted(active, 'person', 'people')} can sign in, ${counted(open.length, 'invitation')} open.`}
        actions={mayInvite && <Button onClick={() => show(true)}>Invite a person</Button>}
      />
      <Members members={data.members} />
      <Invitations invitations={open} />
      <InviteDialog opened={invite === true && mayInvite} onClose={() => show(false)} />
    </>
  );
}
