import { dayText } from '@attestry/domain/time/day-text.ts';
import { expect, test } from 'vitest';
import { agoText, distanceText, instantText } from './dates.ts';

test('a day is written without passing through an instant, so no time zone can move it', () => {
  expect(dayText('2027-03-31')).toBe('31 Mar 2027');
  expect(dayText('2026-01-01')).toBe('1 Jan 2026');
});

test('an instant is written in the time zone asked for', () => {
  expect(instantText('2026-11-22T03:05:00.000Z', 'America/Chicago')).toBe('21 Nov 2026, 21:05');
  expect(instantText('2026-11-22T00:00:00.000Z', 'UTC')).toBe('22 Nov 2026, 00:00');
});

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-23', 'tomorrow'],
  ['2026-11-10', '12 days ago'],
  ['2027-03-31', 'in 4 months'],
  ['2023-11-22', '3 years ago'],
])('%s is %s', (day, words) => {
  expect(distanceText(day, '2026-11-22')).toBe(words);
});

test('how long ago', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(agoText('2026-11-22T11:59:50Z', now)).toBe('just now');
  expect(agoText('2026-11-22T11:48:00Z', now)).toBe('12 minutes ago');
  expect(agoText('2026-11-19T12:00:00Z', now)).toBe('3 days ago');
});
