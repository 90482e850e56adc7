import { changeObligationDue, RETURN_CATEGORIES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ChangeObligationDueDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { Obligation } from './agreement-on-page.ts';

/** Another due date, with who agreed to it and why. */
export function DueDialog({ obligation, onClose }: { obligation: Obligation | undefined; onClose: () => void }) {
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const move = useCheckedCommand(ChangeObligationDueDocument, changeObligationDue, ['dueOn', 'reason']);
  useEffect(() => {
    if (!obligation) return;
    setDueOn(obligation.dueOn);
    setReason('');
  }, [obligation]);
  const confirm = () =>
    obligation &&
    move.send({ id: obligation.id, version: obligation.version, dueOn, reason }, () => {
      say('The due date is changed.');
      onClose();
    });
  return (
    <CommandDialog
      opened={obligation !== undefined}
      onClose={onClose}
      title={obligation ? `${RETURN_CATEGORIES[obligation.category]}: another due date` : 'Another due date'}
      command="Change the due date"
      busy={move.busy}
      failure={move.failure}
      reset={move.reset}
      onConfirm={confirm}
    >
      <DateField label="Due on" value={dueOn} error={move.wrong.dueOn} onChange={setDueOn} />
      <Textarea
        label="Reason"
        description="Who agreed to it, and why. Stands in the history."
        autosize
        minRows={2}
        value={reason}
        error={move.wrong.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </CommandDialog>
  );
}
