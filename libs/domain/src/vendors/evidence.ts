import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { line, prose, reason } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';

/** Documents about a vendor that are asked for again when they expire. */
export const VENDOR_EVIDENCE_KINDS = {
  soc2: 'SOC 2 report',
  hitrust: 'HITRUST certification',
  iso27001: 'ISO 27001 certificate',
  penetration_test: 'Penetration test',
  insurance: 'Insurance certificate',
  questionnaire: 'Questionnaire answered by the vendor',
  attestation: 'Attestation',
  other: 'Other',
} as const;
export type VendorEvidenceKind = keyof typeof VENDOR_EVIDENCE_KINDS;

export const vendorEvidenceFacts = z
  .object({
    kind: z.enum(keysOf(VENDOR_EVIDENCE_KINDS)),
    title: line(),
    documentId: z.uuid().nullish(),
    /** The day from which it speaks: issued, or end of the period examined. */
    effectiveOn: plainDate.nullish(),
    /** Last day on which it counts. */
    expiresOn: plainDate.nullish(),
    note: prose(2_000).default(''),
  })
  .refine(({ effectiveOn, expiresOn }) => !effectiveOn || !expiresOn || expiresOn >= effectiveOn, {
    path: ['expiresOn'],
    message: 'must not be before the effective date',
  });

export const fileVendorEvidence = z.object({ vendorId: z.uuid(), facts: vendorEvidenceFacts });
export const withdrawVendorEvidence = z.object({ id: z.uuid(), version: z.int().min(1), reason });

export const ANSWERS = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  not_applicable: 'Not applicable',
  unknown: 'Unknown',
} as const;
export type Answer = keyof typeof ANSWERS;

export const answerQuestion = z.object({
  vendorId: z.uuid(),
  question: line(100),
  /** Of the answer that is changed; absent for the first. */
  version: z.int().min(1).nullish(),
  answer: z.enum(keysOf(ANSWERS)),
  explanation: prose().default(''),
  /** Documents of the vendor that prove it. */
  evidenceIds: z.array(z.uuid()).max(20, 'must be at most 20 documents').default([]),
});
