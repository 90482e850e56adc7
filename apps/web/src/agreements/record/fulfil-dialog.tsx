import { fulfilObligation, RETURN_CATEGORIES, RETURN_OUTCOMES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { Radio, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { FulfilObligationDocument, type ReturnOutcome } from '../../generated/graphql.ts';
import classes from '../../shell/form/command-dialog.module.css';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { Obligation } from './agreement-on-page.ts';

/** Returned, destroyed, or never held; on which day, how, and the certificate. */
export function FulfilDialog({ obligation, onClose }: { obligation: Obligation | undefined; onClose: () => void }) {
  const today = useToday();
  const [outcome, setOutcome] = useState<ReturnOutcome>('destroyed');
  const [doneOn, setDoneOn] = useState(today);
  const [method, setMethod] = useState('');
  const [file, setFile] = useState<SentFile>();
  const fulfil = useCheckedCommand(FulfilObligationDocument, fulfilObligation, [
    'outcome',
    'doneOn',
    'method',
    'certificateId',
  ]);
  useEffect(() => {
    if (!obligation) return;
    setOutcome(obligation.outcome ?? 'destroyed');
    setDoneOn(obligation.doneOn ?? today);
    setMethod(obligation.method);
    setFile(obligation.certificate ?? undefined);
  }, [obligation, today]);
  const confirm = () =>
    obligation &&
    fulfil.send(
      { id: obligation.id, version: obligation.version, outcome, doneOn, method, certificateId: file?.id },
      () => {
        say('Recorded as done.');
        onClose();
      },
    );
  return (
    <CommandDialog
      opened={obligation !== undefined}
      onClose={onClose}
      title={obligation ? `${RETURN_CATEGORIES[obligation.category]}: done` : 'Done'}
      command="Record as done"
      busy={fulfil.busy}
      failure={fulfil.failure}
      reset={fulfil.reset}
      onConfirm={confirm}
    >
      <Radio.Group
        label="What became of the PHI"
        value={outcome}
        error={fulfil.wrong.outcome}
        onChange={(one) => setOutcome(one as ReturnOutcome)}
      >
        <div className={classes.choices}>
          {Object.entries(RETURN_OUTCOMES).map(([value, word]) => (
            <Radio key={value} size="xs" value={value} label={word} />
          ))}
        </div>
      </Radio.Group>
      <DateField label="On" value={doneOn} error={fulfil.wrong.doneOn} onChange={setDoneOn} />
      <Textarea
        label="How"
        description="For example cryptographic erasure, or NIST SP 800-88 purge; for a return, to whom and in what form."
        autosize
        minRows={2}
        value={method}
        error={fulfil.wrong.method}
        onChange={(event) => setMethod(event.currentTarget.value)}
      />
      <FileField
        label="Certificate"
        description="What the vendor signed: date, scope and method. It can be added later."
        file={file}
        onChange={setFile}
      />
    </CommandDialog>
  );
}
