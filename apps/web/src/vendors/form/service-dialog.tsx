import { type ServiceFacts, serviceFacts, UNKNOWN_SERVICE } from '@attestry/domain/vendors/facts.ts';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CreateServiceDocument, UpdateServiceDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { focusFact, useFactsForm } from '../../shell/form/use-facts-form.ts';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { FactChanges } from '../../ui/fact-changes.tsx';
import classes from '../../ui/form/form.module.css';
import { FactValue } from '../facts/fact-value.tsx';
import { labelOf } from '../facts/fact-words.ts';
import { ServiceFields } from './service-fields.tsx';

/** A service as it is read for editing. */
export interface ReadService extends ServiceFacts {
  readonly id: string;
  readonly version: number;
}

interface Props {
  vendorId: string;
  /** As it is recorded by now; absent: a new one. */
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
      <ServiceForm key={service?.id ?? 'new'} {...props} />
    </Modal>
  );
}

const EMPTY: ServiceFacts = { name: '', ...UNKNOWN_SERVICE };
const NAMES = Object.keys(serviceFacts.shape) as (keyof ServiceFacts)[];

function ServiceForm({ vendorId, service, onClose }: Props) {
  /** What the changes stand on; the recorded one may be newer by now. */
  const [base] = useState(service);
  const [before] = useState(() => (service ? factsOf(service) : EMPTY));
  const { form, change, take } = useFactsForm(before, serviceFacts);
  const [reason, setReason] = useState('');
  const create = useCommand(CreateServiceDocument);
  const update = useCommand(UpdateServiceDocument);
  const [problem, setProblem] = useState<unknown>();
  const overtaken = base && service && base.version !== service.version;

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
      // After a conflict the page reads the newer version, which is then shown below.
      if (!isFailure(error, 'CONFLICT') && !take(error)) setProblem(error);
    }
  };
  return (
    <form noValidate onSubmit={form.onSubmit(record, (errors) => focusFact(Object.keys(errors)[0]!))}>
      <div className={classes.fields}>
        <ServiceFields values={form.values} errors={form.errors} change={change} />
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
        {overtaken && <Overtaken before={before} now={factsOf(service)} />}
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending || update.isPending}>
          {!service ? 'Record it' : overtaken ? 'Save on top of theirs' : 'Save'}
        </Button>
      </Group>
    </form>
  );
}

/** What somebody else saved meanwhile; only what was changed here goes on top of it. */
function Overtaken({ before, now }: { before: ServiceFacts; now: ServiceFacts }) {
  const changes = NAMES.filter((fact) => before[fact] !== now[fact]).map((fact) => ({
    fact,
    before: before[fact],
    after: now[fact],
  }));
  return (
    <div role="alert" className={classes.warning}>
      <p>Somebody else changed this service while you were editing; yours is not saved yet. They recorded:</p>
      <FactChanges changes={changes} labelOf={(fact) => labelOf(fact, 'service')} Value={FactValue} />
      <p>What you changed goes on top of it, and everything else stays as they saved it.</p>
    </div>
  );
}

const factsOf = (service: ReadService): ServiceFacts =>
  Object.fromEntries(NAMES.map((fact) => [fact, service[fact]])) as unknown as ServiceFacts;
