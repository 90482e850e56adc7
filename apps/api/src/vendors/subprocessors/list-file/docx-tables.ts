import type { ListDocument } from '@attestry/domain/vendors/read-list.ts';
import mammoth from 'mammoth';
import { TableProblem } from '../../../documents/table-file/table-problem.ts';
import { htmlTables } from './html-tables.ts';

/** The tables of a Word document. Its pictures are left out, and what it links to is not opened. */
export async function docxTables(bytes: Uint8Array, name: string): Promise<ListDocument> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    return htmlTables((await mammoth.convertToHtml({ buffer }, { convertImage })).value);
  } catch {
    throw new TableProblem(
      'broken-file',
      `${name} cannot be read as a Word document. Open it in Word and save it again.`,
    );
  }
}
