import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './plain-date.ts';

/*
 * Reckoning with days of law: calendar dates without a clock or a time zone.
 * Two `PlainDate`s compare as text: '2026-01-31' < '2026-02-01'.
 */

const on = (day: PlainDate) => Temporal.PlainDate.from(day);

export const addDays = (day: PlainDate, days: number): PlainDate => on(day).add({ days }).toString();
export const dayAfter = (day: PlainDate): PlainDate => addDays(day, 1);
export const dayBefore = (day: PlainDate): PlainDate => addDays(day, -1);

/** The same day of a later month, or the last of that month where it has no such day: 31 Jan + 1 = 28 or 29 Feb. */
export const addMonths = (day: PlainDate, months: number): PlainDate => on(day).add({ months }).toString();

/** The same day of a later year; 29 Feb becomes 1 March, so that nothing is kept shorter than the law says. */
export function addYearsRoundingUp(day: PlainDate, years: number): PlainDate {
  const later = on(day).add({ years });
  return (later.day < on(day).day ? later.add({ days: 1 }) : later).toString();
}

/** 0 for the same day, 1 for the day after, negative where `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => on(from).until(on(to)).days;
