import { describe, expect, it } from 'vitest';
import { type MergedVendor, type Merging, mayMerge } from './may-merge.ts';

const vendor = (id: string, facts: Partial<MergedVendor> = {}): MergedVendor => ({
  id,
  name: `Vendor ${id}`,
  offboardedOn: null,
  mergedIntoId: null,
  withdrawnAt: null,
  ...facts,
});

describe('merging two vendors', () => {
  it.each<[string, Partial<Merging>, string[]]>([
    ['of which nothing speaks against it', {}, []],
    ['that are the same record', { merge: vendor('a') }, ['itself']],
    ['one of which was offboarded', { merge: vendor('b', { offboardedOn: '2026-01-01' }) }, ['offboarded']],
    ['into one that was offboarded', { keep: vendor('a', { offboardedOn: '2026-01-01' }) }, ['offboarded']],
    ['one of which was merged already', { merge: vendor('b', { mergedIntoId: 'c' }) }, ['merged']],
    ['into one that was merged already', { keep: vendor('a', { mergedIntoId: 'b' }) }, ['merged']],
    ['one of which was withdrawn', { merge: vendor('b', { withdrawnAt: '2026-01-01T00:00:00Z' }) }, ['withdrawn']],
    ['into one that was withdrawn', { keep: vendor('a', { withdrawnAt: '2026-01-01T00:00:00Z' }) }, ['withdrawn']],
    ['with a link between them', { linksBetween: 1 }, ['link-to-itself']],
    [
      'with agreements between them',
      { agreementsBetween: ['Sub BAA', 'Old BAA'] },
      ['agreement-with-itself', 'agreement-with-itself'],
    ],
    ['with agreements that cover the same', { coveringTheSame: [['Sub BAA', 'Old BAA']] }, ['covering-the-same']],
    [
      'for several reasons',
      { keep: vendor('a', { mergedIntoId: 'c' }), linksBetween: 2 },
      ['merged', 'link-to-itself'],
    ],
  ])('%s', (_, facts, keys) => {
    const merging = {
      keep: vendor('a'),
      merge: vendor('b'),
      linksBetween: 0,
      agreementsBetween: [],
      coveringTheSame: [],
      ...facts,
    };
    const { allowed, because } = mayMerge(merging);
    expect([allowed, allowed ? [] : because.map(({ key }) => key)]).toEqual([keys.length === 0, keys]);
  });

  it('names what is in the way', () => {
    const merging = { keep: vendor('a'), merge: vendor('b'), linksBetween: 1, agreementsBetween: ['Sub BAA'] };
    const coveringTheSame = [['One BAA', 'Other BAA']] as const;
    expect(mayMerge({ ...merging, coveringTheSame }).because.map(({ text }) => text)).toEqual([
      'The subprocessor chain leads from one of them to the other: after merging, it would lead from Vendor a to itself.',
      '“Sub BAA” is between the two: after merging, Vendor a would have an agreement with itself.',
      '“One BAA” and “Other BAA” cover the same service on the same days: end one of them before, or change its list.',
    ]);
  });
});
