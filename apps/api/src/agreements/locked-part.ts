import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/failure.ts';
import { lockedRecord } from '../kernel/locked-record.ts';
import type { SharedRecord } from '../kernel/row.ts';
import { byId } from '../kernel/rows.ts';
import type { Agreement } from './agreement.entity.ts';
import { lockedAgreement } from './agreement-write.ts';

/** What belongs to an agreement, locked for a change made from `version`, after its agreement: always in this order. */
export async function lockedPart<Part extends SharedRecord & { agreementId: string }>(
  ctx: Context,
  entity: EntityTarget<Part & ObjectLiteral>,
  at: { readonly id: string; readonly version: number },
  what: string,
): Promise<{ agreement: Agreement; part: Part }> {
  const found = await byId<Part>(await ctx.tx(), entity, at.id);
  if (!found) throw notFound(what);
  const agreement = await lockedAgreement(ctx, found.agreementId);
  return { agreement, part: await lockedRecord<Part>(ctx, entity, at, what) };
}
