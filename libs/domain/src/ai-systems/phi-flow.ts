import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { prose, reason } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';
import { IDENTIFIER_LETTERS } from './facts.ts';

/** Where PHI is exposed once it is sent somewhere. */
export const EXPOSURES = {
  prompt: 'Prompt',
  context: 'Context',
  embedding: 'Embedding',
  index: 'Index',
  cache: 'Cache',
  log: 'Log',
  telemetry: 'Telemetry',
  training_set: 'Training set',
  fine_tuning_set: 'Fine-tuning set',
  evaluation_set: 'Evaluation set',
  output: 'Output',
  backup: 'Backup',
} as const;
export type Exposure = keyof typeof EXPOSURES;

export const phiFlowFacts = z.object({
  /** The vendor's service; null for infrastructure of the organization. */
  serviceId: z.uuid().nullable(),
  /** What the organization's own infrastructure is called; '' for a vendor's service. */
  place: prose(300),
  startsOn: plainDate,
  /** Last day; null while it goes on. */
  endsOn: plainDate.nullable(),
  exposures: z.array(z.enum(keysOf(EXPOSURES))).min(1, 'choose where PHI is exposed'),
  identifiers: z.array(z.enum(IDENTIFIER_LETTERS)).max(18),
  notes: prose(),
});
export type PhiFlowFacts = z.infer<typeof phiFlowFacts>;

export const PHI_FLOW_LABELS = {
  serviceId: 'Goes to',
  place: 'Own infrastructure',
  startsOn: 'Since',
  endsOn: 'Last day',
  exposures: 'Exposed in',
  identifiers: 'Identifiers',
  notes: 'Notes',
} as const;

const record = { id: z.uuid(), version: z.int().min(1) };

export const createPhiFlow = z.object({
  aiSystemId: z.uuid(),
  facts: phiFlowFacts.partial().required({ startsOn: true, exposures: true }),
});
/** A new place is a new flow: to name another than the present one is a mistake that gets its answer. */
export const updatePhiFlow = z.object({
  ...record,
  facts: phiFlowFacts.partial(),
  reason: prose(2_000).default(''),
});
/** Recorded by mistake: it no longer counts, its history stays. A flow that stopped gets its last day instead. */
export const withdrawPhiFlow = z.object({ ...record, reason });
