import { coverageOn } from '@attestry/domain/agreements/coverage-answer.ts';
import type { Context } from '../../kernel/context.ts';
import { type AskedDay, askedDay } from './asked-day.ts';
import { type Filter, hasReason, hasState, scopeOf } from './coverage-filter.ts';
import { flowAnswers } from './flow-answers.ts';
import { compare, type PageArgs, pageOfAnswers } from './page-of-answers.ts';
import { shownFlows } from './shown-flow.ts';

export interface TimelineArgs extends PageArgs, AskedDay {
  readonly filter?: Filter;
}

/** A page of flows with their segments, by AI system and place; state and reason are those of the day. */
export async function listFlows(ctx: Context, args: TimelineArgs) {
  const day = askedDay(ctx.me, args);
  const scope = scopeOf(args.filter);
  const answers = scope ? await flowAnswers(ctx, scope, day.asOf) : [];
  const [isState, isReason] = [hasState(args.filter), hasReason(args.filter)];
  const isAnyDay = !args.filter?.state?.length && !args.filter?.reason?.length;
  const found = answers.filter(({ segments }) => {
    const segment = isAnyDay ? undefined : coverageOn(segments, day.on);
    return isAnyDay || (segment !== undefined && isState(segment) && isReason(segment));
  });
  const page = pageOfAnswers(found, args, {
    places: ['text'],
    keyOf: ({ place }) => [place],
    compare: ([a = ''], [b = '']) => compare(a, b),
  });
  const flows = await shownFlows(
    ctx,
    page.nodes.map(({ flow, segments }) => ({ id: flow.id, segments })),
    day,
  );
  return { ...page, nodes: page.nodes.map(({ flow }) => flows.get(flow.id)), totalCount: found.length };
}
