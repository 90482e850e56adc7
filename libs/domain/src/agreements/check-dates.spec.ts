import { describe, expect, it } from 'vitest';
import { type AgreementDates, wrongDates } from './check-dates.ts';

const TODAY = '2026-11-22';
const RIGHT: AgreementDates = {
  draftedOn: '2026-01-01',
  sentOn: '2026-01-01',
  signedByUpperOn: '2026-02-01',
  signedByVendorOn: '2026-02-03',
  effectiveOn: '2026-02-03',
  renewal: 'fixed',
  termEndsOn: '2026-02-03',
  renewalMonths: null,
  noticeGivenOn: null,
  noticeGivenBy: null,
  endsOn: null,
  supersededOn: null,
};
const UNSIGNED = {
  signedByUpperOn: null,
  signedByVendorOn: null,
  effectiveOn: null,
  renewal: 'unknown',
  termEndsOn: null,
} as const;

describe('the dates of an agreement', () => {
  it.each<[string, Partial<AgreementDates>]>([
    ['each on the day of the one before', {}],
    ['nothing known', { ...UNSIGNED, draftedOn: null, sentOn: null }],
    ['today', { ...UNSIGNED, draftedOn: TODAY, sentOn: TODAY, signedByUpperOn: TODAY }],
    [
      'effective, ending and running out on days ahead',
      { effectiveOn: '2027-01-01', termEndsOn: '2027-12-31', endsOn: '2027-06-30' },
    ],
    ['notice given, with its last day', { noticeGivenOn: '2026-03-01', noticeGivenBy: 'vendor', endsOn: '2026-03-01' }],
    ['one day in effect', { endsOn: '2026-02-03' }],
    ['superseded the day after it was effective', { supersededOn: '2026-02-04' }],
    ['signed one after the other, effective later', { signedByUpperOn: '2025-01-01', effectiveOn: '2026-02-03' }],
    ['renewing', { renewal: 'auto', renewalMonths: 12 }],
  ])('are right: %s', (_case, facts) => {
    expect(wrongDates({ ...RIGHT, ...facts }, TODAY)).toEqual([]);
  });

  it.each<[string, Partial<AgreementDates>, [string, string][]]>([
    ['drafted in the future', { ...UNSIGNED, draftedOn: '2026-11-23', sentOn: null }, [['draftedOn', 'future']]],
    ['sent in the future', { ...UNSIGNED, sentOn: '2026-11-23' }, [['sentOn', 'future']]],
    ['a signature in the future', { ...UNSIGNED, signedByVendorOn: '2026-11-23' }, [['signedByVendorOn', 'future']]],
    ['notice in the future', { noticeGivenOn: '2026-11-23', endsOn: '2026-12-31' }, [['noticeGivenOn', 'future']]],
    ['sent before drafted', { draftedOn: '2026-01-02' }, [['sentOn', 'sent-before-drafted']]],
    ['effective before signed', { effectiveOn: '2026-02-02' }, [['effectiveOn', 'effective-before-signed']]],
    ['effective before either signed', { effectiveOn: '2026-01-31' }, [['effectiveOn', 'effective-before-signed']]],
    ["effective without the vendor's signature", { signedByVendorOn: null }, [['effectiveOn', 'effective-unsigned']]],
    [
      'effective without both signatures',
      { signedByUpperOn: null, signedByVendorOn: null },
      [['effectiveOn', 'effective-unsigned']],
    ],
    ['term end before effective', { termEndsOn: '2026-02-02' }, [['termEndsOn', 'term-before-effective']]],
    ['ended before effective', { endsOn: '2026-02-02' }, [['endsOn', 'ended-before-effective']]],
    ['ended, never effective', { ...UNSIGNED, endsOn: '2026-03-01' }, [['endsOn', 'ended-not-effective']]],
    ['fixed without an end', { termEndsOn: null }, [['termEndsOn', 'term-missing']]],
    [
      'renewing without an end of the first term',
      { renewal: 'auto', renewalMonths: 12, termEndsOn: null },
      [['termEndsOn', 'term-missing']],
    ],
    ['renewing without months', { renewal: 'auto' }, [['renewalMonths', 'months-missing']]],
    ['notice without an end', { noticeGivenOn: '2026-03-01' }, [['endsOn', 'notice-without-end']]],
    [
      'ended before notice was given',
      { noticeGivenOn: '2026-03-01', endsOn: '2026-02-28' },
      [['endsOn', 'ended-before-notice']],
    ],
    [
      'effective on the day on which another takes its place',
      { supersededOn: '2026-02-03' },
      [['effectiveOn', 'superseded-before-effective']],
    ],
    [
      'several at once',
      { draftedOn: '2026-11-23', termEndsOn: null, endsOn: '2026-02-02' },
      [
        ['draftedOn', 'future'],
        ['sentOn', 'sent-before-drafted'],
        ['endsOn', 'ended-before-effective'],
        ['termEndsOn', 'term-missing'],
      ],
    ],
  ])('are wrong: %s', (_case, facts, expected) => {
    expect(wrongDates({ ...RIGHT, ...facts }, TODAY).map(({ fact, key }) => [fact, key])).toEqual(expected);
  });

  it('are named at the field that was changed, with how to mend it', () => {
    const facts = { ...RIGHT, signedByVendorOn: '2026-02-10' };
    expect(wrongDates(facts, TODAY, ['signedByVendorOn'])).toEqual([
      {
        key: 'effective-before-signed',
        citation: '45 CFR 164.502(e)(2)',
        fact: 'signedByVendorOn',
        text: 'must not be after it is effective, 3 Feb 2026',
      },
    ]);
    expect(wrongDates(facts, TODAY, ['title', 'effectiveOn'])[0]).toMatchObject({
      fact: 'effectiveOn',
      text: 'must not be before both parties signed, 10 Feb 2026: a written contract does not reach back, and the days before stay uncovered',
    });
    expect(wrongDates(facts, TODAY, ['title'])[0]?.fact, 'the likeliest, where none of them was').toBe('effectiveOn');
  });
});
