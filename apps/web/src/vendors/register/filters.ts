import { VENDOR_TIERS, type VendorTier } from '@attestry/domain/vendors/facts.ts';
import { YES_NO_UNKNOWN, YES_NO_UNKNOWN_WORDS, type YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import type { Facet } from '../../ui/register/register.ts';
import type { FilterKey } from './register-search.ts';

const answered = (label: string): Facet => ({
  label,
  word: (value) => YES_NO_UNKNOWN_WORDS[value as YesNoUnknown] ?? value,
  order: YES_NO_UNKNOWN,
});

export const FILTERS: Readonly<Record<FilterKey, Facet>> = {
  tier: {
    label: 'Tier',
    word: (value) => VENDOR_TIERS[value as VendorTier] ?? value,
    order: Object.keys(VENDOR_TIERS),
  },
  phi: answered('Receives PHI'),
  ai: answered('Uses AI'),
  owner: { label: 'Owner' },
  offboarded: { label: 'Offboarded', word: () => 'Shown too', short: () => 'shown too', order: ['shown'] },
};
