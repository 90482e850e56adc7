import { MAX_UNPACKED_BYTES } from '@attestry/domain/import/limits.ts';
import { type ListDocument, MAX_ENTRIES } from '@attestry/domain/vendors/read-list.ts';
import { bytesOf } from '../../../documents/table-file/bytes.ts';
import { csvRecords } from '../../../documents/table-file/read-csv.ts';
import { xlsxRecords } from '../../../documents/table-file/read-xlsx.ts';
import { TableProblem } from '../../../documents/table-file/table-problem.ts';
import { bytesIn, entriesOf, inflatesAsStated } from '../../../documents/zip-archive.ts';

/** Rows that are looked at, blank ones included: enough to see that there are too many. */
const MOST_ROWS = MAX_ENTRIES * 5;

/** The table of a CSV. */
export async function csvTable(bytes: Uint8Array, name: string): Promise<ListDocument> {
  return { tables: [{ title: '', rows: await firstRows(csvRecords(await bytesOf(bytes, name))) }], text: '' };
}

/** The first sheet of a workbook. */
export async function xlsxTable(bytes: Uint8Array, name: string): Promise<ListDocument> {
  const rows = await firstRows(xlsxRecords(await bytesOf(bytes, name), name));
  const merged = await mergedCells(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  return { tables: [{ title: '', rows, ...(merged && { merged }) }], text: '' };
}

async function firstRows(records: AsyncIterable<string[]>): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const cells of records) {
    rows.push(cells);
    if (rows.length > MOST_ROWS) break;
  }
  return rows;
}

/**
 * The first range of merged cells, on whichever sheet. The reader of workbooks answers such cells as empty ones, which
 * is what cells that nobody filled in look like too.
 */
async function mergedCells(file: Buffer): Promise<string | undefined> {
  const bytes = bytesIn(file);
  for (const entry of (await entriesOf(bytes)) ?? []) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(entry.path)) continue;
    const chunks: Buffer[] = [];
    let size = 0;
    await inflatesAsStated(bytes, entry, (chunk) => {
      size += chunk.length;
      if (size > MAX_UNPACKED_BYTES) throw new TableProblem('unpacks-too-large', 'The workbook is too large.');
      chunks.push(chunk);
    });
    const [, range] =
      /<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]+)"/.exec(Buffer.concat(chunks).toString('utf8')) ?? [];
    if (range) return `(${range})`;
  }
  return undefined;
}
