import type { Reason } from '../decision.ts';
import type { Parties } from './facts.ts';

export interface PartyFacts {
  readonly vendorId: string;
  /** Null: this organization itself. */
  readonly upperVendorId: string | null;
  readonly parties: Parties;
}

/** What is wrong with who binds whom, said at a field. */
export function wrongParties({ vendorId, upperVendorId, parties }: PartyFacts): Reason[] {
  if (upperVendorId === null) return [];
  if (upperVendorId === vendorId)
    return [{ key: 'one-party', text: 'must not be the vendor itself', fact: 'upperVendorId', citation: 'practice' }];
  if (parties === 'ba_to_subcontractor') return [];
  const text =
    'must be "Business associate and subcontractor" where the upper party is a vendor: a vendor above another is itself a business associate';
  return [{ key: 'not-a-subcontractor', text, fact: 'parties', citation: '45 CFR 160.103' }];
}

/** Do two agreements bind the same parties? */
export const sameParties = (
  one: Pick<PartyFacts, 'vendorId' | 'upperVendorId'>,
  other: Pick<PartyFacts, 'vendorId' | 'upperVendorId'>,
): boolean => one.vendorId === other.vendorId && one.upperVendorId === other.upperVendorId;
