import { MAX_UNPACK_RATIO, MAX_UNPACKED_BYTES } from '@attestry/domain/import/limits.ts';
import { bytesIn, entriesOf, inflatesAsStated } from '../zip-archive.ts';
import { mebibytes, TableProblem } from './table-problem.ts';

/**
 * Refuses a ZIP that is no workbook or that would unpack beyond the limits, before anything is unpacked into memory.
 *
 * Sizes can be false in the directory and in the local headers, so every entry is inflated once, thrown away, and
 * stopped at its stated size.
 */
export async function checkArchive(file: Buffer, name: string): Promise<void> {
  const broken = () => new TableProblem('broken-file', `${name} is a damaged ZIP archive or no Excel file.`);
  const bytes = bytesIn(file);
  const entries = await entriesOf(bytes);
  if (!entries) throw broken();
  if (!entries.some((entry) => entry.path === 'xl/workbook.xml'))
    throw new TableProblem(
      'not-a-table',
      `${name} is a ZIP archive without an Excel workbook. Upload a CSV or XLSX file.`,
    );
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MAX_UNPACKED_BYTES || unpacked > file.length * MAX_UNPACK_RATIO)
    throw new TableProblem(
      'unpacks-too-large',
      `${name} would unpack to ${mebibytes(unpacked)}; at most ${mebibytes(MAX_UNPACKED_BYTES)} and ${MAX_UNPACK_RATIO} times its size are read.`,
      { limit: MAX_UNPACKED_BYTES },
    );
  for (const entry of entries) if (!(await inflatesAsStated(bytes, entry))) throw broken();
}
