import { Button, Group, Modal } from '@mantine/core';
import { SignOutDocument } from '../generated/graphql.ts';
import { clockText } from '../ui/dates.ts';
import { send } from './client.ts';
import { useCover } from './cover.ts';
import { useSession } from './session.ts';
import { signOut } from './sign-out.ts';
import { sessionHasEnded } from './signing-in-again.ts';
import { useIdle } from './use-idle.ts';

/** Warns two minutes before the session ends for want of activity, then ends it (45 CFR 164.312(a)(2)(iii)). */
export function IdleLogoff() {
  const { endsAt, stay } = useIdle(useSession(), async () => {
    await send(SignOutDocument, {}).catch(() => undefined);
    sessionHasEnded();
  });
  useCover(endsAt !== undefined, stay);
  return (
    <Modal opened={endsAt !== undefined} onClose={stay} title="Are you still there?" size={420} zIndex={900}>
      <p>
        You will be signed out at {endsAt === undefined ? '' : clockText(new Date(endsAt))}, because nothing was done on
        this page for a while. What you typed is kept.
      </p>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={() => void signOut()}>
          Sign out now
        </Button>
        <Button onClick={stay} data-autofocus>
          Stay signed in
        </Button>
      </Group>
    </Modal>
  );
}
