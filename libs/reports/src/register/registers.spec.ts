import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGREEMENT_COLUMNS } from '../agreements/columns.ts';
import { AGREEMENTS_SCHEMA, agreementsDocument } from '../agreements/document.ts';
import { GAP_COLUMNS } from '../coverage-gaps/columns.ts';
import { GAPS_SCHEMA, gapsDocument } from '../coverage-gaps/document.ts';
import { hostileTexts } from '../pdf/hostile-texts.ts';
import { createPdfPrinter } from '../pdf.ts';
import { type TableColumn, withoutGuard } from '../table/columns.ts';
import { tableCsv } from '../table/csv.ts';
import { listFingerprint } from '../table/fingerprint.ts';
import { writeTableXlsx } from '../table/xlsx.ts';
import { VENDOR_COLUMNS } from '../vendors/columns.ts';
import { VENDORS_SCHEMA, vendorsDocument } from '../vendors/document.ts';
import type { RegisterDocument } from './document.ts';
import { registerJson } from './json.ts';
import { printRegister, registerHtml } from './report.ts';
import { aGap, aHead, anAgreement, aVendor } from './sample-registers.ts';
import { registerView } from './view.ts';

const ASOF = '2026-03-31';
const viewOf = (document: RegisterDocument) => registerView({ ...aHead(), fingerprint: 'f'.repeat(64), document });
const namesUnder = (document: RegisterDocument, heading: string) =>
  document.missing.find((lack) => lack.heading === heading)?.names;

describe('vendor register', () => {
  const vendors = [
    aVendor(),
    aVendor({
      id: 'v2',
      name: 'Cloudward',
      openGaps: 0,
      agreements: [],
      dueDiligenceScore: null,
      owner: '',
      tier: 'unknown',
    }),
    aVendor({ id: 'v3', name: 'Old Scribe', offboardedOn: '2025-12-31', evidence: [], services: [] }),
    aVendor({
      id: 'v4',
      name: 'Formsmith',
      services: [{ name: 'Forms', phi: 'no', ai: 'no', removedOn: null }],
      openGaps: 0,
    }),
  ];
  const document = vendorsDocument(vendors, ASOF);

  it('says where the organization stands, counted from the rows', () => {
    expect(document.standing.first).toBe(
      '3 vendors in use with 3 services; 2 of them receive PHI, 1 with coverage gaps open on the day.',
    );
    for (const table of viewOf(document).counts) expect(table.total).toBe(vendors.length);
  });

  it('names what is missing', () => {
    expect(namesUnder(document, 'Receive PHI and have no agreement on record')).toEqual(['Cloudward']);
    expect(namesUnder(document, 'Receive PHI and were never assessed')).toEqual(['Cloudward']);
    expect(namesUnder(document, 'No relationship owner')).toEqual(['Cloudward']);
  });

  it('lists documents that expire, of vendors in use only', () => {
    expect(document.sections[1]!.rows.map(([vendor]) => vendor!.lines[0])).toEqual([
      'Brieflight',
      'Cloudward',
      'Formsmith',
    ]);
  });
});

describe('agreement register', () => {
  const agreements = [
    anAgreement(),
    anAgreement({
      id: 'a2',
      vendor: 'Cloudward',
      stage: 'drafted',
      daysLeft: null,
      conditions: [],
      documents: [],
      inEffectThrough: null,
    }),
    anAgreement({
      id: 'a3',
      vendor: 'Old Scribe',
      stage: 'ended',
      daysLeft: null,
      conditions: [],
      obligations: [
        { category: 'Backups', state: 'overdue', nextOn: '2026-01-30', reason: 'Due on 30 Jan 2026.' },
        { category: 'Primary data', state: 'done', nextOn: null, reason: 'Destroyed on 2 Jan 2026.' },
      ],
    }),
  ];
  const document = agreementsDocument(agreements);
  const rowsUnder = (heading: string) => document.sections.find((section) => section.heading === heading)!.rows;

  it('counts each agreement once in each table', () => {
    for (const table of viewOf(document).counts) expect(table.total).toBe(3);
    expect(document.standing.first).toBe('3 agreements on record, 1 in effect on the day.');
  });

  it('shows what ends, what depends on a condition and what is still to be destroyed', () => {
    expect(rowsUnder('Ending within 90 days')).toHaveLength(1);
    expect(rowsUnder('Conditions of cover')[0]![2]).toMatchObject({ lines: ['Unknown'], mark: 'unknown' });
    expect(rowsUnder('Return or destroy').map((row) => row[1]!.lines[0])).toEqual(['Backups']);
  });

  it('does not miss documents of what is not in effect', () => {
    expect(namesUnder(document, 'In effect without a signed document on file')).toEqual([]);
    const bare = agreementsDocument([anAgreement({ documents: [] })]);
    expect(namesUnder(bare, 'In effect without a signed document on file')).toEqual(['Brieflight: BAA of 1 Apr 2024']);
  });
});

describe('coverage gaps', () => {
  const gaps = [
    aGap({ id: '1', days: 3 }),
    aGap({ id: '2', days: 31, state: 'unknown', aiSystem: 'Triage bot' }),
    aGap({ id: '3', open: false, from: '2025-01-01', through: '2025-02-28', days: 59 }),
  ];
  const document = gapsDocument(gaps, { flows: 5, covered: 3 });

  it('puts open gaps first, longest first, and keeps those that are over', () => {
    expect(document.sections.map(({ rows }) => rows.length)).toEqual([2, 1]);
    expect(document.sections[0]!.rows[0]![0]!.lines).toEqual(['Triage bot']);
    expect(document.standing.first).toBe('5 PHI flows to vendors on the day, 3 covered; 2 gaps open in 2 AI systems.');
  });

  it('never marks unknown as in order', () => {
    const marks = document.sections.flatMap(({ rows }) => rows.map((row) => row[3]!.mark));
    expect(marks).toEqual(['unknown', 'gap', 'gap']);
  });
});

describe('every register', () => {
  const printer = createPdfPrinter();
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end();
  }).on('connection', () => hits.push('connection'));
  let origin: string;
  let directory: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    directory = await mkdtemp(join(tmpdir(), 'attestry-registers-'));
  });
  afterAll(async () => {
    await printer.close();
    server.close();
    await rm(directory, { recursive: true, force: true });
  });

  const hostile = (text: string, index: number) => {
    const id = String(index).padStart(3, '0');
    const day = null;
    return {
      vendor: aVendor({
        id,
        name: text,
        owner: text,
        services: [{ name: text, phi: 'yes', ai: 'yes', removedOn: day }],
        agreements: [{ title: text, standing: text }],
        evidence: [{ title: text, kind: text, expiresOn: '2026-01-01', state: 'expired' }],
      }),
      agreement: anAgreement({
        id,
        title: text,
        vendor: text,
        upperVendor: text,
        because: [text],
        services: [text],
        conditions: [{ condition: text, met: 'no' }],
        obligations: [{ category: text, state: 'open', nextOn: null, reason: text }],
      }),
      gap: aGap({ id, aiSystem: text, vendor: text, service: text, reasons: [{ key: 'ended', text, citation: text }] }),
    };
  };
  const registersOf = (texts: readonly string[]) => {
    const rows = texts.map(hostile);
    return {
      vendors: vendorsDocument(
        rows.map(({ vendor }) => vendor),
        ASOF,
      ),
      agreements: agreementsDocument(rows.map(({ agreement }) => agreement)),
      gaps: gapsDocument(
        rows.map(({ gap }) => gap),
        { flows: texts.length, covered: 0 },
      ),
    };
  };

  it.each(['vendors', 'agreements', 'gaps'] as const)(
    '%s: hostile texts reach nothing and print literally',
    async (name) => {
      const texts = hostileTexts(origin);
      const document = registersOf(texts)[name];
      const path = join(directory, `${name}.pdf`);
      const head = aHead({ preparedBy: texts.join(' '), scope: { sentence: texts.join(' '), filters: texts } });
      const { refused } = await printRegister(printer, { ...head, fingerprint: 'f'.repeat(64), document }, { path });
      expect(refused).toEqual([]);
      expect(hits).toEqual([]);
      const text = squeezed((await extractText(new Uint8Array(readFileSync(path)), { mergePages: true })).text);
      for (const payload of texts) expect(text.split(squeezed(payload)).length).toBeGreaterThan(3);
    },
  );

  it('refuses an object or a list where a text belongs', () => {
    for (const wrong of [{}, [], ['x'], 7, null] as never[]) {
      const report = { ...aHead(), fingerprint: 'f', document: vendorsDocument([aVendor({ owner: 'x' })], ASOF) };
      const rows = [[{ lines: [wrong], mark: '', unknown: false, late: false }]] as never;
      const sections = [{ ...report.document.sections[0]!, rows }];
      expect(() => registerHtml({ ...report, document: { ...report.document, sections } })).toThrow(TypeError);
    }
  });

  const payloads = ['=1+1', '+1', '-1', '@SUM(1)', "'=1", '=HYPERLINK("http://127.0.0.1/?"&A1,"x")', "it's"];
  const lists: [string, readonly TableColumn<never>[], (text: string, index: number) => unknown][] = [
    ['vendors', VENDOR_COLUMNS as never, (text, index) => hostile(text, index).vendor],
    ['agreements', AGREEMENT_COLUMNS as never, (text, index) => hostile(text, index).agreement],
    ['gaps', GAP_COLUMNS as never, (text, index) => hostile(text, index).gap],
  ];
  it.each(lists)('%s as CSV and XLSX: no cell computes, and the texts come back', async (name, columns, rowOf) => {
    const rows = payloads.map(rowOf) as never[];
    let csv = '';
    for await (const piece of tableCsv(columns, rows)) csv += piece;
    const cells: string[][] = parse(csv, { bom: true });
    expect(cells).toHaveLength(payloads.length + 1);
    for (const cell of cells.flat()) expect(cell.trimStart()).not.toMatch(/^[=+\-@\t\r]/);
    const first = columns.findIndex(({ header }) => ['Name', 'Title', 'AI system'].includes(header));
    expect(cells.slice(1).map((row) => withoutGuard(row[first]!))).toEqual(payloads);
    const path = join(directory, `${name}.xlsx`);
    await writeTableXlsx(path, name, columns, rows);
    const sheet = (await readXlsx(path)) as unknown as { data: unknown[][] }[] | unknown[][];
    const data = (
      Array.isArray((sheet[0] as { data?: unknown })?.data) ? (sheet[0] as { data: unknown[][] }).data : sheet
    ) as unknown[][];
    expect(data.slice(1).map((row) => row[first])).toEqual(payloads);
  });

  it('carries the same fingerprint on paper and as JSON', () => {
    const rows = [aVendor(), aVendor({ id: 'v2' })];
    const json = JSON.parse([...registerJson(aHead(), VENDORS_SCHEMA, rows)].join(''));
    expect(json.fingerprint.value).toBe(listFingerprint(aHead(), rows));
    expect(json).toMatchObject({ schema: VENDORS_SCHEMA, count: 2, rows });
    expect(listFingerprint(aHead({ preparedBy: 'Another' }), rows)).toBe(json.fingerprint.value);
    expect(listFingerprint(aHead(), rows.slice(1))).not.toBe(json.fingerprint.value);
    expect([AGREEMENTS_SCHEMA.name, GAPS_SCHEMA.name]).toEqual([
      'attestry.agreement-register',
      'attestry.coverage-gaps',
    ]);
  });
});

const squeezed = (text: string) => text.replace(/\s/g, '');
