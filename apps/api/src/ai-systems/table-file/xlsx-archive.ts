import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { MAX_UNPACK_RATIO, MAX_UNPACKED_BYTES } from '@attestry/domain/ai-systems/import/limits.ts';
import { mebibytes, TableProblem } from './table-problem.ts';

/**
 * Refuses a ZIP that is no workbook or that would unpack beyond the limits, before anything is unpacked into memory.
 *
 * The directory at the end of a ZIP is the sender's word: readers that stream follow the local headers instead, and
 * sizes can be false in both. So every byte before the directory must belong to exactly one listed entry, and every
 * entry is inflated once, thrown away, and stopped at its stated size.
 */
export async function checkArchive(file: Buffer, name: string): Promise<void> {
  const broken = () => new TableProblem('broken-file', `${name} is a damaged ZIP archive or no Excel file.`);
  const entries = entriesOf(file);
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
  for (const entry of entries) if (!(await inflatesAsStated(entry))) throw broken();
}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly unpacked: number;
  readonly data: Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Sizes after the data, with or without signature, where the writer streamed. */
const MAX_DESCRIPTOR = 24;
const ENCRYPTED = 1;
const MAX_ENTRIES = 10_000;

/** All entries, or undefined where the archive is not plainly laid out. */
function entriesOf(file: Buffer): Entry[] | undefined {
  const end = endOfDirectory(file);
  if (end === undefined) return undefined;
  const directory = file.readUInt32LE(end + 16);
  const entries: (Entry & { from: number; to: number })[] = [];
  let at = directory;
  while (at < end) {
    if (at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_ENTRY || entries.length === MAX_ENTRIES) return undefined;
    const packed = file.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => file.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const from = file.readUInt32LE(at + 42);
    const path = file.toString('utf8', at + 46, at + 46 + nameLength);
    if (file.readUInt16LE(at + 8) & ENCRYPTED || from + 30 > directory || file.readUInt32LE(from) !== LOCAL_HEADER)
      return undefined;
    const data = from + 30 + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28);
    if (data + packed > directory) return undefined;
    entries.push({
      path,
      method: file.readUInt16LE(at + 10),
      unpacked: file.readUInt32LE(at + 24),
      data: file.subarray(data, data + packed),
      from,
      to: data + packed,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return coverEverything(entries, directory) ? entries : undefined;
}

function endOfDirectory(file: Buffer): number | undefined {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 65_535); at--)
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return undefined;
}

function coverEverything(entries: readonly { from: number; to: number }[], directory: number): boolean {
  let expected = 0;
  for (const { from, to } of [...entries].sort((a, b) => a.from - b.from)) {
    if (from < expected || from > expected + (expected === 0 ? 0 : MAX_DESCRIPTOR)) return false;
    expected = to;
  }
  return directory >= expected && directory <= expected + MAX_DESCRIPTOR;
}

async function inflatesAsStated({ method, data, unpacked }: Entry): Promise<boolean> {
  if (method === 0) return data.length === unpacked;
  if (method !== 8) return false;
  let size = 0;
  try {
    await pipeline(Readable.from([data]), createInflateRaw(), async (inflated) => {
      for await (const chunk of inflated as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > unpacked) throw new Error('larger than stated');
      }
    });
  } catch {
    return false;
  }
  return size === unpacked;
}
