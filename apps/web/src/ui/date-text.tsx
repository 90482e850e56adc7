import { agoText, dayText, distanceText, instantText } from './dates.ts';
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

/** An instant; with `ago`, how long ago, the exact time on hover and for screen readers. */
export function InstantText({ at, timeZone, ago }: { at: string; timeZone?: string; ago?: boolean }) {
  const exact = instantText(at, timeZone);
  return (
    <time dateTime={at} title={exact} className={classes.day}>
      {ago ? agoText(at) : exact}
    </time>
  );
}
