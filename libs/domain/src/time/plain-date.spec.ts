import { describe, expect, it } from 'vitest';
import { isPlainDate } from './plain-date.ts';

describe('isPlainDate', () => {
  it.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2199-12-31'])('%s exists', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    '',
    '1899-12-31',
    '2200-01-01',
    '1900-02-29',
    '2023-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-01-32',
    '2024-1-1',
    '24-01-01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '２０２４-01-01',
  ])('%j does not', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it('agrees with the calendar on every day of 1900 to 2199', () => {
    let days = 0;
    for (let year = 1900; year <= 2199; year++)
      for (let month = 1; month <= 12; month++)
        for (let day = 1; day <= 31; day++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const real = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
          if (isPlainDate(text) !== real) throw new Error(text);
          if (real) days++;
        }
    expect(days).toBe((Date.UTC(2200, 0, 1) - Date.UTC(1900, 0, 1)) / 86_400_000);
  });
});
