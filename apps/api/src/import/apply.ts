import { insertMany, updateMany } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { asFacts, compare } from './compare.ts';
import type { Importable, ImportedEntity } from './import-kind.ts';
import { asMessage, inChunks, keepOutcomes, type Planned, storedRecords } from './records.ts';

/** Writes the records of one entity; compared anew, since the register may have changed after the check. */
export async function applyRecords(
  tx: Transaction,
  importId: string,
  entity: ImportedEntity,
  parents: Map<string, Importable>,
): Promise<void> {
  const planned = await compare(tx, entity, await storedRecords(tx, importId, entity.entity), parents, 'lock');
  const made = new Map<string, Importable>();
  const fresh = planned.filter(({ outcome, present }) => outcome === 'create' && !present);
  await inChunks(fresh, async (part) => {
    const rows = part.map(({ record }) => ({
      ...entity.made(record.said, parentOf(record, parents)),
      importKey: record.key,
    }));
    for (const row of await insertMany(tx, entity.type, rows)) made.set(row.importKey!, row);
  });
  for (const [key, row] of made) parents.set(key, row);
  const versions = new Map([...made.values()].map(({ id, version }) => [id, version]));
  await inChunks([...rewrittenRows(entity, planned, parents).values()], async (part) => {
    for (const { id, version } of await updateMany(tx, entity.type, [...part])) versions.set(id, version);
  });
  await keepOutcomes(
    tx,
    importId,
    entity.entity,
    planned.map(({ record, outcome, changes, remarks, present }) => {
      const id = present?.id ?? made.get(record.key)?.id ?? null;
      const version = (outcome === 'create' || outcome === 'update') && id ? (versions.get(id) ?? null) : null;
      return { number: record.number, outcome, changes, messages: remarks.map(asMessage), id, version };
    }),
  );
}

/** Whole rows of what is changed, one for each record on file, so that many can be written in one statement. */
function rewrittenRows(entity: ImportedEntity, planned: readonly Planned[], parents: ReadonlyMap<string, Importable>) {
  const rows = new Map<string, Partial<Importable>>();
  for (const { record, outcome, changes, present } of planned) {
    if (!present || (outcome !== 'create' && outcome !== 'update')) continue;
    const facts = outcome === 'create' ? entity.made(record.said, parentOf(record, parents)) : asFacts(changes);
    rows.set(present.id, rewritten(entity, present, { ...facts, withdrawnAt: null }));
  }
  return rows;
}

/** A record's whole row after a change by an import. */
export function rewritten(entity: ImportedEntity, present: Importable, changes: object): Partial<Importable> {
  const { version: _, createdAt: __, updatedAt: ___, ...row } = present;
  return { ...row, ...changes, ...entity.changed(present, changes) };
}

const parentOf = ({ parentKey }: Planned['record'], parents: ReadonlyMap<string, Importable>) =>
  parentKey === null ? undefined : parents.get(parentKey);
