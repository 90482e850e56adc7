import { mayGrant } from '@attestry/domain/people/permissions.ts';
import type { Role } from '@attestry/domain/people/roles.ts';
import { useState } from 'react';
import { ChangeRolesDocument, type MemberRowFragment } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useSession } from '../shell/session.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { RolesField } from './roles-field.tsx';

export function RolesDialog({ member, onClose }: { member: MemberRowFragment; onClose: () => void }) {
  const me = useSession().member;
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const change = useCommand(ChangeRolesDocument);
  const same = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  const confirm = (reason: string) =>
    change.mutate(
      { input: { memberId: member.id, version: member.version, roles, reason } },
      {
        onSuccess: () => {
          say(`The roles of ${member.name} were changed.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`Roles of ${member.name}`}
      command="Change the roles"
      reasonHint="Kept in the audit log."
      busy={change.isPending}
      disabled={same || roles.length === 0 || !mayGrant(me.roles, roles).allowed}
      problem={change.error && <FailureState failure={failureOf(change.error)} />}
      onConfirm={confirm}
    >
      <RolesField value={roles} onChange={setRoles} error={roles.length === 0 && 'Choose at least one.'} />
      <p style={{ marginTop: 16 }}>It holds at once: all sessions of {member.name} end, and they sign in again.</p>
    </ReasonDialog>
  );
}
