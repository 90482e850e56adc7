import type * as Gql from '../generated/contract.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { inChunks } from './records.ts';

interface Settled {
  readonly number: number;
  readonly outcome: Gql.RowOutcome;
  readonly remarked: boolean;
}

/**
 * Each row becomes what its records become: the most that happens to one of them. Reckoned here, not by a join: rows that
 * were just written have no statistics, and PostgreSQL compared each with each (measured: 800 rows took half a minute).
 */
export async function settleRows(tx: Transaction, importId: string) {
  const records = new Map(
    (
      await tx.query<Settled & { firstRow: number }>(
        `SELECT number, first_row AS "firstRow", outcome, messages <> '[]' AS remarked FROM app.data_import_record WHERE import_id = $1`,
        [importId],
      )
    ).map((record) => [record.number, record]),
  );
  const rows = await tx.query<Settled & { records: number[]; says: boolean }>(
    `SELECT row_number AS number, outcome, remarked, records, messages <> '[]' AS says
     FROM app.data_import_row WHERE import_id = $1`,
    [importId],
  );
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0, remarked: 0 };
  const changed: Settled[] = [];
  for (const row of rows) {
    const own = row.records.flatMap((number) => records.get(number) ?? []);
    const outcome = WEIGHT.find((each) => own.some((record) => record.outcome === each)) ?? row.outcome;
    const remarked =
      outcome !== 'rejected' && (row.says || own.some((record) => record.remarked && record.firstRow === row.number));
    if (outcome !== row.outcome || remarked !== row.remarked) changed.push({ number: row.number, outcome, remarked });
    counts[COUNTED[outcome]] += 1;
    if (remarked) counts.remarked += 1;
  }
  await inChunks(changed, (part) =>
    tx.query(
      `UPDATE app.data_import_row r SET outcome = s.outcome, remarked = s.remarked
       FROM jsonb_to_recordset($2) AS s(number int, outcome text, remarked boolean)
       WHERE r.import_id = $1 AND r.row_number = s.number`,
      [importId, JSON.stringify(part)],
    ),
  );
  return counts;
}

const WEIGHT = ['create', 'update', 'rejected', 'unchanged'] as const;
const COUNTED = { create: 'created', update: 'updated', unchanged: 'unchanged', rejected: 'rejected' } as const;
