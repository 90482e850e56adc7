import { DocumentProblem } from '../document-problem.ts';
import { encodingOf } from '../table-file/decode.ts';

/** The text of bytes: by byte order mark, as UTF-16 without one, as UTF-8, and what is no UTF-8 as Windows-1252. */
export function decodedText(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (encoding === 'utf-8') return inUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentProblem(`${name} is damaged: it is not the UTF-16 text that it begins as. Save it as UTF-8.`);
  }
}

function inUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
