import { type Decision, no, yes } from '../decision.ts';

export const IMPORT_STATUSES = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The moves of an import: from where each step may begin, and what the import is while it runs. */
export const IMPORT_STEPS = {
  check: { from: ['uploaded', 'checked', 'failed', 'undone'], during: 'checking' },
  apply: { from: ['checked'], during: 'applying' },
  undo: { from: ['applied'], during: 'undoing' },
} as const satisfies Record<string, { from: readonly ImportStatus[]; during: ImportStatus }>;
export type ImportStep = keyof typeof IMPORT_STEPS;

export function mayBegin(step: ImportStep, status: ImportStatus): Decision {
  const from: readonly ImportStatus[] = IMPORT_STEPS[step].from;
  if (from.includes(status)) return yes({ key: 'import-status', text: `The import is ${status}.` });
  return no({ key: 'import-status', text: `The import is ${status}; this needs one that is ${from.join(' or ')}.` });
}
