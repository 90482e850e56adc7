import { stringify } from 'csv-stringify/sync';
import { guarded, type TableColumn } from './columns.ts';

/** The byte order mark by which spreadsheets know UTF-8. */
const BOM = '\uFEFF';

export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** A list as CSV (RFC 4180), in pieces of some hundred rows. */
export async function* tableCsv<Row>(columns: readonly TableColumn<Row>[], rows: Rows<Row>): AsyncGenerator<string> {
  yield BOM + lines([columns.map(({ header }) => header)]);
  for await (const batch of batches(rows, 200)) {
    yield lines(batch.map((row) => columns.map(({ cell }) => guarded(String(cell(row) ?? '')))));
  }
}

function lines(cells: string[][]): string {
  return stringify(cells, { quoted_match: /[;\t]/, record_delimiter: '\r\n', escape_formulas: true });
}

/** Rows in groups, so that a list of any length is written in bounded memory. */
export async function* batches<Row>(rows: Rows<Row>, size: number): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if (batch.push(row) === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
