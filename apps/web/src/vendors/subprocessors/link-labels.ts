import type { LinkFacts } from '@attestry/domain/vendors/subprocessors.ts';

export const LINK_LABELS: Record<keyof LinkFacts, string> = {
  purpose: 'What for',
  data: 'What data',
  location: 'Where',
  phi: 'PHI passes on',
  assurance: 'Agreement between the two',
  evidence: 'How we know',
  evidenceDocumentId: 'Document',
  agreementId: 'Agreement of the register',
  assuredFrom: 'Agreement in place from',
  assuredThrough: 'Agreement in place through',
  startsOn: 'Passes data on since',
  endsOn: 'Passes data on through',
  notes: 'Notes',
};
