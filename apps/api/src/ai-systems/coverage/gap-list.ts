import { type Gap, gapDays, gapsOf } from '@attestry/domain/agreements/gaps.ts';
import type { Context } from '../../kernel/context.ts';
import type { Place } from '../../kernel/paging.ts';
import { type AskedDay, askedDay } from './asked-day.ts';
import { type Filter, hasReason, hasState, scopeOf } from './coverage-filter.ts';
import { type FlowAnswer, flowAnswers } from './flow-answers.ts';
import { compare, type PageArgs, pageOfAnswers } from './page-of-answers.ts';
import { shownFlows } from './shown-flow.ts';

export interface GapArgs extends PageArgs, AskedDay {
  readonly filter?: Filter;
  readonly open?: boolean | null;
}
/** A gap and the flow that it is of. */
export interface FlowGap extends Gap {
  readonly answer: FlowAnswer;
}

/** A page of gaps: open ones first, the longest first; then those that are over, the latest first. */
export async function listGaps(ctx: Context, args: GapArgs) {
  const day = askedDay(ctx.me, args);
  const scope = scopeOf(args.filter);
  const answers = scope ? await flowAnswers(ctx, scope, day.asOf) : [];
  const others = gapsIn(answers, day.on)
    .filter(({ through }) => typeof args.open !== 'boolean' || args.open === (through === null))
    .filter(hasState(args.filter));
  const found = others.filter(hasReason(args.filter)).sort((a, b) => byPlace(keyOf(a), keyOf(b)));
  const page = pageOfAnswers(found, args, { places: PLACES, keyOf, compare: byPlace });
  const flows = await shownFlows(
    ctx,
    page.nodes.map(({ answer: { flow, segments } }) => ({ id: flow.id, segments })),
    day,
  );
  return {
    ...page,
    nodes: page.nodes.map((gap) => shownGap(gap, flows, day.on)),
    totalCount: found.length,
    reasons: countsOf(others),
  };
}

/** Every gap of these flows that began by the day. */
export const gapsIn = (answers: readonly FlowAnswer[], on: string): FlowGap[] =>
  answers.flatMap((answer) => gapsOf(answer.segments, on).map((gap) => ({ ...gap, answer })));

function shownGap(gap: FlowGap, flows: Awaited<ReturnType<typeof shownFlows>>, on: string) {
  const { from, through, state, reasons, answer } = gap;
  const { id } = answer.flow;
  return {
    id: `${id}:${from}`,
    flow: flows.get(id),
    from,
    through,
    days: gapDays(gap, on),
    open: through === null,
    state,
    reasons,
  };
}

type Key = readonly (string | number)[];
const PLACES: readonly Place[] = ['int', 'date', 'date', 'uuid'];
const keyOf = ({ from, through, answer }: FlowGap): Key => [
  through === null ? 0 : 1,
  through ?? from,
  from,
  answer.flow.id,
];

/** Open ones by their first day, the longest first; those that are over by their last, the latest first. */
const byPlace = (a: Key, b: Key): number =>
  compare(a[0]!, b[0]!) ||
  (a[0] === 0 ? compare(a[1]!, b[1]!) : compare(b[1]!, a[1]!)) ||
  compare(a[2]!, b[2]!) ||
  compare(a[3]!, b[3]!);

function countsOf(gaps: readonly FlowGap[]) {
  const counts = new Map<string, number>();
  for (const { reasons } of gaps)
    for (const key of new Set(reasons.map((reason) => reason.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
}
