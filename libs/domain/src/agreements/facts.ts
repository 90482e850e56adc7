import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { line, prose, reason } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';

/*
 * The facts of an agreement. Its state on a day is computed from them (lifecycle.ts, in-effect.ts), never stored.
 */

/** Who binds whom (45 CFR 164.502(e)(1)(i)-(ii)). */
export const PARTIES = {
  ce_to_ba: 'Covered entity and business associate',
  ba_to_subcontractor: 'Business associate and subcontractor',
} as const;
export type Parties = keyof typeof PARTIES;

export const RENEWALS = {
  fixed: 'Ends with its term',
  auto: 'Renews automatically',
  evergreen: 'Runs until it is ended',
  unknown: 'Unknown',
} as const;
export type Renewal = keyof typeof RENEWALS;

/** The upper party is the organization itself, or the vendor above in the chain. */
export const NOTICE_GIVERS = { upper: 'The upper party', vendor: 'The vendor' } as const;
export type NoticeGiver = keyof typeof NOTICE_GIVERS;

export const AGREEMENT_LABELS = {
  title: 'Title',
  vendorId: 'Vendor',
  upperVendorId: 'Upper party',
  parties: 'Parties',
  owner: 'Owner',
  draftedOn: 'Drafted on',
  sentOn: 'Sent on',
  signedByUpperOn: 'Signed by the upper party on',
  signedByUpper: 'Signed for the upper party by',
  signedByVendorOn: 'Signed by the vendor on',
  signedByVendor: 'Signed for the vendor by',
  effectiveOn: 'Effective on',
  renewal: 'Renewal',
  termEndsOn: 'Term ends on',
  renewalMonths: 'Renews for (months)',
  noticeDays: 'Notice before the end of a term (days)',
  objectionDays: 'Days to object to a new subprocessor',
  returnDays: 'Days to return or destroy PHI',
  noticeGivenOn: 'Notice of termination given on',
  noticeGivenBy: 'Notice given by',
  endsOn: 'Last day in effect',
  endReason: 'Why it ended',
  supersededOn: 'Superseded on',
  notes: 'Notes',
} as const;

const days = (max: number) => z.int().min(0).max(max).nullable();

/** What an edit may change; signing, notice, end and supersession have commands of their own. */
export const agreementTerms = z.object({
  title: line(),
  owner: prose(320),
  draftedOn: plainDate.nullable(),
  sentOn: plainDate.nullable(),
  renewal: z.enum(keysOf(RENEWALS)),
  termEndsOn: plainDate.nullable(),
  renewalMonths: z.int().min(1).max(120).nullable(),
  noticeDays: days(730),
  objectionDays: days(730),
  returnDays: days(3_650),
  notes: prose(),
});
export type AgreementTerms = z.infer<typeof agreementTerms>;

export const UNKNOWN_TERMS: Omit<AgreementTerms, 'title'> = {
  owner: '',
  draftedOn: null,
  sentOn: null,
  renewal: 'unknown',
  termEndsOn: null,
  renewalMonths: null,
  noticeDays: null,
  objectionDays: null,
  returnDays: null,
  notes: '',
};

const record = { id: z.uuid(), version: z.int().min(1) };
const why = prose(2_000).default('');

/** Signatures and the effective date; each may come later than the others. */
const signatures = z.object({
  signedByUpperOn: plainDate.nullable(),
  signedByUpper: prose(320),
  signedByVendorOn: plainDate.nullable(),
  signedByVendor: prose(320),
  effectiveOn: plainDate.nullable(),
});
export type Signatures = z.infer<typeof signatures>;

export const createAgreement = z.object({
  vendorId: z.uuid(),
  /** The vendor above, for an agreement further down the chain; absent for one of the organization itself. */
  upperVendorId: z.uuid().nullish(),
  parties: z.enum(keysOf(PARTIES)),
  facts: agreementTerms.partial().required({ title: true }),
  /** Recorded at once where it is signed already. */
  signatures: signatures.partial().nullish(),
  /** Services it lists. */
  serviceIds: z.array(z.uuid()).max(500).default([]),
  /** The agreement between the same parties whose place it takes from its effective day on. */
  supersedesId: z.uuid().nullish(),
});
export const updateAgreement = z.object({ ...record, facts: agreementTerms.partial(), reason: why });
export const signAgreement = z.object({
  ...record,
  signatures: signatures.partial(),
  /** The agreement between the same parties whose place it takes from its effective day on. */
  supersedesId: z.uuid().nullish(),
  reason: why,
});
export const giveNotice = z.object({
  ...record,
  noticeGivenOn: plainDate,
  noticeGivenBy: z.enum(keysOf(NOTICE_GIVERS)),
  /** Last day in effect. */
  endsOn: plainDate,
  reason,
});
export const endAgreement = z.object({ ...record, endsOn: plainDate, reason });
export const supersedeAgreement = z.object({
  ...record,
  /** The agreement that takes its place; this one ends with the day before it is effective. */
  supersededById: z.uuid(),
  reason: why,
});
export const amendAgreement = z.object({
  agreementId: z.uuid(),
  effectiveOn: plainDate,
  description: line(20_000),
  documentId: z.uuid().nullish(),
  /** Services it adds to the list, from its effective day on. */
  addServiceIds: z.array(z.uuid()).max(500).default([]),
  /** Lines of the list that it takes off, through the day before. */
  endCoveredServiceIds: z.array(z.uuid()).max(500).default([]),
});

const listed = {
  listedFrom: plainDate.nullish(),
  /** Last day. */
  listedThrough: plainDate.nullish(),
  scopeNote: prose(2_000).default(''),
};
export const coverService = z.object({ agreementId: z.uuid(), serviceId: z.uuid(), ...listed });
/** What is absent stays as it is. */
export const updateCoveredService = z.object({
  ...record,
  ...listed,
  scopeNote: prose(2_000).optional(),
  reason: why,
});
/** A line entered by mistake; a service that is no longer listed gets its last day instead. */
export const removeCoveredService = z.object({ ...record, reason });

export const CONDITION_MET = { yes: 'Met', no: 'Not met', unknown: 'Unknown' } as const;
export const addCondition = z.object({
  agreementId: z.uuid(),
  serviceId: z.uuid().nullish(),
  condition: line(2_000),
});
export const setConditionStatus = z.object({
  conditionId: z.uuid(),
  since: plainDate,
  met: z.enum(keysOf(CONDITION_MET)),
  note: prose(2_000).default(''),
  documentId: z.uuid().nullish(),
});
export const withdrawCondition = z.object({ ...record, reason });

export const AGREEMENT_DOCUMENT_KINDS = {
  signed: 'Signed agreement',
  draft: 'Draft',
  amendment: 'Amendment',
  exhibit: 'Exhibit or schedule',
  notice: 'Notice',
  correspondence: 'Correspondence',
  other: 'Other',
} as const;
export type AgreementDocumentKind = keyof typeof AGREEMENT_DOCUMENT_KINDS;

export const fileAgreementDocument = z.object({
  agreementId: z.uuid(),
  documentId: z.uuid(),
  kind: z.enum(keysOf(AGREEMENT_DOCUMENT_KINDS)),
  title: line(),
  effectiveOn: plainDate.nullish(),
  /** The earlier version that it takes the place of. */
  replacesId: z.uuid().nullish(),
});
export const withdrawAgreementDocument = z.object({ ...record, reason });
