import { offboardVendor } from '@attestry/domain/vendors/facts.ts';
import { useEffect, useState } from 'react';
import { OffboardVendorDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldErrors } from '../../ui/field-errors.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { VendorOnPage } from './vendor-on-page.ts';

/** Offboarding takes a day and a reason; both stay in the record and its history. */
export function OffboardDialog({
  vendor,
  opened,
  onClose,
}: {
  vendor: VendorOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const today = useToday();
  const [offboardedOn, setOffboardedOn] = useState(today);
  const offboard = useCommand(OffboardVendorDocument);
  const { reset } = offboard;
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);
  const unreadable = offboardVendor.shape.offboardedOn.safeParse(offboardedOn).error?.issues[0]?.message;
  const failure = offboard.error ? failureOf(offboard.error) : undefined;
  const ofTheDay = fieldErrors(failure?.fields).offboardedOn;
  const confirm = (reason: string) =>
    offboard.mutate(
      { input: { id: vendor.id, version: vendor.version, offboardedOn, reason } },
      {
        onSuccess: () => {
          say(`${vendor.name} is offboarded.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title="Offboard this vendor"
      command="Offboard"
      reasonHint="For example what replaces it. Shown in the record and in reports."
      busy={offboard.isPending}
      disabled={unreadable !== undefined}
      problem={failure && !ofTheDay && <FailureState failure={failure} />}
      onConfirm={confirm}
    >
      <p>
        <strong>{vendor.name}</strong> leaves the list of vendors in use. The record, its services, agreements,
        documents and history stay; agreements are ended by commands of their own.
      </p>
      <DateField
        mt={12}
        label="Offboarded on"
        description="The last day on which anything of it was used."
        value={offboardedOn}
        onChange={setOffboardedOn}
        error={unreadable ?? ofTheDay}
      />
    </ReasonDialog>
  );
}
