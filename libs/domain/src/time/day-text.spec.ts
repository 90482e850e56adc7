import { expect, it } from 'vitest';
import { dayText } from './day-text.ts';

it.each([
  ['2027-03-31', '31 Mar 2027'],
  ['2026-01-01', '1 Jan 2026'],
  ['1999-12-09', '9 Dec 1999'],
])('%s is written %s', (day, text) => {
  expect(dayText(day)).toBe(text);
});
