import type { signAgreement } from '@attestry/domain/agreements/facts.ts';
import { wrongEffectiveOn } from '@attestry/domain/agreements/supersession.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { conflict, invalid, notFound } from '../kernel/failure.ts';
import { columns, tableOf, updateMany } from '../kernel/rows.ts';
import { Agreement } from './agreement.entity.ts';
import { atField, changeAgreement, checkDates, lockedAgreements } from './agreement-write.ts';
import { supersede } from './supersede.ts';

export type Signing = z.infer<typeof signAgreement>;

/** Signatures and the effective date; and from that day on it takes the place of another, where one is named. */
export async function signed(ctx: Context, { id, version, signatures, supersedesId }: Signing): Promise<Agreement> {
  const rows = await lockedAgreements(ctx, supersedesId ? [id, supersedesId] : [id]);
  const present = rows.find((row) => row.id === id.toLowerCase());
  if (!present) throw notFound('agreement');
  if (present.version !== version) throw conflict('agreement', present);
  const next = { ...present, ...signatures };
  checkDates(ctx, next, Object.keys(signatures));
  if (supersedesId)
    await supersede(
      ctx,
      rows.find((row) => row !== present),
      next,
      'supersedesId',
    );
  if (next.effectiveOn !== present.effectiveOn) await moveSuccession(ctx, next);
  return changeAgreement(ctx, present, signatures);
}

/** The agreements whose place it took end with the day before its new effective day. */
async function moveSuccession(ctx: Context, { id, effectiveOn }: Agreement): Promise<void> {
  const earlier = await ctx.query<Agreement>(
    `SELECT ${columns(Agreement)} FROM ${tableOf(Agreement)} WHERE superseded_by = $1 ORDER BY id FOR UPDATE`,
    [id],
  );
  const wrong = wrongEffectiveOn(effectiveOn, earlier);
  if (wrong.length > 0) throw invalid(...wrong.map(atField));
  const moved = earlier.filter((one) => one.supersededOn !== effectiveOn);
  await updateMany<Agreement>(
    await ctx.tx(),
    Agreement,
    moved.map((one) => ({ id: one.id, supersededOn: effectiveOn })),
  );
}
