import type { CoverageSegment } from '@attestry/domain/agreements/coverage-answer.ts';
import { type AsOf, readBy } from '../../kernel/loaders.ts';
import type { Reading } from '../../kernel/reading.ts';
import { PhiFlow } from '../phi-flow.entity.ts';
import { knownFor, NOTHING_KNOWN } from './known-facts.ts';

/** A flow as an answer shows it: on a day, and with its segments where they are known already. */
export type ShownFlow = AsOf<PhiFlow> & {
  readonly on?: string;
  readonly known?: readonly CoverageSegment[];
};

/** The rows of flows that are answered, by id, for one page. */
export async function shownFlows(
  reading: Reading,
  answers: readonly { readonly id: string; readonly segments: readonly CoverageSegment[] }[],
  { on, asOf }: { readonly on: string; readonly asOf: string | undefined },
): Promise<ReadonlyMap<string, ShownFlow>> {
  const known = new Map(answers.map(({ id, segments }) => [id, segments]));
  const rows = known.size === 0 ? [] : await readBy<PhiFlow>(reading, PhiFlow, 'id', [...known.keys()], asOf);
  return new Map(rows.map((row) => [row.id, Object.assign(row, { on, known: known.get(row.id) })]));
}

/** Every day of a flow. */
export async function segmentsOf(reading: Reading, flow: ShownFlow): Promise<readonly CoverageSegment[]> {
  if (flow.known) return flow.known;
  const known = flow.serviceId ? await knownFor(reading, flow.serviceId, flow.asOf) : NOTHING_KNOWN;
  return known.segmentsOf(flow);
}
