import { type FileHandle, open } from 'node:fs/promises';

/**
 * Reads objects of a PDF as Chromium writes it (PDF 1.4: one classic cross-reference table, 20 bytes an entry) by their
 * number, so that a document of thousands of pages is never held in memory.
 */
export interface PdfFile {
  readonly handle: FileHandle;
  readonly size: number;
  readonly startXref: number;
  readonly objectCount: number;
  readonly root: number;
  readonly info: number;
  offsetOf(object: number): Promise<number>;
  /** The text of an object between `obj` and `endobj`, one character a byte. */
  read(object: number): Promise<string>;
  close(): Promise<void>;
}

export async function openPdf(path: string): Promise<PdfFile> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const tail = await slice(handle, Math.max(0, size - 1_024), 1_024);
    const startXref = Number(found(tail, /startxref\s+(\d+)\s+%%EOF\s*$/));
    const trailer = tail.slice(tail.lastIndexOf('trailer'));
    const objectCount = Number(found(trailer, /\/Size (\d+)/));
    const firstEntry = startXref + found(await slice(handle, startXref, 40), /^(xref\n0 \d+\n)/).length;

    const offsetOf = async (object: number) =>
      Number(found(await slice(handle, firstEntry + 20 * object, 20), /^(\d{10}) \d{5} n/));
    return {
      handle,
      size,
      startXref,
      objectCount,
      root: Number(found(trailer, /\/Root (\d+) 0 R/)),
      info: Number(found(trailer, /\/Info (\d+) 0 R/)),
      offsetOf,
      read: async (object) => readObject(handle, object, await offsetOf(object)),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readObject(handle: FileHandle, object: number, offset: number): Promise<string> {
  let text = '';
  for (let length = 4_096; !text.includes('endobj'); length *= 4) {
    const longer = await slice(handle, offset, length);
    if (longer.length === text.length) break;
    text = longer;
  }
  const start = `${object} 0 obj\n`;
  const end = text.indexOf('endobj');
  if (!text.startsWith(start) || end < 0) throw new Error(`The PDF has no object ${object} where its table says`);
  return text.slice(start.length, end).trim();
}

async function slice(handle: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`The PDF is not as Chromium writes it: no ${pattern.source}`);
  return match;
}
