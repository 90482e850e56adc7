import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './transaction.ts';

/*
 * Rows in and out by the entity's metadata, one statement each. TypeORM's repositories read before they write and
 * hydrate value by value (measured: a third of the API's time for a list); its metadata stays the one place that
 * knows the columns.
 */

type Class<Entity> = EntityTarget<Entity & ObjectLiteral>;
interface Reader {
  query<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

let metadataOf: (entity: EntityTarget<ObjectLiteral>) => EntityMetadata;
/** Called once a process, when the data source is open. */
export function useMetadata(source: DataSource): void {
  metadataOf = (entity) => source.getMetadata(entity);
}

/** `"name", "next_review_on" AS "nextReviewOn"`: the entity's columns, or the named properties of it that are columns. */
export function columns<Entity>(entity: Class<Entity>, properties?: ReadonlySet<string>): string {
  return metadataOf(entity)
    .columns.filter(
      (column) => column.isSelect && (!properties || properties.has(column.propertyName) || column.isPrimary),
    )
    .map(({ databaseName, propertyName }) => `"${databaseName}" AS "${propertyName}"`)
    .join(', ');
}

export const tableOf = <Entity>(entity: Class<Entity>): string => metadataOf(entity).tablePath;

/** Column of a property; for code of ours only, never with a name from input. */
export function columnOf<Entity>(entity: Class<Entity>, property: keyof Entity & string): string {
  const column = metadataOf(entity).findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadataOf(entity).name} has no column for ${property}`);
  return column.databaseName;
}

export async function insert<Entity>(tx: Transaction, entity: Class<Entity>, values: Partial<Entity>): Promise<Entity> {
  const names = Object.keys(values) as (keyof Entity & string)[];
  const [row] = await tx.query<Entity>(
    `INSERT INTO ${tableOf(entity)} (${names.map((name) => columnOf(entity, name)).join(', ')})
     VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING ${columns(entity)}`,
    names.map((name) => toParameter(entity, name, values[name])),
  );
  return row!;
}

/** The row after the change, or undefined where there is none of that id (and version, where one is named). */
export async function update<Entity>(
  tx: Transaction,
  entity: Class<Entity>,
  at: { readonly id: string; readonly version?: number },
  changes: Partial<Entity>,
): Promise<Entity | undefined> {
  const names = Object.keys(changes) as (keyof Entity & string)[];
  const [row] = await tx.query<Entity>(
    `UPDATE ${tableOf(entity)} SET ${names.map((name, index) => `${columnOf(entity, name)} = $${index + 2}`).join(', ')}
     WHERE id = $1 ${at.version === undefined ? '' : `AND version = $${names.length + 2}`} RETURNING ${columns(entity)}`,
    [
      at.id,
      ...names.map((name) => toParameter(entity, name, changes[name])),
      ...(at.version === undefined ? [] : [at.version]),
    ],
  );
  return row;
}

/** Many rows in one statement; each names the same properties. The database reads them as records of the table. */
export async function insertMany<Entity>(
  tx: Transaction,
  entity: Class<Entity>,
  rows: Partial<Entity>[],
): Promise<Entity[]> {
  if (rows.length === 0) return [];
  const names = columnsOfFirst(entity, rows);
  return tx.query<Entity>(
    `INSERT INTO ${tableOf(entity)} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM jsonb_populate_recordset(NULL::${tableOf(entity)}, $1) RETURNING ${columns(entity)}`,
    [recordsOf(entity, rows)],
  );
}

/** Many changes in one statement; each row names its `id` and the same properties. */
export async function updateMany<Entity extends { id: string }>(
  tx: Transaction,
  entity: Class<Entity>,
  rows: Partial<Entity>[],
) {
  if (rows.length === 0) return [];
  const names = columnsOfFirst(entity, rows).filter((name) => name !== 'id');
  return tx.query<{ id: string; version: number }>(
    `UPDATE ${tableOf(entity)} changed SET ${names.map((name) => `${name} = given.${name}`).join(', ')}
     FROM jsonb_populate_recordset(NULL::${tableOf(entity)}, $1) given WHERE changed.id = given.id RETURNING changed.id, changed.version`,
    [recordsOf(entity, rows)],
  );
}

const columnsOfFirst = <Entity>(entity: Class<Entity>, rows: Partial<Entity>[]) =>
  Object.keys(rows[0]!).map((name) => columnOf(entity, name as keyof Entity & string));

const recordsOf = <Entity>(entity: Class<Entity>, rows: Partial<Entity>[]) =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [columnOf(entity, name as keyof Entity & string), value]),
      ),
    ),
  );

export async function byId<Entity>(
  reader: Reader,
  entity: Class<Entity>,
  id: string,
  lock?: 'lock',
): Promise<Entity | undefined> {
  const [row] = await reader.query<Entity>(
    `SELECT ${columns(entity)} FROM ${tableOf(entity)} WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return row;
}

/** pg writes an array as a PostgreSQL array, also where the column holds JSON. */
function toParameter<Entity>(entity: Class<Entity>, property: keyof Entity & string, value: unknown): unknown {
  const isJson = metadataOf(entity).findColumnWithPropertyName(property)?.type === 'jsonb';
  return isJson && value !== null && value !== undefined ? JSON.stringify(value) : value;
}

/** Properties with their columns, as the audit log names them. */
export const propertiesOf = <Entity>(entity: Class<Entity>): { property: string; column: string; isId: boolean }[] =>
  metadataOf(entity)
    .columns.filter((column) => column.isSelect)
    .map(({ propertyName, databaseName, type }) => ({
      property: propertyName,
      column: databaseName,
      isId: type === 'uuid',
    }));
