import { describe, expect, it } from 'vitest';
import { type Gap, gapDays, gapsOf } from './gaps.ts';
import { BAA, baa, chain, LISTED, segments, ZERO_RETENTION } from './testing.ts';

const told = (gaps: readonly Gap[]) =>
  gaps.map(
    ({ from, through, state, reasons }) => `${from}..${through ?? ''} ${state} ${reasons.map(({ key }) => key)}`,
  );

const LATE_BAA = segments(baa({ effectiveOn: '2024-06-01' }));
const ENDED = segments(baa({ effectiveOn: '2024-06-01', endsOn: '2025-05-31' }));

describe('the gaps of a flow', () => {
  it.each<[string, ReturnType<typeof segments>, string, string[]]>([
    ['none where it is covered', segments({}), '2026-01-01', []],
    ['none for own infrastructure', segments({}, { serviceId: null }), '2026-01-01', []],
    ['none before it begins', LATE_BAA, '2024-03-31', []],
    ['open on its first day', LATE_BAA, '2024-04-01', ['2024-04-01.. uncovered not-yet-effective']],
    ['open on its last day', LATE_BAA, '2024-05-31', ['2024-04-01.. uncovered not-yet-effective']],
    ['over the day after', LATE_BAA, '2024-06-01', ['2024-04-01..2024-05-31 uncovered not-yet-effective']],
    [
      'PHI before BAA is still on record years later',
      LATE_BAA,
      '2035-01-01',
      ['2024-04-01..2024-05-31 uncovered not-yet-effective'],
    ],
    ['not those to come', ENDED, '2025-05-31', ['2024-04-01..2024-05-31 uncovered not-yet-effective']],
    [
      'each by itself',
      ENDED,
      '2025-07-01',
      ['2024-04-01..2024-05-31 uncovered not-yet-effective', '2025-06-01.. uncovered ended'],
    ],
    [
      'over where the flow is over',
      segments({ agreements: [] }, { endsOn: '2024-12-31' }),
      '2025-01-01',
      ['2024-04-01..2024-12-31 uncovered no-agreement'],
    ],
    [
      'one while the reasons change',
      segments({
        agreements: [BAA],
        coveredServices: [{ ...LISTED, listedFrom: '2024-04-01', listedThrough: '2024-04-30' }],
        ...chain({ assurance: 'none', startsOn: '2024-04-15' }),
      }),
      '2024-12-31',
      ['2024-04-15.. uncovered subprocessor-missing,service-not-listed'],
    ],
    [
      'unknown and uncovered told apart',
      segments({
        conditions: [ZERO_RETENTION],
        conditionStatuses: [{ conditionId: 'zdr', since: '2024-05-01', met: 'no' }],
      }),
      '2024-12-31',
      ['2024-04-01..2024-04-30 unknown condition-unknown', '2024-05-01.. uncovered condition-unmet'],
    ],
  ])('%s', (_case, flow, on, expected) => {
    expect(told(gapsOf(flow, on))).toEqual(expected);
  });

  it('have days, both ends counted', () => {
    const days = (on: string) => gapsOf(LATE_BAA, on).map((gap) => gapDays(gap, on));
    expect([days('2024-04-01'), days('2024-04-30'), days('2024-06-01'), days('2030-01-01')]).toEqual([
      [1],
      [30],
      [61],
      [61],
    ]);
  });
});
