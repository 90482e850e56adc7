import * as commands from '@attestry/domain/vendors/subprocessors.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Document } from '../../documents/document.entity.ts';
import type { Context } from '../../kernel/context.ts';
import { type AsOf, oneOf } from '../../kernel/loaders.ts';
import { lockedRecord } from '../../kernel/locked-record.ts';
import { Ask, Command } from '../../kernel/operation.ts';
import { insert, update } from '../../kernel/rows.ts';
import { Service } from '../service.entity.ts';
import { Vendor } from '../vendor.entity.ts';
import { vendorInUse } from '../vendor-in-use.ts';
import { checkLink } from './link-checks.ts';
import { graphOf } from './subprocessor-graph.ts';
import { SubprocessorLink } from './subprocessor-link.entity.ts';

interface Gql {
  readonly ctx: Context;
}

@Resolver('SubprocessorLink')
export class SubprocessorLinksResolver {
  @Ask('vendor.read')
  subprocessorGraph(ctx: Context, asked: { vendorId: string; on?: string | null; asOf?: string | null }) {
    return graphOf(ctx, asked);
  }

  @ResolveField()
  upperVendor(link: AsOf<SubprocessorLink>, _: unknown, { ctx }: Gql) {
    return oneOf(ctx, Vendor, link.upperVendorId, link.asOf);
  }

  @ResolveField()
  upperService(link: AsOf<SubprocessorLink>, _: unknown, { ctx }: Gql) {
    return link.upperServiceId && oneOf(ctx, Service, link.upperServiceId, link.asOf);
  }

  @ResolveField()
  lowerVendor(link: AsOf<SubprocessorLink>, _: unknown, { ctx }: Gql) {
    return oneOf(ctx, Vendor, link.lowerVendorId, link.asOf);
  }

  @ResolveField()
  lowerService(link: AsOf<SubprocessorLink>, _: unknown, { ctx }: Gql) {
    return link.lowerServiceId && oneOf(ctx, Service, link.lowerServiceId, link.asOf);
  }

  @ResolveField()
  evidenceDocument({ evidenceDocumentId }: SubprocessorLink, _: unknown, { ctx }: Gql) {
    return evidenceDocumentId && oneOf(ctx, Document, evidenceDocumentId);
  }

  @Command('subprocessor.add', commands.addSubprocessor)
  async addSubprocessor(ctx: Context, { facts: given, ...ends }: z.infer<typeof commands.addSubprocessor>) {
    const tx = await ctx.tx();
    await vendorInUse(tx, ends.upperVendorId);
    await vendorInUse(tx, ends.lowerVendorId);
    const link = { ...ends, upperServiceId: ends.upperServiceId ?? null, lowerServiceId: ends.lowerServiceId ?? null };
    const facts = { ...commands.UNKNOWN_LINK, ...given };
    await checkLink(ctx, link, facts);
    return insert(tx, SubprocessorLink, { ...link, ...facts });
  }

  @Command('subprocessor.update', commands.updateSubprocessor)
  async updateSubprocessor(ctx: Context, input: z.infer<typeof commands.updateSubprocessor>) {
    const present = await lockedRecord<SubprocessorLink>(ctx, SubprocessorLink, input, 'subprocessor');
    const changes: Partial<SubprocessorLink> = {
      ...input.facts,
      ...(input.upperServiceId !== undefined && { upperServiceId: input.upperServiceId }),
      ...(input.lowerServiceId !== undefined && { lowerServiceId: input.lowerServiceId }),
    };
    if (Object.keys(changes).length === 0) return present;
    const changed = { ...present, ...changes };
    await checkLink(ctx, changed, changed);
    return update(await ctx.tx(), SubprocessorLink, { id: input.id }, changes);
  }
}
