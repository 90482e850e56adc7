import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { AcceptInvitationDocument, InvitationOfferDocument, type InvitationOfferQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { send } from '../shell/client.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { signInProblem } from '../shell/sign-in-problem.ts';
import { fieldErrors } from '../ui/field-errors.ts';
import { RowsShape } from '../ui/shapes.tsx';
import { Door } from './door.tsx';
import { NewPassword, passwordProblem } from './new-password.tsx';
import { roleNames } from './role-names.ts';
import { useEntering } from './use-entering.ts';

export function InvitationPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  const { data, error } = useQuery({
    queryKey: ['invitation-offer', token],
    queryFn: () => send(InvitationOfferDocument, { token }),
  });
  if (error)
    return (
      <Door title="Invitation">
        <FailureState failure={failureOf(error)} />
      </Door>
    );
  if (!data)
    return (
      <Door title="Invitation">
        <RowsShape rows={4} />
      </Door>
    );
  if (data.invitationOffer) return <AcceptForm token={token} offer={data.invitationOffer} />;
  return (
    <Door
      title="This invitation is no longer good"
      text="It was used, withdrawn, or its time is over. Ask the person who invited you for another."
    >
      <p>
        You joined already? <Link to="/sign-in">Sign in</Link>.
      </p>
    </Door>
  );
}

type Offer = NonNullable<InvitationOfferQuery['invitationOffer']>;

function AcceptForm({ token, offer }: { token: string; offer: Offer }) {
  const enter = useEntering();
  const form = useForm({
    initialValues: { name: offer.name, password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'Must not be empty.' : null),
      password: (password) => (offer.hasAccount ? null : passwordProblem(password)),
    },
  });
  const accept = useMutation({
    mutationFn: (values: { name: string; password: string }) =>
      send(AcceptInvitationDocument, { input: { token, ...values } }),
    onSuccess: (answer) => enter(answer.acceptInvitation),
    onError: (error) => form.setErrors(fieldErrors(failureOf(error).fields)),
  });
  const failure = accept.error ? failureOf(accept.error) : undefined;
  return (
    <Door
      title={`Join ${offer.organizationName}`}
      text={
        <>
          You are invited as {roleNames(offer.roles)}, at {offer.email}. The invitation is good until{' '}
          {dayText(offer.expiresAt)}.
        </>
      }
    >
      <form onSubmit={form.onSubmit((values) => accept.mutate(values))} noValidate>
        {failure?.code === 'UNAUTHENTICATED' && <p role="alert">{signInProblem(failure)}</p>}
        {failure && failure.code !== 'INVALID' && failure.code !== 'UNAUTHENTICATED' && (
          <FailureState failure={failure} />
        )}
        <input type="email" name="email" autoComplete="username" value={offer.email} readOnly hidden />
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        {offer.hasAccount ? (
          <PasswordInput
            label="Password"
            description="You have an account here already: accept with its password."
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            {...form.getInputProps('password')}
          />
        ) : (
          <NewPassword {...form.getInputProps('password')} />
        )}
        <Button type="submit" loading={accept.isPending}>
          Accept and sign in
        </Button>
      </form>
    </Door>
  );
}
