import { readSheet } from 'read-excel-file/node';
import type { Bytes } from './bytes.ts';
import { TableProblem } from './table-problem.ts';
import { checkArchive } from './xlsx-archive.ts';

/** The rows of the first sheet, as texts. */
export async function* xlsxRecords(bytes: Bytes, name: string): AsyncGenerator<string[], undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes.all) chunks.push(chunk);
  const file = Buffer.concat(chunks);
  await checkArchive(file, name);
  for (const row of await firstSheet(file, name)) yield row.map(asText);
}

async function firstSheet(file: Buffer, name: string) {
  try {
    return await readSheet(file, 1, { trim: false });
  } catch {
    throw new TableProblem(
      'broken-file',
      `${name} cannot be read as an Excel file. Open it in Excel and save it again.`,
    );
  }
}

/** Numbers and dates as a person would have typed them; a formula is its last result, an error its text. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
