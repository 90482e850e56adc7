import { expect, it } from 'vitest';
import { type VendorChoice, vendorChoiceOf } from './vocabulary.ts';

it.each<[VendorChoice, string, string | undefined]>([
  ['tier', 'Critical', 'critical'],
  ['tier', 'Medium', 'moderate'],
  ['tier', 'Tier 1', 'critical'],
  ['tier', '4', 'low'],
  ['tier', 'not rated', 'unknown'],
  ['tier', 'gold', undefined],
  ['phi', 'Y', 'yes'],
  ['phi', 'No - de-identified only', 'no'],
  ['phi', 'limited', undefined],
  ['ai', 'TBD', 'unknown'],
])('%s: “%s”', (field, text, value) => {
  expect(vendorChoiceOf(field, text)).toBe(value);
});
