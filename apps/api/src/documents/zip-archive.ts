import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** Bytes at any place, from `from` up to and without `to`. */
export interface Bytes {
  readonly size: number;
  read(from: number, to: number): Promise<Buffer>;
  stream(from: number, to: number): Readable;
}

export const bytesIn = (file: Buffer): Bytes => ({
  size: file.length,
  read: async (from, to) => file.subarray(from, to),
  stream: (from, to) => Readable.from([file.subarray(from, to)]),
});

export interface Entry {
  readonly path: string;
  readonly method: number;
  /** As the directory states it. */
  readonly unpacked: number;
  /** Where its data starts and ends. */
  readonly from: number;
  readonly to: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Sizes after the data, with or without signature, where the writer streamed. */
const MAX_DESCRIPTOR = 24;
const ENCRYPTED = 1;
const MAX_ENTRIES = 10_000;
const MAX_DIRECTORY_BYTES = 8_000_000;

/**
 * All entries of a ZIP, or undefined where it is not plainly laid out.
 *
 * The directory at the end of a ZIP is the sender's word: readers that stream follow the local headers instead. So
 * every byte before the directory must belong to exactly one listed entry.
 */
export async function entriesOf(bytes: Bytes): Promise<Entry[] | undefined> {
  const end = await endOfDirectory(bytes);
  if (!end) return undefined;
  const found: (Entry & { header: number })[] = [];
  const directory = await bytes.read(end.directory, end.at);
  let at = 0;
  while (at < directory.length) {
    const entry = listedAt(directory, at);
    if (!entry || found.length === MAX_ENTRIES || entry.header + 30 > end.directory) return undefined;
    const local = await bytes.read(entry.header, entry.header + 30);
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL_HEADER) return undefined;
    const from = entry.header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    if (from + entry.packed > end.directory) return undefined;
    found.push({ ...entry, from, to: from + entry.packed });
    at += entry.length;
  }
  return coverEverything(found, end.directory) ? found : undefined;
}

async function endOfDirectory(bytes: Bytes): Promise<{ at: number; directory: number } | undefined> {
  const start = Math.max(0, bytes.size - 22 - 65_535);
  const tail = await bytes.read(start, bytes.size);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const directory = tail.readUInt32LE(at + 16);
    const length = start + at - directory;
    return length >= 0 && length <= MAX_DIRECTORY_BYTES ? { at: start + at, directory } : undefined;
  }
  return undefined;
}

function listedAt(directory: Buffer, at: number) {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
  if (directory.readUInt16LE(at + 8) & ENCRYPTED) return undefined;
  const name = directory.readUInt16LE(at + 28);
  return {
    path: directory.toString('utf8', at + 46, at + 46 + name),
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    unpacked: directory.readUInt32LE(at + 24),
    header: directory.readUInt32LE(at + 42),
    length: 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32),
  };
}

function coverEverything(entries: readonly { header: number; to: number }[], directory: number): boolean {
  let expected = 0;
  for (const { header, to } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header < expected || header > expected + (expected === 0 ? 0 : MAX_DESCRIPTOR)) return false;
    expected = to;
  }
  return directory >= expected && directory <= expected + MAX_DESCRIPTOR;
}

/** Inflates an entry once, stopped at its stated size; false where it is something else than the directory says. */
export async function inflatesAsStated(
  bytes: Bytes,
  { method, from, to, unpacked }: Entry,
  see: (chunk: Buffer) => void = () => {},
): Promise<boolean> {
  if (method !== 8 && (method !== 0 || to - from !== unpacked)) return false;
  let size = 0;
  const count = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > unpacked) throw new Error('larger than stated');
      see(chunk);
    }
  };
  try {
    const packed = bytes.stream(from, to);
    await (method === 0 ? pipeline(packed, count) : pipeline(packed, createInflateRaw(), count));
  } catch {
    return false;
  }
  return size === unpacked;
}
