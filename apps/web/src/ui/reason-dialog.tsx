import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** Exactly what will happen. */
  children: ReactNode;
  /** The command, as its button says it: "Retire". */
  command: string;
  reasonLabel?: string;
  reasonHint?: string;
  cancelWord?: string;
  missingText?: string;
  busy?: boolean;
  /** What went wrong with the last try. */
  problem?: ReactNode;
  disabled?: boolean;
  onConfirm: (reason: string) => void;
}

/** Asks for the reason of a consequential command, after saying exactly what it does. */
export function ReasonDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size={520}>
      <ReasonForm {...props} />
    </Modal>
  );
}

function ReasonForm({ cancelWord = 'Cancel', reasonLabel = 'Reason', missingText = 'Say why.', ...props }: Props) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') props.onConfirm(reason.trim());
  };
  return (
    <form onSubmit={confirm} noValidate>
      {props.children}
      <Textarea
        mt={16}
        label={reasonLabel}
        description={props.reasonHint}
        error={missing && missingText}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
        required
        withAsterisk={false}
        data-autofocus
      />
      {props.problem && (
        <div ref={(place) => place?.scrollIntoView({ block: 'nearest' })} style={{ marginTop: 12 }}>
          {props.problem}
        </div>
      )}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={props.onClose}>
          {cancelWord}
        </Button>
        <Button type="submit" color="gap" loading={props.busy} disabled={props.disabled}>
          {props.command}
        </Button>
      </Group>
    </form>
  );
}
