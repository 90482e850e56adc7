import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalid } from '../kernel/failure.ts';
import type { EncryptedFile } from './encrypted-file.ts';
import { fileCipher, fileDecipher, newKey, TAG_BYTES } from './encryption.ts';

export interface StoredFile {
  readonly objectKey: string;
  readonly sha256: string;
  readonly size: number;
  readonly key: Buffer;
}

/** Encrypted files on disk under random names: ciphertext, then the tag. Nothing is left behind when writing fails. */
export class DocumentStore {
  constructor(private readonly root: string) {}

  /** Streams `source` to disk; INVALID when it has more than `maxBytes`. */
  async write(source: AsyncIterable<Uint8Array> | Readable, maxBytes: number): Promise<StoredFile> {
    const objectKey = randomBytes(16).toString('hex');
    const path = this.pathOf(objectKey);
    const partial = `${path}.partial`;
    const key = newKey();
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        hash.update(chunk);
        if (size > maxBytes) done(invalid({ path: 'file', message: tooLarge(maxBytes) }));
        else done(null, chunk);
      },
    });
    const cipher = fileCipher(key);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(Readable.from(source), measure, cipher, createWriteStream(partial, { mode: 0o600 }));
      await appendFile(partial, cipher.getAuthTag(), { flush: true });
      const sha256 = hash.digest('hex');
      await rename(partial, path);
      return { objectKey, sha256, size, key };
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** Reads a file back as it is on disk; throws unless it is whole and what was hashed while it came in. */
  async verify({ objectKey, key, sha256 }: StoredFile): Promise<void> {
    const hash = createHash('sha256');
    await pipeline(await this.decrypted(objectKey, key), hash);
    if (hash.digest('hex') !== sha256) throw new Error('a stored file is not what was received');
  }

  /** For a thread, which reads the file itself. Its tag is not checked there: `verify` it, or read it once. */
  locate(
    { objectKey, size }: { readonly objectKey: string; readonly size: number | string },
    key: Buffer,
  ): EncryptedFile {
    return { path: this.pathOf(objectKey), key, size: Number(size) };
  }

  /** The plain bytes. The tag is checked over the whole file before the first byte is handed out. */
  async read(objectKey: string, key: Buffer): Promise<Readable> {
    await this.check(objectKey, key);
    return this.decrypted(objectKey, key);
  }

  /** Throws unless the file is there, and whole. */
  async check(objectKey: string, key: Buffer): Promise<void> {
    await pipeline(await this.decrypted(objectKey, key), async (chunks) => {
      for await (const _ of chunks);
    });
  }

  async remove(objectKey: string): Promise<void> {
    await rm(this.pathOf(objectKey), { force: true });
  }

  private async decrypted(objectKey: string, key: Buffer): Promise<Readable> {
    const path = this.pathOf(objectKey);
    const end = (await stat(path)).size - TAG_BYTES;
    const decipher = fileDecipher(key, await tagOf(path, end));
    if (end === 0) {
      decipher.final();
      return Readable.from([]);
    }
    const source = createReadStream(path, { end: end - 1 });
    source.on('error', (error) => decipher.destroy(error));
    return source.pipe(decipher);
  }

  private pathOf(objectKey: string): string {
    if (!/^[0-9a-f]{32}$/.test(objectKey)) throw new Error('not a key of the document store');
    return join(this.root, objectKey.slice(0, 2), objectKey);
  }
}

async function tagOf(path: string, at: number): Promise<Buffer> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(TAG_BYTES), 0, TAG_BYTES, at)).buffer;
  } finally {
    await file.close();
  }
}

const tooLarge = (maxBytes: number) => `is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`;
