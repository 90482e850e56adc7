import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { line, prose } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';
import { YES_NO_UNKNOWN } from '../yes-no-unknown.ts';

/** Does the upper party hold an agreement with the lower one (45 CFR 164.502(e)(1)(ii), 164.504(e)(5))? */
export const ASSURANCES = { in_place: 'In place', none: 'None', unknown: 'Unknown' } as const;
export type Assurance = keyof typeof ASSURANCES;

/** How we know. A list that is public says that the subprocessor exists; it proves an agreement only where it says so. */
export const LINK_EVIDENCE = {
  copy: 'Copy of the agreement',
  attestation: 'Attestation of the vendor',
  public_list: 'Public list',
  none: 'Nothing on file',
} as const;
export type LinkEvidence = keyof typeof LINK_EVIDENCE;

export const linkFacts = z.object({
  purpose: prose(2_000),
  data: prose(2_000),
  location: prose(500),
  phi: z.enum(YES_NO_UNKNOWN),
  assurance: z.enum(keysOf(ASSURANCES)),
  evidence: z.enum(keysOf(LINK_EVIDENCE)),
  evidenceDocumentId: z.uuid().nullable(),
  /** An agreement of the register between the two vendors. */
  agreementId: z.uuid().nullable(),
  assuredFrom: plainDate.nullable(),
  /** Last day. */
  assuredThrough: plainDate.nullable(),
  startsOn: plainDate.nullable(),
  /** Last day. */
  endsOn: plainDate.nullable(),
  notes: prose(),
});
export type LinkFacts = z.infer<typeof linkFacts>;

export const UNKNOWN_LINK: LinkFacts = {
  purpose: '',
  data: '',
  location: '',
  phi: 'unknown',
  assurance: 'unknown',
  evidence: 'none',
  evidenceDocumentId: null,
  agreementId: null,
  assuredFrom: null,
  assuredThrough: null,
  startsOn: null,
  endsOn: null,
  notes: '',
};

const why = prose(2_000).default('');
export const addSubprocessor = z.object({
  upperVendorId: z.uuid(),
  upperServiceId: z.uuid().nullish(),
  lowerVendorId: z.uuid(),
  lowerServiceId: z.uuid().nullish(),
  facts: linkFacts.partial(),
});
export const updateSubprocessor = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  upperServiceId: z.uuid().nullish(),
  lowerServiceId: z.uuid().nullish(),
  facts: linkFacts.partial(),
  reason: why,
});

/** A line of a vendor's list, in the list's words. */
export const listEntry = z.object({
  name: line(),
  services: prose(500),
  purpose: prose(2_000),
  data: prose(2_000),
  location: prose(500),
  phi: prose(2_000),
  agreement: prose(2_000),
  notes: prose(),
});
export type ListEntry = z.infer<typeof listEntry>;

export const recordSubprocessorList = z.object({
  vendorId: z.uuid(),
  listedOn: plainDate,
  source: prose(1_000).default(''),
  documentId: z.uuid().nullish(),
  entries: z
    .array(
      listEntry.extend({ /** The vendor it is; absent makes a new one of that name. */ vendorId: z.uuid().nullish() }),
    )
    .min(1, 'must name at least one subprocessor')
    .max(1_000, 'must be at most 1,000 subprocessors'),
});
