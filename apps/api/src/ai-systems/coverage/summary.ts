import { coverageOn } from '@attestry/domain/agreements/coverage-answer.ts';
import { gapsOf } from '@attestry/domain/agreements/gaps.ts';
import type * as Gql from '../../generated/contract.ts';
import type { FlowAnswer } from './flow-answers.ts';

/** Where the organization stands on a day, in numbers. */
export function summaryOf(answers: readonly FlowAnswer[], on: string): Gql.CoverageSummary {
  const flowing = answers.flatMap(({ flow, service, segments }) => {
    const state = coverageOn(segments, on)?.state;
    return state ? [{ aiSystemId: flow.aiSystemId, vendorId: service?.vendorId, state }] : [];
  });
  const [uncovered, unknown] = [flowing.filter(isState('uncovered')), flowing.filter(isState('unknown'))];
  const gaps = [...uncovered, ...unknown];
  const past = answers.flatMap(({ segments }) => gapsOf(segments, on)).filter(({ through }) => through !== null);
  return {
    on,
    flows: flowing.filter(({ state }) => state !== 'not_needed').length,
    uncovered: uncovered.length,
    unknown: unknown.length,
    aiSystems: count(flowing.map(({ aiSystemId }) => aiSystemId)),
    aiSystemsWithGaps: count(gaps.map(({ aiSystemId }) => aiSystemId)),
    vendorsWithGaps: count(gaps.map(({ vendorId }) => vendorId)),
    pastGaps: past.length,
  };
}

const isState = (wanted: string) => (one: { readonly state: string }) => one.state === wanted;
const count = (values: readonly unknown[]) => new Set(values).size;
