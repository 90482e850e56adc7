import { DeactivateMemberDocument, type MemberRowFragment, ReactivateMemberDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

/** Deactivates an active member; reactivates a deactivated one. */
export function ActivationDialog({ member, onClose }: { member: MemberRowFragment; onClose: () => void }) {
  const deactivate = useCommand(DeactivateMemberDocument);
  const reactivate = useCommand(ReactivateMemberDocument);
  const gone = Boolean(member.deactivatedAt);
  const command = gone ? reactivate : deactivate;
  const word = gone ? 'Reactivate' : 'Deactivate';
  const confirm = (reason: string) =>
    command.mutate(
      { input: { memberId: member.id, version: member.version, reason } },
      {
        onSuccess: () => {
          say(`${member.name} was ${gone ? 'reactivated' : 'deactivated'}.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`${word} ${member.name}`}
      command={word}
      reasonHint="Kept in the audit log."
      busy={command.isPending}
      problem={command.error && <FailureState failure={failureOf(command.error)} />}
      onConfirm={confirm}
    >
      <p>
        {gone
          ? `${member.name} can sign in again with the same password and roles.`
          : `${member.name} is signed out everywhere at once and cannot sign in. Everything they recorded stays, with their name. They can be reactivated later.`}
      </p>
    </ReasonDialog>
  );
}
