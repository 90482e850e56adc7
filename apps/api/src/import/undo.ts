import type * as Gql from '../generated/contract.ts';
import { columns, tableOf, updateMany } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { rewritten } from './apply.ts';
import { asFacts } from './compare.ts';
import type { Importable, ImportedEntity } from './import-kind.ts';
import { asMessage, idColumn, inChunks } from './records.ts';

export interface Undone {
  readonly words: readonly [one: string, many: string];
  readonly withdrawn: number;
  readonly setBack: number;
  readonly changedSince: number;
  readonly inUse: number;
}

interface Applied {
  readonly number: number;
  readonly outcome: 'create' | 'update';
  readonly changes: Gql.FactChange[];
  readonly version: number;
  readonly id: string;
}

/** Takes one entity's records back; what somebody changed since, or uses, stays, and its record says so. */
export async function undoRecords(tx: Transaction, importId: string, entity: ImportedEntity): Promise<Undone> {
  const applied = await tx.query<Applied>(
    `SELECT number, outcome, changes, applied_version AS version, ${idColumn(entity.entity)} AS id FROM app.data_import_record
     WHERE import_id = $1 AND entity = $2 AND outcome IN ('create', 'update') AND applied_version IS NOT NULL ORDER BY number DESC`,
    [importId, entity.entity],
  );
  const present = await lockedRows(
    tx,
    entity,
    applied.map(({ id }) => id),
  );
  const isUntouched = ({ id, version }: Applied) => present.get(id)?.version === version;
  const untouched = applied.filter(isUntouched);
  const ids = untouched.filter(({ outcome }) => outcome === 'create').map(({ id }) => id);
  const inUse = await entity.inUse(ids);
  const withdrawn = ids.filter((id) => !inUse.has(id));
  await inChunks(withdrawn, (part) =>
    tx.query(`UPDATE ${tableOf(entity.type)} SET withdrawn_at = clock_timestamp() WHERE id = ANY ($1)`, [part]),
  );
  const back = rowsSetBack(
    entity,
    untouched.filter(({ outcome }) => outcome === 'update'),
    present,
  );
  await inChunks(back, (part) => updateMany(tx, entity.type, [...part]));
  const changed = applied.filter((one) => !isUntouched(one) && !present.get(one.id)?.withdrawnAt);
  await say(tx, importId, [
    ...changed.map(({ number }) => ({ number, text: 'Changed since the import; left as it is.' })),
    ...untouched.flatMap(({ number, id }) =>
      inUse.has(id) ? { number, text: `In use: ${inUse.get(id)}. Left as it is.` } : [],
    ),
  ]);
  const { words } = entity;
  return { words, withdrawn: withdrawn.length, setBack: back.length, changedSince: changed.length, inUse: inUse.size };
}

async function lockedRows(tx: Transaction, { type }: ImportedEntity, ids: readonly string[]) {
  const found = new Map<string, Importable>();
  await inChunks([...new Set(ids)].sort(), async (part) => {
    // Not `FOR NO KEY UPDATE`: what begins to refer to one of these now has to wait, and then sees it withdrawn.
    const rows = await tx.query<Importable>(
      `SELECT ${columns(type)} FROM ${tableOf(type)} WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
      [part],
    );
    for (const row of rows) found.set(row.id, row);
  });
  return found;
}

/** The latest change first, where several were of one record. */
function rowsSetBack(entity: ImportedEntity, updates: readonly Applied[], present: ReadonlyMap<string, Importable>) {
  const rows = new Map<string, Partial<Importable>>();
  for (const { id, changes } of updates) {
    const row = { ...present.get(id)!, ...rows.get(id) };
    rows.set(id, rewritten(entity, row, asFacts(changes, 'before')));
  }
  return [...rows.values()];
}

async function say(tx: Transaction, importId: string, left: readonly { number: number; text: string }[]) {
  await inChunks(left, (part) =>
    tx.query(
      `UPDATE app.data_import_record r SET messages = r.messages || d.messages
       FROM jsonb_to_recordset($2) AS d(number int, messages jsonb) WHERE r.import_id = $1 AND r.number = d.number`,
      [importId, JSON.stringify(part.map(({ number, text }) => ({ number, messages: [asMessage(text)] })))],
    ),
  );
}

const PHRASES = {
  withdrawn: 'withdrawn',
  setBack: 'set back',
  changedSince: 'changed since and left as they are',
  inUse: 'in use and left as they are',
} as const;

/** `812 withdrawn, 3 changed since and left as they are.` Where there are several entities they are named. */
export function undoneText(undone: readonly Undone[]): string {
  const said = (Object.keys(PHRASES) as (keyof typeof PHRASES)[]).flatMap((what) => {
    const counts = undone.filter((one) => one[what] > 0);
    if (counts.length === 0) return [];
    const of = counts.map(({ [what]: count, words: [one, many] }) =>
      undone.length > 1 ? `${count} ${count === 1 ? one : many}` : count,
    );
    return `${of.join(' and ')} ${PHRASES[what]}`;
  });
  return said.length > 0 ? `${said.join(', ')}.` : 'There was nothing to take back.';
}
