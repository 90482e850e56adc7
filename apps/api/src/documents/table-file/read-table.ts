import type { Readable } from 'node:stream';
import { bytesOf } from './bytes.ts';
import { contentOf } from './content.ts';
import { namedColumns } from './named-columns.ts';
import { csvRecords } from './read-csv.ts';
import { xlsxRecords } from './read-xlsx.ts';
import { checkedRows, isBlank, MAX_SHEET_ROWS, type TableRow } from './rows.ts';
import { TableProblem } from './table-problem.ts';

export interface Table {
  readonly headers: readonly string[];
  /** Said to the person, and no obstacle. */
  readonly warnings: readonly string[];
  /** One pass. Throws a `TableProblem` where the reading cannot go on. */
  readonly rows: AsyncIterable<TableRow>;
  /** Frees the source; needed only when `rows` are not read. */
  readonly close: () => Promise<void>;
}

/**
 * Reads an uploaded CSV or XLSX table, the kind told by its content. CSV in memory independent of the size of the file;
 * XLSX in memory bounded by `MAX_FILE_BYTES` and `MAX_UNPACKED_BYTES`. Throws a `TableProblem` for what is no table.
 *
 * @param source a stream of bytes, the bytes, or the path of a file
 * @param name as the person knows the file, for messages
 */
export async function readTable(source: Readable | Uint8Array | string, { name }: { name: string }): Promise<Table> {
  const bytes = await bytesOf(source, name);
  try {
    const records = (await contentOf(bytes.head, name)) === 'xlsx' ? xlsxRecords(bytes, name) : csvRecords(bytes);
    let number = 0;
    for (;;) {
      const { value: cells, done } = await records.next();
      number++;
      if (done || number > MAX_SHEET_ROWS)
        throw new TableProblem('empty', `${name} is empty: it has no header and no rows.`);
      if (isBlank(cells)) continue;
      const { headers, warnings } = namedColumns(cells, number);
      const close = async () => {
        await records.return(undefined);
        bytes.close();
      };
      return { headers, warnings, rows: checkedRows(records, headers, number), close };
    }
  } catch (error) {
    bytes.close();
    throw error;
  }
}
