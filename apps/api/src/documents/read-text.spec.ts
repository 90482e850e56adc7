import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOfQuote } from '@attestry/domain/documents/text-pages.ts';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { docxOf, pdfOf } from '../../test/files.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { storedFiles, traces, upload } from '../../test/uploads.ts';
import { startTestWorker, until } from '../../test/worker.ts';
import { Tasks } from '../kernel/tasks.ts';
import { inTransaction } from '../kernel/transaction.ts';

const STUFFED = join(
  import.meta.dirname,
  '../../../../../shared/data/attacks/malformed-files/owasp-Keyword_Stuffing.pdf',
);
const TEXT = `query ($id: ID!, $from: Int = 1, $first: Int = 50) { document(id: $id) { text { status problem pageCount characters pages(from: $from, first: $first) { number offset text } } } }`;

interface Text {
  status: string;
  problem: string;
  pageCount: number | null;
  characters: number | null;
  pages: { number: number; offset: number; text: string }[];
}

let app: TestApp;
let officer: Client;
let worker: { stop(): Promise<void> } | undefined;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.organization();
  worker = await startTestWorker(app);
});
afterAll(async () => {
  await worker?.stop();
  await app?.stop();
});

const textNow = async (id: string, page: { from?: number; first?: number } = {}) =>
  (await officer.must<{ document: { text: Text } }>(TEXT, { id, ...page })).document.text;

async function read(bytes: Uint8Array | string, name: string): Promise<Text & { id: string }> {
  const { id, refused } = await upload(officer, bytes, name);
  expect(refused?.message).toBeUndefined();
  return until(async () => {
    const text = await textNow(id);
    return text.status !== 'waiting' && { ...text, id };
  });
}

const text = (value: string) => ({ type: String, value });

describe('the text of a document', () => {
  it.each<[string, string, () => Uint8Array | string | Promise<Uint8Array>, number | null, string[]]>([
    ['a PDF, page by page', 'BAA.pdf', () => pdfOf(['One (1).\nTwo.', 'Three.']), 2, ['One (1).\nTwo.', 'Three.']],
    ['a PDF of which one page is a picture', 'BAA.pdf', () => pdfOf(['One.', '', 'Three.']), 3, ['One.', '', 'Three.']],
    ['a Word document', 'BAA.docx', () => docxOf(['Zoë &amp; Co', 'Second.']), null, ['Zoë & Co\n\nSecond.\n\n']],
    [
      'a workbook, sheet by sheet',
      'controls.xlsx',
      () =>
        writeExcelFile(
          [
            [text('Control'), text('Since')],
            [text('MFA'), { type: Number, value: 2024 }],
          ],
          { sheet: 'Access' },
        ).toBuffer(),
      1,
      ['Access\nControl\tSince\nMFA\t2024'],
    ],
    ['Markdown', 'list.md', () => '\ufeff# List\r\n\r\n* one', null, ['# List\n\n* one']],
    ['UTF-16', 'a.txt', () => Buffer.from('\ufeffZoë 😀', 'utf16le'), null, ['Zoë 😀']],
    ['Windows-1252', 'a.txt', () => Buffer.from('Zo\xeb \x93yes\x94', 'latin1'), null, ['Zoë “yes”']],
    [
      'text that cannot be stored as it is',
      'a.txt',
      () => `a\u0000b\fc\u0007 ${'d'.repeat(80)}`,
      null,
      [`a\ufffdb\nc\ufffd ${'d'.repeat(80)}`],
    ],
    [
      'a web page: its words and addresses, nothing that runs or is loaded',
      'terms.html',
      () =>
        `<!doctype html><title>T</title><script>alert(1)</script><style>p{}</style><h1>Terms</h1><p>See <a href="https://hhs.gov/x">the rule</a>.<img src="https://evil.example/p.png" alt="pixel"><table><tr><th>Sub</th><th>Where</th></tr><tr><td>A</td><td>US</td></tr></table>`,
      null,
      ['Terms\n\nSee the rule [https://hhs.gov/x].\n\nSub   Where\nA     US'],
    ],
  ])('%s', async (_, name, make, pageCount, pages) => {
    const found = await read(await make(), name);
    expect(found).toMatchObject({ status: 'read', problem: '', pageCount });
    expect(found.pages.map((page) => page.text)).toEqual(pages);
    expect(found.characters).toBe(pages.join('\f').length);
    for (const page of found.pages) expect(pages.join('\f').slice(page.offset).startsWith(page.text)).toBe(true);
  });

  it.each<[string, string, () => Uint8Array, string, RegExp]>([
    ['a scanned PDF', 'scan.pdf', () => pdfOf(['', '']), 'no_text', /^This PDF holds pictures of pages, no text: /],
    ['an empty Word document', 'BAA.docx', () => docxOf(['']), 'no_text', /^This document holds no text\.$/],
    [
      'a picture',
      'scan.jpg',
      () => Buffer.concat([Buffer.from([255, 216, 255, 224]), Buffer.alloc(99)]),
      'no_text',
      /^This is a picture/,
    ],
    [
      'a PDF that hides its encryption',
      'BAA.pdf',
      () => encrypted(),
      'unreadable',
      /^BAA\.pdf needs a password\. Remove/,
    ],
    [
      'a Word document without a body',
      'BAA.docx',
      () => docxOf([], [{ path: 'word/document.xml', data: '<w:x' }]),
      'unreadable',
      /cannot be read as a Word document/,
    ],
    [
      'too much text',
      'log.txt',
      () => Buffer.alloc(4_100_000, 'x'),
      'unreadable',
      /holds more than 4,000,000 characters of text\. The file is kept/,
    ],
    [
      'broken UTF-16',
      'a.txt',
      () => Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x41, 0x00]),
      'unreadable',
      /is damaged: it is not the UTF-16 text/,
    ],
  ])('of %s is not there, and why is said', async (_, name, make, status, words) => {
    const found = await read(make(), name);
    expect(found).toMatchObject({ status, characters: null, pages: [] });
    expect(found.problem).toMatch(words);
  });

  it('is asked for a few pages at a time', async () => {
    const { id } = await read(pdfOf(Array.from({ length: 60 }, (_, index) => `Page ${index + 1}`)), 'long.pdf');
    const numbers = async (from: number, first: number) =>
      (await textNow(id, { from, first })).pages.map((page) => page.number);
    expect((await textNow(id)).pages).toHaveLength(50);
    expect(await numbers(59, 50)).toEqual([59, 60]);
    expect(await numbers(61, 1)).toEqual([]);
    expect((await textNow(id, { from: 2, first: 1 })).pages).toEqual([{ number: 2, offset: 7, text: 'Page 2' }]);
    for (const page of [{ from: 0 }, { from: -1 }, { first: 0 }, { first: 51 }, { first: null }, { from: null }])
      expect(await officer.codeOf(TEXT, { id, ...page }), JSON.stringify(page)).toBe('INVALID');
  });

  it('lies in the store encrypted, and one who tampers with the file is noticed', async () => {
    const before = await storedFiles(app);
    const { id } = await read('A sentence that must not lie in the clear.', 'a.txt');
    const added = (await storedFiles(app)).filter((path) => !before.includes(path));
    expect(added).toHaveLength(2);
    for (const path of added) expect(readFileSync(path).includes('sentence')).toBe(false);
    const [row] = await app.sql('SELECT object_key FROM app.document_text WHERE document_id = $1', [id]);
    const stored = added.find((path) => path.endsWith(row!.object_key))!;
    const bytes = readFileSync(stored);
    bytes[3] = bytes[3]! ^ 1;
    writeFileSync(stored, bytes);
    expect(await officer.codeOf(TEXT, { id })).toBe('INTERNAL');
  });
});

/** `/Encrypt` with an escape in its name: no search for the word finds it, a reader does. */
function encrypted(): Buffer {
  const password = '<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>';
  return pdfOf(['Secret'], {
    trailer: `/#45ncrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${password} /U ${password} >> /ID [<00> <00>] `,
  });
}

describe('a task that runs again', () => {
  const taskOf = async (id: string) =>
    (await app.sql('SELECT id, status FROM app.background_task WHERE subject_id = $1', [id]))[0]!;
  const done = (id: string) => until(async () => (await taskOf(id)).status === 'done');

  async function runAgain(documentId: string): Promise<void> {
    const { orgId } = officer;
    const { id: taskId } = await taskOf(documentId);
    await app.sql('DELETE FROM bullmq.job WHERE id = $1', [taskId]);
    await app.sql(`UPDATE app.background_task SET status = 'queued' WHERE id = $1`, [taskId]);
    const settings = { orgId, actor: 'system:tick', command: 'task.enqueue', requestId: taskId };
    await inTransaction(app.nest.get(DataSource), settings, (tx) =>
      app.nest.get(Tasks).enqueue(tx, 'document.read-text', { orgId, taskId }),
    );
  }

  it('finds its result', async () => {
    const { id } = await read(pdfOf(['One']), 'BAA.pdf');
    await done(id);
    const before = await traces(app);
    await runAgain(id);
    await done(id);
    expect(await traces(app)).toEqual(before);
  });

  it('on a file that somebody changed on the disk says that it cannot be read', async () => {
    const before = await storedFiles(app);
    const { id } = await read(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x41, 0x00]), 'a.txt');
    await done(id);
    const [path] = (await storedFiles(app)).filter((one) => !before.includes(one));
    writeFileSync(path!, Buffer.alloc(24));
    await app.sql(
      `UPDATE app.document_text SET status = 'waiting', problem = '' FROM (SELECT set_config('app.org_id', $2, true), set_config('app.actor', 'member:' || $3, true), set_config('app.command', 'test', true)) s WHERE document_id = $1`,
      [id, officer.orgId, officer.memberId],
    );
    await runAgain(id);
    const text = await until(async () => {
      const now = await textNow(id);
      return now.status !== 'waiting' && now;
    });
    expect(text).toMatchObject({
      status: 'unreadable',
      problem: 'a.txt could not be read. The file is kept as it was received.',
    });
  });
});

describe.skipIf(!existsSync(STUFFED))('hidden instructions in a PDF (skipped where ../shared/data is missing)', () => {
  it('are data: read like any text, believed by nothing', async () => {
    const bytes = readFileSync(STUFFED);
    const before = await officer.must<Record<string, unknown>>('{ aiSystems { totalCount } members { id roles } }');
    const { id, pages, status } = await read(bytes, 'resume.pdf');
    expect(status).toBe('read');
    const whole = pages.map((page) => page.text);
    expect(whole.join('\f')).toContain('ROOTSK');
    const events = await app.sql(
      `SELECT entity, action, command, actor FROM audit.event WHERE entity_id = $1 OR payload LIKE '%' || $1 || '%' ORDER BY id`,
      [id],
    );
    const by = { actor: `member:${officer.memberId}` };
    expect(events).toEqual([
      { entity: 'document', action: 'insert', command: 'document.upload', ...by },
      { entity: 'document_text', action: 'insert', command: 'document.upload', ...by },
      { entity: 'document_text', action: 'update', command: 'document.read-text', ...by },
    ]);
    const [document] = await app.sql('SELECT name, sha256, purpose FROM app.document WHERE id = $1', [id]);
    expect(document).toEqual({
      name: 'resume.pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      purpose: 'evidence',
    });
    expect(await officer.must('{ aiSystems { totalCount } members { id roles } }')).toEqual(before);
    const quote = whole[0]!.slice(20, 60);
    expect(pageOfQuote(whole, 20, quote)).toBe(1);
    expect(pageOfQuote(whole, 20, 'This vendor has signed a BAA.')).toBeUndefined();
  });
});
