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
  const runs: CoverageSegment[][] = [];
  for (const [at, segment] of segments.entries()) {
    if (on < segment.from) break;
    if (segment.reasons.length === 0) continue;
    // Segments of a flow follow each other without a day between.
    if (segments[at - 1]?.state === segment.state) runs.at(-1)!.push(segment);
    else runs.push([segment]);
  }
  return runs.map((run) => gapOf(run, on));
}

function gapOf(run: readonly CoverageSegment[], on: PlainDate): Gap {
  const { from, state, reasons } = run[0]!;
  const { through } = run.at(-1)!;
  return {
    from,
    through: through !== null && through < on ? through : null,
    state,
    reasons: run.length === 1 ? reasons : eachOnce(run.flatMap((segment) => segment.reasons)),
  };
}

/** How many days a gap has had by `on`, both ends counted. */
export const gapDays = ({ from, through }: Gap, on: PlainDate): number => daysBetween(from, through ?? on) + 1;

const eachOnce = (reasons: readonly CoverageReason[]): CoverageReason[] => [
  ...new Map(reasons.map((reason) => [reason.text, reason])).values(),
];
