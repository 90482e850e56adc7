import { pipeline, Readable } from 'node:stream';
import { MAX_ROW_BYTES } from '@attestry/domain/import/limits.ts';
import { CsvError, parse } from 'csv-parse';
import type { Bytes } from './bytes.ts';
import { decoded } from './decode.ts';
import { declaredDelimiter, delimiterOf } from './delimiter.ts';
import { count, TableProblem } from './table-problem.ts';

/** The records of a CSV, blank ones included, so that their count is the row number a spreadsheet shows. */
export async function* csvRecords(bytes: Bytes): AsyncGenerator<string[], undefined> {
  const text = decoded(bytes.all, bytes.head);
  const beginning: string = (await text.next()).value ?? '';
  const declared = declaredDelimiter(beginning);
  const parser = parse({
    delimiter: declared?.delimiter ?? delimiterOf(beginning),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_ROW_BYTES,
  });
  // An error of the source reaches the loop below through the parser; there is nothing to do for it here.
  pipeline(Readable.from(continued(beginning.slice(declared?.length ?? 0), text)), parser, () => {});
  try {
    for await (const cells of parser) yield cells;
  } catch (error) {
    throw error instanceof CsvError ? inWords(error) : error;
  } finally {
    bytes.close();
  }
}

async function* continued(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function inWords(error: CsvError): TableProblem {
  const row = Number(error.records) + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new TableProblem('unclosed-quote', `Row ${count(row)}: a quotation mark (") is opened and never closed.`, {
      row,
    });
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new TableProblem(
      'row-too-long',
      `Row ${count(row)} has more than ${count(MAX_ROW_BYTES)} bytes. Perhaps a quotation mark (") is not closed in it.`,
      { row, limit: MAX_ROW_BYTES },
    );
  return new TableProblem('broken-file', `Row ${count(row)} cannot be read as CSV.`, { row });
}
