import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ChangePasswordDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useSession } from '../shell/session.ts';
import { fieldErrors } from '../ui/field-errors.ts';
import { NewPassword, passwordProblem } from './new-password.tsx';

export function ChangePassword() {
  const { email } = useSession().member;
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { newPassword: passwordProblem },
  });
  const change = useCommand(ChangePasswordDocument);
  const failure = change.error && failureOf(change.error);
  const submit = form.onSubmit((input) =>
    change.mutate(
      { input },
      {
        onSuccess: () => {
          form.reset();
          say('The password was changed. Your other sessions have ended.');
        },
        onError: (error) => form.setErrors(fieldErrors(failureOf(error).fields)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16} maw={400}>
        {failure && failure.code !== 'INVALID' && <FailureState failure={failure} />}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the current password' }}
          {...form.getInputProps('currentPassword')}
        />
        <NewPassword label="New password" {...form.getInputProps('newPassword')} />
        <Button
          type="submit"
          variant="default"
          style={{ justifySelf: 'start', alignSelf: 'flex-start' }}
          loading={change.isPending}
        >
          Change the password
        </Button>
      </Stack>
    </form>
  );
}
