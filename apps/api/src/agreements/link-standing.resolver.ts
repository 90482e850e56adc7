import { linkStanding } from '@attestry/domain/agreements/link-standing.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../kernel/context.ts';
import { oneOf } from '../kernel/loaders.ts';
import { Service } from '../vendors/service.entity.ts';
import type { LinkOfDay } from '../vendors/subprocessors/subprocessor-graph.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { Agreement } from './agreement.entity.ts';

interface Gql {
  readonly ctx: Context;
}

/** A link of the vendors' side, with what agreements say of it. */
@Resolver('SubprocessorLink')
export class LinkStandingResolver {
  @ResolveField()
  agreement({ agreementId, asOf }: LinkOfDay, _: unknown, { ctx }: Gql) {
    return agreementId && oneOf(ctx, Agreement, agreementId, asOf);
  }

  @ResolveField()
  async standing(link: LinkOfDay, _: unknown, { ctx }: Gql) {
    const present = <Row>(rows: readonly (Row | null | undefined)[]) => rows.filter((row) => row != null);
    const [vendors, services, agreements] = await Promise.all([
      Promise.all([link.upperVendorId, link.lowerVendorId].map((id) => oneOf(ctx, Vendor, id, link.asOf))),
      Promise.all(present([link.upperServiceId, link.lowerServiceId]).map((id) => oneOf(ctx, Service, id, link.asOf))),
      Promise.all(present([link.agreementId]).map((id) => oneOf(ctx, Agreement, id, link.asOf))),
    ]);
    const parties = { vendors: present(vendors), services: present(services), agreements: present(agreements) };
    return linkStanding(link, parties, link.on ?? link.asOf ?? ctx.me.today);
  }
}
