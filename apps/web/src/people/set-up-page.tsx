import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { SetUpDocument, type SetUpInput } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { send } from '../shell/client.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { fieldErrors } from '../ui/field-errors.ts';
import { ORGANIZATION_KINDS } from '../ui/words.ts';
import { Door } from './door.tsx';
import { NewPassword, passwordProblem } from './new-password.tsx';
import { ownTimeZone, TimeZoneField } from './time-zone-field.tsx';
import { useEntering } from './use-entering.ts';

export function SetUpPage() {
  // In the fragment, so that the link's secret reaches no server log.
  const token = useLocation({ select: ({ hash }) => hash });
  if (token) return <SetUpForm token={token} />;
  return (
    <Door
      title="This installation is waiting to be set up"
      text="Open the one-time set-up link that the start of the program printed. It is made anew at each start until it has been used."
    />
  );
}

type Values = Omit<SetUpInput, 'token'>;
const needed = (value: string) => (value.trim() === '' ? 'Must not be empty.' : null);

function SetUpForm({ token }: { token: string }) {
  const enter = useEntering();
  const form = useForm<Values>({
    initialValues: {
      organizationName: '',
      organizationKind: 'covered_entity',
      timeZone: ownTimeZone(),
      name: '',
      email: '',
      password: '',
    },
    validate: { organizationName: needed, name: needed, email: needed, password: passwordProblem },
  });
  const setUp = useMutation({
    mutationFn: (values: Values) => send(SetUpDocument, { input: { token, ...values } }),
    onSuccess: (answer) => enter(answer.setUp),
    onError: (error) => form.setErrors(fieldErrors(failureOf(error).fields)),
  });
  const failure = setUp.error && failureOf(setUp.error);
  return (
    <Door
      title="Set up your organization"
      text="You become its first administrator and privacy officer. Others are invited later."
    >
      <form onSubmit={form.onSubmit((values) => setUp.mutate(values))} noValidate>
        {failure && failure.code !== 'INVALID' && <FailureState failure={failure} />}
        {failure?.code === 'REFUSED' && (
          <p>
            The organization is set up already? <Link to="/sign-in">Sign in</Link>.
          </p>
        )}
        <TextInput
          label="Organization"
          autoComplete="organization"
          autoFocus
          {...form.getInputProps('organizationName')}
        />
        <NativeSelect
          label="Under HIPAA it is a"
          description="45 CFR 160.103; hybrid entity: 45 CFR 164.103."
          data={Object.entries(ORGANIZATION_KINDS).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('organizationKind')}
        />
        <TimeZoneField {...form.getInputProps('timeZone')} />
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label="Your e-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <NewPassword {...form.getInputProps('password')} />
        <Button type="submit" loading={setUp.isPending}>
          Set up
        </Button>
      </form>
    </Door>
  );
}
