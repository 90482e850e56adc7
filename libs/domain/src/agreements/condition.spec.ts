import { expect, it } from 'vitest';
import { metOn } from './condition.ts';

const SAID = [
  { since: '2025-03-01', met: 'yes' },
  { since: '2024-01-01', met: 'no' },
  { since: '2025-09-01', met: 'unknown' },
] as const;

it.each([
  ['before anybody said', '2023-12-31', 'unknown'],
  ['from the day it was said on', '2024-01-01', 'no'],
  ['until something else is said', '2025-02-28', 'no'],
  ['then that', '2025-03-01', 'yes'],
  ['nobody knows any more', '2025-09-01', 'unknown'],
])('%s, %s: %s', (_case, day, met) => {
  expect(metOn(SAID, day)).toBe(met);
});

it('of nothing said, unknown', () => {
  expect(metOn([], '2026-01-01')).toBe('unknown');
});
