import { ANSWERS, VENDOR_EVIDENCE_KINDS } from '@attestry/domain/vendors/evidence.ts';
import { SERVICE_LABELS, VENDOR_LABELS, VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import { ASSURANCES, LINK_EVIDENCE } from '@attestry/domain/vendors/subprocessors.ts';
import { YES_NO_UNKNOWN_WORDS } from '@attestry/domain/yes-no-unknown.ts';
import { LINK_LABELS } from '../subprocessors/link-labels.ts';

/** The name of a fact of a vendor, or of a record that belongs to one; it may be newer than this page. */
export const labelOf = (fact: string, record = 'vendor'): string =>
  LABELS[record]?.[fact] ?? LABELS.vendor?.[fact] ?? OTHER[fact] ?? fact;

/** The word for a value that is a choice; undefined for any other. */
export const wordOf = (fact: string, value: string): string | undefined => CHOICES[fact]?.[value];

/** What records are called that stand in a vendor's history beside its own. */
export const RECORD_WORDS: Readonly<Record<string, string>> = {
  service: 'Service',
  vendor_evidence: 'Document',
  due_diligence_answer: 'Due diligence',
  answer_evidence: 'Evidence for an answer',
  subprocessor_link: 'Subprocessor',
  subprocessor_list: 'Subprocessor list',
  distinct_vendors: 'Kept apart',
};

type Words = Readonly<Record<string, string>>;

const LABELS: Readonly<Record<string, Words>> = {
  vendor: VENDOR_LABELS,
  service: SERVICE_LABELS,
  subprocessor_link: {
    ...LINK_LABELS,
    upperVendorId: 'Vendor above',
    upperServiceId: 'Service above',
    lowerVendorId: 'Subprocessor',
    lowerServiceId: 'Service of the subprocessor',
  },
  subprocessor_list: { listedOn: 'Listed on', source: 'Source' },
};

const OTHER: Words = {
  mergedInto: 'Merged into',
  mergedIntoId: 'Merged into',
  vendor: 'Vendor',
  vendorId: 'Vendor',
  kind: 'Kind',
  title: 'Title',
  document: 'Document',
  documentId: 'Document',
  effectiveOn: 'Speaks from',
  expiresOn: 'Expires on',
  note: 'Note',
  withdrawnAt: 'Withdrawn',
  withdrawnReason: 'Why it was withdrawn',
  question: 'Question',
  answer: 'Answer',
  explanation: 'Explanation',
  answeredOn: 'Answered on',
  vendorEvidenceId: 'Document',
  otherId: 'Other vendor',
};

const CHOICES: Readonly<Record<string, Words>> = {
  tier: VENDOR_TIERS,
  phi: YES_NO_UNKNOWN_WORDS,
  ai: YES_NO_UNKNOWN_WORDS,
  kind: VENDOR_EVIDENCE_KINDS,
  answer: ANSWERS,
  assurance: ASSURANCES,
  evidence: LINK_EVIDENCE,
};
