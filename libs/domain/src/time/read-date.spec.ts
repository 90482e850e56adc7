import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';

describe('readDate', () => {
  it.each<[string, string, 'day' | 'month' | 'year']>([
    ['2024-10-01 00:00:00', '2024-10-01', 'day'],
    ['2024-10-01', '2024-10-01', 'day'],
    ['2024-10-01T00:00:00.000Z', '2024-10-01', 'day'],
    ['2024/1/5', '2024-01-05', 'day'],
    ['01/01/2026 00:00:00', '2026-01-01', 'day'],
    ['09/24/2024 12:00:00 AM', '2024-09-24', 'day'],
    ['9/11/2024 0:00', '2024-09-11', 'day'],
    ['1/30/2026', '2026-01-30', 'day'],
    ['1/30/26', '2026-01-30', 'day'],
    ['30 Jan 2026', '2026-01-30', 'day'],
    ['January 30, 2026', '2026-01-30', 'day'],
    ['30-Jan-26', '2026-01-30', 'day'],
    ['01/2024', '2024-01-01', 'month'],
    ['2024-03', '2024-03-01', 'month'],
    ['Jul-25', '2025-07-01', 'month'],
    ['Jan-03', '2003-01-01', 'month'],
    ['Sept 2024', '2024-09-01', 'month'],
    ['March 2024', '2024-03-01', 'month'],
    ["Jan '99", '1999-01-01', 'month'],
    ['2023', '2023-01-01', 'year'],
    [' 2023 ', '2023-01-01', 'year'],
  ])('%j', (text, on, precision) => {
    expect(readDate(text)).toEqual({ on, precision });
  });

  it.each([
    '',
    'soon',
    'Q3 2024',
    'FY24',
    '2023-02-29',
    '31/01/2026',
    '13/2024',
    '1/1/1850',
    '45292',
    'Ma 2024',
    'Marble 2024',
    '2024-10-01 and later',
    '1/2/3/2024',
  ])('%j is not guessed at', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it('reads the day first when told so', () => {
    expect(readDate('31/01/2026', 'dmy')).toEqual({ on: '2026-01-31', precision: 'day' });
    expect(readDate('02/03/2026', 'dmy')?.on).toBe('2026-03-02');
    expect(readDate('02/03/2026', 'mdy')?.on).toBe('2026-02-03');
    expect(readDate('01/31/2026', 'dmy')).toBeUndefined();
  });
});
