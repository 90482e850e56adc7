import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { line, prose, reason } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';
import { YES_NO_UNKNOWN } from '../yes-no-unknown.ts';

/*
 * The facts of vendors and their services. Choices stand with their words: the same on screen, on paper and in exports.
 */

/** How much depends on the vendor; a person's judgement. */
export const VENDOR_TIERS = {
  critical: 'Critical',
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  unknown: 'Unknown',
} as const;
export type VendorTier = keyof typeof VENDOR_TIERS;

export const VENDOR_LABELS = {
  name: 'Name',
  website: 'Website',
  description: 'What it provides',
  tier: 'Tier',
  owner: 'Relationship owner',
  contacts: 'Contacts',
  reviewEveryMonths: 'Reviewed every (months)',
  nextReviewOn: 'Next review',
  notes: 'Notes',
  offboardedOn: 'Offboarded on',
  offboardedReason: 'Why it was offboarded',
} as const;

export const SERVICE_LABELS = {
  name: 'Service',
  description: 'What it does',
  phi: 'Receives PHI',
  ai: 'Uses AI',
  regions: 'Regions',
  models: 'Models',
  dataRetention: 'Keeps data for',
  notes: 'Notes',
  removedOn: 'Removed on',
  removedReason: 'Why it was removed',
} as const;

const contact = z.object({
  name: line(200),
  role: prose(200).default(''),
  email: prose(320).default(''),
  phone: prose(60).default(''),
});
export type Contact = z.infer<typeof contact>;

export const vendorFacts = z.object({
  name: line(),
  website: prose(500),
  description: prose(),
  tier: z.enum(keysOf(VENDOR_TIERS)),
  owner: prose(320),
  contacts: z.array(contact).max(20, 'must be at most 20 contacts'),
  reviewEveryMonths: z.int().min(1).max(120).nullable(),
  nextReviewOn: plainDate.nullable(),
  notes: prose(),
});
export type VendorFacts = z.infer<typeof vendorFacts>;

export const UNKNOWN_VENDOR: Omit<VendorFacts, 'name'> = {
  website: '',
  description: '',
  tier: 'unknown',
  owner: '',
  contacts: [],
  reviewEveryMonths: null,
  nextReviewOn: null,
  notes: '',
};

export const serviceFacts = z.object({
  name: line(),
  description: prose(),
  phi: z.enum(YES_NO_UNKNOWN),
  ai: z.enum(YES_NO_UNKNOWN),
  regions: prose(500),
  models: prose(2_000),
  dataRetention: prose(2_000),
  notes: prose(),
});
export type ServiceFacts = z.infer<typeof serviceFacts>;

export const UNKNOWN_SERVICE: Omit<ServiceFacts, 'name'> = {
  description: '',
  phi: 'unknown',
  ai: 'unknown',
  regions: '',
  models: '',
  dataRetention: '',
  notes: '',
};

const record = { id: z.uuid(), version: z.int().min(1) };
const why = prose(2_000).default('');

export const createVendor = z.object({ facts: vendorFacts.partial().required({ name: true }) });
export const updateVendor = z.object({ ...record, facts: vendorFacts.partial(), reason: why });
export const offboardVendor = z.object({ ...record, offboardedOn: plainDate, reason });
export const mergeVendors = z.object({
  keepId: z.uuid(),
  keepVersion: z.int().min(1),
  mergeId: z.uuid(),
  mergeVersion: z.int().min(1),
  reason,
});
export const keepVendorsApart = z.object({ vendorId: z.uuid(), otherId: z.uuid(), reason: why });

export const createService = z.object({
  vendorId: z.uuid(),
  facts: serviceFacts.partial().required({ name: true }),
});
export const updateService = z.object({ ...record, facts: serviceFacts.partial(), reason: why });
export const removeService = z.object({ ...record, removedOn: plainDate, reason });
