import { onceEach } from '../once-each.ts';
import { type Interval, includes, interval, lastDay, NO_END, NO_START } from '../time/intervals.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { type ChainGap, chainGaps } from './chain-gaps.ts';
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
  const gapsBelow = chainGaps(index);
  const answersOf = onceEach((serviceId: string) => serviceCover(index.service(serviceId), index, gapsBelow));
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
function serviceCover(service: ServiceOf, index: CoverageIndex, gapsBelow: ReturnType<typeof chainGaps>): Answer[] {
  const gaps = gapsBelow(service);
  const cuts = gaps.flatMap(({ days }) => days.flatMap(({ from, to }) => [from, to]));
  const answers: Answer[] = [];
  for (const { agreementId, reasons: own, ...days } of directCover(service, index))
    for (const { from, to } of cutAt(days, cuts)) {
      const reasons = [...own, ...lackingOn(from, gaps)];
      const segment = { from, through: lastDay({ from, to }), state: stateFor(reasons), agreementId, reasons };
      const last = answers.at(-1);
      // Neighbours that say the same become one.
      if (last && isSame(last.segment, segment))
        answers[answers.length - 1] = { to, segment: { ...last.segment, through: segment.through } };
      else answers.push({ to, segment });
    }
  return answers;
}

function cutAt({ from, to }: Interval, cuts: readonly string[]): Interval[] {
  const starts = [...new Set([from, ...cuts.filter((cut) => from < cut && cut < to)])].sort();
  return starts.map((start, at) => ({ from: start, to: starts[at + 1] ?? to }));
}

const lackingOn = (day: string, gaps: readonly ChainGap[]) =>
  gaps.filter(({ days }) => days.some((part) => includes(part, day))).map(({ reason }) => reason);

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
