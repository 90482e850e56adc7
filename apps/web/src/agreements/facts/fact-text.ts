import {
  AGREEMENT_DOCUMENT_KINDS,
  AGREEMENT_LABELS,
  CONDITION_MET,
  NOTICE_GIVERS,
  PARTIES,
  RENEWALS,
} from '@attestry/domain/agreements/facts.ts';
import { RETURN_CATEGORIES, RETURN_OUTCOMES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';

/** The name of a fact that came over the wire and may be newer than this page. */
export const factLabel = (fact: string): string => FACT_LABELS[fact] ?? fact;

/** A value in words; nothing is an empty text. */
export function factText(fact: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => factText(fact, one)).join(', ');
  const text = String(value);
  const word = FACT_CHOICES[fact]?.[text];
  if (word) return word;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayText(text) : text;
}

/** Of an agreement and of what belongs to it. */
export const FACT_LABELS: Readonly<Record<string, string>> = {
  ...AGREEMENT_LABELS,
  supersededBy: 'Superseded by',
  service: 'Service',
  serviceId: 'Service',
  listedFrom: 'Listed from',
  listedThrough: 'Listed through',
  scopeNote: 'Limited to',
  condition: 'Condition',
  since: 'Since',
  met: 'Met',
  note: 'Note',
  kind: 'Kind',
  description: 'What it changes',
  category: 'What is held',
  dueOn: 'Due on',
  outcome: 'Outcome',
  doneOn: 'Done on',
  method: 'Method',
  certificate: 'Certificate',
  infeasibleSince: 'Infeasible since',
  infeasibleReason: 'Why it is infeasible',
  protections: 'Protections that go on',
  recheckedOn: 'Looked at again on',
  withdrawnReason: 'Why it was withdrawn',
};

/** Words of the facts that are answered by choosing. */
export const FACT_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  parties: PARTIES,
  renewal: RENEWALS,
  noticeGivenBy: NOTICE_GIVERS,
  met: CONDITION_MET,
  kind: AGREEMENT_DOCUMENT_KINDS,
  category: RETURN_CATEGORIES,
  outcome: RETURN_OUTCOMES,
};
