import { standingOn } from '@attestry/domain/agreements/standing.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { asOfDay } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { isId } from '../kernel/ids.ts';
import { type AsOf, oneOf, rowsBy } from '../kernel/loaders.ts';
import { Ask } from '../kernel/operation.ts';
import { selectedFields } from '../kernel/selection.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { boardOf } from './agreement-board.ts';
import { AgreementCondition } from './agreement-condition.entity.ts';
import { AgreementDocument } from './agreement-document.entity.ts';
import { agreementHistory } from './agreement-history.ts';
import { countAgreements, facetsOf, type ListArgs, listAgreements } from './agreement-list.ts';
import { Amendment } from './amendment.entity.ts';
import { CoveredService } from './covered-service.entity.ts';
import { ReturnObligation } from './return-obligation.entity.ts';

interface Gql {
  readonly ctx: Context;
}

@Resolver('Agreement')
export class AgreementsResolver {
  @Ask('agreement.read')
  async agreements(ctx: Context, args: ListArgs, info: GraphQLResolveInfo) {
    const wanted = selectedFields(info);
    const [page, totalCount, facets] = await Promise.all([
      listAgreements(ctx, args),
      wanted.has('totalCount') ? countAgreements(ctx, args) : 0,
      wanted.has('facets') ? facetsOf(ctx, args) : undefined,
    ]);
    return { ...page, totalCount, facets };
  }

  @Ask('agreement.read')
  async agreement(ctx: Context, { id, asOf }: { id: string; asOf?: string | null }) {
    const day = asOfDay(ctx.me, asOf);
    return (isId(id) && (await oneOf(ctx, Agreement, id.toLowerCase(), day))) || null;
  }

  @Ask('agreement.read')
  agreementBoard(ctx: Context, { asOf }: { asOf?: string | null }) {
    return boardOf(ctx, asOf);
  }

  @ResolveField()
  vendor(agreement: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return oneOf(ctx, Vendor, agreement.vendorId, agreement.asOf);
  }

  @ResolveField()
  upperVendor({ upperVendorId, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return upperVendorId ? oneOf(ctx, Vendor, upperVendorId, asOf) : null;
  }

  @ResolveField()
  supersededBy({ supersededById, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return supersededById ? oneOf(ctx, Agreement, supersededById, asOf) : null;
  }

  @ResolveField()
  async standing(agreement: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    const obligations = await rowsBy(ctx, ReturnObligation, 'agreementId', agreement.id, agreement.asOf);
    return standingOn(agreement, obligations, agreement.asOf ?? ctx.me.today);
  }

  @ResolveField()
  coveredServices({ id, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return rowsBy(ctx, CoveredService, 'agreementId', id, asOf);
  }

  @ResolveField()
  conditions({ id, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return rowsBy(ctx, AgreementCondition, 'agreementId', id, asOf);
  }

  @ResolveField()
  amendments({ id, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return rowsBy(ctx, Amendment, 'agreementId', id, asOf);
  }

  @ResolveField()
  documents({ id, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return rowsBy(ctx, AgreementDocument, 'agreementId', id, asOf);
  }

  @ResolveField()
  obligations({ id, asOf }: AsOf<Agreement>, _: unknown, { ctx }: Gql) {
    return rowsBy(ctx, ReturnObligation, 'agreementId', id, asOf);
  }

  @ResolveField()
  history({ id }: Agreement, args: { first: number; after?: string | null }, { ctx }: Gql) {
    return agreementHistory(ctx, id, args);
  }
}

@Resolver('Vendor')
export class VendorAgreementsResolver {
  @ResolveField()
  async agreements(vendor: AsOf<Vendor>, _: unknown, { ctx }: Gql) {
    return (await rowsBy(ctx, Agreement, 'vendorId', vendor.id, vendor.asOf)).toSorted(newestFirst);
  }
}

/** Those in negotiation first, then by effective date. */
const newestFirst = (one: Agreement, other: Agreement) => (lastOf(one) < lastOf(other) ? 1 : -1);
const lastOf = ({ effectiveOn, id }: Agreement) => `${effectiveOn ?? '9999-12-31'} ${id}`;
