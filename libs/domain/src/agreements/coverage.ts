import { onceEach } from '../once-each.ts';
import { type Interval, interval, lastDay, NO_END, NO_START } from '../time/intervals.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { chainGaps } from './chain-gaps.ts';
import { type CoverageReason, type CoverageSegment, stateFor } from './coverage-answer.ts';
import type { CoverageFacts, FlowFacts, ServiceOf } from './coverage-facts.ts';
import { type CoverageIndex, indexOf } from './coverage-index.ts';
import { directCover } from './direct-cover.ts';

/**
 * For each flow, by id: on which days an agreement covers it, and why not on the others (45 CFR 164.502(e),
 * 164.504(e), 164.308(b)). Segments in order, without gap or overlap, from its first to its last day.
 */
export function coverageOf(
  flows: readonly FlowFacts[],
  facts: CoverageFacts,
): ReadonlyMap<string, readonly CoverageSegment[]> {
  const segments = coverageBy(facts);
  return new Map(flows.map((flow) => [flow.id, segments(flow)]));
}

/** The same, flow by flow, for as long as the facts hold; each service is looked at once. */
export function coverageBy(facts: CoverageFacts): (flow: FlowFacts) => readonly CoverageSegment[] {
  const index = indexOf(facts);
  const chainOf = chainGaps(index);
  const answersOf = onceEach((serviceId: string) => serviceCover(index.service(serviceId), index, chainOf));
  return (flow) => segmentsOf(flow, answersOf);
}

/** A run of days with one answer, for every flow to the service. */
interface Answer {
  /** The first day after it. */
  readonly to: PlainDate;
  readonly segment: CoverageSegment;
}

function segmentsOf(flow: FlowFacts, answersOf: (serviceId: string) => readonly Answer[]): CoverageSegment[] {
  const days = interval(flow.startsOn, flow.endsOn);
  const answers = flow.serviceId === null ? OWN_INFRASTRUCTURE : answersOf(flow.serviceId);
  return answers
    .filter(({ segment, to }) => segment.from < days.to && days.from < to)
    .map((answer) => within(days, answer));
}

/** Most answers lie within the days of a flow as they are: flows share them. */
function within(days: Interval, { to, segment }: Answer): CoverageSegment {
  if (days.from <= segment.from && to <= days.to) return segment;
  const from = segment.from < days.from ? days.from : segment.from;
  return { ...segment, from, through: lastDay({ from, to: to < days.to ? to : days.to }) };
}

const OWN_INFRASTRUCTURE: readonly Answer[] = [
  { to: NO_END, segment: { from: NO_START, through: null, state: 'not_needed', agreementId: null, reasons: [] } },
];

/** Every day there is, for a service: what its own agreement says, and after it what the chain below lacks. */
function serviceCover(service: ServiceOf, index: CoverageIndex, chainOf: ReturnType<typeof chainGaps>): Answer[] {
  const answers: Answer[] = [];
  const chain = chainOf(service);
  let at = 0;
  for (const direct of directCover(service, index))
    for (let from = direct.from; from < direct.to; ) {
      const below = chain[at]!;
      const to = below.to < direct.to ? below.to : direct.to;
      add(answers, { from, to }, direct.agreementId, both(direct.reasons, below.reasons));
      if (to === below.to) at += 1;
      from = to;
    }
  return answers;
}

const both = (own: readonly CoverageReason[], below: readonly CoverageReason[]) =>
  own.length === 0 ? below : below.length === 0 ? own : [...own, ...below];

/** Neighbours that say the same become one. */
function add(answers: Answer[], days: Interval, agreementId: string | null, reasons: readonly CoverageReason[]) {
  const segment = { from: days.from, through: lastDay(days), state: stateFor(reasons), agreementId, reasons };
  const last = answers.at(-1);
  if (!last || !isSame(last.segment, segment)) answers.push({ to: days.to, segment });
  else answers[answers.length - 1] = { to: days.to, segment: { ...last.segment, through: segment.through } };
}

const isSame = (a: CoverageSegment, b: CoverageSegment) =>
  a.agreementId === b.agreementId &&
  a.reasons.length === b.reasons.length &&
  a.reasons.every((reason, at) => isSameReason(reason, b.reasons[at]!));

const isSameReason = (a: CoverageReason, b: CoverageReason) =>
  a === b ||
  (a.text === b.text &&
    a.key === b.key &&
    a.agreementId === b.agreementId &&
    a.conditionId === b.conditionId &&
    a.linkId === b.linkId);
