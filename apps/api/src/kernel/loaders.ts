import DataLoader from 'dataloader';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { recordedRows } from './as-of.ts';
import type { Reading } from './reading.ts';
import { columnOf, columns, tableOf } from './rows.ts';

/** A row remembers the day it was read as recorded on; undefined for now. What hangs on it is read as of the same day. */
export type AsOf<Entity> = Entity & { readonly asOf?: string | undefined };

type Class<Entity> = EntityTarget<Entity & ObjectLiteral>;

/** The row of an id, batched with the others that the fields of an answer ask for; undefined where there is none. */
export async function oneOf<Entity extends { id: string }>(
  ctx: Reading,
  entity: Class<Entity>,
  id: string,
  asOf?: string,
): Promise<AsOf<Entity> | undefined> {
  return (await rowsBy<Entity, 'id'>(ctx, entity, 'id', id, asOf))[0];
}

/** The rows whose `property` is `value`, oldest first, batched; `asOf` is a day that `asOfDay` answered. */
export function rowsBy<Entity extends { id: string }, Property extends keyof Entity & string>(
  ctx: Reading,
  entity: Class<Entity>,
  property: Property,
  value: string,
  asOf?: string,
): Promise<AsOf<Entity>[]> {
  const loader = ctx.loader(
    `${tableOf(entity)} ${property} ${asOf ?? ''}`,
    () =>
      new DataLoader<string, AsOf<Entity>[]>(async (values) => {
        const rows = await readBy(ctx, entity, property, values, asOf);
        const groups = Map.groupBy(rows, (row) => String(row[property]));
        return values.map((wanted) => groups.get(wanted) ?? []);
      }),
  );
  return loader.load(value);
}

/** The rows whose `property` is one of these values, oldest first. */
export async function readBy<Entity extends { id: string }>(
  ctx: Reading,
  entity: Class<Entity>,
  property: keyof Entity & string,
  values: readonly string[],
  asOf?: string,
): Promise<AsOf<Entity>[]> {
  const column = columnOf(entity, property);
  if (!asOf)
    return ctx.query(
      `SELECT ${columns(entity)} FROM ${tableOf(entity)} WHERE ${column} = ANY ($1::uuid[]) ORDER BY id`,
      [values],
    );
  const name = tableOf(entity).split('.')[1]!;
  const recorded = recordedRows(entity, name, property === 'id' ? 'ANY ($3::text[])' : undefined);
  const rows = await ctx.query<Entity>(
    `SELECT ${columns(entity)} FROM ${recorded} recorded WHERE ${column} = ANY ($3::text[]::uuid[]) ORDER BY id`,
    [asOf, ctx.me.timeZone, values],
  );
  return rows.map((row) => Object.assign(row, { asOf }));
}

/** Every row of the organization for which `where` (SQL of ours) holds, oldest first; what hangs on them batches. */
export async function readAll<Entity extends { id: string }>(
  ctx: Reading,
  entity: Class<Entity>,
  { asOf, where = 'true' }: { readonly asOf?: string | undefined; readonly where?: string } = {},
): Promise<AsOf<Entity>[]> {
  const from = asOf ? `${recordedRows(entity, tableOf(entity).split('.')[1]!)} recorded` : tableOf(entity);
  const rows = await ctx.query<Entity>(
    `SELECT ${columns(entity)} FROM ${from} WHERE ${where} ORDER BY id`,
    asOf ? [asOf, ctx.me.timeZone] : [],
  );
  return asOf ? rows.map((row) => Object.assign(row, { asOf })) : rows;
}
