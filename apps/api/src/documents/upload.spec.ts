import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { docxOf, pdfOf, relations } from '../../test/files.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { traces, upload } from '../../test/uploads.ts';
import { until } from '../../test/worker.ts';

const ATTACKS = join(import.meta.dirname, '../../../../../shared/data/attacks/malformed-files');

let app: TestApp;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.organization();
});
afterAll(() => app?.stop());

const MB = 1024 * 1024;
const zeros = (size: number) => Buffer.alloc(size);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const workbook = () => writeExcelFile([[{ type: String, value: 'Control' }]]).toBuffer();
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\u0000'), zeros(500)]);

describe('a document is kept as what its content says', () => {
  it.each<[string, string, () => Buffer | string | Promise<Buffer>, string]>([
    ['a PDF', 'Signed BAA.pdf', () => pdfOf(['One']), 'application/pdf'],
    ['a PDF without an ending in its name', 'Signed BAA', () => pdfOf(['One']), 'application/pdf'],
    [
      'a PDF whose table of objects is misplaced, which readers mend',
      'moved.pdf',
      () =>
        Buffer.from(
          pdfOf(['One'])
            .toString('latin1')
            .replace(/startxref\n\d+/, 'startxref\n7'),
          'latin1',
        ),
      'application/pdf',
    ],
    ['a PDF that speaks of encryption', 'policy.pdf', () => pdfOf(['Use /Encrypt in the trailer.']), 'application/pdf'],
    [
      'a Word document',
      'BAA.docx',
      () => docxOf(['One']),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a Word document with links, and a template on its writer’s disk',
      'law-firm.docx',
      () =>
        docxOf(
          ['One'],
          [
            { path: 'word/_rels/document.xml.rels', data: relations('hyperlink', 'https://hhs.gov/') },
            {
              path: 'word/_rels/settings.xml.rels',
              data: relations('attachedTemplate', 'file:///C:\\Templates\\Firm.dotx'),
            },
          ],
        ),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a workbook', 'controls.xlsx', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a web page', 'terms.html', () => '<!doctype html><p>Terms', 'text/html'],
    ['a web page without an ending in its name', 'terms', () => '<html><p>Terms', 'text/html'],
    ['Markdown', 'list.md', () => '# Subprocessors', 'text/markdown'],
    ['text', 'note.txt', () => 'Received by phone.', 'text/plain'],
    [
      'text that begins like an e-mail, called text',
      'memo.txt',
      () => 'Date: today\nMIME-Version: 1.0\n',
      'text/plain',
    ],
    ['text in UTF-16', 'note.txt', () => utf16('Received by phone.'), 'text/plain'],
    ['text in Windows-1252', 'note.txt', () => Buffer.from('Zo\xeb said \x93yes\x94', 'latin1'), 'text/plain'],
    ['a table', 'users.csv', () => 'Name,Access\nZoë,read\n', 'text/csv'],
    ['a scan as PNG', 'certificate.png', () => PNG, 'image/png'],
    ['a scan as JPEG', 'certificate.jpg', () => JPEG, 'image/jpeg'],
  ])('%s', async (_, name, make, mediaType) => {
    const bytes = Buffer.from(await make());
    const { status, id, refused } = await upload(officer, bytes, name);
    expect(status, refused?.message).toBe(201);
    const { document } = await officer.must<{ document: Record<string, unknown> }>(
      `query ($id: ID!) { document(id: $id) { name mediaType size sha256 receivedFrom text { status problem pageCount characters pages { text } } } }`,
      { id },
    );
    expect(document).toEqual({
      name,
      mediaType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      receivedFrom: 'Dana Okafor',
      text: { status: 'waiting', problem: '', pageCount: null, characters: null, pages: [] },
    });
    const download = await officer.fetch(`/documents/${id}`);
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('an upload is refused', () => {
  it('more than 100 MB', async () => {
    const before = await traces(app);
    const { status, refused } = await upload(officer, Buffer.concat([pdfOf(['One']), zeros(100 * MB)]), 'all.pdf');
    expect({ status, message: refused?.message }).toEqual({
      status: 422,
      message: 'all.pdf is larger than 100 MB. Split it, or make its pictures smaller, and upload it again.',
    });
    expect(await traces(app)).toEqual(before);
  });

  it('a file in another field, no file, and no form', async () => {
    const before = await traces(app);
    expect(await upload(officer, 'Hi', 'a.txt', 'upload')).toMatchObject({
      status: 422,
      refused: { extensions: { fields: [{ path: 'file' }] } },
    });
    expect(await upload(officer, 'Hi', '\u0000.txt')).toMatchObject({
      status: 422,
      refused: { message: 'file has no usable name' },
    });
    const bare = await officer.fetch('/documents', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(bare.status).toBe(422);
    expect(await traces(app)).toEqual(before);
  });

  it('an upload that breaks off', async () => {
    const before = await traces(app);
    const url = new URL('/documents', app.url);
    const sending = request(url, {
      method: 'POST',
      headers: {
        'x-requested-with': 'attestry',
        cookie: `attestry=${officer.cookies.get('attestry')}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 1_000_000,
      },
    }).on('error', () => {});
    sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    sending.write('x'.repeat(300_000));
    const { files } = before;
    await until(async () => (await traces(app)).files > files);
    sending.destroy();
    await until(async () => (await traces(app)).files === files);
    expect(await traces(app)).toEqual(before);
  });
});

describe('who may upload', () => {
  it('writers may; the upload is on the record as theirs', async () => {
    const analyst = await app.member(officer, 'security_analyst');
    const { id } = await upload(analyst, pdfOf(['One']), 'SOC 2.pdf');
    const events = await app.sql(
      `SELECT entity, action, command, actor FROM audit.event WHERE entity_id = $1 OR payload LIKE '%' || $1 || '%' ORDER BY id`,
      [id],
    );
    const by = { action: 'insert', command: 'document.upload', actor: `member:${analyst.memberId}` };
    expect(events).toEqual([
      { entity: 'document', ...by },
      { entity: 'document_text', ...by },
    ]);
  });

  it('others are refused before their file is read', async () => {
    const auditor = await app.member(officer, 'auditor');
    const before = await traces(app);
    expect((await upload(auditor, pdfOf(['One']), 'SOC 2.pdf')).status).toBe(403);
    expect(await traces(app)).toEqual({ ...before, events: before.events + 1 });
  });
});

describe.skipIf(!existsSync(ATTACKS))('malformed files (skipped where ../shared/data is missing)', () => {
  const OUTCOMES: Record<string, RegExp | 'kept'> = {
    'chai-Aidoc_MLS-01.pdf': /is JSON data, not the PDF/,
    'chai-Aidoc_PE-03-RT.pdf': /is empty/,
    'outline-confluence.doc': /an e-mail or a saved web archive/,
    'outline-corrupt.zip': /is plain text, which cannot be kept/,
    'outline-document.pdf': 'kept',
    'outline-email-plain-text.eml': /an e-mail or a saved web archive/,
    'outline-email-with-image.eml': /an e-mail or a saved web archive/,
    'outline-empty.zip': /is a ZIP archive without a Word document/,
    'outline-images.docx': 'kept',
    'outline-scanned.pdf': 'kept',
    'owasp-Keyword_Stuffing.pdf': 'kept',
    'vendure-dummy-text-named.pdf': /is plain text, not the PDF/,
  };

  it('each has an outcome here', () => {
    expect(readdirSync(ATTACKS).sort()).toEqual(Object.keys(OUTCOMES).sort());
  });

  it.each(Object.entries(OUTCOMES))('%s', async (name, outcome) => {
    const before = await traces(app);
    const { status, refused } = await upload(officer, readFileSync(join(ATTACKS, name)), name);
    if (outcome === 'kept') return expect(status, refused?.message).toBe(201);
    expect(status).toBe(422);
    expect(refused?.message).toMatch(outcome);
    expect(await traces(app)).toEqual(before);
  });
});
