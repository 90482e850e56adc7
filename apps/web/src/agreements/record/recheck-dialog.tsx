import { RECHECK_MONTHS } from '@attestry/domain/agreements/obligation.ts';
import { RETURN_CATEGORIES, recheckObligation } from '@attestry/domain/agreements/return-or-destroy.ts';
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { RecheckObligationDocument } from '../../generated/graphql.ts';
import classes from '../../shell/form/command-dialog.module.css';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { Obligation } from './agreement-on-page.ts';

/** Somebody looked again, and it is infeasible still. */
export function RecheckDialog({ obligation, onClose }: { obligation: Obligation | undefined; onClose: () => void }) {
  const today = useToday();
  const [recheckedOn, setRecheckedOn] = useState(today);
  const [note, setNote] = useState('');
  const recheck = useCheckedCommand(RecheckObligationDocument, recheckObligation, ['recheckedOn', 'note']);
  useEffect(() => {
    if (!obligation) return;
    setRecheckedOn(today);
    setNote('');
  }, [obligation, today]);
  const confirm = () =>
    obligation &&
    recheck.send({ id: obligation.id, version: obligation.version, recheckedOn, note }, () => {
      say('Recorded; it comes up again.');
      onClose();
    });
  return (
    <CommandDialog
      opened={obligation !== undefined}
      onClose={onClose}
      title={obligation ? `${RETURN_CATEGORIES[obligation.category]}: looked at again` : 'Looked at again'}
      command="Record it"
      busy={recheck.busy}
      failure={recheck.failure}
      reset={recheck.reset}
      onConfirm={confirm}
    >
      <p className={classes.hint}>
        It is infeasible still and its protections go on; it comes up again {RECHECK_MONTHS} months after this day. If
        it was returned or destroyed meanwhile, record it as done instead.
      </p>
      <DateField label="On" value={recheckedOn} error={recheck.wrong.recheckedOn} onChange={setRecheckedOn} />
      <Textarea
        label="What was found"
        autosize
        minRows={2}
        value={note}
        error={recheck.wrong.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
