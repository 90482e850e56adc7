import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Context } from './context.ts';
import { conflict, notFound } from './failure.ts';
import type { SharedRecord } from './row.ts';
import { byId } from './rows.ts';

/** The record, locked for a change made from `version`; NOT_FOUND where there is none that counts, CONFLICT for a stale version. */
export async function lockedRecord<Entity extends SharedRecord>(
  ctx: Context,
  entity: EntityTarget<Entity & ObjectLiteral>,
  { id, version }: { readonly id: string; readonly version: number },
  what: string,
  counts: (record: Entity) => boolean = () => true,
): Promise<Entity> {
  const present = await byId<Entity>(await ctx.tx(), entity, id, 'lock');
  if (!present || !counts(present)) throw notFound(what);
  if (present.version !== version) throw conflict(what, present);
  return present;
}
