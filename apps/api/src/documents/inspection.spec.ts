import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../test/files.ts';
import { Inspection } from './inspection.ts';

async function inspected(chunks: Buffer[], name = 'BAA.pdf'): Promise<Inspection> {
  const inspection = new Inspection(name);
  const passed: Buffer[] = [];
  for await (const chunk of inspection.watch(Readable.from(chunks))) passed.push(chunk);
  expect(Buffer.concat(passed).equals(Buffer.concat(chunks)), 'the bytes pass unchanged').toBe(true);
  return inspection;
}

const cut = (file: Buffer, size: number) =>
  Array.from({ length: Math.ceil(file.length / size) }, (_, index) => file.subarray(index * size, (index + 1) * size));

describe('looking at a file while it streams by', () => {
  const open = pdfOf(['One']);
  const encrypted = pdfOf(['One'], { trailer: '/Encrypt 9 0 R ' });

  it.each([1, 2, 3, 7, 16, 61, 64, 65, 200, 10_000])('in chunks of %i bytes finds the same', async (size) => {
    for (const [file, says] of [
      [open, false],
      [encrypted, true],
      [pdfOf(['One'], { trailer: '/Encrypt<</Filter/Standard>> ' }), true],
      [pdfOf(['One'], { trailer: '/EncryptMetadata 1 0 R ' }), false],
    ] as const) {
      const { saysEncrypted, tail, content } = await inspected(cut(file, size));
      expect({ saysEncrypted, content }).toEqual({ saysEncrypted: says, content: 'pdf' });
      expect(tail.equals(file.subarray(-4_096))).toBe(true);
    }
  });

  it('cut in two at any byte finds that it is encrypted', async () => {
    for (let at = 1; at < encrypted.length; at++)
      expect((await inspected([encrypted.subarray(0, at), encrypted.subarray(at)])).saysEncrypted, String(at)).toBe(
        true,
      );
  });

  it('says what is wrong as soon as the beginning shows it, and leaves the rest of the source to its owner', async () => {
    let sent = 0;
    const source = Readable.from(
      (async function* () {
        for (; sent < 100; sent++) yield Buffer.alloc(64 * 1024, 1);
      })(),
      { highWaterMark: 1 },
    );
    const watched = new Inspection('BAA.pdf').watch(source);
    await expect(watched.next()).rejects.toThrow(/^BAA\.pdf is of an unknown kind/);
    expect(sent).toBeLessThan(5);
    expect(source.destroyed).toBe(false);
  });
});
