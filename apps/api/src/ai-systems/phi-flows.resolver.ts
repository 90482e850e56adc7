import { coverageOn } from '@attestry/domain/agreements/coverage-answer.ts';
import * as facts from '@attestry/domain/ai-systems/phi-flow.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { type AsOf, oneOf } from '../kernel/loaders.ts';
import { lockedRecord } from '../kernel/locked-record.ts';
import { Command } from '../kernel/operation.ts';
import { update } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import type { Vendor } from '../vendors/vendor.entity.ts';
import { AiSystem } from './ai-system.entity.ts';
import { chainOf, flowsOf } from './coverage/chain.ts';
import { type ShownFlow, segmentsOf } from './coverage/shown-flow.ts';
import { openGapsOf } from './coverage/vendor-gaps.ts';
import { PhiFlow } from './phi-flow.entity.ts';
import { changeFlow, recordFlow } from './phi-flow-write.ts';

interface Gql {
  readonly ctx: Context;
}

@Resolver('PhiFlow')
export class PhiFlowsResolver {
  @ResolveField()
  aiSystem(flow: ShownFlow, _: unknown, { ctx }: Gql) {
    return oneOf(ctx, AiSystem, flow.aiSystemId, flow.asOf);
  }

  @ResolveField()
  service(flow: ShownFlow, _: unknown, { ctx }: Gql) {
    return flow.serviceId && oneOf(ctx, Service, flow.serviceId, flow.asOf);
  }

  @ResolveField()
  async coverage(flow: ShownFlow, _: unknown, { ctx }: Gql) {
    const segment = coverageOn(await segmentsOf(ctx, flow), flow.on ?? flow.asOf ?? ctx.me.today);
    return segment && { ...segment, asOf: flow.asOf };
  }

  @ResolveField()
  async segments(flow: ShownFlow, _: unknown, { ctx }: Gql) {
    return (await segmentsOf(ctx, flow)).map((segment) => ({ ...segment, asOf: flow.asOf }));
  }

  @Command('phi-flow.create', facts.createPhiFlow)
  createPhiFlow(ctx: Context, input: z.infer<typeof facts.createPhiFlow>) {
    return recordFlow(ctx, input);
  }

  @Command('phi-flow.update', facts.updatePhiFlow)
  async updatePhiFlow(ctx: Context, input: z.infer<typeof facts.updatePhiFlow>) {
    return changeFlow(ctx, await lockedFlow(ctx, input), input.facts);
  }

  @Command('phi-flow.withdraw', facts.withdrawPhiFlow)
  async withdrawPhiFlow(ctx: Context, input: z.infer<typeof facts.withdrawPhiFlow>) {
    const { id } = await lockedFlow(ctx, input);
    const withdrawn = { withdrawnAt: new Date().toISOString(), withdrawnReason: input.reason };
    return update(await ctx.tx(), PhiFlow, { id }, withdrawn);
  }
}

@Resolver('AiSystem')
export class AiSystemFlowsResolver {
  @ResolveField()
  phiFlows(system: AsOf<AiSystem>, _: unknown, { ctx }: Gql) {
    return flowsOf(ctx, system);
  }

  @ResolveField()
  chain(system: AsOf<AiSystem>, _: unknown, { ctx }: Gql) {
    return chainOf(ctx, system);
  }
}

@Resolver('Vendor')
export class VendorGapsResolver {
  @ResolveField()
  openGaps(vendor: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    return openGapsOf(ctx, vendor);
  }
}

const lockedFlow = (ctx: Context, { id, version }: { id: string; version: number }) =>
  lockedRecord<PhiFlow>(ctx, PhiFlow, { id, version }, 'PHI flow', ({ withdrawnAt }) => withdrawnAt === null);
