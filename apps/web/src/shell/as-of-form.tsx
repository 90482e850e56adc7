import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../ui/date-field.tsx';
import { useToday } from './session.ts';
import { useAsOf } from './use-as-of.ts';

/** Chooses the day to look at; loaded when it is asked for. */
export function AsOfForm({ onDone }: { onDone: () => void }) {
  const { asOf, lookAt } = useAsOf();
  const today = useToday();
  const [day, setDay] = useState(asOf ?? today);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        lookAt(day);
        onDone();
      }}
    >
      <DateField
        label="As recorded at the end of"
        description={`Up to today, ${dayText(today)}.`}
        value={day}
        onChange={setDay}
        max={today}
        data-autofocus
      />
      <Button type="submit" mt={12} fullWidth disabled={!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > today}>
        Show
      </Button>
    </form>
  );
}
