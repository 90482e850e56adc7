import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportedRow, importsOf } from '../../../test/imports.ts';
import { type Client, startTestApp, type TestApp } from '../../../test/test-app.ts';
import { startTestWorker } from '../../../test/worker.ts';

const DATA = new URL('../../../../../../shared/data/', import.meta.url);
const FILE = fileURLToPath(new URL('inventories/2025_consolidated_COTS_AI_use_cases.csv', DATA));
const PRODUCT = 'Name of Commercial Product or Service Used';

let app: TestApp;
let worker: { stop(): Promise<void> };
beforeAll(async () => {
  app = await startTestApp();
  worker = await startTestWorker(app);
});
afterAll(async () => {
  await worker?.stop();
  await app?.stop();
});

/** Skipped where the file is missing: it is published by others and no part of this project. */
describe.skipIf(!existsSync(FILE))('the federal list of commercial products (needs ../shared/data/inventories)', () => {
  let officer: Client;
  let imports: ReturnType<typeof importsOf>;
  let rows: ImportedRow[];
  const file = () => readFileSync(FILE);
  beforeAll(async () => {
    officer = await app.organization();
    imports = importsOf(officer, 'vendor');
  });

  it('makes one vendor and one service of every product, as counted apart', async () => {
    const expected = countedApart(readFileSync(FILE, 'utf8'));
    expect(expected).toMatchObject({ rows: 900, usable: 422 });
    const { checked, applied } = await imports.importAll(file());
    expect(checked).toMatchObject({ created: 422, rejected: 478, leftOut: 0 });
    expect(applied.records).toEqual(
      ['vendor', 'service'].map((entity) => ({
        entity,
        created: expected.products.size,
        updated: 0,
        unchanged: 0,
        rejected: 0,
      })),
    );
    const recorded = await app.sql<{ name: string; service: string; description: string; phi: string; ai: string }>(
      `SELECT v.name, s.name AS service, s.description, s.phi, s.ai FROM app.vendor v JOIN app.service s ON s.vendor_id = v.id
       WHERE v.org_id = $1`,
      [officer.orgId],
    );
    expect(recorded.map(({ name }) => name.toLowerCase()).sort()).toEqual([...expected.products.keys()].sort());
    for (const { name, service, description, phi, ai } of recorded) {
      expect(service).toBe(name);
      expect(description.split('\n').sort(), name).toEqual([...expected.products.get(name.toLowerCase())!].sort());
      expect([phi, ai]).toEqual(['unknown', 'unknown']);
    }
    rows = await imports.rows(applied.id);
    console.info(
      `${recorded.length} vendors with ${recorded.length} services; ${await duplicates()} likely duplicates`,
    );
  }, 120_000);

  it('says of every row that it cannot take why', () => {
    const reasons = Object.entries(
      Object.groupBy(
        rows.filter(({ outcome }) => outcome === 'rejected'),
        ({ messages }) => messages.map(({ column, text }) => `${column}: ${text}`).join(),
      ),
    ).map(([reason, those]) => [reason, those!.length]);
    expect(Object.fromEntries(reasons)).toEqual({
      [`${PRODUCT}: must not be empty`]: 438,
      [`${PRODUCT}: “Various” names no product`]: 24,
      [`${PRODUCT}: “N/A” names no product`]: 16,
    });
  });

  it('doubles nothing when it is imported again', async () => {
    const { applied } = await imports.importAll(file());
    expect(applied).toMatchObject({ created: 0, updated: 0, unchanged: 422, rejected: 478 });
  }, 120_000);

  it('offers names that are alike for merging, and merged none of them', async () => {
    const { likelyDuplicates } = await officer.must<{
      likelyDuplicates: { nodes: { vendor: { name: string }; other: { name: string } }[] };
    }>('{ likelyDuplicates(first: 200) { nodes { vendor { name } other { name } } } }');
    const pairs = likelyDuplicates.nodes.map(({ vendor, other }) => [vendor.name, other.name].sort().join(' / '));
    expect(pairs).toContain('Microsoft 365 Copilot / Microsoft365 Copilot');
    expect(pairs).toContain('Open AI / OpenAI');
  });

  it('can be taken back whole', async () => {
    const { dataImports } = await officer.must<{ dataImports: { id: string; created: number }[] }>(
      '{ dataImports(kind: vendor) { id created } }',
    );
    const first = await imports.read(dataImports.find(({ created }) => created > 0)!.id);
    const count = [...countedApart(readFileSync(FILE, 'utf8')).products].length;
    expect(await imports.step('undoImport', first)).toMatchObject({
      status: 'undone',
      problem: `${count} services and ${count} vendors withdrawn.`,
    });
    expect(await duplicates()).toBe(0);
  }, 120_000);

  const duplicates = async () =>
    (await officer.must<{ likelyDuplicates: { totalCount: number } }>('{ likelyDuplicates { totalCount } }'))
      .likelyDuplicates.totalCount;
});

/** Read and counted without any code of the product: the products by name in lower case, with their use cases. */
function countedApart(csv: string) {
  const [header, ...records] = [...recordsOf(csv.replace(/^\uFEFF/, ''))];
  const [product, useCase] = [header!.indexOf(PRODUCT), header!.indexOf('AI Use Case')];
  const products = new Map<string, Set<string>>();
  let usable = 0;
  for (const record of records) {
    const cell = record[product]!.trim();
    if (['', 'various', 'n/a'].includes(cell.toLowerCase())) continue;
    usable += 1;
    const inBrackets: string[] = [];
    const names = cell
      .replace(/\n(?=[a-z([])/g, ' ')
      .replace(/\([^)]*\)/g, (text) => `\u0001${inBrackets.push(text) - 1}\u0001`)
      .split(/[,;\n]/)
      .map((name) =>
        name
          .replace(/\u0001(\d+)\u0001/g, (_, at) => inBrackets[at]!)
          .replace(/\s+/g, ' ')
          .trim(),
      );
    for (const name of names.filter(Boolean)) {
      const key = name.toLowerCase();
      products.set(key, (products.get(key) ?? new Set()).add(record[useCase]!.trim()));
    }
  }
  return { rows: records.length, usable, products };
}

/** RFC 4180 by a regular expression: a cell, and what ends it. */
function* recordsOf(csv: string): Generator<string[]> {
  let record: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (record.length > 1) yield record;
    record = [];
  }
}

const ATTACKS = new URL('attacks/', DATA);

describe.skipIf(!existsSync(ATTACKS))('what strangers write in a table (needs ../shared/data/attacks)', () => {
  it('is a name as it is written, or a refused row; formulas too', async () => {
    const texts = [
      ...(JSON.parse(readFileSync(new URL('blns.json', ATTACKS), 'utf8')) as string[]),
      ...readFileSync(new URL('csv-injection-payloads.txt', ATTACKS), 'utf8').split('\n'),
    ];
    const officer = await app.organization('Under Attack');
    const imports = importsOf(officer, 'vendor');
    const csv = `Vendor,Product\n${texts.map((text, at) => `Lumen ${at},"${text.replaceAll('"', '""')}"`).join('\n')}\n`;
    const { applied } = await imports.importAll(csv, {
      mapping: { vendorName: { columns: ['Vendor'] }, serviceName: { columns: ['Product'] } },
    });
    expect(applied.created).toBeGreaterThan(400);
    const services = await app.sql<{ vendor: string; service: string }>(
      `SELECT v.name AS vendor, s.name AS service FROM app.service s JOIN app.vendor v ON v.id = s.vendor_id WHERE s.org_id = $1`,
      [officer.orgId],
    );
    for (const { vendor, service } of services) {
      const written = texts[Number(vendor.split(' ')[1])]!;
      expect(service).toBe(written.trim().replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
    }
  }, 120_000);
});
