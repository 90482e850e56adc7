import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { SignInDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { send } from '../shell/client.ts';
import { signInProblem } from '../shell/sign-in-problem.ts';
import { Door } from './door.tsx';
import { useEntering } from './use-entering.ts';

export function SignInPage() {
  const { to } = useSearch({ from: '/sign-in' });
  const enter = useEntering(to);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => send(SignInDocument, { input: { email: email.trim(), password } }),
    onSuccess: (answer) => enter(answer.signIn),
  });
  return (
    <Door title="Sign in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        {signIn.error && (
          <Alert color="gap" role="alert">
            {signInProblem(failureOf(signIn.error))}
          </Alert>
        )}
        <TextInput
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        />
        <Button type="submit" loading={signIn.isPending}>
          Sign in
        </Button>
      </form>
    </Door>
  );
}
