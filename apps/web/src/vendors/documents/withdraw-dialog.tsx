import { useEffect } from 'react';
import { type VendorDocumentFragment, WithdrawVendorEvidenceDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { counted } from '../../ui/words.ts';

/** A document that no longer counts leaves the list, not the record; what rests on it is said before. */
export function WithdrawDialog({ filed, onClose }: { filed: VendorDocumentFragment | undefined; onClose: () => void }) {
  const withdraw = useCommand(WithdrawVendorEvidenceDocument);
  const { reset } = withdraw;
  const opened = filed !== undefined;
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);
  const used = filed?.usedBy.length ?? 0;
  const confirm = (reason: string) =>
    filed &&
    withdraw.mutate(
      { input: { id: filed.id, version: filed.version, reason } },
      {
        onSuccess: () => {
          say(`${filed.title} is withdrawn.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title="Withdraw this document"
      command="Withdraw"
      reasonHint="For example that it was filed by mistake, or that a newer one took its place."
      busy={withdraw.isPending}
      problem={withdraw.error && <FailureState failure={failureOf(withdraw.error)} />}
      onConfirm={confirm}
    >
      <p>
        <strong>{filed?.title}</strong> no longer counts for this vendor. The file and the record stay.
        {used > 0 &&
          ` ${counted(used, 'answer')} of the due diligence ${used === 1 ? 'rests' : 'rest'} on it: take it off ${used === 1 ? 'that answer' : 'those answers'} first.`}
      </p>
    </ReasonDialog>
  );
}
