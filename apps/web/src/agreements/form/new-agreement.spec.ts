import { expect, it } from 'vitest';
import { NO_SIGNATURES } from '../facts/signature-fields.tsx';
import { type Draft, fileKindOf, inputOf, NO_TERMS } from './new-agreement.ts';

const draft: Draft = {
  vendorId: 'v',
  upperVendorId: undefined,
  above: 'covered_entity',
  serviceIds: ['s'],
  signatures: NO_SIGNATURES,
};

it('sends what was said and leaves the rest unknown', () => {
  expect(inputOf({ ...NO_TERMS, title: 'BAA', noticeDays: 90 }, draft)).toEqual({
    vendorId: 'v',
    upperVendorId: null,
    parties: 'ce_to_ba',
    facts: { title: 'BAA', noticeDays: 90 },
    signatures: null,
    serviceIds: ['s'],
  });
});

it('binds a vendor above only where another vendor gives the PHI', () => {
  const other = { ...draft, upperVendorId: 'u' };
  expect(inputOf(NO_TERMS, { ...other, above: 'business_associate' })).toMatchObject({
    parties: 'ba_to_subcontractor',
    upperVendorId: null,
  });
  expect(inputOf(NO_TERMS, { ...other, above: 'vendor' })).toMatchObject({
    parties: 'ba_to_subcontractor',
    upperVendorId: 'u',
  });
});

it('records signatures at once, an empty day as none', () => {
  const signatures = { ...NO_SIGNATURES, signedByVendorOn: '2026-11-02', signedByVendor: 'M. Lind' };
  expect(inputOf(NO_TERMS, { ...draft, signatures }).signatures).toEqual({
    signedByUpperOn: null,
    signedByUpper: '',
    signedByVendorOn: '2026-11-02',
    signedByVendor: 'M. Lind',
    effectiveOn: null,
  });
  expect(fileKindOf(signatures)).toBe('draft');
  expect(fileKindOf({ ...signatures, signedByUpperOn: '2026-11-03' })).toBe('signed');
});
