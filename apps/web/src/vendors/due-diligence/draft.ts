import type { Answer } from '@attestry/domain/vendors/evidence.ts';

/** An answer as a person is writing it. */
export interface Draft {
  readonly answer: Answer;
  readonly explanation: string;
  readonly evidenceIds: readonly string[];
}

interface Answered {
  readonly version?: number | null;
  readonly answer: Answer;
  readonly explanation: string;
  readonly evidence: readonly { readonly id: string }[];
}

export const draftOf = ({ answer, explanation, evidence }: Answered): Draft => ({
  answer,
  explanation,
  evidenceIds: evidence.map(({ id }) => id),
});

export const isSameDraft = (a: Draft, b: Draft): boolean =>
  a.answer === b.answer &&
  a.explanation.trim() === b.explanation.trim() &&
  [...a.evidenceIds].sort().join() === [...b.evidenceIds].sort().join();

export type Standing = 'unanswered' | 'saved' | 'unsaved' | 'overtaken';

/**
 * Where what is typed stands. `base` is the answer that the draft began from; when the recorded one is another by now,
 * somebody else answered meanwhile: theirs is shown beside, and nothing is overwritten unasked.
 */
export function draftStanding(draft: Draft, base: Answered, recorded: Answered): Standing {
  const dirty = !isSameDraft(draft, draftOf(base));
  if (dirty && (recorded.version ?? 0) !== (base.version ?? 0)) return 'overtaken';
  if (dirty) return 'unsaved';
  return (recorded.version ?? null) === null ? 'unanswered' : 'saved';
}
