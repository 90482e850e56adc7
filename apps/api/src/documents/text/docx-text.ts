import { extractRawText } from 'mammoth';
import { DocumentProblem } from '../document-problem.ts';

/** Paragraphs of the body, its tables, foot- and endnotes. What the document links to is not opened. */
export async function docxText(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return (await extractRawText({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) })).value;
  } catch {
    throw new DocumentProblem(`${name} cannot be read as a Word document. Open it in Word and save it again.`);
  }
}
