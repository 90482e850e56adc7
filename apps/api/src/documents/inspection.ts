import type { Readable } from 'node:stream';
import { type FormatKey, MAX_DOCUMENT_BYTES } from '@attestry/domain/documents/formats.ts';
import { contentOf, HEAD_BYTES } from './content.ts';
import { DocumentProblem } from './document-problem.ts';

const TAIL_BYTES = 4_096;
/** Longer than any `/Encrypt 123 0 R` that two chunks share. */
const OVERLAP = 64;
/** Never compressed: it stands in the trailer, or in the dictionary of a cross-reference stream. */
const ENCRYPT = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

/** Looks at a file while it streams by: what it is, how it ends, whether it is an encrypted PDF. */
export class Inspection {
  readonly name: string;
  content: FormatKey | 'archive' | undefined;
  /** The last bytes. */
  tail: Buffer = Buffer.alloc(0);
  saysEncrypted = false;
  private size = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** The bytes as they came. Throws a `DocumentProblem` as soon as they show one; the source is left as it is. */
  async *watch(source: Readable): AsyncGenerator<Buffer> {
    const head: Buffer[] = [];
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      this.see(chunk);
      if (this.content === undefined) {
        head.push(chunk);
        if (this.size >= HEAD_BYTES) this.content = await contentOf(Buffer.concat(head, HEAD_BYTES), this.name);
      }
      yield chunk;
    }
    this.content ??= await contentOf(Buffer.concat(head), this.name);
  }

  private see(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > MAX_DOCUMENT_BYTES)
      throw new DocumentProblem(
        `${this.name} is larger than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB. Split it, or make its pictures smaller, and upload it again.`,
      );
    const seam = Buffer.concat([this.tail.subarray(-OVERLAP), chunk.subarray(0, OVERLAP)]);
    this.saysEncrypted ||= namesEncryption(seam) || namesEncryption(chunk);
    this.tail =
      chunk.length >= TAIL_BYTES
        ? Buffer.from(chunk.subarray(-TAIL_BYTES))
        : Buffer.concat([this.tail, chunk]).subarray(-TAIL_BYTES);
  }
}

function namesEncryption(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1))
    if (ENCRYPT.test(bytes.subarray(at, at + OVERLAP).toString('latin1'))) return true;
  return false;
}
