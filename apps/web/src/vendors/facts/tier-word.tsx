import { VENDOR_TIERS, type VendorTier } from '@attestry/domain/vendors/facts.ts';
import { Unknown } from '../../ui/unknown.tsx';

/** How much depends on the vendor, in a word. */
export const TierWord = ({ tier }: { tier: VendorTier }) => (tier === 'unknown' ? <Unknown /> : VENDOR_TIERS[tier]);
