import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

/** Asks before a page with something unsaved is left, in the page and in the browser. */
export function LeaveGuard({ unsaved }: { unsaved: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title="Something is not saved yet">
      <p>What you changed on this page is lost when you leave it.</p>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={proceed}>
          Leave and lose it
        </Button>
        <Button onClick={reset} data-autofocus>
          Stay
        </Button>
      </Group>
    </Modal>
  );
}
