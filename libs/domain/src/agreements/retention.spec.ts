import { describe, expect, it } from 'vitest';
import type { EffectFacts } from './in-effect.ts';
import type { ObligationFacts } from './obligation.ts';
import { keepUntil } from './retention.ts';

const BAA: EffectFacts = {
  signedByUpperOn: '2019-07-01',
  signedByVendorOn: '2019-07-01',
  effectiveOn: '2019-07-01',
  renewal: 'evergreen',
  termEndsOn: null,
  endsOn: null,
  supersededOn: null,
};
const done = (doneOn: string | null): ObligationFacts => ({
  dueOn: '2025-01-01',
  outcome: doneOn === null ? null : 'destroyed',
  doneOn,
  certificateId: null,
  infeasibleSince: null,
  infeasibleReason: '',
  recheckedOn: null,
});
const signed = (day: string) => ({ signedByUpperOn: day, signedByVendorOn: day, effectiveOn: day });
const R8 = { ...BAA, endsOn: '2024-06-30' };
const R11 = { ...BAA, endsOn: '2025-01-31' };
const INFEASIBLE: ObligationFacts = {
  ...done('2027-06-30'),
  infeasibleSince: '2025-02-15',
  infeasibleReason: 'Backups',
};

describe('an agreement is kept', () => {
  it.each<[string, EffectFacts, ObligationFacts[], string, string | null, string]>([
    [
      'R8 signed 2019-07-01, terminated 2024-06-30, all PHI destroyed that day',
      R8,
      [done('2024-06-30'), done('2024-06-30')],
      '2026-11-22',
      '2030-06-30',
      'six-years',
    ],
    [
      'R9 signed 2018-01-01, superseded 2022-04-01 by the restated agreement',
      { ...BAA, ...signed('2018-01-01'), supersededOn: '2022-04-01' },
      [],
      '2026-11-22',
      '2028-04-01',
      'six-years',
    ],
    [
      'R10 the restated agreement, 2022-04-01 to 2026-10-31',
      { ...BAA, ...signed('2022-04-01'), endsOn: '2026-10-31' },
      [],
      '2026-11-22',
      '2032-10-31',
      'six-years',
    ],
    [
      'R11 return infeasible, last PHI destroyed 2027-06-30',
      R11,
      [done('2025-02-10'), INFEASIBLE],
      '2027-06-30',
      '2033-06-30',
      'six-years',
    ],
    ['R11 the day before: open', R11, [done('2025-02-10'), INFEASIBLE], '2027-06-29', null, 'obligations-open'],
    ['R11 while it is in effect', R11, [], '2025-01-31', null, 'in-effect'],
    ['R11 the day after its last', R11, [done(null)], '2025-02-01', null, 'obligations-open'],
    ['in effect without an end', BAA, [], '2026-11-22', null, 'in-effect'],
    [
      'not signed by both',
      { ...BAA, signedByVendorOn: null, effectiveOn: null },
      [],
      '2026-11-22',
      null,
      'not-in-effect',
    ],
    ['superseded on a day ahead', { ...BAA, supersededOn: '2026-11-23' }, [], '2026-11-22', null, 'in-effect'],
    ['superseded today', { ...BAA, supersededOn: '2026-11-22' }, [], '2026-11-22', '2032-11-22', 'six-years'],
    [
      'its term ran out, its end not recorded',
      { ...BAA, renewal: 'fixed', termEndsOn: '2025-12-31' },
      [],
      '2026-11-22',
      null,
      'end-not-recorded',
    ],
    [
      'its term ran out, the PHI accounted for',
      { ...BAA, renewal: 'fixed', termEndsOn: '2025-12-31' },
      [done('2025-12-01')],
      '2026-11-22',
      '2031-12-31',
      'six-years',
    ],
    [
      'superseded after its term ran out: from the later day',
      { ...BAA, renewal: 'fixed', termEndsOn: '2025-12-31', supersededOn: '2026-03-01' },
      [],
      '2026-11-22',
      '2032-03-01',
      'six-years',
    ],
    ['PHI returned before its last day', R8, [done('2024-05-01')], '2026-11-22', '2030-06-30', 'six-years'],
    [
      'ended on 29 February: kept through 1 March',
      { ...BAA, endsOn: '2024-02-29' },
      [done('2024-02-29')],
      '2026-11-22',
      '2030-03-01',
      'six-years',
    ],
  ])('%s', (_case, agreement, obligations, day, until, key) => {
    const answer = keepUntil(agreement, obligations, day);
    expect([answer.until, answer.reason.key]).toEqual([until, key]);
  });
});
