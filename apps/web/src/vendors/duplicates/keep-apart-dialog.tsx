import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { KeepVendorsApartDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';

interface Props {
  vendor: { readonly id: string; readonly name: string };
  other: { readonly id: string; readonly name: string };
  opened: boolean;
  onClose: () => void;
}

/** Two vendors with alike names that are two all the same: the pair is not offered again. */
export const KeepApartDialog = (props: Props) => (
  <Modal opened={props.opened} onClose={props.onClose} title="Keep these two apart" size={520}>
    <KeepApartForm {...props} />
  </Modal>
);

function KeepApartForm({ vendor, other, onClose }: Props) {
  const [reason, setReason] = useState('');
  const keepApart = useCommand(KeepVendorsApartDocument);
  // The pair is gone with the answer, and this dialog with it.
  const confirm = () =>
    keepApart
      .mutateAsync({ input: { vendorId: vendor.id, otherId: other.id, reason: reason.trim() || undefined } })
      .then(() => say(`${vendor.name} and ${other.name} are kept apart.`))
      .catch(() => undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <p>
        <strong>{vendor.name}</strong> and <strong>{other.name}</strong> stay two vendors, and are not offered as a
        likely duplicate again.
      </p>
      <Textarea
        mt={16}
        label="Reason"
        description="If there is something to say. Stands in the audit log."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
      />
      {keepApart.error && <FailureState failure={failureOf(keepApart.error)} />}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={keepApart.isPending}>
          Keep apart
        </Button>
      </Group>
    </form>
  );
}
