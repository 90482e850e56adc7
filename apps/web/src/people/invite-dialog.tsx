import type { Role } from '@attestry/domain/people/roles.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { InviteMemberDocument, type InviteMemberMutation } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { useCommand } from '../shell/queries.ts';
import { CopyField } from '../ui/copy-field.tsx';
import { fieldErrors } from '../ui/field-errors.ts';
import { RolesField } from './roles-field.tsx';

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const invite = useCommand(InviteMemberDocument);
  const issued = invite.data?.inviteMember;
  const close = () => {
    onClose();
    invite.reset();
  };
  return (
    <Modal opened={opened} onClose={close} title={issued ? 'The invitation is ready' : 'Invite a person'} size={520}>
      {issued ? <Issued issued={issued} onClose={close} /> : <InviteForm invite={invite} onClose={close} />}
    </Modal>
  );
}

const needed = (value: string) => (value.trim() === '' ? 'Must not be empty.' : null);

interface FormProps {
  invite: ReturnType<
    typeof useCommand<InviteMemberMutation, { input: { email: string; name: string; roles: Role[] } }>
  >;
  onClose: () => void;
}

function InviteForm({ invite, onClose }: FormProps) {
  const form = useForm<{ name: string; email: string; roles: Role[] }>({
    initialValues: { name: '', email: '', roles: [] },
    validate: { name: needed, email: needed, roles: (roles) => (roles.length === 0 ? 'Choose at least one.' : null) },
  });
  const failure = invite.error && failureOf(invite.error);
  const submit = form.onSubmit((input) =>
    invite.mutate({ input }, { onError: (error) => form.setErrors(fieldErrors(failureOf(error).fields)) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16}>
        {failure && failure.code !== 'INVALID' && <FailureState failure={failure} />}
        <TextInput label="Name" data-autofocus autoComplete="off" {...form.getInputProps('name')} />
        <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
        <RolesField {...form.getInputProps('roles')} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={invite.isPending}>
            Make the invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Issued({ issued, onClose }: { issued: InviteMemberMutation['inviteMember']; onClose: () => void }) {
  const { link, mailed, invitation } = issued;
  return (
    <Stack gap={16}>
      <p>
        {mailed ? `The link was mailed to ${invitation.email}. ` : `Give this link to ${invitation.name} yourself. `}
        It works once, until {dayText(invitation.expiresAt)}, and is shown only now.
      </p>
      <CopyField label="One-time link" value={new URL(link, location.origin).href} />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
