import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Part, zip } from '../../test/archive.ts';
import { docxOf, docxParts, pdfOf, relations } from '../../test/files.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { traces, upload } from '../../test/uploads.ts';

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

const bomb = (size: number) => docxOf(['One'], [{ path: 'word/media/image1.bmp', data: zeros(size) }]);
const withRelation = (type: string, target: string, path = 'word/_rels/document.xml.rels') =>
  docxOf(['One'], [{ path, data: relations(type, target) }]);
const contentTypes = (type: string): Part => ({
  path: '[Content_Types].xml',
  data: `<Types><Override PartName="/x" ContentType="application/vnd.${type}+xml"/></Types>`,
});

describe('a file is refused in words, and nothing of it stays', () => {
  it.each<[string, string, () => Buffer | string | Promise<Buffer>, RegExp]>([
    ['0 bytes', 'empty.pdf', () => '', /is empty: it has 0 bytes/],
    ['JSON', 'error.pdf', () => '{"result":"ERROR"}', /is JSON data, not the PDF that its name says/],
    ['text', 'dummy.pdf', () => 'Dummy PDF file', /is plain text, not the PDF/],
    ['a web page', 'login.pdf', () => '<!doctype html><h1>Sign in', /is a web page, not the PDF/],
    ['a PDF', 'BAA.docx', () => pdfOf(['One']), /is a PDF, not the Word document .* end its name in \.pdf/],
    ['a Word document', 'BAA.pdf', () => docxOf(['One']), /is a Word document, not the PDF/],
    ['JSON of its own name', 'data.json', () => '{"a":1}', /JSON data, which cannot be kept .* Upload PDF, DOCX/],
    ['a script', 'run.sh', () => '#!/bin/sh\nrm -rf /\n', /is plain text, which cannot be kept/],
    ['an e-mail', 'mail.eml', () => 'From: a@b.example\nReceived: from x\n\nHi', /an e-mail .* print it as PDF/],
    ['rich text', 'BAA.rtf', () => '{\\rtf1\\ansi BAA}', /is a rich text file/],
    ['a program', 'BAA.exe', () => Buffer.concat([Buffer.from('MZ'), zeros(500)]), /is of the kind EXE \(application/],
    [
      'an ELF program called PDF',
      'BAA.pdf',
      () => Buffer.concat([Buffer.from('\u007fELF\u0002\u0001'), zeros(500)]),
      /is of the kind ELF/,
    ],
    ['unknown bytes', 'BAA.pdf', () => Buffer.alloc(5_000, Buffer.from([1, 2, 3, 0, 5])), /of an unknown kind/],
    [
      'an old Office file',
      'BAA.doc',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), zeros(4_000)]),
      /old kind .* or one with a password/,
    ],

    ['a PDF cut short', 'BAA.pdf', () => pdfOf(['One']).subarray(0, -40), /is cut short/],
    ['a PDF of nothing', 'BAA.pdf', () => '%PDF-1.7\n%%EOF', /is damaged: no page of it can be read/],
    [
      'an encrypted PDF',
      'BAA.pdf',
      () => pdfOf(['One'], { trailer: '/Encrypt 9 0 R ' }),
      /is encrypted: .* Remove the password/,
    ],

    [
      'a ZIP without a document',
      'BAA.docx',
      () => zip([{ path: 'readme.txt', data: 'Hi' }]),
      /a ZIP archive without a Word document/,
    ],
    [
      'a ZIP that claims to be one',
      'BAA.docx',
      () => zip([contentTypes('openxmlformats-officedocument.wordprocessingml.document.main')]),
      /without a Word document/,
    ],
    ['a ZIP of nothing', 'all.zip', () => zip([]), /an empty ZIP archive/],
    [
      'a presentation',
      'BAA.docx',
      () =>
        zip([
          contentTypes('openxmlformats-officedocument.presentationml.presentation.main'),
          { path: 'ppt/presentation.xml', data: '<p/>' },
        ]),
      /of a kind that is not read here/,
    ],
    [
      'an OpenDocument text',
      'BAA.odt',
      () =>
        zip([
          { path: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
          { path: 'content.xml', data: '<a/>' },
        ]),
      /of a kind that is not read here/,
    ],
    [
      'a document with macros',
      'BAA.docm',
      () => docxOf(['One'], [{ path: 'word/vbaProject.bin', data: 'x' }]),
      /holds macros/,
    ],
    ['a document cut short', 'BAA.docx', () => docxOf(['One']).subarray(0, -30), /is damaged/],
    [
      'a document with a changed byte',
      'BAA.docx',
      () => flipped(docxOf(['A long paragraph of text.'.repeat(50)])),
      /is damaged/,
    ],
    [
      'a document that names a file outside of it',
      'BAA.docx',
      () => docxOf(['One'], [{ path: '../../etc/cron.d/x', data: 'x' }]),
      /names files outside of itself/,
    ],
    [
      'a document with a NUL in a name',
      'BAA.docx',
      () => docxOf(['One'], [{ path: 'word/a\u0000.xml', data: 'x' }]),
      /names files outside of itself/,
    ],
    [
      'a document with an absolute name',
      'BAA.docx',
      () => docxOf(['One'], [{ path: '/etc/passwd', data: 'x' }]),
      /names files outside of itself/,
    ],
    [
      'a document with one name twice',
      'BAA.docx',
      () => zip([...docxParts(['One']), { path: 'word/Document.xml', data: '<w/>' }]),
      /names a file twice/,
    ],
    [
      'a document with entities',
      'BAA.docx',
      () => docxOf(['One'], [{ path: 'word/document.xml', data: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }]),
      /declares entities/,
    ],
    [
      'entities in UTF-16',
      'BAA.docx',
      () => docxOf(['One'], [{ path: 'word/document.xml', data: utf16('<!DOCTYPE x><x/>') }]),
      /declares entities/,
    ],

    [
      'a remote template',
      'BAA.docx',
      () => withRelation('attachedTemplate', 'https://evil.example/t.dotm', 'word/_rels/settings.xml.rels'),
      /fetches its template .* Document Template/,
    ],
    [
      'a template on a share',
      'BAA.docx',
      () => withRelation('attachedTemplate', 'file:///\\\\evil.example\\t.dotm', 'word/_rels/settings.xml.rels'),
      /fetches its template/,
    ],
    [
      'a linked object',
      'BAA.docx',
      () => withRelation('oleObject', 'mhtml:https://evil.example/x!x-usc:https://evil.example/x'),
      /fetches an embedded object .* save the document as PDF/,
    ],
    [
      'a frame',
      'BAA.docx',
      () => withRelation('frame', 'https://evil.example/', 'word/_rels/webSettings.xml.rels'),
      /fetches a frame/,
    ],
    [
      'a linked object in disguise',
      'BAA.docx',
      () =>
        docxOf(
          ['One'],
          [
            {
              path: 'word/_rels/document.xml.rels',
              data: relations('ole&#79;bject', 'https://evil.example/', "TargetMode = '&#x45;xternal'"),
            },
          ],
        ),
      /fetches an embedded object/,
    ],
    [
      'a relationship that cannot be read',
      'BAA.docx',
      () =>
        docxOf(
          ['One'],
          [
            {
              path: 'word/_rels/document.xml.rels',
              data: '<Relationships><Relationship Type=frame /></Relationships>',
            },
          ],
        ),
      /fetches something/,
    ],
  ])('%s called %s', async (_, name, make, words) => {
    const bytes = await make();
    const before = await traces(app);
    const { status, refused } = await upload(officer, bytes, name);
    expect(refused?.message).toMatch(words);
    expect(refused?.message.startsWith(`${name} `), 'names the file').toBe(true);
    expect({ status, ...refused?.extensions }).toEqual({
      status: 422,
      code: 'INVALID',
      fields: [{ path: 'file', message: refused!.message }],
    });
    expect(await traces(app), 'nothing stays').toEqual(before);
  });

  it.each<[string, () => Buffer, RegExp]>([
    ['200 MB of zeros in 200 kB', () => bomb(210 * MB), /would unpack to 210 MB/],
    ['10 MB of zeros in 10 kB', () => bomb(10 * MB), /would unpack to 10 MB; at most 200 MB and 100 times its size/],
    ['6 GB of zeros that state a small size', endless, /is damaged/],
    ['the same data listed under a thousand names', () => overlapping(), /is damaged/],
  ])('a bomb: %s, within two seconds and little memory', async (_, make, words) => {
    const file = make();
    const before = await traces(app);
    // Time of the processor: a machine that is busy with something else changes nothing.
    const [started, resident] = [process.cpuUsage(), process.memoryUsage.rss()];
    const { refused } = await upload(officer, file, 'BAA.docx');
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(2_000);
    expect(process.memoryUsage.rss() - resident).toBeLessThan(80 * MB);
    expect(refused?.message).toMatch(words);
    expect(await traces(app)).toEqual(before);
  });
});

function flipped(file: Buffer): Buffer {
  const at = file.indexOf('word/document.xml') + 'word/document.xml'.length + 5;
  file[at] = file[at]! ^ 0xff;
  return file;
}

/** 6 GB in 6 MB: the same deflated block again and again. */
function endless(): Buffer {
  const block = deflateRawSync(zeros(64 * MB), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array<Buffer>(96).fill(block), Buffer.from([3, 0])]);
  return docxOf(['One'], [{ path: 'word/media/image1.bmp', data: '', packed, claimed: 1_000 }]);
}

/** Every entry points at the same packed data. */
function overlapping(): Buffer {
  const file = zip([...docxParts(['One']), { path: 'word/a.xml', data: zeros(MB) }]);
  const end = file.length - 22;
  const directory = file.readUInt32LE(end + 16);
  const last = file.subarray(file.lastIndexOf('PK\u0001\u0002'), end);
  const copies = Array.from({ length: 1_000 }, (_, index) => {
    const copy = Buffer.from(last);
    copy.write(String(index).padStart(4, '0').slice(0, 4), 46 + 5);
    return copy;
  });
  const listed = Buffer.concat([file.subarray(directory, end), ...copies]);
  const ending = Buffer.from(file.subarray(end));
  ending.writeUInt32LE(listed.length, 12);
  return Buffer.concat([file.subarray(0, directory), listed, ending]);
}
