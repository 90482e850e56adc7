import { Button, PasswordInput, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type SessionStateFragment, SignInDocument } from '../generated/graphql.ts';
import { failureOf } from './api-error.ts';
import { send } from './client.ts';
import { signInProblem } from './sign-in-problem.ts';

interface Props {
  email: string;
  organizationId: string;
  command: string;
  onSignedIn: (session: SessionStateFragment) => void;
  children?: ReactNode;
}

/** Asks a known person for their password. */
export function PasswordForm({ email, organizationId, command, onSignedIn, children }: Props) {
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => send(SignInDocument, { input: { email, password, organizationId } }),
    onSuccess: (answer) => onSignedIn(answer.signIn),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <VisuallyHidden>
        <input type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-label="E-mail" />
      </VisuallyHidden>
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={signIn.error && signInProblem(failureOf(signIn.error))}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        data-autofocus
      />
      <Button type="submit" mt={16} fullWidth loading={signIn.isPending}>
        {command}
      </Button>
      {children}
    </form>
  );
}
