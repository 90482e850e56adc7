import { daysInEffect } from '@attestry/domain/agreements/in-effect.ts';
import { objectionDeadline } from '@attestry/domain/vendors/objection-deadline.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../kernel/context.ts';
import { type AsOf, rowsBy } from '../kernel/loaders.ts';
import { differenceIn } from '../vendors/subprocessors/list-versions.ts';
import type { SubprocessorList } from '../vendors/subprocessors/subprocessor-list.entity.ts';
import { Agreement } from './agreement.entity.ts';

/** A list of the vendors' side, with what agreements say of objecting to it. */
@Resolver('SubprocessorList')
export class ObjectionDeadlineResolver {
  /** Only what a later version adds can be objected to: the first is what was there when the agreement was made. */
  @ResolveField()
  async objectBy(list: AsOf<SubprocessorList>, _: unknown, { ctx }: { ctx: Context }) {
    const difference = await differenceIn(ctx, list);
    if (!difference || difference.added.length === 0) return null;
    const agreements = await rowsBy<Agreement, 'vendorId'>(ctx, Agreement, 'vendorId', list.vendorId, list.asOf);
    const own = agreements.filter(({ upperVendorId }) => upperVendorId === null);
    return objectionDeadline(
      { listedOn: list.listedOn, recordedOn: await dayOf(ctx, list.createdAt) },
      own.map((agreement) => ({ ...agreement, inEffect: daysInEffect(agreement) })),
    );
  }
}

/** The day of an instant where the organization is. */
async function dayOf(ctx: Context, instant: string): Promise<string> {
  const [row] = await ctx.query<{ day: string }>('SELECT ($1::timestamptz AT TIME ZONE $2)::date AS day', [
    instant,
    ctx.me.timeZone,
  ]);
  return row!.day;
}
