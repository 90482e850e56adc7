import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayAfter, dayBefore } from '../time/dates.ts';
import { type TermFacts, termOn } from './term.ts';

const SIGNED: TermFacts = {
  signedByUpperOn: '2024-01-01',
  signedByVendorOn: '2024-01-01',
  effectiveOn: '2024-01-01',
  renewal: 'auto',
  termEndsOn: '2024-12-31',
  renewalMonths: 12,
  noticeDays: 60,
  noticeGivenOn: null,
  endsOn: null,
  supersededOn: null,
};

describe('the present term and its notice', () => {
  it.each<[string, Partial<TermFacts>, string, [string | null, string | null, number | null, string[]]]>([
    ['in the first term', {}, '2024-06-01', ['2024-12-31', '2024-11-01', 213, ['auto', 'notice-by']]],
    ['on the last day to give notice', {}, '2024-11-01', ['2024-12-31', '2024-11-01', 60, ['auto', 'notice-by']]],
    ['the day after it', {}, '2024-11-02', ['2024-12-31', '2024-11-01', 59, ['auto', 'notice-passed']]],
    ['on the last day of the first term', {}, '2024-12-31', ['2024-12-31', '2024-11-01', 0, ['auto', 'notice-passed']]],
    ['on the first day of the second', {}, '2025-01-01', ['2025-12-31', '2025-11-01', 364, ['auto', 'notice-by']]],
    ['many terms later', {}, '2043-05-05', ['2043-12-31', '2043-11-01', 240, ['auto', 'notice-by']]],
    [
      'where the notice is unknown',
      { noticeDays: null },
      '2024-06-01',
      ['2024-12-31', null, 213, ['auto', 'notice-unknown']],
    ],
    [
      'with a term of one month from 31 Jan',
      { termEndsOn: '2024-01-30', renewalMonths: 1, noticeDays: 0 },
      '2024-01-31',
      ['2024-02-28', '2024-02-28', 28, ['auto', 'notice-by']],
    ],
    [
      'and the next, from 29 Feb, the last of its month',
      { termEndsOn: '2024-01-30', renewalMonths: 1, noticeDays: 0 },
      '2024-02-29',
      ['2024-03-30', '2024-03-30', 30, ['auto', 'notice-by']],
    ],
    [
      'a year from 1 March of a leap year',
      { termEndsOn: '2024-02-29', noticeDays: 30 },
      '2024-03-01',
      ['2025-02-28', '2025-01-29', 364, ['auto', 'notice-by']],
    ],
    [
      'and in the next leap year',
      { termEndsOn: '2024-02-29', noticeDays: 30 },
      '2027-03-01',
      ['2028-02-29', '2028-01-30', 365, ['auto', 'notice-by']],
    ],
    [
      'a year from 29 Feb ends before the earlier anniversary',
      { termEndsOn: '2024-02-28', noticeDays: 30 },
      '2024-02-29',
      ['2025-02-27', '2025-01-28', 364, ['auto', 'notice-by']],
    ],
    [
      'with a fixed term',
      { renewal: 'fixed', renewalMonths: null },
      '2024-06-01',
      ['2024-12-31', '2024-11-01', 213, ['fixed', 'notice-by']],
    ],
    ['after a fixed term', { renewal: 'fixed', renewalMonths: null }, '2025-01-01', [null, null, null, []]],
    ['where it runs until it is ended', { renewal: 'evergreen' }, '2024-06-01', [null, null, null, ['evergreen']]],
    [
      'where nobody knows whether it renews',
      { renewal: 'unknown' },
      '2024-06-01',
      ['2024-12-31', '2024-11-01', 213, ['renewal-unknown', 'notice-by']],
    ],
    ['past such a term', { renewal: 'unknown' }, '2025-01-01', [null, null, null, ['renewal-unknown']]],
    [
      'once notice was given',
      { noticeGivenOn: '2024-05-01', endsOn: '2024-08-31' },
      '2024-06-01',
      ['2024-08-31', null, 91, ['no-further-term']],
    ],
    [
      'once its last day is beyond the present term',
      { endsOn: '2025-03-31' },
      '2024-06-01',
      ['2024-12-31', null, 303, ['no-further-term']],
    ],
    [
      'once another agreement is to take its place',
      { supersededOn: '2024-09-01' },
      '2024-06-01',
      ['2024-08-31', null, 91, ['no-further-term']],
    ],
    [
      'while it is not signed',
      { signedByVendorOn: null, effectiveOn: null },
      '2024-06-01',
      ['2024-12-31', null, null, ['auto']],
    ],
  ])('%s', (_case, facts, day, [termEndsOn, noticeBy, daysLeft, keys]) => {
    const answer = termOn({ ...SIGNED, ...facts }, day);
    expect({ ...answer, reasons: answer.reasons.map(({ key }) => key) }).toEqual({
      termEndsOn,
      noticeBy,
      daysLeft,
      reasons: keys,
    });
  });

  it('is the first term that has not ended, whatever the day and the months', () => {
    for (const months of [1, 2, 3, 6, 12, 36, 120])
      for (const first of ['2024-01-30', '2024-02-28', '2024-02-29', '2024-03-30', '2023-12-31'])
        for (let step = 1; step < 60; step += 1) {
          const day = addDays(first, step * 37);
          let renewals = 1;
          while (dayBefore(addMonths(dayAfter(first), renewals * months)) < day) renewals += 1;
          const { termEndsOn } = termOn({ ...SIGNED, termEndsOn: first, renewalMonths: months }, day);
          expect([first, months, day, termEndsOn]).toEqual([
            first,
            months,
            day,
            dayBefore(addMonths(dayAfter(first), renewals * months)),
          ]);
        }
  });
});
