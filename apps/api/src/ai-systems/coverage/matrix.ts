import { type CoverageState, coverageOn, worstOf } from '@attestry/domain/agreements/coverage-answer.ts';
import { EXPOSURES, type Exposure } from '@attestry/domain/ai-systems/phi-flow.ts';
import { keysOf } from '@attestry/domain/keys.ts';
import type { Context } from '../../kernel/context.ts';
import { type AskedDay, askedDay } from './asked-day.ts';
import { type FlowAnswer, flowAnswers } from './flow-answers.ts';
import { compare, type PageArgs, pageOfAnswers } from './page-of-answers.ts';

/** A page of services that PHI reaches on the day, and where it is exposed in each, by the worst state. */
export async function listMatrix(ctx: Context, args: PageArgs & AskedDay) {
  const { on, asOf } = askedDay(ctx.me, args);
  const rows = matrixOf(await flowAnswers(ctx, {}, asOf), on);
  const page = pageOfAnswers(rows, args, {
    places: ['text'],
    keyOf: ({ place }) => [place],
    compare: ([a = ''], [b = '']) => compare(a, b),
  });
  return { ...page, nodes: page.nodes.map((row) => ({ ...row, asOf })), totalCount: rows.length };
}

function matrixOf(answers: readonly FlowAnswer[], on: string) {
  const rows = new Map<string, { serviceId: string; place: string; states: Map<Exposure, CoverageState[]> }>();
  for (const { flow, service, segments } of answers) {
    const state = service && coverageOn(segments, on)?.state;
    if (!state) continue;
    const place = [service.vendorName, service.name, service.id].join('\n').toLowerCase();
    const row = rows.get(service.id) ?? { serviceId: service.id, place, states: new Map() };
    rows.set(service.id, row);
    for (const exposure of flow.exposures) row.states.set(exposure, [...(row.states.get(exposure) ?? []), state]);
  }
  return [...rows.values()]
    .sort((a, b) => compare(a.place, b.place))
    .map(({ states, ...row }) => ({
      ...row,
      cells: keysOf(EXPOSURES).flatMap((exposure) => cell(exposure, states.get(exposure))),
    }));
}

const cell = (exposure: Exposure, states: readonly CoverageState[] | undefined) =>
  states ? [{ exposure, state: worstOf(states), flows: states.length }] : [];
