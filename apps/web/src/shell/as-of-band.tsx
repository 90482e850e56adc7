import { dayText } from '@attestry/domain/time/day-text.ts';
import { Anchor } from '@mantine/core';
import { useMatches } from '@tanstack/react-router';
import { distanceText } from '../ui/dates.ts';
import classes from './as-of-band.module.css';
import { useToday } from './session.ts';
import { useAsOf } from './use-as-of.ts';

/** Says that the page shows a past day, where it can. */
export function AsOfBand() {
  const possible = useMatches({ select: (matches) => matches.some((match) => match.staticData.asOf) });
  const { asOf, lookAt } = useAsOf();
  const today = useToday();
  if (!possible || !asOf) return null;
  return (
    <p className={classes.band} role="status">
      As recorded at the end of {dayText(asOf)} ({distanceText(asOf, today)}). Read-only.{' '}
      <Anchor component="button" onClick={() => lookAt(undefined)}>
        Back to today
      </Anchor>
    </p>
  );
}
