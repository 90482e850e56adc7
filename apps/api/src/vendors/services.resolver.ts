import * as facts from '@attestry/domain/vendors/facts.ts';
import { mayRemoveService } from '@attestry/domain/vendors/may-remove-service.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { type AsOf, oneOf } from '../kernel/loaders.ts';
import { lockedRecord } from '../kernel/locked-record.ts';
import { Ask, Command } from '../kernel/operation.ts';
import { insert, update } from '../kernel/rows.ts';
import { agreementsCovering, failureOf, phiReaching } from './in-the-way.ts';
import { Service } from './service.entity.ts';
import { Vendor } from './vendor.entity.ts';
import { servicesToChoose } from './vendor-list.ts';
import { lockedVendorInUse } from './vendor-lock.ts';

@Resolver('Service')
export class ServicesResolver {
  @Ask('vendor.read')
  services(ctx: Context, args: { search?: string | null; vendorId?: string | null; first: number }) {
    return servicesToChoose(ctx, args);
  }

  @ResolveField()
  vendor(service: AsOf<Service>, _: unknown, { ctx }: { ctx: Context }) {
    return oneOf(ctx, Vendor, service.vendorId, service.asOf);
  }

  @Command('service.create', facts.createService)
  async createService(ctx: Context, input: z.infer<typeof facts.createService>) {
    const { id: vendorId } = await lockedVendorInUse(ctx, input.vendorId);
    return insert(await ctx.tx(), Service, { vendorId, ...facts.UNKNOWN_SERVICE, ...input.facts });
  }

  @Command('service.update', facts.updateService)
  async updateService(ctx: Context, { id, version, facts: changes }: z.infer<typeof facts.updateService>) {
    const present = await lockedService(ctx, id, version);
    if (Object.keys(changes).length === 0) return present;
    return update(await ctx.tx(), Service, { id }, changes);
  }

  @Command('service.remove', facts.removeService)
  async removeService(ctx: Context, { id, version, removedOn, reason }: z.infer<typeof facts.removeService>) {
    const service = await lockedService(ctx, id, version);
    const [agreements, flows] = await Promise.all([agreementsCovering(ctx, id), phiReaching(ctx, [id])]);
    const { today } = ctx.me;
    const decision = mayRemoveService({ removedOn, today, alreadyOn: service.removedOn, agreements, flows });
    if (!decision.allowed) throw failureOf(decision, 'removedOn');
    return update(await ctx.tx(), Service, { id }, { removedOn, removedReason: reason });
  }
}

const lockedService = (ctx: Context, id: string, version: number) =>
  lockedRecord(ctx, Service, { id, version }, 'service', ({ withdrawnAt }) => !withdrawnAt);
