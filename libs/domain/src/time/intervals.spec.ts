import { describe, expect, it } from 'vitest';
import { ALWAYS, type Days, includes, intersection, interval, lastDay, NEVER, union } from './intervals.ts';

/** `01-05 10-` as days of January 2026, last days included. */
const days = (text: string): Days =>
  text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [from, through] = part.split('-').map((day) => (day ? `2026-01-${day}` : null));
      return interval(from ?? null, through ?? null);
    });

describe('days from a first to a last', () => {
  it('hold both, and give the last back', () => {
    const [january] = days('05-10');
    expect(['04', '05', '10', '11'].map((day) => includes(january!, `2026-01-${day}`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(lastDay(january!)).toBe('2026-01-10');
  });

  it('may be open', () => {
    const [open] = ALWAYS;
    expect([interval(null, null), lastDay(open!)]).toEqual([open, null]);
    expect(['1900-01-01', '2199-12-31'].map((day) => includes(open!, day))).toEqual([true, true]);
  });
});

describe('two sets of days', () => {
  it.each([
    ['', '05-10', '05-10'],
    ['05-10', '', '05-10'],
    ['05-10', '08-12', '05-12'],
    ['05-10', '06-07', '05-10'],
    ['06-07', '05-10', '05-10'],
    ['05-10', '11-12', '05-12'],
    ['05-10', '12-13', '05-10 12-13'],
    ['12-', '05-10', '05-10 12-'],
    ['01-02 05-06', '03-04', '01-06'],
  ])('%j or %j: %j', (one, other, both) => {
    expect(union(days(one), days(other))).toEqual(days(both));
  });

  it('are told apart by growth: what adds nothing gives the same set back', () => {
    const known = days('05-10 20-');
    expect(union(known, days('06-07 25-'))).toBe(known);
    expect(union(known, days('11-11'))).not.toBe(known);
    expect(union(NEVER, NEVER)).toBe(NEVER);
  });

  it.each([
    ['05-10', '08-12', '08-10'],
    ['05-10', '10-12', '10-10'],
    ['05-10', '11-12', ''],
    ['01-02 05-06 09-', '02-05', '02-02 05-05'],
  ])('%j and %j: %j', (one, other, both) => {
    expect(intersection(days(one), days(other)[0]!)).toEqual(days(both));
  });
});
