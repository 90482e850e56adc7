import * as facts from '@attestry/domain/vendors/facts.ts';
import { mayOffboard } from '@attestry/domain/vendors/may-offboard.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { z } from 'zod';
import { asOfDay } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { isId } from '../kernel/ids.ts';
import { type AsOf, oneOf, rowsBy } from '../kernel/loaders.ts';
import { Ask, Command } from '../kernel/operation.ts';
import { insert, update } from '../kernel/rows.ts';
import { selectedFields } from '../kernel/selection.ts';
import { dueDiligenceOf } from './due-diligence.ts';
import { agreementsBinding, failureOf, phiReaching } from './in-the-way.ts';
import { keepApart } from './keep-apart.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { mergeTwoVendors } from './merge-vendors.ts';
import { Service } from './service.entity.ts';
import { Vendor } from './vendor.entity.ts';
import { VendorEvidence } from './vendor-evidence.entity.ts';
import { facetsOf, summaryOf } from './vendor-facets.ts';
import { vendorHistory } from './vendor-history.ts';
import { countVendors, listVendors, type VendorListArgs } from './vendor-list.ts';
import { lockedVendor } from './vendor-lock.ts';

type Gql = { readonly ctx: Context };
type Page = { readonly first: number; readonly after?: string | null };

@Resolver('Vendor')
export class VendorsResolver {
  @Ask('vendor.read')
  async vendors(ctx: Context, args: VendorListArgs, info: GraphQLResolveInfo) {
    const wanted = selectedFields(info);
    const properties = selectedFields(info, ['nodes']).add('mergedIntoId');
    const [page, totalCount, facets] = await Promise.all([
      listVendors(ctx, args, properties),
      wanted.has('totalCount') ? countVendors(ctx, args) : 0,
      wanted.has('facets') ? facetsOf(ctx, args) : undefined,
    ]);
    return { ...page, totalCount, facets };
  }

  @Ask('vendor.read')
  async vendor(ctx: Context, { id, asOf }: { id: string; asOf?: string | null }) {
    if (!isId(id)) return null;
    const vendor = await oneOf(ctx, Vendor, id.toLowerCase(), asOfDay(ctx.me, asOf));
    return vendor && !vendor.withdrawnAt ? vendor : null;
  }

  @Ask('vendor.read')
  vendorSummary(ctx: Context, { asOf }: { asOf?: string | null }) {
    return summaryOf(ctx, asOf);
  }

  @Ask('vendor.read')
  likelyDuplicates(ctx: Context, args: Page) {
    return likelyDuplicates(ctx, args);
  }

  @ResolveField()
  mergedInto({ mergedIntoId, asOf }: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    return mergedIntoId ? oneOf(ctx, Vendor, mergedIntoId, asOf) : null;
  }

  /** Those in use first, then those that were removed; by name. */
  @ResolveField()
  async services({ id, asOf }: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    const services = await rowsBy(ctx, Service, 'vendorId', id, asOf);
    return services
      .filter(({ withdrawnAt }) => !withdrawnAt)
      .sort((a, b) => Number(!!a.removedOn) - Number(!!b.removedOn) || a.name.localeCompare(b.name, 'en'));
  }

  @ResolveField()
  async serviceCount({ id, asOf }: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    const services = await rowsBy(ctx, Service, 'vendorId', id, asOf);
    return services.filter(({ withdrawnAt, removedOn }) => !withdrawnAt && !removedOn).length;
  }

  /** Those that count first, newest first. */
  @ResolveField()
  async evidence({ id, asOf }: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    const evidence = await rowsBy(ctx, VendorEvidence, 'vendorId', id, asOf);
    return evidence.toReversed().sort((a, b) => Number(!!a.withdrawnAt) - Number(!!b.withdrawnAt));
  }

  @ResolveField()
  dueDiligence(vendor: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    return dueDiligenceOf(ctx, vendor);
  }

  @ResolveField()
  history(vendor: Vendor, args: Page, { ctx }: Gql) {
    return vendorHistory(ctx, vendor, args);
  }

  @Command('vendor.create', facts.createVendor)
  async createVendor(ctx: Context, input: z.infer<typeof facts.createVendor>) {
    return insert(await ctx.tx(), Vendor, { ...facts.UNKNOWN_VENDOR, ...input.facts });
  }

  @Command('vendor.update', facts.updateVendor)
  async updateVendor(ctx: Context, { id, version, facts: changes }: z.infer<typeof facts.updateVendor>) {
    const present = await lockedVendor(ctx, id, version);
    if (Object.keys(changes).length === 0) return present;
    return update(await ctx.tx(), Vendor, { id }, changes);
  }

  @Command('vendor.offboard', facts.offboardVendor)
  async offboardVendor(ctx: Context, { id, version, offboardedOn, reason }: z.infer<typeof facts.offboardVendor>) {
    const tx = await ctx.tx();
    const vendor = await lockedVendor(ctx, id, version);
    // Locked, so that no flow or agreement begins with one of them meanwhile.
    const services = await tx.query<{ id: string }>(
      'SELECT id FROM app.service WHERE vendor_id = $1 ORDER BY id FOR UPDATE',
      [id],
    );
    const [agreements, flows] = await Promise.all([
      agreementsBinding(ctx, id),
      phiReaching(
        ctx,
        services.map((service) => service.id),
      ),
    ]);
    const { today } = ctx.me;
    const decision = mayOffboard({ offboardedOn, today, alreadyOn: vendor.offboardedOn, agreements, flows });
    if (!decision.allowed) throw failureOf(decision, 'offboardedOn');
    return update(tx, Vendor, { id }, { offboardedOn, offboardedReason: reason });
  }

  @Command('vendor.merge', facts.mergeVendors)
  mergeVendors(ctx: Context, input: z.infer<typeof facts.mergeVendors>) {
    return mergeTwoVendors(ctx, input);
  }

  @Command('vendor.keep-apart', facts.keepVendorsApart)
  keepVendorsApart(ctx: Context, input: z.infer<typeof facts.keepVendorsApart>) {
    return keepApart(ctx, input);
  }
}
