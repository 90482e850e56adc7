import * as facts from '@attestry/domain/ai-systems/facts.ts';
import { riskTierOf } from '@attestry/domain/ai-systems/risk-tier.ts';
import { mayMoveStage, mayRetire } from '@attestry/domain/ai-systems/stage.ts';
import type { Reason } from '@attestry/domain/decision.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { asOfDay } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { type Failure, invalid, refused } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { oneOf } from '../kernel/loaders.ts';
import { lockedRecord } from '../kernel/locked-record.ts';
import { Ask, Command } from '../kernel/operation.ts';
import { insert, update } from '../kernel/rows.ts';
import { selectedFields } from '../kernel/selection.ts';
import { AiSystem } from './ai-system.entity.ts';
import { facetsOf, summaryOf } from './ai-system-facets.ts';
import { aiSystemHistory } from './ai-system-history.ts';
import { countAiSystems, type ListArgs, listAiSystems } from './ai-system-list.ts';
import { changedAiSystem, newAiSystem } from './ai-system-write.ts';

const TIER_FACTS = [
  'phi',
  'phiVolume',
  'decisionRole',
  'clinicalImpact',
  'vulnerablePopulation',
  'vendorTrainingRights',
  'origin',
];

@Resolver('AiSystem')
export class AiSystemsResolver {
  @Ask('ai-system.read')
  async aiSystems(ctx: Context, args: ListArgs, info: GraphQLResolveInfo) {
    const wanted = selectedFields(info);
    const properties = selectedFields(info, ['nodes']);
    if (properties.has('tierAnswer')) for (const fact of TIER_FACTS) properties.add(fact);
    const [page, totalCount, facets] = await Promise.all([
      listAiSystems(ctx, args, properties),
      wanted.has('totalCount') ? countAiSystems(ctx, args) : 0,
      wanted.has('facets') ? facetsOf(ctx, args) : undefined,
    ]);
    const asOf = asOfDay(ctx.me, args.asOf);
    return { ...page, nodes: page.nodes.map((system) => ({ ...system, asOf })), totalCount, facets };
  }

  @Ask('ai-system.read')
  async aiSystem(ctx: Context, { id, asOf }: { id: string; asOf?: string | null }) {
    if (!isId(id)) return null;
    const system = await oneOf<AiSystem>(ctx, AiSystem, id.toLowerCase(), asOfDay(ctx.me, asOf));
    return system && !system.withdrawnAt ? system : null;
  }

  @Ask('ai-system.read')
  aiSystemSummary(ctx: Context, { asOf }: { asOf?: string | null }) {
    return summaryOf(ctx, asOf);
  }

  @ResolveField()
  tierAnswer(system: AiSystem) {
    return riskTierOf(system);
  }

  @ResolveField()
  history(system: AiSystem, args: { first: number; after?: string | null }, { ctx }: { ctx: Context }) {
    return aiSystemHistory(ctx, system.id, args);
  }

  @Command('ai-system.create', z.object({ facts: facts.recordAiSystem }))
  async createAiSystem(ctx: Context, input: { facts: facts.CreateAiSystem }) {
    return insert(await ctx.tx(), AiSystem, newAiSystem(input.facts));
  }

  @Command('ai-system.update', facts.updateAiSystem)
  async updateAiSystem(ctx: Context, input: facts.UpdateAiSystem) {
    const tx = await ctx.tx();
    const present = await lockedSystem(ctx, input.id, input.version);
    const move = mayMoveStage(present.stage, input.facts.stage ?? present.stage);
    if (!move.allowed) throw refused(move.because);
    const back = present.stage === 'retired' && input.facts.stage !== undefined && input.facts.stage !== 'retired';
    const changes: Partial<AiSystem> = { ...input.facts, ...(back && { retiredOn: null, retiredReason: '' }) };
    if (Object.keys(changes).length === 0) return present;
    return update(tx, AiSystem, { id: input.id }, changedAiSystem(present, changes));
  }

  @Command('ai-system.retire', facts.retireAiSystem)
  async retireAiSystem(ctx: Context, { id, version, retiredOn, reason }: facts.RetireAiSystem) {
    const present = await lockedSystem(ctx, id, version);
    const decision = mayRetire({ ...present, retiredOn, today: ctx.me.today });
    if (!decision.allowed) throw retirementFailure(decision.because);
    return update(await ctx.tx(), AiSystem, { id }, { stage: 'retired', retiredOn, retiredReason: reason });
  }
}

/** A wrong date is mended at its field; that it is retired already is not. */
function retirementFailure(because: readonly Reason[]): Failure {
  const dates = because.filter(({ fact }) => fact === 'retiredOn');
  return dates.length > 0
    ? invalid(...dates.map(({ text }) => ({ path: 'retiredOn', message: text })))
    : refused(because);
}

const lockedSystem = (ctx: Context, id: string, version: number) =>
  lockedRecord(ctx, AiSystem, { id, version }, 'AI system', ({ withdrawnAt }) => !withdrawnAt);
