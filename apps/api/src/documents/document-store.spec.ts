import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../test/files.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { traces, upload } from '../../test/uploads.ts';
import { DocumentStore, type StoredFile } from './document-store.ts';
import { openEncrypted } from './encrypted-file.ts';

const LARGE = 1_000_000;
let root: string;
let store: DocumentStore;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'attestry-store-'));
  store = new DocumentStore(root);
});
afterAll(() => rm(root, { recursive: true }));

const files = async () =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const written = (bytes: Uint8Array) => store.write(Readable.from([bytes]), LARGE);
const pathOf = async ({ objectKey }: StoredFile) => (await files()).find((path) => path.endsWith(objectKey))!;

describe('a file that cannot be received whole leaves nothing behind', () => {
  it.each<[string, () => Readable, RegExp]>([
    [
      'the sender fails in the middle',
      () =>
        Readable.from(
          (async function* () {
            yield randomBytes(200_000);
            throw new Error('connection lost');
          })(),
        ),
      /connection lost/,
    ],
    ['there is more than allowed', () => Readable.from([Buffer.alloc(LARGE), Buffer.alloc(1)]), /larger than/],
    ['what is sent cannot be hashed', () => Readable.from([Buffer.alloc(10), { length: 3 }]), /argument must be/],
  ])('%s', async (_, source, words) => {
    const before = await files();
    await expect(store.write(source(), LARGE)).rejects.toThrow(words);
    expect(await files()).toEqual(before);
  });
});

describe('an upload that cannot be kept', () => {
  let app: TestApp;
  let officer: Client;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.organization();
  });
  afterAll(() => app?.stop());

  const refused = async () => {
    const before = await traces(app);
    expect((await upload(officer, pdfOf(['One']), 'BAA.pdf')).status).toBe(500);
    expect(await traces(app)).toEqual(before);
  };

  it('because the database refuses it: the file goes with the row', async () => {
    await app.sql(`ALTER TABLE app.document_text ADD CONSTRAINT broken CHECK (status <> 'waiting') NOT VALID`);
    await refused();
    await app.sql('ALTER TABLE app.document_text DROP CONSTRAINT broken');
  });

  it('because the disk refuses it: no row names a file that is not there', async () => {
    const folder = join(app.dataDir, 'documents');
    await rm(folder, { recursive: true, force: true });
    await writeFile(folder, 'in the way');
    await refused();
  });

  it('because its hash is missing: the database knows no file without one', async () => {
    const without = (hash: string) =>
      app.sql(
        `INSERT INTO app.document (org_id, sha256, size, media_type, name, object_key, wrapped_key) VALUES ($1, ${hash}, 1, 'x', 'x', 'x', '')`,
        [officer.orgId],
      );
    for (const hash of ['NULL', `''`, `'${'F'.repeat(64)}'`, `'null'`])
      await expect(without(hash)).rejects.toThrow(/sha256/);
  });
});

describe('a stored file is what was received', () => {
  const bytes = randomBytes(300_000);

  it('its hash is of the plain bytes, and the disk holds none of them', async () => {
    const stored = await written(bytes);
    expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const onDisk = await readFile(await pathOf(stored));
    expect(onDisk.includes(bytes.subarray(1_000, 1_016))).toBe(false);
    expect(await buffer(await store.read(stored.objectKey, stored.key))).toEqual(bytes);
    await expect(store.verify(stored)).resolves.toBeUndefined();
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['a changed byte', async (path) => writeFile(path, (await readFile(path)).fill(7, 500, 501))],
    ['a missing end', async (path) => writeFile(path, (await readFile(path)).subarray(0, -20))],
    ['a file of something else', (path) => writeFile(path, randomBytes(300_016))],
    ['no file', (path) => rm(path)],
  ])('%s is noticed before a byte of it is handed out', async (_, damage) => {
    const stored = await written(bytes);
    await damage(await pathOf(stored));
    await expect(store.read(stored.objectKey, stored.key)).rejects.toThrow();
    await expect(store.verify(stored)).rejects.toThrow();
  });

  it('a hash of other bytes is noticed', async () => {
    const stored = await written(bytes);
    await expect(store.verify({ ...stored, sha256: 'f'.repeat(64) })).rejects.toThrow(/not what was received/);
  });

  it('any part of it can be read alone', async () => {
    const stored = await written(bytes);
    await using file = await openEncrypted(store.locate(stored, stored.key));
    for (const [from, to] of [
      [0, 1],
      [1, 17],
      [15, 33],
      [16, 32],
      [299_990, 400_000],
      [123_457, 234_567],
      [5, 5],
    ] as const) {
      expect(await file.read(from, to), `${from} to ${to}`).toEqual(bytes.subarray(from, to));
      expect(await buffer(file.stream(from, Math.min(to, file.size)))).toEqual(bytes.subarray(from, to));
    }
  });
});
