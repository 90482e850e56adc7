import { MAX_CELL, MAX_ROWS } from '@attestry/domain/import/limits.ts';
import { letters } from './named-columns.ts';
import { count, TableProblem } from './table-problem.ts';

export interface TableRow {
  /** As a spreadsheet numbers it: the header is 1, blank rows count. */
  readonly number: number;
  /** As many as there are headers, unless there is a problem. */
  readonly cells: readonly string[];
  /** This row cannot be used; the others can. */
  readonly problem?: TableProblem;
}

/** Rows of a sheet, blank ones included: 50 MB of line breaks would keep the parser busy for minutes. */
export const MAX_SHEET_ROWS = MAX_ROWS * 5;

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The rows below the header, blank ones left out. */
export async function* checkedRows(
  records: AsyncIterable<string[]>,
  headers: readonly string[],
  headerRow: number,
): AsyncGenerator<TableRow> {
  let number = headerRow;
  let rows = 0;
  for await (const cells of records) {
    number++;
    if (!isBlank(cells)) rows++;
    if (rows > MAX_ROWS || number > MAX_SHEET_ROWS)
      throw new TableProblem(
        'too-many-rows',
        `The table has more than ${count(MAX_ROWS)} rows. Split it, or remove rows.`,
        {
          limit: MAX_ROWS,
        },
      );
    if (!isBlank(cells)) yield checked(number, cells, headers);
  }
  if (rows === 0) throw new TableProblem('no-rows', 'The table has a header and no rows below it.');
}

function checked(number: number, found: string[], headers: readonly string[]): TableRow {
  const extra = found.slice(headers.length);
  const cells = isBlank(extra) ? found.slice(0, headers.length) : found;
  if (cells.length !== headers.length) {
    const message = `Row ${count(number)} has ${count(cells.length)} cells where the header has ${count(headers.length)}.`;
    return { number, cells: [], problem: new TableProblem('ragged-row', message, { row: number }) };
  }
  for (const [index, cell] of cells.entries()) {
    const where = `Row ${count(number)}, column ${letters(index)} “${headers[index]}”`;
    if (cell.length > MAX_CELL) {
      const message = `${where}: ${count(cell.length)} characters; at most ${count(MAX_CELL)} are read.`;
      return {
        number,
        cells: [],
        problem: new TableProblem('cell-too-long', message, { row: number, limit: MAX_CELL }),
      };
    }
    if (cell.includes('\u0000') || !cell.isWellFormed()) {
      const message = `${where}: holds a character that cannot be stored (NUL or half of a surrogate pair).`;
      return { number, cells: [], problem: new TableProblem('not-storable', message, { row: number }) };
    }
  }
  return { number, cells };
}
