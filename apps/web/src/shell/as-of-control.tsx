import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMatches } from '@tanstack/react-router';
import { useState } from 'react';
import { DateField } from '../ui/date-field.tsx';
import { dayText } from '../ui/dates.ts';
import { useToday } from './session.ts';
import { useAsOf } from './use-as-of.ts';

/** The day looked at, on the pages that can be asked as of a day. */
export function AsOfControl() {
  const possible = useMatches({ select: (matches) => matches.some((match) => match.staticData.asOf) });
  return possible ? <AsOfPicker /> : null;
}

function AsOfPicker() {
  const { asOf, lookAt } = useAsOf();
  const today = useToday();
  const [opened, { toggle, close }] = useDisclosure();
  const [day, setDay] = useState(asOf ?? today);
  const show = () => {
    lookAt(day);
    close();
  };
  return (
    <Popover opened={opened} onChange={close} width={264} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={toggle} aria-expanded={opened}>
          {asOf ? `As of ${dayText(asOf)}` : 'As of today'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Day to look at">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            show();
          }}
        >
          <DateField
            label="As recorded at the end of"
            description={`Up to today, ${dayText(today)}.`}
            value={day}
            onChange={setDay}
            max={today}
          />
          <Button type="submit" mt={12} fullWidth disabled={!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > today}>
            Show
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
