import { WithdrawConditionDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { Condition } from './agreement-on-page.ts';

/** A condition that the agreement does not set no longer counts; that it stood here stays visible. */
export function WithdrawConditionDialog({
  condition,
  onClose,
}: {
  condition: Condition | undefined;
  onClose: () => void;
}) {
  const withdraw = useCommand(WithdrawConditionDocument);
  const close = () => {
    withdraw.reset();
    onClose();
  };
  return (
    <ReasonDialog
      opened={condition !== undefined}
      onClose={close}
      title="Withdraw the condition"
      command="Withdraw it"
      busy={withdraw.isPending}
      problem={withdraw.error && <FailureState failure={failureOf(withdraw.error)} />}
      onConfirm={(reason) =>
        condition &&
        withdraw.mutate(
          { input: { id: condition.id, version: condition.version, reason } },
          {
            onSuccess: () => {
              say('The condition is withdrawn.');
              close();
            },
          },
        )
      }
    >
      <p>
        “{condition?.condition}” no longer decides whether PHI is covered, past days included. It stays here with your
        reason.
      </p>
    </ReasonDialog>
  );
}
