import { dayText } from '@attestry/domain/time/day-text.ts';

/** An instant in the viewer's time zone, or the one given: "31 Mar 2027, 14:05". */
export function instantText(instant: string, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { ...CLOCK, timeZone }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return `${dayText(`${part('year')}-${part('month')}-${part('day')}`)}, ${part('hour')}:${part('minute')}`;
}

/** "14:05". */
export const clockText = (at: Date): string =>
  at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Days from one date to another, in words: "in 12 days", "3 months ago". */
export function distanceText(day: string, today: string): string {
  const days = Math.round((Date.parse(day.slice(0, 10)) - Date.parse(today)) / 86_400_000);
  const far = Math.abs(days);
  if (far < 45) return RELATIVE.format(days, 'day');
  return far < 548
    ? RELATIVE.format(Math.round(days / 30.44), 'month')
    : RELATIVE.format(Math.round(days / 365.25), 'year');
}

/** How long ago an instant was: "just now", "12 minutes ago", "3 days ago". */
export function agoText(instant: string, now = Date.now()): string {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  if (minutes > -1) return 'just now';
  if (minutes > -60) return RELATIVE.format(minutes, 'minute');
  if (minutes > -36 * 60) return RELATIVE.format(Math.round(minutes / 60), 'hour');
  return RELATIVE.format(Math.round(minutes / 1440), 'day');
}

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const CLOCK: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
