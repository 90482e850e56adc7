import { addCondition } from '@attestry/domain/agreements/facts.ts';
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { AddConditionDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';

export function AddConditionDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const [condition, setCondition] = useState('');
  const [serviceId, setServiceId] = useState('');
  const add = useCheckedCommand(AddConditionDocument, addCondition, ['condition', 'serviceId']);
  const confirm = () =>
    add.send({ agreementId: agreement.id, serviceId: serviceId || null, condition }, () => {
      say('The condition is recorded; whether it is met is unknown until somebody says.');
      setCondition('');
      setServiceId('');
      onClose();
    });
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title="Add a condition"
      command="Add it"
      busy={add.busy}
      failure={add.failure}
      reset={add.reset}
      onConfirm={confirm}
    >
      <Textarea
        label="What has to be so"
        description="In the agreement’s words, for example “zero data retention is enabled for the endpoint”."
        autosize
        minRows={2}
        value={condition}
        error={add.wrong.condition}
        onChange={(event) => setCondition(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label="For"
        value={serviceId}
        error={add.wrong.serviceId}
        onChange={(event) => setServiceId(event.currentTarget.value)}
        data={[
          { value: '', label: 'Every service that it lists' },
          ...servicesOf(agreement).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </CommandDialog>
  );
}

/** A service may stand on the list twice, for different days. */
const servicesOf = ({ coveredServices }: AgreementOnPage) => [
  ...new Map(coveredServices.map(({ service }) => [service.id, service])).values(),
];
