import { expect, it } from 'vitest';
import { type ListingAgreement, listingAgreements } from './listing-agreements.ts';

const agreement = (
  id: string,
  stage: string,
  listed: Partial<ListingAgreement['coveredServices'][number]> = {},
): ListingAgreement => ({
  id,
  title: id,
  standing: { stage },
  coveredServices: [{ service: { id: 's' }, ...listed }],
});
const DAY = '2026-11-22';
const found = (...agreements: ListingAgreement[]) => listingAgreements('s', agreements, DAY).map(({ id }) => id);

it('the one in effect comes before a draft and one that ended', () => {
  expect(found(agreement('old', 'ended'), agreement('next', 'drafted'), agreement('now', 'in_effect'))).toEqual([
    'now',
    'next',
    'old',
  ]);
});

it('the first and the last day of a listing count', () => {
  expect(found(agreement('from today', 'in_effect', { listedFrom: DAY }))).toEqual(['from today']);
  expect(found(agreement('through today', 'in_effect', { listedThrough: DAY }))).toEqual(['through today']);
});

it('a listing that has not begun or is over does not count, nor one of another service', () => {
  expect(found(agreement('later', 'in_effect', { listedFrom: '2026-11-23' }))).toEqual([]);
  expect(found(agreement('over', 'in_effect', { listedThrough: '2026-11-21' }))).toEqual([]);
  expect(found(agreement('other', 'in_effect', { service: { id: 't' } }))).toEqual([]);
});
