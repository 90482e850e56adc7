import { CONDITION_MET, setConditionStatus } from '@attestry/domain/agreements/facts.ts';
import { Radio, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { type ConditionMet, SetConditionStatusDocument } from '../../generated/graphql.ts';
import classes from '../../shell/form/command-dialog.module.css';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { Condition } from './agreement-on-page.ts';

/** From a day on the condition is met, or not, or nobody knows; with a note and what proves it. */
export function ConditionStatusDialog({
  condition,
  onClose,
}: {
  condition: Condition | undefined;
  onClose: () => void;
}) {
  const today = useToday();
  const [since, setSince] = useState(today);
  const [met, setMet] = useState<ConditionMet>('yes');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<SentFile>();
  const set = useCheckedCommand(SetConditionStatusDocument, setConditionStatus, ['since', 'met', 'note', 'documentId']);
  useEffect(() => {
    if (!condition) return;
    setSince(today);
    setNote('');
    setFile(undefined);
  }, [condition, today]);
  const confirm = () =>
    condition &&
    set.send({ conditionId: condition.id, since, met, note, documentId: file?.id }, () => {
      say('The state of the condition is recorded.');
      onClose();
    });
  return (
    <CommandDialog
      opened={condition !== undefined}
      onClose={onClose}
      title="Set the state of the condition"
      command="Record it"
      busy={set.busy}
      failure={set.failure}
      reset={set.reset}
      onConfirm={confirm}
    >
      <p className={classes.hint}>{condition?.condition}</p>
      <Radio.Group label="Is it met?" value={met} error={set.wrong.met} onChange={(one) => setMet(one as ConditionMet)}>
        <div className={classes.choices}>
          {Object.entries(CONDITION_MET).map(([value, word]) => (
            <Radio key={value} size="xs" value={value} label={word} />
          ))}
        </div>
      </Radio.Group>
      <DateField
        label="From which day on"
        description="A day that has a state already gets the new one."
        value={since}
        error={set.wrong.since}
        onChange={setSince}
      />
      <Textarea
        label="How it is known"
        autosize
        minRows={2}
        value={note}
        error={set.wrong.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FileField label="Evidence" description="For example a picture of the setting." file={file} onChange={setFile} />
    </CommandDialog>
  );
}
