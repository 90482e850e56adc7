import { describe, expect, it } from 'vitest';
import { lastDayListed, wrongAmendment, wrongListing } from './listing.ts';

describe('the days on which a service is listed', () => {
  it.each([
    [null, null, []],
    ['2025-01-01', null, []],
    [null, '2025-01-01', []],
    ['2025-01-01', '2025-01-01', []],
    ['2025-01-02', '2025-01-01', ['listedThrough']],
  ])('from %s through %s', (listedFrom, listedThrough, wrong) => {
    expect(wrongListing({ listedFrom, listedThrough }).map(({ fact }) => fact)).toEqual(wrong);
  });
});

describe('an amendment', () => {
  const BAA = {
    signedByUpperOn: '2025-01-01',
    signedByVendorOn: '2025-01-01',
    effectiveOn: '2025-01-01',
    renewal: 'evergreen',
    termEndsOn: null,
    endsOn: '2025-12-31',
    supersededOn: null,
  } as const;
  it.each([
    ['on the first day', '2025-01-01', BAA, []],
    ['on the last day', '2025-12-31', BAA, []],
    ['before it is effective', '2024-12-31', BAA, ['effectiveOn']],
    ['after its last day', '2026-01-01', BAA, ['effectiveOn']],
    ['without an end in sight', '2099-01-01', { ...BAA, endsOn: null }, []],
    ['of a draft', '2025-06-01', { ...BAA, effectiveOn: null }, ['effectiveOn']],
  ])('%s', (_case, day, agreement, wrong) => {
    expect(wrongAmendment(day, agreement).map(({ fact }) => fact)).toEqual(wrong);
  });

  it.each([
    ['listed as long as the agreement', null, null, { day: '2025-05-31' }],
    ['listed for one day until then', '2025-05-31', null, { day: '2025-05-31' }],
    ['listed longer', null, '2025-06-01', { day: '2025-05-31' }],
    [
      'listed only from that day on',
      '2025-06-01',
      null,
      { wrong: 'is listed only from 1 Jun 2025 on: remove the line instead' },
    ],
    ['off the list already', null, '2025-05-31', { wrong: 'is off the list since 31 May 2025 already' }],
  ])('takes a service off on 1 Jun 2025: %s', (_case, listedFrom, listedThrough, answer) => {
    expect(lastDayListed({ listedFrom, listedThrough }, '2025-06-01')).toEqual(answer);
  });
});
