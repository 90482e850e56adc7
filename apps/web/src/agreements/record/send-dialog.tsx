import { updateAgreement } from '@attestry/domain/agreements/facts.ts';
import { useState } from 'react';
import { UpdateAgreementDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';

export function SendDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const today = useToday();
  const [sentOn, setSentOn] = useState(today);
  const update = useCheckedCommand(UpdateAgreementDocument, updateAgreement, ['facts.sentOn']);
  const confirm = () =>
    update.send({ id: agreement.id, version: agreement.version, facts: { sentOn: sentOn || null } }, () => {
      say('Recorded as sent.');
      onClose();
    });
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title="Record as sent"
      command="Record as sent"
      busy={update.busy}
      failure={update.failure}
      reset={update.reset}
      onConfirm={confirm}
    >
      <DateField
        label="Sent on"
        description={`The day on which it went to ${agreement.vendor.name}. Nothing is mailed from here.`}
        value={sentOn}
        error={update.wrong['facts.sentOn']}
        onChange={setSentOn}
        data-autofocus
      />
    </CommandDialog>
  );
}
