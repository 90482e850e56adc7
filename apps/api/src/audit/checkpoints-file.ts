import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/**
 * Signed checkpoints of the whole installation, kept outside the database: what is cut from the log there is still
 * named here. One JSON object a line; a copy elsewhere is worth more than the file itself.
 */
export async function appendNote(path: string, note: string): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { end } = await tailOf(file);
    // What a crash or a full disk left of a line; its note is the one that is written now, or an earlier one.
    if (end < (await file.stat()).size) await file.truncate(end);
    await file.appendFile(`${JSON.stringify({ writtenAt: new Date().toISOString(), note })}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Undefined when there is no file yet, or nothing in it. */
export async function lastNote(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch(orMissing);
  if (!file) return undefined;
  try {
    const { line } = await tailOf(file);
    return line && noteIn(line);
  } finally {
    await file.close();
  }
}

/** Every line's note, oldest first; undefined for a line that cannot be read. Reads as a stream. */
export async function* notesIn(path: string): AsyncGenerator<{ line: number; note: string | undefined }> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    yield { line, note: noteIn(text) };
  }
}

const TAIL = 16 * 1024;

/** The last complete line, and where it ends. */
async function tailOf(file: Awaited<ReturnType<typeof open>>): Promise<{ line: string | undefined; end: number }> {
  const { size } = await file.stat();
  const start = Math.max(0, size - TAIL);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  const last = buffer.subarray(0, bytesRead).lastIndexOf('\n');
  if (last < 0) return { line: undefined, end: start };
  const before = last === 0 ? -1 : buffer.lastIndexOf('\n', last - 1);
  return { line: buffer.subarray(before + 1, last).toString(), end: start + last + 1 };
}

function noteIn(line: string): string | undefined {
  try {
    const { note } = JSON.parse(line) as { note?: unknown };
    return typeof note === 'string' ? note : undefined;
  } catch {
    return undefined;
  }
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
