import { describe, expect, it } from 'vitest';
import { listDate } from './list-date.ts';

describe('the date that a list bears', () => {
  it.each([
    ['**Effective date:** 2025-12-16', '2025-12-16'],
    ['**DATE: August 19, 2024**', '2024-08-19'],
    ['Last updated on March 3rd, 2025.', '2025-03-03'],
    ['last_updated: "2025-01-31"', '2025-01-31'],
    ['Updated: 7/4/2025', '2025-07-04'],
    ['This list is current as of 9 Oct 2026, and may change.', '2026-10-09'],
    ['Effective from 1 September 2025', '2025-09-01'],
    ['Published January 5, 2026. Effective February 1, 2026.', '2026-02-01'],
    ['Sept. 30, 2025 is nothing.\nDated: Sept. 30, 2025', '2025-09-30'],
  ])('%s', (text, on) => {
    expect(listDate(text)).toEqual({ on });
  });

  it.each([
    ['Effective date: 2025-02-30', '2025-02-30'],
    ['Last updated February 30, 2025', 'February 30, 2025'],
    ['Date: 13/45/2025', '13/45/2025'],
    ['DATE: 31 November 2024', '31 November 2024'],
  ])('does not exist in %s', (text, wrong) => {
    expect(listDate(text)).toEqual({ wrong });
  });

  it.each([
    'We may update this list from time to time. Material changes will be reflected in commit history and effective date.',
    'Founded in 1999. Copyright 2026.',
    'The agreement of March 3, 2025 governs.',
    'Effective immediately',
    '',
  ])('is not there: %s', (text) => {
    expect(listDate(text)).toBeUndefined();
  });
});
