import type { RowNote } from '@attestry/domain/import/draft.ts';
import { type RowFilter, takes } from '@attestry/domain/import/filter.ts';
import type { Table } from '../documents/table-file/read-table.ts';
import type * as Gql from '../generated/contract.ts';

/** What a file says, before it is compared with what is on record. */
export interface ReadFile<Said = unknown> {
  readonly rows: readonly ReadRow[];
  readonly records: readonly ReadRecord<Said>[];
  /** Rows that the filter does not take. */
  readonly leftOut: number;
}

export interface ReadRow {
  readonly rowNumber: number;
  readonly name: string;
  readonly messages: readonly Gql.RowMessage[];
  /** Keys of the records that it speaks of; none where it cannot be imported, and `messages` say why. */
  readonly keys: readonly string[];
}

export interface ReadRecord<Said = unknown> {
  readonly entity: Gql.ImportedEntity;
  /** Finds the record again when the table is imported again; unique in the file. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly name: string;
  readonly said: Said;
}

export type Converted = { readonly ok: true } | { readonly ok: false; readonly errors: readonly RowNote[] };

export interface ConvertedRow<Row> {
  readonly number: number;
  readonly cells: readonly string[];
  /** Null where the row itself is broken. */
  readonly converted: Row | null;
  readonly errors: readonly Gql.RowMessage[];
}

/** Every row that the filter takes, converted; each that cannot be says why. */
export async function convertRows<Row extends Converted>(
  table: Table,
  filter: RowFilter | null,
  convert: (headers: readonly string[], row: { number: number; cells: readonly string[] }) => Row,
): Promise<{ rows: ConvertedRow<Row>[]; leftOut: number }> {
  const rows: ConvertedRow<Row>[] = [];
  let leftOut = 0;
  for await (const row of table.rows) {
    if (row.problem) {
      const errors = [{ severity: 'error', column: null, text: row.problem.message }];
      rows.push({ number: row.number, cells: [], converted: null, errors });
    } else if (takes(filter, table.headers, row.cells)) {
      const converted = convert(table.headers, row);
      const errors = converted.ok ? [] : messages('error', converted.errors);
      rows.push({ number: row.number, cells: row.cells, converted, errors });
    } else leftOut += 1;
  }
  return { rows, leftOut };
}

export const messages = (severity: 'error' | 'warning', notes: readonly RowNote[]): Gql.RowMessage[] =>
  notes.map(({ column, message }) => ({ severity, column: column || null, text: message }));
