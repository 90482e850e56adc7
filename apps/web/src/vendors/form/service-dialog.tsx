import { SERVICE_LABELS, type ServiceFacts, serviceFacts, UNKNOWN_SERVICE } from '@attestry/domain/vendors/facts.ts';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CreateServiceDocument, UpdateServiceDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { focusFact, useFactsForm } from '../../shell/form/use-facts-form.ts';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import classes from '../../ui/form/form.module.css';
import { AnswerRadios } from './answer-radios.tsx';
import { TextFact } from './fact-input.tsx';

/** A service as it is read for editing. */
export interface ReadService extends ServiceFacts {
  readonly id: string;
  readonly version: number;
}

interface Props {
  vendorId: string;
  /** Absent: a new one. */
  service?: ReadService;
  opened: boolean;
  onClose: () => void;
}

/** Adds a service to a vendor, or changes one. */
export function ServiceDialog(props: Props) {
  const { service, opened, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title={service ? `Edit ${service.name}` : 'Add a service'}
      size={640}
    >
      <ServiceForm key={service ? `${service.id} ${service.version}` : 'new'} {...props} />
    </Modal>
  );
}

const EMPTY: ServiceFacts = { name: '', ...UNKNOWN_SERVICE };
const NAMES = Object.keys(serviceFacts.shape) as (keyof ServiceFacts)[];
const HINTS: Partial<Record<keyof ServiceFacts, string>> = {
  name: 'As the agreement calls it: a product or part of one, not the company.',
  phi: 'Does patient information reach it, or could it as you use it?',
  ai: 'Does it run a model on what it receives?',
  regions: 'Where it keeps and handles data.',
  models: 'Models and their providers, as far as known.',
  dataRetention: 'For how long it keeps what you send, and whether that can be turned off.',
};

function ServiceForm({ vendorId, service, onClose }: Props) {
  const before = service ? factsOf(service) : EMPTY;
  const { form, change, take } = useFactsForm(before, serviceFacts);
  const [reason, setReason] = useState('');
  const create = useCommand(CreateServiceDocument);
  const update = useCommand(UpdateServiceDocument);
  const [problem, setProblem] = useState<unknown>();

  const record = async (values: ServiceFacts) => {
    const facts = Object.fromEntries(NAMES.filter((fact) => values[fact] !== before[fact]).map((f) => [f, values[f]]));
    try {
      setProblem(undefined);
      if (!service) await create.mutateAsync({ input: { vendorId, facts: { ...facts, name: values.name } } });
      else if (Object.keys(facts).length > 0) {
        const { id, version } = service;
        await update.mutateAsync({ input: { id, version, facts, reason: reason.trim() || undefined } });
      }
      say(service ? 'Saved.' : `${values.name.trim()} is recorded.`);
      onClose();
    } catch (error) {
      if (!take(error)) setProblem(error);
    }
  };
  const text = (fact: 'name' | 'description' | 'regions' | 'models' | 'dataRetention' | 'notes', long = false) => (
    <TextFact field={fieldOf(fact)} text={form.values[fact]} long={long} change={(value) => change(fact, value)} />
  );
  const fieldOf = (fact: keyof ServiceFacts) => ({
    id: `fact-${fact}`,
    label: SERVICE_LABELS[fact],
    description: HINTS[fact],
    error: form.errors[fact],
  });
  return (
    <form noValidate onSubmit={form.onSubmit(record, (errors) => focusFact(Object.keys(errors)[0]!))}>
      <div className={classes.fields}>
        {text('name')}
        {text('description', true)}
        <AnswerRadios {...fieldOf('phi')} value={form.values.phi} change={(answer) => change('phi', answer)} />
        <AnswerRadios {...fieldOf('ai')} value={form.values.ai} change={(answer) => change('ai', answer)} />
        {text('regions')}
        {text('models')}
        {text('dataRetention')}
        {text('notes', true)}
        {service && (
          <Textarea
            label="Reason"
            description="Why, or where you know it from. Stands in the history."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
          />
        )}
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending || update.isPending}>
          {service ? 'Save' : 'Record it'}
        </Button>
      </Group>
    </form>
  );
}

const factsOf = (service: ReadService): ServiceFacts =>
  Object.fromEntries(NAMES.map((fact) => [fact, service[fact]])) as unknown as ServiceFacts;
