import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { line, prose } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';

/** Where a vendor may hold PHI when an agreement ends (45 CFR 164.504(e)(2)(ii)(J): in any form). */
export const RETURN_CATEGORIES = {
  primary: 'Primary data',
  backup: 'Backups',
  prompt_log: 'Prompts and logs',
  vector_index: 'Embeddings and vector indexes',
  fine_tune_data: 'Fine-tuning data',
  checkpoints: 'Model weights and checkpoints',
  subprocessors: 'Held by subprocessors',
} as const;
export type ReturnCategory = keyof typeof RETURN_CATEGORIES;

export const RETURN_OUTCOMES = { returned: 'Returned', destroyed: 'Destroyed', not_held: 'Never held' } as const;
export type ReturnOutcome = keyof typeof RETURN_OUTCOMES;

const record = { id: z.uuid(), version: z.int().min(1) };

export const fulfilObligation = z.object({
  ...record,
  outcome: z.enum(keysOf(RETURN_OUTCOMES)),
  doneOn: plainDate,
  method: prose(2_000).default(''),
  certificateId: z.uuid().nullish(),
});
export const declareInfeasible = z.object({
  ...record,
  since: plainDate,
  reason: line(2_000),
  protections: line(20_000),
});
export const recheckObligation = z.object({ ...record, recheckedOn: plainDate, note: prose(2_000).default('') });
export const changeObligationDue = z.object({ ...record, dueOn: plainDate, reason: line(2_000) });
