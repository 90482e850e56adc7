import type * as Gql from '../generated/contract.ts';
import type { Transaction } from '../kernel/transaction.ts';
import type { Importable } from './import-kind.ts';
import type { ReadFile, ReadRecord } from './read-file.ts';

/** Rows of one statement. */
export const CHUNK = 500;

export async function inChunks<Item>(items: readonly Item[], work: (part: readonly Item[]) => Promise<unknown>) {
  for (let at = 0; at < items.length; at += CHUNK) await work(items.slice(at, at + CHUNK));
}

/** A record of an import, with its number in it. */
export interface StoredRecord extends ReadRecord {
  readonly number: number;
  /** The row that names it first. */
  readonly firstRow: number;
}

/** What becomes of one record. */
export interface Planned {
  readonly record: StoredRecord;
  readonly outcome: Gql.RowOutcome;
  readonly changes: readonly Gql.FactChange[];
  readonly remarks: readonly string[];
  /** The record on file before, with the changes of earlier records of this import that are the same one. */
  readonly present: Importable | undefined;
}

export function numbered({ records, rows }: ReadFile): StoredRecord[] {
  const firstRows = new Map<string, number>();
  for (const { rowNumber, keys } of rows)
    for (const key of keys) if (!firstRows.has(key)) firstRows.set(key, rowNumber);
  return records.map((record, at) => ({ ...record, number: at + 1, firstRow: firstRows.get(record.key)! }));
}

/** Keeps what the file says, in place of what was kept of it before. */
export async function keepRows(
  tx: Transaction,
  importId: string,
  { rows }: ReadFile,
  records: readonly StoredRecord[],
) {
  const numbers = new Map(records.map(({ key, number }) => [key, number]));
  await inChunks(rows, (part) =>
    tx.query(
      `INSERT INTO app.data_import_row (import_id, row_number, outcome, name, messages, records)
       SELECT $1, "rowNumber", CASE WHEN records = '[]' THEN 'rejected' ELSE 'unchanged' END, name, messages,
         ARRAY(SELECT jsonb_array_elements_text(records)::int)
       FROM jsonb_to_recordset($2) AS r("rowNumber" int, name text, messages jsonb, records jsonb)`,
      [
        importId,
        JSON.stringify(part.map(({ keys, ...row }) => ({ ...row, records: keys.map((key) => numbers.get(key)) }))),
      ],
    ),
  );
}

/** Column of a record's id in `data_import_record`. */
export const idColumn = (entity: Gql.ImportedEntity): string => `${entity}_id`;

export async function keepRecords(
  tx: Transaction,
  importId: string,
  entity: Gql.ImportedEntity,
  planned: readonly Planned[],
) {
  await inChunks(planned, (part) =>
    tx.query(
      `INSERT INTO app.data_import_record
         (import_id, number, first_row, entity, import_key, parent_key, name, outcome, messages, facts, changes, ${idColumn(entity)})
       SELECT $1, number, "firstRow", $2, key, "parentKey", name, outcome, messages, said, changes, id
       FROM jsonb_to_recordset($3) AS r(number int, "firstRow" int, key text, "parentKey" text, name text, outcome text, messages jsonb,
         said jsonb, changes jsonb, id uuid)`,
      [importId, entity, JSON.stringify(part.map(asStored))],
    ),
  );
}

const asStored = ({ record, outcome, changes, remarks, present }: Planned) => ({
  ...record,
  outcome,
  changes,
  messages: remarks.map(asMessage),
  id: present?.id ?? null,
});

export const asMessage = (text: string): Gql.RowMessage => ({ severity: 'warning', column: null, text });

/** The records of an import, as they were checked. */
export async function storedRecords(tx: Transaction, importId: string, entity: string): Promise<StoredRecord[]> {
  return tx.query(
    `SELECT number, first_row AS "firstRow", entity, import_key AS key, parent_key AS "parentKey", name, facts AS said
     FROM app.data_import_record WHERE import_id = $1 AND entity = $2 ORDER BY number`,
    [importId, entity],
  );
}

/** What was done with each record. */
export async function keepOutcomes(
  tx: Transaction,
  importId: string,
  entity: Gql.ImportedEntity,
  done: readonly {
    number: number;
    outcome: Gql.RowOutcome;
    changes: unknown;
    messages: unknown;
    id: string | null;
    version: number | null;
  }[],
) {
  await inChunks(done, (part) =>
    tx.query(
      `UPDATE app.data_import_record r SET outcome = d.outcome, changes = d.changes, messages = d.messages,
         ${idColumn(entity)} = d.id, applied_version = d.version
       FROM jsonb_to_recordset($2) AS d(number int, outcome text, changes jsonb, messages jsonb, id uuid, version int)
       WHERE r.import_id = $1 AND r.number = d.number`,
      [importId, JSON.stringify(part)],
    ),
  );
}

export interface LastImport {
  readonly id: string;
  readonly said: unknown;
}

/** What the source said of each record when it was last imported, and which it became; imports that were undone left out. */
export async function lastImports(tx: Transaction, entity: Gql.ImportedEntity, keys: readonly string[]) {
  const found = new Map<string, LastImport>();
  await inChunks(keys, async (part) => {
    const rows = await tx.query<LastImport & { key: string }>(
      `SELECT DISTINCT ON (r.import_key) r.import_key AS key, r.facts AS said, r.${idColumn(entity)} AS id
       FROM app.data_import_record r JOIN app.data_import i ON i.org_id = r.org_id AND i.id = r.import_id
       WHERE r.entity = $1 AND r.import_key = ANY ($2) AND i.status = 'applied' AND r.${idColumn(entity)} IS NOT NULL
       ORDER BY r.import_key, i.id DESC`,
      [entity, part],
    );
    for (const { key, ...last } of rows) found.set(key, last);
  });
  return found;
}
