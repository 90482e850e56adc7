import { AGREEMENT_LABELS, type AgreementTerms, agreementTerms } from '@attestry/domain/agreements/facts.ts';
import { isSame } from '@attestry/domain/import/diff.ts';
import type { FactSet } from '../../ui/form/fact-set.ts';
import { FactValue } from './fact-value.tsx';

export type Term = keyof AgreementTerms;

/** What an edit may change, as people think of it; signing and ending are commands of their own. */
export const TERM_GROUPS: readonly { id: string; title: string; facts: readonly Term[] }[] = [
  { id: 'what', title: 'What it is', facts: ['title', 'owner'] },
  { id: 'course', title: 'Negotiation', facts: ['draftedOn', 'sentOn'] },
  { id: 'term', title: 'Term', facts: ['renewal', 'termEndsOn', 'renewalMonths', 'noticeDays'] },
  { id: 'days', title: 'Days that it gives', facts: ['objectionDays', 'returnDays'] },
  { id: 'notes', title: 'Notes', facts: ['notes'] },
];

export const AGREEMENT_TERMS: FactSet<AgreementTerms> = {
  names: Object.keys(agreementTerms.shape) as Term[],
  labels: AGREEMENT_LABELS,
  groups: TERM_GROUPS,
  schema: agreementTerms,
  isSame,
  Value: FactValue,
};

/** How to answer: one sentence under the field. */
export const TERM_HINTS: Partial<Record<Term, string>> = {
  title: 'As people call it, for example “BAA of 1 Apr 2024”.',
  owner: 'Name or e-mail of the person who looks after it.',
  termEndsOn: 'Last day of the first term; later terms follow from it.',
  renewalMonths: 'How long each further term is.',
  noticeDays: 'How long before the end of a term notice must be given to stop it from renewing.',
  objectionDays: 'How long after its announcement a new subprocessor can be objected to.',
  returnDays: 'How long after the last day PHI is to be returned or destroyed.',
};
