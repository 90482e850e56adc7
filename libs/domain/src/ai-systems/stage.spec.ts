import { describe, expect, it } from 'vitest';
import { STAGES } from './facts.ts';
import { mayMoveStage, mayRetire } from './stage.ts';

describe('the stage of an AI system', () => {
  it('is moved by an edit anywhere but to retired, and back from there', () => {
    for (const from of STAGES)
      for (const to of STAGES)
        expect([from, to, mayMoveStage(from, to).allowed]).toEqual([from, to, to !== 'retired' || from === 'retired']);
  });

  it.each([
    ['2024-05-01', '2024-05-01', 'retire'],
    ['2024-05-01', '2024-04-30', 'before-live'],
    [null, '2026-11-22', 'retire'],
    [null, '2026-11-23', 'future'],
  ])('live since %s, retired on %s: %s', (liveSince, retiredOn, key) => {
    const { because } = mayRetire({ stage: 'live', liveSince, retiredOn, today: '2026-11-22' });
    expect(because[0]?.key).toBe(key);
  });

  it('is not retired twice', () => {
    const retirement = { stage: 'retired', liveSince: null, retiredOn: '2026-01-01', today: '2026-11-22' } as const;
    expect(mayRetire(retirement)).toMatchObject({ allowed: false, because: [{ key: 'retired' }] });
  });
});
