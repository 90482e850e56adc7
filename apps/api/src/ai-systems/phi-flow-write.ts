import type { createPhiFlow, updatePhiFlow } from '@attestry/domain/ai-systems/phi-flow.ts';
import { type CheckedFlow, flowProblems, whyNotTo } from '@attestry/domain/ai-systems/phi-flow-check.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { invalid, notFound, refused } from '../kernel/failure.ts';
import { byId, insert, update } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { AiSystem } from './ai-system.entity.ts';
import { PhiFlow } from './phi-flow.entity.ts';

export async function recordFlow(ctx: Context, { aiSystemId, facts }: z.infer<typeof createPhiFlow>) {
  const flow = { serviceId: null, place: '', endsOn: null, identifiers: [], notes: '', ...facts };
  await checkFlow(ctx, aiSystemId, flow);
  return insert(await ctx.tx(), PhiFlow, { aiSystemId, ...flow });
}

export async function changeFlow(ctx: Context, present: PhiFlow, facts: z.infer<typeof updatePhiFlow>['facts']) {
  const moved = (['serviceId', 'place'] as const).filter(
    (field) => facts[field] !== undefined && facts[field] !== present[field],
  );
  if (moved.length > 0)
    throw invalid(
      ...moved.map((field) => ({ path: `facts.${field}`, message: 'cannot be changed: a new place is a new flow' })),
    );
  if (Object.keys(facts).length === 0) return present;
  await checkFlow(ctx, present.aiSystemId, { ...present, ...facts });
  return update(await ctx.tx(), PhiFlow, { id: present.id }, facts);
}

/** System and service stay as they are until the flow is written: neither is retired or removed beside it. */
async function checkFlow(ctx: Context, aiSystemId: string, flow: CheckedFlow): Promise<void> {
  const tx = await ctx.tx();
  const system = await byId<AiSystem>(tx, AiSystem, aiSystemId, 'lock');
  if (!system || system.withdrawnAt) throw notFound('AI system');
  const service = flow.serviceId === null ? null : await byId<Service>(tx, Service, flow.serviceId, 'lock');
  if (service === undefined || service?.withdrawnAt)
    throw invalid({ path: 'facts.serviceId', message: 'must be a service on record' });
  const problems = flowProblems(flow, system);
  if (problems.length > 0)
    throw invalid(...problems.map(({ fact, text }) => ({ path: `facts.${fact}`, message: text })));
  const removed = service ? whyNotTo(service, flow) : [];
  if (removed.length > 0) throw refused(removed);
}
