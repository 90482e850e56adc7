import readWorkbook from 'read-excel-file/node';
import { DocumentProblem } from '../document-problem.ts';
import type { TextRead } from './text-read.ts';

/** A page a sheet, under its name: a line a row, cells apart by tabs. */
export async function xlsxText(bytes: Uint8Array, name: string): Promise<TextRead> {
  try {
    const sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    const pages = sheets.map(({ sheet, data }) => [sheet, ...data.map((row) => row.map(asText).join('\t'))].join('\n'));
    return { pages, pageCount: pages.length };
  } catch {
    throw new DocumentProblem(`${name} cannot be read as a workbook. Open it in Excel and save it again.`);
  }
}

const asText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 19).replace('T00:00:00', '').replace('T', ' ')
      : String(cell);
