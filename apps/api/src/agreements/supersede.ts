import type { supersedeAgreement } from '@attestry/domain/agreements/facts.ts';
import { maySupersede } from '@attestry/domain/agreements/supersession.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { conflict, invalid, notFound, refused } from '../kernel/failure.ts';
import { update } from '../kernel/rows.ts';
import { Agreement } from './agreement.entity.ts';
import { lockedAgreements } from './agreement-write.ts';
import { refuseOverlap } from './refuse-overlap.ts';

export type Supersession = z.infer<typeof supersedeAgreement>;

export async function superseded(ctx: Context, { id, version, supersededById }: Supersession): Promise<Agreement> {
  const rows = await lockedAgreements(ctx, [id, supersededById]);
  const present = rows.find((row) => row.id === id.toLowerCase());
  if (!present) throw notFound('agreement');
  if (present.version !== version) throw conflict('agreement', present);
  const later = rows.find((row) => row !== present);
  if (!later) throw invalid({ path: 'supersededById', message: 'names no other agreement' });
  const changed = await supersede(ctx, present, later, 'supersededById');
  await refuseOverlap(ctx, id);
  return changed;
}

/** `earlier` ends with the day before `later` is effective. `path`: where the other of the two was chosen. */
export async function supersede(
  ctx: Context,
  earlier: Agreement | undefined,
  later: Agreement,
  path: string,
): Promise<Agreement> {
  if (!earlier) throw invalid({ path, message: 'names no other agreement' });
  const { allowed, because } = maySupersede(earlier, later);
  const choice = because.filter(({ fact }) => fact === 'supersededById');
  if (!allowed && choice.length > 0) throw invalid(...choice.map(({ text }) => ({ path, message: text })));
  if (!allowed) throw refused(because);
  const supersession = { supersededById: later.id, supersededOn: later.effectiveOn };
  return (await update(await ctx.tx(), Agreement, { id: earlier.id }, supersession))!;
}
