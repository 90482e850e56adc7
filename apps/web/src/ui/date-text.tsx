import { dayText } from '@attestry/domain/time/day-text.ts';
import { createContext, use } from 'react';
import { agoText, distanceText, instantText } from './dates.ts';
import classes from './text.module.css';

/** A day; with `today`, also how far it is from today. */
export function DateText({ day, today }: { day: string; today?: string }) {
  return (
    <time dateTime={day} className={classes.day}>
      {dayText(day)}
      {today && <span className={classes.second}> {distanceText(day, today)}</span>}
    </time>
  );
}

/** The time zone in which instants are shown: the organization's. Without one, the reader's own. */
export const ShownTimeZone = createContext<string | undefined>(undefined);

interface InstantProps {
  at: string;
  /** Where it is to be another than the organization's. */
  timeZone?: string;
  /** How long ago, with the exact time on hover and for screen readers. */
  ago?: boolean;
  dayOnly?: boolean;
}

/** An instant: "31 Mar 2027, 14:05". */
export function InstantText({ at, timeZone, ago, dayOnly }: InstantProps) {
  const shown = use(ShownTimeZone);
  const exact = instantText(at, timeZone ?? shown);
  return (
    <time dateTime={at} title={exact} className={classes.day}>
      {ago ? agoText(at) : dayOnly ? exact.replace(/,.*/, '') : exact}
    </time>
  );
}
