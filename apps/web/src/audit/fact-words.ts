import { EXPOSURES, PHI_FLOW_LABELS } from '@attestry/domain/ai-systems/phi-flow.ts';
import { CHOICES } from '@attestry/domain/ai-systems/words.ts';
import { ANSWERS, VENDOR_EVIDENCE_KINDS } from '@attestry/domain/vendors/evidence.ts';
import { SERVICE_LABELS, VENDOR_LABELS, VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import { ASSURANCES, LINK_EVIDENCE } from '@attestry/domain/vendors/subprocessors.ts';
import { FACT_CHOICES, FACT_LABELS } from '../agreements/facts/fact-text.ts';
import { labelOf } from '../ai-systems/facts/fact-labels.ts';

type Words = Readonly<Record<string, string>>;

interface FactWords {
  readonly labels: Words;
  readonly choices: Readonly<Record<string, Words>>;
}

/** What a fact of a kind of record is called on its page; undefined where no page names it. */
export function factLabelOf(entity: string, fact: string): string | undefined {
  const words = WORDS[entity];
  if (words) return words.labels[fact] ?? OF_ALL[fact];
  const known = labelOf(fact);
  return known === fact ? OF_ALL[fact] : known;
}

/** What a value is called; undefined for what is no choice. */
export const factWordOf = (entity: string, fact: string, value: string): string | undefined =>
  (WORDS[entity]?.choices ?? (CHOICES as Readonly<Record<string, Words>>))[fact]?.[value];

const YES_NO: Words = { yes: 'Yes', no: 'No', unknown: 'Unknown' };
const OF_ALL: Words = {
  documentId: 'Document',
  agreementId: 'Agreement',
  vendorId: 'Vendor',
  serviceId: 'Service',
  withdrawnAt: 'Withdrawn',
  withdrawnReason: 'Why it was withdrawn',
};
const AGREEMENT: FactWords = { labels: FACT_LABELS, choices: FACT_CHOICES };
const LINK_LABELS: Words = {
  upperVendorId: 'Upper vendor',
  upperServiceId: 'Service of the upper vendor',
  lowerVendorId: 'Subprocessor',
  lowerServiceId: 'Service of the subprocessor',
  phi: 'Receives PHI',
  assurance: 'Agreement between the two',
  evidence: 'How it is known',
  evidenceDocumentId: 'Evidence',
  assuredFrom: 'Agreement from',
  assuredThrough: 'Agreement through',
  startsOn: 'Since',
  endsOn: 'Last day',
};

const WORDS: Readonly<Record<string, FactWords>> = {
  vendor: { labels: { ...VENDOR_LABELS, mergedIntoId: 'Merged into' }, choices: { tier: VENDOR_TIERS } },
  service: { labels: SERVICE_LABELS, choices: { phi: YES_NO, ai: YES_NO } },
  vendor_evidence: {
    labels: { effectiveOn: 'Speaks from', expiresOn: 'Expires on' },
    choices: { kind: VENDOR_EVIDENCE_KINDS },
  },
  due_diligence_answer: { labels: { answeredOn: 'Answered on' }, choices: { answer: ANSWERS } },
  answer_evidence: { labels: { answerId: 'Answer', vendorEvidenceId: 'Document of the vendor' }, choices: {} },
  distinct_vendors: { labels: { otherId: 'Other vendor' }, choices: {} },
  subprocessor_list: { labels: { listedOn: 'List of' }, choices: {} },
  subprocessor_entry: { labels: { listId: 'List' }, choices: {} },
  subprocessor_link: {
    labels: LINK_LABELS,
    choices: { phi: YES_NO, assurance: ASSURANCES, evidence: LINK_EVIDENCE },
  },
  agreement: AGREEMENT,
  covered_service: AGREEMENT,
  agreement_condition: AGREEMENT,
  condition_status: AGREEMENT,
  amendment: AGREEMENT,
  agreement_document: AGREEMENT,
  return_obligation: AGREEMENT,
  phi_flow: { labels: { ...PHI_FLOW_LABELS, aiSystemId: 'AI system' }, choices: { exposures: EXPOSURES } },
};
