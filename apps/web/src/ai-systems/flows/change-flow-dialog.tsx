import { updatePhiFlow } from '@attestry/domain/ai-systems/phi-flow.ts';
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { UpdatePhiFlowDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { type FlowDays, FlowFields, sentDays } from './flow-fields.tsx';
import { type FlowOnPage, placeOf } from './flow-on-page.ts';

const FIELDS = ['startsOn', 'endsOn', 'exposures', 'identifiers', 'notes'].map((field) => `facts.${field}`);
const daysOf = ({ startsOn, endsOn, exposures, identifiers, notes }: FlowOnPage): FlowDays => ({
  startsOn,
  endsOn: endsOn ?? '',
  exposures,
  identifiers,
  notes,
});

/** Changes the days or what is exposed; where it goes to does not change, that would be another flow. */
export function ChangeFlowDialog({ flow, onClose }: { flow: FlowOnPage | undefined; onClose: () => void }) {
  const [said, setSaid] = useState<FlowDays>();
  const [reason, setReason] = useState('');
  const update = useCheckedCommand(UpdatePhiFlowDocument, updatePhiFlow, [...FIELDS, 'reason']);
  useEffect(() => {
    if (flow) setSaid(daysOf(flow));
    setReason('');
  }, [flow]);
  const confirm = () =>
    flow &&
    said &&
    update.send({ id: flow.id, version: flow.version, facts: sentDays(said), reason }, () => {
      say('The PHI flow is changed; what it was stays in the history.');
      onClose();
    });
  return (
    <CommandDialog
      opened={flow !== undefined}
      onClose={onClose}
      title={flow ? `PHI flow to ${placeOf(flow)}` : ''}
      command="Save"
      busy={update.busy}
      failure={update.failure}
      reset={update.reset}
      onConfirm={confirm}
      size={640}
    >
      {said && <FlowFields flow={said} change={setSaid} wrong={update.wrong} />}
      <Textarea
        label="Why"
        description="For the history; may stay empty."
        autosize
        minRows={1}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={update.wrong.reason}
      />
    </CommandDialog>
  );
}
