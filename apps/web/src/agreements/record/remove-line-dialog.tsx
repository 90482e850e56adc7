import { RemoveCoveredServiceDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { CoveredService } from './agreement-on-page.ts';

/** A line that was never true leaves the list; what is only over gets a last day instead. */
export function RemoveLineDialog({
  line,
  title,
  onClose,
}: {
  line: CoveredService | undefined;
  title: string;
  onClose: () => void;
}) {
  const remove = useCommand(RemoveCoveredServiceDocument);
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <ReasonDialog
      opened={line !== undefined}
      onClose={close}
      title="Entered by mistake"
      command="Take it off the list"
      busy={remove.isPending}
      problem={remove.error && <FailureState failure={failureOf(remove.error)} />}
      onConfirm={(reason) =>
        line &&
        remove.mutate(
          { input: { id: line.id, version: line.version, reason } },
          {
            onSuccess: () => {
              say('The line is off the list.');
              close();
            },
          },
        )
      }
    >
      <p>
        “{title}” then never listed <strong>{line?.service.name}</strong>: every PHI flow that it covered by this line
        is without cover, past days included. If it was listed and no longer is, record its last day instead. The audit
        log keeps what is taken off.
      </p>
    </ReasonDialog>
  );
}
