import writeXlsx, { type Cell } from 'write-excel-file/node';
import type { TableColumn } from './columns.ts';
import { batches, type Rows } from './csv.ts';

/** A list as a workbook at `path`: texts as strings, whatever they begin with, days as dates, heading row frozen. */
export async function writeTableXlsx<Row>(
  path: string,
  sheet: string,
  columns: readonly TableColumn<Row>[],
  list: Rows<Row>,
): Promise<void> {
  const rows: Cell[][] = [columns.map(({ header }) => ({ ...HEADING, type: String, value: header }))];
  for await (const batch of batches(list, 500)) {
    for (const row of batch) rows.push(columns.map((column) => cellOf(column, row)));
  }
  await writeXlsx(rows, {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    dateFormat: 'yyyy-mm-dd',
  }).toFile(path);
}

const HEADING = { fontWeight: 'bold', alignVertical: 'bottom', bottomBorderStyle: 'thin', wrap: true } as const;

function cellOf<Row>({ kind, cell }: TableColumn<Row>, row: Row): Cell {
  const value = cell(row);
  if (value === null || value === '') return null;
  if (kind === 'number') return { type: Number, value: value as number };
  // A serial day number has no time zone: midnight UTC is the day itself.
  if (kind === 'date') return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'yyyy-mm-dd' };
  return { type: String, value: storable(String(value)) };
}

/**
 * XML 1.0 has no control characters, and the writer drops them with others that XML discourages; Office writes them
 * `_xHHHH_`, and an underscore that would read as one likewise.
 */
function storable(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFD-\uFFFF]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
