import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYearsRoundingUp, dayAfter, dayBefore, daysBetween } from './dates.ts';

describe('days', () => {
  it.each([
    ['2026-01-31', '2026-02-01'],
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
    ['1900-02-28', '1900-03-01'],
    ['2026-12-31', '2027-01-01'],
    // The clocks of most of the law's readers change on these; a day stays a day.
    ['2026-03-08', '2026-03-09'],
    ['2026-11-01', '2026-11-02'],
  ])('%s is followed by %s', (day, next) => {
    expect([dayAfter(day), dayBefore(next)]).toEqual([next, day]);
  });

  it.each([
    ['2026-01-01', 30, '2026-01-31'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-01-01', 366, '2025-01-01'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
    expect(daysBetween(day, result)).toBe(days);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-02-28', 12, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });
});

describe('addYearsRoundingUp', () => {
  it.each([
    ['2023-05-01', 6, '2029-05-01'],
    ['2024-02-29', 6, '2030-03-01'],
    ['2024-02-29', 10, '2034-03-01'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-02-28', 6, '2029-02-28'],
  ])('%s and %i years is %s', (day, years, result) => {
    expect(addYearsRoundingUp(day, years)).toBe(result);
  });
});
