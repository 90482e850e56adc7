import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { EndMemberSessionsDocument, type MemberRowFragment } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { failureWords } from '../shell/failure-words.ts';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useMay, useSession } from '../shell/session.ts';
import { DataTable } from '../ui/data-table.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { Status } from '../ui/status.tsx';
import { counted } from '../ui/words.ts';
import { ActivationDialog } from './activation-dialog.tsx';
import { roleNames } from './role-names.ts';
import { RolesDialog } from './roles-dialog.tsx';

type Dialog = { kind: 'roles' | 'activation'; member: MemberRowFragment };

export function Members({ members }: { members: readonly MemberRowFragment[] }) {
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  return (
    <>
      <DataTable
        label="People"
        head={
          <>
            <th>Name</th>
            <th>E-mail</th>
            <th>Roles</th>
            <th>Since</th>
            <th className="fit">
              <VisuallyHidden>Commands</VisuallyHidden>
            </th>
          </>
        }
      >
        {members.map((member) => (
          <tr key={member.id}>
            <td>{member.name}</td>
            <td>{member.email}</td>
            <td>{member.deactivatedAt ? <Status standing="plain">Deactivated</Status> : roleNames(member.roles)}</td>
            <td data-label="Since">
              <InstantText at={member.createdAt} dayOnly />
            </td>
            <td className="fit">
              <MemberMenu member={member} onChoose={(kind) => setDialog({ kind, member })} />
            </td>
          </tr>
        ))}
      </DataTable>
      {dialog?.kind === 'roles' && <RolesDialog member={dialog.member} onClose={close} />}
      {dialog?.kind === 'activation' && <ActivationDialog member={dialog.member} onClose={close} />}
    </>
  );
}

function MemberMenu({ member, onChoose }: { member: MemberRowFragment; onChoose: (kind: Dialog['kind']) => void }) {
  const me = useSession().member;
  const may = {
    roles: useMay('member.change-roles'),
    activation: useMay(member.deactivatedAt ? 'member.reactivate' : 'member.deactivate'),
    sessions: useMay('member.end-sessions'),
  };
  const end = useCommand(EndMemberSessionsDocument);
  const endSessions = () =>
    end.mutate(
      { memberId: member.id },
      {
        onSuccess: ({ endMemberSessions }) => say(`${counted(endMemberSessions, 'session')} of ${member.name} ended.`),
        onError: (error) => say(failureWords(failureOf(error)).title),
      },
    );
  // Nobody changes their own roles or deactivates themselves; own sessions are ended under "My account".
  if (member.id === me.id || !(may.roles || may.activation || may.sessions)) return null;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Commands for ${member.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may.roles && !member.deactivatedAt && <Menu.Item onClick={() => onChoose('roles')}>Change roles</Menu.Item>}
        {may.sessions && !member.deactivatedAt && <Menu.Item onClick={endSessions}>End all sessions</Menu.Item>}
        {may.activation && (
          <Menu.Item onClick={() => onChoose('activation')}>
            {member.deactivatedAt ? 'Reactivate' : 'Deactivate'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
