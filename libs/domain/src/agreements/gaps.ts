import { daysBetween } from '../time/dates.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CoverageReason, CoverageSegment, CoverageState } from './coverage-answer.ts';

/** A run of days on which PHI flowed without cover, or nobody knew. A gap that is over stays: PHI did flow. */
export interface Gap {
  readonly from: PlainDate;
  /** Last day; null while it is open. */
  readonly through: PlainDate | null;
  readonly state: CoverageState;
  /** Of all its days so far, each once. */
  readonly reasons: readonly CoverageReason[];
}

/** The gaps of a flow that began by `on`, in order. Uncovered and unknown days are told apart. */
export function gapsOf(segments: readonly CoverageSegment[], on: PlainDate): Gap[] {
  const gaps: Gap[] = [];
  for (const [at, { from, through, state, reasons }] of segments.entries()) {
    if (on < from) break;
    if (reasons.length === 0) continue;
    const over = through !== null && through < on ? through : null;
    const before = segments[at - 1];
    // Segments of a flow follow each other without a day between.
    if (before?.state === state) {
      const last = gaps.at(-1)!;
      gaps[gaps.length - 1] = { ...last, through: over, reasons: eachOnce([...last.reasons, ...reasons]) };
    } else gaps.push({ from, through: over, state, reasons });
  }
  return gaps;
}

/** How many days a gap has had by `on`, both ends counted. */
export const gapDays = ({ from, through }: Gap, on: PlainDate): number => daysBetween(from, through ?? on) + 1;

const eachOnce = (reasons: readonly CoverageReason[]): CoverageReason[] => [
  ...new Map(reasons.map((reason) => [reason.text, reason])).values(),
];
