import DataLoader from 'dataloader';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { pageOf, pageSize, readCursor } from '../kernel/paging.ts';

const OUTCOMES = ['create', 'update', 'unchanged', 'rejected'] as const;

export interface RowsAsked {
  readonly outcome?: Gql.RowOutcome[] | null;
  readonly remarked?: boolean | null;
  readonly first: number;
  readonly after?: string | null;
}

interface StoredRow {
  readonly rowNumber: number;
  readonly outcome: Gql.RowOutcome;
  readonly name: string;
  readonly messages: Gql.RowMessage[];
  readonly numbers: number[];
}
interface StoredRecord extends Gql.ImportedRecord {
  readonly number: number;
  readonly firstRow: number;
  readonly messages: Gql.RowMessage[];
}

/** A page of the rows of an import, each with the records that it speaks of. */
export async function rowsOf(ctx: Context, importId: string, { outcome, remarked, ...page }: RowsAsked) {
  const first = pageSize(page.first);
  const [after = 0] = readCursor(page.after, 'int') ?? [];
  const where = `import_id = $1 AND outcome = ANY ($2) ${remarked ? 'AND remarked' : ''}`;
  const outcomes = outcome ?? OUTCOMES;
  const [rows, [total]] = await Promise.all([
    ctx.query<StoredRow>(
      `SELECT row_number AS "rowNumber", outcome, name, messages, records AS numbers FROM app.data_import_row
       WHERE ${where} AND row_number > $3 ORDER BY row_number LIMIT ${first + 1}`,
      [importId, outcomes, Number(after)],
    ),
    ctx.query<{ count: number }>(`SELECT count(*)::int AS count FROM app.data_import_row WHERE ${where}`, [
      importId,
      outcomes,
    ]),
  ]);
  const records = await recordsOf(ctx, importId, [...new Set(rows.flatMap(({ numbers }) => numbers))]);
  const answers = rows.map((row) =>
    withRecords(
      row,
      row.numbers.flatMap((number) => records.get(number) ?? []),
    ),
  );
  return { ...pageOf(answers, first, (row) => [row.rowNumber]), totalCount: total!.count };
}

async function recordsOf(ctx: Context, importId: string, numbers: readonly number[]) {
  const rows = await ctx.query<StoredRecord>(
    `SELECT number, first_row AS "firstRow", entity, name, outcome, changes, messages, coalesce(ai_system_id, vendor_id, service_id) AS "recordId"
     FROM app.data_import_record WHERE import_id = $1 AND number = ANY ($2)`,
    [importId, numbers],
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/** What there is to say of a record is said where it is named first; why one cannot be imported at each row that cannot. */
function withRecords({ numbers: _, ...row }: StoredRow, records: readonly StoredRecord[]) {
  const said = records.flatMap((record) => {
    const isWhyNot = row.outcome === 'rejected' && record.outcome === 'rejected';
    if (!isWhyNot && record.firstRow !== row.rowNumber) return [];
    return record.messages.map((message) => ({ ...message, severity: isWhyNot ? 'error' : message.severity }));
  });
  return { ...row, messages: [...row.messages, ...said], records: [...records] };
}

/** Records by what becomes of them; one statement for all imports of an answer. */
export function talliesOf(ctx: Context, importId: string): Promise<Gql.ImportTally[]> {
  const loader = ctx.loader(
    'import-tallies',
    () =>
      new DataLoader<string, Gql.ImportTally[]>(async (ids) => {
        const rows = await ctx.query<Gql.ImportTally & { importId: string }>(TALLIES, [ids]);
        const groups = Map.groupBy(rows, (row) => row.importId);
        return ids.map((id) => groups.get(id) ?? []);
      }),
  );
  return loader.load(importId);
}

const TALLIES = `SELECT import_id AS "importId", entity, count(*) FILTER (WHERE outcome = 'create')::int AS created,
    count(*) FILTER (WHERE outcome = 'update')::int AS updated, count(*) FILTER (WHERE outcome = 'unchanged')::int AS unchanged,
    count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected
  FROM app.data_import_record WHERE import_id = ANY ($1::uuid[]) GROUP BY import_id, entity ORDER BY import_id, min(number)`;
