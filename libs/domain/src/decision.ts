/** Why a rule answered as it did: one sentence for people, and the text of law or policy it rests on. */
export interface Reason {
  /** Stable key, for tests and translations. */
  readonly key: string;
  /** A sentence that a privacy officer reads. */
  readonly text: string;
  /** The fact the sentence is about, by field name, where there is one. */
  readonly fact?: string;
  /** Short citation, e.g. `45 CFR 164.308(a)(1)(ii)(A)`, or `policy` for a default of ours. */
  readonly citation?: string;
}

/** The answer of every rule that allows or refuses: yes with what decided, or no with all reasons. */
export type Decision =
  | { readonly allowed: true; readonly because: readonly Reason[] }
  | { readonly allowed: false; readonly because: readonly Reason[] };

export const yes = (...because: Reason[]): Decision => ({ allowed: true, because });
export const no = (...because: Reason[]): Decision => ({ allowed: false, because });
