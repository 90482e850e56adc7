import { Button, Group, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import type { Failure } from '../api-error.ts';
import { FailureState } from '../failure-state.tsx';
import classes from './command-dialog.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The command, as its button says it: "Record the signatures". */
  command: string;
  children: ReactNode;
  busy: boolean;
  failure: Failure | undefined;
  disabled?: boolean;
  onConfirm: () => void;
  /** When it opens: what the last try left goes. */
  reset: () => void;
  size?: number;
}

/** A small form that records something; what is consequential asks for its reason in a `ReasonDialog` instead. */
export function CommandDialog({ opened, onClose, title, size = 520, reset, ...form }: Props) {
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size}>
      <DialogForm {...form} onClose={onClose} />
    </Modal>
  );
}

function DialogForm(props: Omit<Props, 'opened' | 'title' | 'size' | 'reset'>) {
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    props.onConfirm();
  };
  return (
    <form onSubmit={confirm} noValidate>
      <div className={classes.fields}>{props.children}</div>
      {props.failure && (
        <div ref={(place) => place?.scrollIntoView({ block: 'nearest' })} className={classes.problem}>
          <FailureState failure={props.failure} />
        </div>
      )}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={props.onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={props.busy} disabled={props.disabled}>
          {props.command}
        </Button>
      </Group>
    </form>
  );
}
