import * as facts from '@attestry/domain/agreements/facts.ts';
import { type ListedDays, wrongListing } from '@attestry/domain/agreements/listing.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { type AsOf, oneOf } from '../kernel/loaders.ts';
import { Command } from '../kernel/operation.ts';
import { insert, update } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { lockedAgreement } from './agreement-write.ts';
import { CoveredService } from './covered-service.entity.ts';
import { lockedPart } from './locked-part.ts';
import { servicesOf } from './references.ts';
import { refuseOverlap } from './refuse-overlap.ts';

@Resolver('CoveredService')
export class CoveredServicesResolver {
  @ResolveField()
  service({ serviceId, asOf }: AsOf<CoveredService>, _: unknown, { ctx }: { ctx: Context }) {
    return oneOf(ctx, Service, serviceId, asOf);
  }

  @Command('agreement.cover-service', facts.coverService)
  async coverService(ctx: Context, input: z.infer<typeof facts.coverService>) {
    const agreement = await lockedAgreement(ctx, input.agreementId);
    await servicesOf(ctx, agreement.vendorId, [input.serviceId], () => 'serviceId');
    checkListing({ listedFrom: null, listedThrough: null, ...input });
    await insert(await ctx.tx(), CoveredService, { ...input, vendorId: agreement.vendorId });
    await refuseOverlap(ctx, agreement.id);
    return agreement;
  }

  @Command('agreement.cover-service', facts.updateCoveredService)
  async updateCoveredService(ctx: Context, input: z.infer<typeof facts.updateCoveredService>) {
    const { id, version, reason: _, ...changes } = input;
    const { agreement, part } = await lockedLine(ctx, { id, version });
    checkListing({ ...part, ...changes });
    if (Object.keys(changes).length > 0) await update(await ctx.tx(), CoveredService, { id }, changes);
    await refuseOverlap(ctx, agreement.id);
    return agreement;
  }

  @Command('agreement.cover-service', facts.removeCoveredService)
  async removeCoveredService(ctx: Context, { id, version }: z.infer<typeof facts.removeCoveredService>) {
    const { agreement } = await lockedLine(ctx, { id, version });
    await ctx.query('DELETE FROM app.covered_service WHERE id = $1', [id]);
    return agreement;
  }
}

const lockedLine = (ctx: Context, at: { id: string; version: number }) =>
  lockedPart<CoveredService>(ctx, CoveredService, at, 'line of an agreement');

function checkListing(days: ListedDays): void {
  const wrong = wrongListing(days);
  if (wrong.length > 0) throw invalid(...wrong.map(({ fact = '', text }) => ({ path: fact, message: text })));
}
