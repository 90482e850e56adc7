import { WithdrawAgreementDocumentDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { Filed } from './agreement-on-page.ts';

/** A file that does not belong here is marked; it is not taken away. */
export function WithdrawDocumentDialog({ filed, onClose }: { filed: Filed | undefined; onClose: () => void }) {
  const withdraw = useCommand(WithdrawAgreementDocumentDocument);
  const close = () => {
    withdraw.reset();
    onClose();
  };
  return (
    <ReasonDialog
      opened={filed !== undefined}
      onClose={close}
      title="Withdraw the document"
      command="Withdraw it"
      busy={withdraw.isPending}
      problem={withdraw.error && <FailureState failure={failureOf(withdraw.error)} />}
      onConfirm={(reason) =>
        filed &&
        withdraw.mutate(
          { input: { id: filed.id, version: filed.version, reason } },
          {
            onSuccess: () => {
              say(`${filed.title} is withdrawn.`);
              close();
            },
          },
        )
      }
    >
      <p>
        <strong>{filed?.title}</strong> no longer stands for this agreement: the board and reports show another file, or
        none. The file itself is kept, with your reason.
      </p>
    </ReasonDialog>
  );
}
