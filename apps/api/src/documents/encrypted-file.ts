import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { fileDecipherFrom } from './encryption.ts';
import type { Bytes } from './zip-archive.ts';

/** A file of the store as a thread is told of it; plain enough to be sent there. */
export interface EncryptedFile {
  readonly path: string;
  readonly key: Uint8Array;
  /** Of the plain bytes. */
  readonly size: number;
}

/** The plain bytes at any place, a few at a time: what is looked into is never in memory as a whole. */
export async function openEncrypted({ path, key, size }: EncryptedFile): Promise<Bytes & AsyncDisposable> {
  const file = await open(path);
  return {
    size,
    async read(from, to) {
      const sealed = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
      await file.read(sealed, 0, sealed.length, from);
      return fileDecipherFrom(key, from).update(sealed);
    },
    stream(from, to) {
      const plain = fileDecipherFrom(key, from);
      if (to <= from) return plain.end();
      return pipeline(createReadStream(path, { start: from, end: to - 1 }), plain, () => {}) as Readable;
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
