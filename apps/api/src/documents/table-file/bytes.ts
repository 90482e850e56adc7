import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { MAX_FILE_BYTES } from '@attestry/domain/import/limits.ts';
import { mebibytes, TableProblem } from './table-problem.ts';

export interface Bytes {
  /** The beginning, or all of a smaller file. */
  readonly head: Buffer;
  /** Everything, the head included; at most `MAX_FILE_BYTES`. */
  readonly all: AsyncGenerator<Buffer>;
  readonly close: () => void;
}

const HEAD = 64 * 1024;

/** The bytes of a file, with the beginning at hand. */
export async function bytesOf(source: Readable | Uint8Array | string, name: string): Promise<Bytes> {
  const stream =
    typeof source === 'string'
      ? createReadStream(source)
      : source instanceof Readable
        ? source
        : Readable.from(slices(source));
  const chunks = limited(stream, name);
  const first: Buffer[] = [];
  let size = 0;
  while (size < HEAD) {
    const { value, done } = await chunks.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  const head = Buffer.concat(first);
  return { head: head.subarray(0, HEAD), all: continued(head, chunks), close: () => stream.destroy() };
}

function* slices(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += HEAD)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(HEAD, bytes.length - at));
}

async function* limited(stream: Readable, name: string): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES)
      throw new TableProblem('too-large', `${name} is larger than ${mebibytes(MAX_FILE_BYTES)}.`, {
        limit: MAX_FILE_BYTES,
      });
    yield chunk;
  }
}

async function* continued(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}
