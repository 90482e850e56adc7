import { removeService } from '@attestry/domain/vendors/facts.ts';
import { useEffect, useState } from 'react';
import { RemoveServiceDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldErrors } from '../../ui/field-errors.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { ServiceOnPage } from './vendor-on-page.ts';

/** A service is removed with its last day and a reason; refused while an agreement covers it or PHI flows to it. */
export function RemoveServiceDialog({ service, onClose }: { service: ServiceOnPage | undefined; onClose: () => void }) {
  const today = useToday();
  const [removedOn, setRemovedOn] = useState(today);
  const remove = useCommand(RemoveServiceDocument);
  const { reset } = remove;
  const opened = service !== undefined;
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);
  const unreadable = removeService.shape.removedOn.safeParse(removedOn).error?.issues[0]?.message;
  const failure = remove.error ? failureOf(remove.error) : undefined;
  const ofTheDay = fieldErrors(failure?.fields).removedOn;
  const confirm = (reason: string) =>
    service &&
    remove.mutate(
      { input: { id: service.id, version: service.version, removedOn, reason } },
      {
        onSuccess: () => {
          say(`${service.name} is removed.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title="Remove this service"
      command="Remove"
      reasonHint="For example that you stopped using it. Shown with the service."
      busy={remove.isPending}
      disabled={unreadable !== undefined}
      problem={failure && !ofTheDay && <FailureState failure={failure} />}
      onConfirm={confirm}
    >
      <p>
        <strong>{service?.name}</strong> leaves the services in use: no new flow or agreement can name it. Its record
        and its history stay. It cannot be removed while an agreement lists it or PHI flows to it.
      </p>
      <DateField
        mt={12}
        label="Removed on"
        description="The last day of its use."
        value={removedOn}
        onChange={setRemovedOn}
        error={unreadable ?? ofTheDay}
      />
    </ReasonDialog>
  );
}
