import type * as Gql from '../generated/contract.ts';
import { columns, tableOf } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import type { Importable, ImportedEntity } from './import-kind.ts';
import { inChunks, lastImports, type Planned, type StoredRecord } from './records.ts';

/**
 * Compares what the file says with what is on file. `parents` are records on file by key; those found here join them, so
 * that the next entity knows what is above it.
 */
export async function compare(
  tx: Transaction,
  entity: ImportedEntity,
  records: readonly StoredRecord[],
  parents: Map<string, Importable>,
  lock?: 'lock',
): Promise<Planned[]> {
  const last = await lastImports(
    tx,
    entity.entity,
    records.map(({ key }) => key),
  );
  const ids = await entity.find(records, { last, parents });
  const present = await byIds(tx, entity, [...new Set(ids.values())], lock);
  return records.map((record) => {
    const id = ids.get(record.key);
    const known = id === undefined ? undefined : present.get(id);
    const parent = record.parentKey === null ? undefined : parents.get(record.parentKey);
    const plan = entity.plan(record, { present: known, last: last.get(record.key)?.said, parent });
    if (known) parents.set(record.key, known);
    if (known && plan.outcome === 'update') present.set(known.id, { ...known, ...asFacts(plan.changes) });
    return { record, ...plan, present: known };
  });
}

async function byIds(tx: Transaction, { type }: ImportedEntity, ids: readonly string[], lock?: 'lock') {
  const found = new Map<string, Importable>();
  await inChunks([...ids].sort(), async (part) => {
    const rows = await tx.query<Importable>(
      `SELECT ${columns(type)} FROM ${tableOf(type)} WHERE id = ANY ($1) ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
      [part],
    );
    for (const row of rows) found.set(row.id, row);
  });
  return found;
}

/** The facts after (or before) these changes. */
export const asFacts = (
  changes: readonly Gql.FactChange[],
  side: 'before' | 'after' = 'after',
): Record<string, unknown> => Object.fromEntries(changes.map((change) => [change.fact, change[side]]));
