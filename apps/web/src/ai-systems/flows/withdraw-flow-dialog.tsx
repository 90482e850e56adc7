import { WithdrawPhiFlowDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { type FlowOnPage, placeOf } from './flow-on-page.ts';

/** For a flow that never was; one that stopped gets its last day instead. */
export function WithdrawFlowDialog({ flow, onClose }: { flow: FlowOnPage | undefined; onClose: () => void }) {
  const withdraw = useCommand(WithdrawPhiFlowDocument);
  const close = () => {
    withdraw.reset();
    onClose();
  };
  const confirm = (reason: string) =>
    flow &&
    withdraw.mutate(
      { input: { id: flow.id, version: flow.version, reason } },
      {
        onSuccess: () => {
          say('The PHI flow no longer counts.');
          close();
        },
      },
    );
  return (
    <ReasonDialog
      opened={flow !== undefined}
      onClose={close}
      title="Recorded by mistake"
      command="Withdraw it"
      busy={withdraw.isPending}
      problem={withdraw.error && <FailureState failure={failureOf(withdraw.error)} />}
      onConfirm={confirm}
    >
      <p>
        The flow to {flow && placeOf(flow)} no longer counts, and its gaps leave the list, past days included. Its
        history stays with your reason. For a flow that stopped, record its last day instead.
      </p>
    </ReasonDialog>
  );
}
