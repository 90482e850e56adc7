import { Anchor, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { Mark } from '../ui/mark.tsx';
import { useCover } from './cover.ts';
import { PasswordForm } from './password-form.tsx';
import { queryClient } from './queries.ts';
import { signedInAs, useSession } from './session.ts';
import classes from './sign-in-again.module.css';
import { continueAfterSignIn, useSigningInAgain } from './signing-in-again.ts';

/** Covers the page when the session has ended; behind it everything typed is kept (45 CFR 164.312(a)(2)(iii)). */
export function SignInAgain() {
  const opened = useSigningInAgain() === 'open';
  const { member, organization } = useSession();
  useCover(opened, stays);
  useEffect(() => {
    const title = document.title;
    if (!opened) return;
    document.title = 'Signed out · Attestry';
    return () => {
      document.title = title;
    };
  }, [opened]);
  return (
    <Modal
      opened={opened}
      onClose={stays}
      fullScreen
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': 'Sign in again' } }}
      zIndex={1000}
    >
      <div className={classes.card}>
        <Mark size={28} />
        <h1>You were signed out</h1>
        <p className={classes.text}>
          What you typed on this page is kept. Sign in as {member.email} to go on in {organization.name}.
        </p>
        {opened && (
          <PasswordForm
            email={member.email}
            organizationId={organization.id}
            command="Sign in and go on"
            onSignedIn={(session) => {
              signedInAs(session);
              continueAfterSignIn();
              void queryClient.invalidateQueries();
            }}
          >
            <p className={classes.other}>
              <Anchor href="/sign-in">Sign in as someone else</Anchor> (what you typed here is then lost)
            </p>
          </PasswordForm>
        )}
      </div>
    </Modal>
  );
}

/** There is no way past it but to sign in. */
const stays = () => undefined;
