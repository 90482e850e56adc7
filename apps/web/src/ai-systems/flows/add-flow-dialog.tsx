import type { Identifier } from '@attestry/domain/ai-systems/facts.ts';
import { createPhiFlow } from '@attestry/domain/ai-systems/phi-flow.ts';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CreatePhiFlowDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { type FlowDays, FlowFields, sentDays } from './flow-fields.tsx';
import { ServicePicker } from './service-picker.tsx';

type To = 'service' | 'own';
const FIELDS = ['serviceId', 'place', 'startsOn', 'endsOn', 'exposures', 'identifiers', 'notes'].map(
  (field) => `facts.${field}`,
);
const NOTHING: FlowDays = { startsOn: '', endsOn: '', exposures: [], identifiers: [], notes: '' };

/** Records that the system sends PHI somewhere, from a day on. */
export function AddFlowDialog({
  system,
  opened,
  onClose,
}: {
  system: { readonly id: string; readonly identifiers: readonly Identifier[] };
  opened: boolean;
  onClose: () => void;
}) {
  const [to, setTo] = useState<To>('service');
  const [serviceId, setServiceId] = useState<string>();
  const [place, setPlace] = useState('');
  const [flow, setFlow] = useState<FlowDays>({ ...NOTHING, identifiers: system.identifiers });
  const create = useCheckedCommand(CreatePhiFlowDocument, createPhiFlow, FIELDS);
  const confirm = () => {
    const where = to === 'service' ? { serviceId: serviceId ?? null, place: '' } : { serviceId: null, place };
    create.send({ aiSystemId: system.id, facts: { ...where, ...sentDays(flow) } }, () => {
      say('The PHI flow is recorded. What covers it stands beside it.');
      setFlow({ ...NOTHING, identifiers: system.identifiers });
      setServiceId(undefined);
      setPlace('');
      onClose();
    });
  };
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title="Add a PHI flow"
      command="Record it"
      busy={create.busy}
      failure={create.failure}
      reset={create.reset}
      onConfirm={confirm}
      size={640}
    >
      <SegmentedControl
        aria-label="Where PHI goes"
        value={to}
        onChange={(value) => setTo(value as To)}
        data={[
          { value: 'service', label: 'A vendor’s service' },
          { value: 'own', label: 'Our own infrastructure' },
        ]}
      />
      {to === 'service' ? (
        <ServicePicker value={serviceId} onChange={setServiceId} error={create.wrong['facts.serviceId']} />
      ) : (
        <TextInput
          label="What is it called?"
          description="It needs no agreement; the drawing shows it."
          value={place}
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
          error={create.wrong['facts.place']}
        />
      )}
      <FlowFields flow={flow} change={setFlow} wrong={create.wrong} />
    </CommandDialog>
  );
}
