import { expect, it } from 'vitest';
import { type PartyFacts, sameParties, wrongParties } from './parties.ts';

it.each<[string, PartyFacts, string[]]>([
  ['a covered entity and its business associate', { vendorId: 'a', upperVendorId: null, parties: 'ce_to_ba' }, []],
  [
    'this organization as a business associate',
    { vendorId: 'a', upperVendorId: null, parties: 'ba_to_subcontractor' },
    [],
  ],
  ['a vendor and the vendor below it', { vendorId: 'a', upperVendorId: 'b', parties: 'ba_to_subcontractor' }, []],
  ['a vendor as if it were a covered entity', { vendorId: 'a', upperVendorId: 'b', parties: 'ce_to_ba' }, ['parties']],
  ['a vendor with itself', { vendorId: 'a', upperVendorId: 'a', parties: 'ba_to_subcontractor' }, ['upperVendorId']],
])('%s', (_case, facts, wrong) => {
  expect(wrongParties(facts).map(({ fact }) => fact)).toEqual(wrong);
});

it('are the same where both are', () => {
  expect(sameParties({ vendorId: 'a', upperVendorId: null }, { vendorId: 'a', upperVendorId: null })).toBe(true);
  expect(sameParties({ vendorId: 'a', upperVendorId: null }, { vendorId: 'a', upperVendorId: 'b' })).toBe(false);
  expect(sameParties({ vendorId: 'a', upperVendorId: null }, { vendorId: 'b', upperVendorId: null })).toBe(false);
});
