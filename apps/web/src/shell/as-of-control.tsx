import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMatches } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsOf } from './use-as-of.ts';

const AsOfForm = lazy(async () => ({ default: (await import('./as-of-form.tsx')).AsOfForm }));

/** The day looked at, on the pages that can be asked as of a day. */
export function AsOfControl() {
  const possible = useMatches({ select: (matches) => matches.some((match) => match.staticData.asOf) });
  return possible ? <AsOfPicker /> : null;
}

function AsOfPicker() {
  const { asOf } = useAsOf();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover opened={opened} onChange={close} width={264} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={toggle} aria-expanded={opened}>
          {asOf ? `As of ${dayText(asOf)}` : 'As of today'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Day to look at">
        <Suspense fallback={<div style={{ height: 124 }} />}>
          <AsOfForm onDone={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
