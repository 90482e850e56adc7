import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf, pdfOf } from '../../test/files.ts';
import { DocumentStore } from './document-store.ts';
import type { EncryptedFile } from './encrypted-file.ts';
import { inThread, LIMITS } from './in-thread.ts';

let root: string;
let store: DocumentStore;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'attestry-thread-'));
  store = new DocumentStore(root);
});
afterAll(() => rm(root, { recursive: true }));

async function stored(bytes: Buffer): Promise<EncryptedFile> {
  const file = await store.write(Readable.from([bytes]), 200_000_000);
  return store.locate(file, file.key);
}
const paragraphs = (count: number) => Array.from({ length: count }, (_, index) => `Paragraph ${index}`);

describe('looking into a file in a thread', () => {
  it('that needs too long ends in words, and soon', async () => {
    const file = await stored(pdfOf(paragraphs(3_000)));
    const started = performance.now();
    const limits = { ...LIMITS.text, seconds: 1 };
    await expect(inThread('text', file, ['SOC 2.pdf', 'pdf'], { limits })).rejects.toThrow(
      'SOC 2.pdf could not be read within 1 seconds. Split it, or save it anew as PDF.',
    );
    expect(performance.now() - started).toBeLessThan(1_900);
  });

  it('that needs too much memory ends in words, and this process goes on', async () => {
    const file = await stored(docxOf(paragraphs(100_000)));
    const limits = { heapMegabytes: 24, seconds: 60 };
    await expect(inThread('text', file, ['BAA.docx', 'docx'], { limits })).rejects.toThrow(
      'BAA.docx needs more than 24 MB of memory to be read. Split it, or save it anew as PDF.',
    );
  });

  it('ends when it is cancelled', async () => {
    const file = await stored(pdfOf(paragraphs(3_000)));
    const cancel = new AbortController();
    const reading = inThread('text', file, ['SOC 2.pdf', 'pdf'], { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 300);
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('takes turns, and every one is answered', async () => {
    const file = await stored(docxOf(['One']));
    const formats = await Promise.all(Array.from({ length: 6 }, () => inThread('office-format', file, ['BAA.docx'])));
    expect(formats).toEqual(Array(6).fill('docx'));
  });
});
