/** A question to which yes is the good answer. */
export interface AreaQuestion {
  /** Kept for ever: answers are filed under it. */
  readonly id: string;
  /** How much the answer weighs: 3 where harm follows from a no, 1 where it is a sign of care. */
  readonly weight: 1 | 2 | 3;
  readonly text: string;
  /** What good evidence looks like. */
  readonly evidenceExpected: string;
  /** The duty behind it, or `policy`. */
  readonly citation: string;
}
