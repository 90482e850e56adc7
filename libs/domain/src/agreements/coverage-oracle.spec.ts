import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';
import { COVERAGE_STATES, type CoverageSegment, GAP_REASONS } from './coverage-answer.ts';
import type { CoverageFacts, FlowFacts } from './coverage-facts.ts';
import { coverageOnDay, holds, type Told } from './coverage-oracle.ts';
import { EVERY_DAY, world } from './testing-world.ts';

/*
 * The rule against an answer for one day at a time, worked out from the facts without intervals: in a small world
 * of five vendors and eight services, 24 days, and the days on both sides of them.
 */

describe('coverage by intervals', () => {
  const seen = new Map<string, number>();

  it('says for every day what the facts of that day say', () => {
    fc.assert(
      fc.property(world, ({ flows, ...facts }) => {
        const answers = coverageOf(flows, facts);
        for (const flow of flows) {
          const segments = answers.get(flow.id)!;
          const told = EVERY_DAY.map((day) => flatten(segments.filter((one) => holds(one.from, day, one.through))));
          expect(told).toEqual(EVERY_DAY.map((day) => coverageOnDay(flow, facts, day)));
          expect(faultIn(segments, flow)).toBeUndefined();
          for (const { state, reasons } of segments)
            for (const key of [state, ...reasons.map((reason) => reason.key)]) seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      { numRuns: 10_000, seed: 164_502 },
    );
  }, 120_000);

  it('was asked about every state and reason, and often', () => {
    const all = [...Object.keys(COVERAGE_STATES), ...Object.keys(GAP_REASONS)];
    expect(all.filter((key) => (seen.get(key) ?? 0) < 200)).toEqual([]);
  });

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(world, ({ flows, ...facts }) => {
        const backwards = Object.fromEntries(Object.entries(facts).map(([key, rows]) => [key, rows.toReversed()]));
        expect(coverageOf(flows, backwards as unknown as CoverageFacts)).toEqual(coverageOf(flows, facts));
      }),
      { numRuns: 1_000, seed: 164_504 },
    );
  });
});

/** What is wrong with the order: a gap, an overlap, a wrong first or last day, two neighbours alike. */
function faultIn(segments: readonly CoverageSegment[], { startsOn, endsOn }: FlowFacts): string | undefined {
  if (segments[0]?.from !== startsOn || segments.at(-1)?.through !== endsOn) return 'ends';
  return segments.flatMap(({ from, through, ...answer }, at) => {
    const { from: nextFrom, through: _, ...nextAnswer } = segments[at + 1] ?? { from: null, through: null };
    if (through !== null && through < from) return ['order'];
    if (nextFrom === null) return [];
    if (EVERY_DAY.indexOf(nextFrom) !== EVERY_DAY.indexOf(through!) + 1) return ['gap or overlap'];
    return isDeepStrictEqual(answer, nextAnswer) ? ['neighbours alike'] : [];
  })[0];
}

const flatten = (segments: readonly CoverageSegment[]): Told[] =>
  segments.map(({ state, agreementId, reasons }) => ({
    state,
    agreementId,
    reasons: reasons.map((r) => [r.key, r.linkId ?? r.agreementId ?? '', r.conditionId ?? ''].join(' ')).sort(),
  }));
