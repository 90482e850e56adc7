import { describe, expect, it } from 'vitest';
import { daysInEffect, type EffectFacts, isInEffect, reasonsInEffect } from './in-effect.ts';

const SIGNED: EffectFacts = {
  signedByUpperOn: '2024-03-20',
  signedByVendorOn: '2024-03-25',
  effectiveOn: '2024-04-01',
  renewal: 'evergreen',
  termEndsOn: null,
  endsOn: null,
  supersededOn: null,
};

describe('an agreement binds both parties', () => {
  it.each<[string, Partial<EffectFacts>, string | null, string[]]>([
    ['until it is ended', {}, null, ['effective', 'no-end']],
    ['through its last day', { endsOn: '2025-03-31' }, '2025-03-31', ['effective', 'ended']],
    [
      'through the day before it is superseded',
      { supersededOn: '2025-03-01' },
      '2025-02-28',
      ['effective', 'superseded'],
    ],
    ['through a fixed term', { renewal: 'fixed', termEndsOn: '2025-03-31' }, '2025-03-31', ['effective', 'term-ended']],
    ['past a term that renews', { renewal: 'auto', termEndsOn: '2025-03-31' }, null, ['effective', 'no-end']],
    ['past a term of unknown renewal', { renewal: 'unknown', termEndsOn: '2025-03-31' }, null, ['effective', 'no-end']],
    [
      'through the earliest end: terminated within its term',
      { renewal: 'fixed', termEndsOn: '2025-03-31', endsOn: '2024-12-31', supersededOn: '2025-02-01' },
      '2024-12-31',
      ['effective', 'ended'],
    ],
    [
      'through the earliest end: superseded within its term',
      { renewal: 'fixed', termEndsOn: '2025-03-31', endsOn: '2025-06-30', supersededOn: '2025-02-01' },
      '2025-01-31',
      ['effective', 'superseded'],
    ],
    [
      'through the earliest end: the term runs out before the last day that somebody recorded',
      { renewal: 'fixed', termEndsOn: '2025-03-31', endsOn: '2025-06-30' },
      '2025-03-31',
      ['effective', 'term-ended'],
    ],
    ['on one day', { endsOn: '2024-04-01' }, '2024-04-01', ['effective', 'ended']],
  ])('%s', (_case, facts, through, keys) => {
    expect(daysInEffect({ ...SIGNED, ...facts })).toEqual({ from: '2024-04-01', through });
    expect(reasonsInEffect({ ...SIGNED, ...facts }).map(({ key }) => key)).toEqual(keys);
  });

  it.each<[string, Partial<EffectFacts>, string[]]>([
    ['the vendor signed', { signedByVendorOn: null, effectiveOn: null }, ['vendor-not-signed', 'no-effective-date']],
    ['the upper party signed', { signedByUpperOn: null }, ['upper-not-signed']],
    ['it has an effective date', { effectiveOn: null }, ['no-effective-date']],
  ])('on no day before %s', (_case, facts, keys) => {
    expect(daysInEffect({ ...SIGNED, ...facts })).toBeNull();
    expect(reasonsInEffect({ ...SIGNED, ...facts }).map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ['2024-03-31', false],
    ['2024-04-01', true],
    ['2025-03-31', true],
    ['2025-04-01', false],
  ])('first and last day included: %s %s', (day, bound) => {
    expect(isInEffect({ ...SIGNED, endsOn: '2025-03-31' }, day)).toBe(bound);
  });

  it('says so in words', () => {
    expect(reasonsInEffect({ ...SIGNED, supersededOn: '2025-03-01' }).map(({ text }) => text)).toEqual([
      'Signed by both parties and effective since 1 Apr 2024.',
      'Another agreement takes its place on 1 Mar 2025.',
    ]);
  });
});
