import type { Reason } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** `unknown`: nothing says that it is uncovered, but something needed is not known; never shown as in order. */
export const COVERAGE_STATES = {
  covered: 'Covered',
  uncovered: 'Not covered',
  unknown: 'Unknown',
  not_needed: 'Own infrastructure',
} as const;
export type CoverageState = keyof typeof COVERAGE_STATES;

export const GAP_REASONS = {
  'no-agreement': 'No agreement',
  'not-signed': 'Not signed by both',
  'not-yet-effective': 'Not yet effective',
  ended: 'Ended',
  'service-not-listed': 'Service not listed',
  'condition-unmet': 'Condition not met',
  'condition-unknown': 'Condition unknown',
  'subprocessor-missing': 'Subprocessor without agreement',
  'subprocessor-unknown': 'Subprocessor unknown',
} as const;
export type GapReason = keyof typeof GAP_REASONS;

export interface CoverageReason extends Reason {
  readonly key: GapReason;
  /** What the reason is about, where there is one. */
  readonly agreementId?: string;
  readonly conditionId?: string;
  readonly linkId?: string;
}

/** Days `from` to `through` (inclusive; null: no end in sight) with one answer. */
export interface CoverageSegment {
  readonly from: PlainDate;
  readonly through: PlainDate | null;
  readonly state: CoverageState;
  /** The agreement that covers the service itself, also on days on which only the chain below it has a gap. */
  readonly agreementId: string | null;
  /** Why it is not covered; empty for covered and not needed. */
  readonly reasons: readonly CoverageReason[];
}

/** Reasons of something not known; with any other reason beside them it is plainly uncovered. */
const UNKNOWNS: ReadonlySet<GapReason> = new Set(['condition-unknown', 'subprocessor-unknown']);

export function stateFor(reasons: readonly CoverageReason[]): CoverageState {
  if (reasons.length === 0) return 'covered';
  return reasons.every(({ key }) => UNKNOWNS.has(key)) ? 'unknown' : 'uncovered';
}

/** From the one to look at first. */
const BY_WEIGHT: readonly CoverageState[] = ['uncovered', 'unknown', 'covered', 'not_needed'];
export const worstOf = (states: Iterable<CoverageState>): CoverageState => {
  const found = new Set(states);
  return BY_WEIGHT.find((state) => found.has(state)) ?? 'unknown';
};

/** The segment of a day, or undefined when PHI does not flow on that day. */
export function coverageOn(segments: readonly CoverageSegment[], day: PlainDate): CoverageSegment | undefined {
  return segments.find(({ from, through }) => from <= day && (through === null || day <= through));
}
