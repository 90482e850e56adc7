import { describe, expect, it } from 'vitest';
import { placeIn, spanAround, yearsIn } from './timeline-scale.ts';

const YEAR = { from: '2025-01-01', through: '2025-12-31' };

describe('the place of days in a drawing', () => {
  it('is the whole width for the whole span, its last day included', () => {
    expect(placeIn(YEAR, '2025-01-01', '2025-12-31')).toEqual({ left: 0, width: 100 });
    expect(placeIn(YEAR, '2024-06-01', null)).toEqual({ left: 0, width: 100 });
  });

  it('is one day wide for one day', () => {
    expect(placeIn(YEAR, '2025-12-31', '2025-12-31')!.width).toBeCloseTo(100 / 365, 6);
  });

  it('lets runs that follow each other touch', () => {
    const [one, two] = [placeIn(YEAR, '2025-01-01', '2025-03-31')!, placeIn(YEAR, '2025-04-01', null)!];
    expect(one.left + one.width).toBeCloseTo(two.left, 6);
  });

  it('is none for days out of sight', () => {
    expect(placeIn(YEAR, '2023-01-01', '2024-12-31')).toBeUndefined();
    expect(placeIn(YEAR, '2026-01-01', null)).toBeUndefined();
  });

  it('shows a year ahead', () => {
    expect(spanAround('2026-02-28', 3)).toEqual({ from: '2023-02-28', through: '2027-02-28' });
  });

  it('marks where years begin', () => {
    expect(yearsIn({ from: '2024-07-01', through: '2026-06-30' }).map(({ year }) => year)).toEqual(['2025', '2026']);
  });
});
