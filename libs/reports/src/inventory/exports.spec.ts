import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aiSystemFacts, type FactName } from '@attestry/domain/ai-systems/facts.ts';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guarded, withoutGuard } from '../table/columns.ts';
import { INVENTORY_COLUMNS, readCell } from './columns.ts';
import { inventoryCsv } from './csv.ts';
import { inventoryJson } from './json.ts';
import { aSystem, sampleReport } from './sample-systems.ts';
import { inventoryView } from './view.ts';
import { writeInventoryXlsx } from './xlsx.ts';

const attacks = join(import.meta.dirname, '../../../../../shared/data/attacks');
const corpus = join(attacks, 'csv-injection-payloads.txt');
const payloads = [
  ...[
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    "'=1",
    "''=1",
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '"=1',
    ';=1',
  ],
  ...['=HYPERLINK("http://127.0.0.1/?"&A1,"x")', 'a\t=1', 'a\r\n=1', "it's", "'quoted'", '-', '=', ''],
  ...(existsSync(corpus) ? readFileSync(corpus, 'utf8').split('\n') : []),
];
const hostile = payloads.map((text, index) =>
  aSystem({ name: `System ${index}`, purpose: text, notes: text, retiredReason: text }),
);

describe('inventoryCsv', () => {
  it.skipIf(!existsSync(corpus))('is tried with the corpus of payloads (../shared/data/attacks)', () => {
    expect(payloads.length).toBeGreaterThan(25);
  });

  it('has no cell that a spreadsheet would compute', async () => {
    const rows: string[][] = parse(await text(inventoryCsv(hostile)), { bom: true });
    expect(rows).toHaveLength(hostile.length + 1);
    for (const cell of rows.flat()) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
  });

  it('takes the guard away again, whatever the text was', () => {
    for (const payload of payloads) expect(withoutGuard(guarded(payload))).toBe(payload);
  });

  it('read back gives the same facts', async () => {
    const systems = [...sampleReport(64).systems, ...hostile];
    const rows: Record<string, string>[] = parse(await text(inventoryCsv(systems)), { bom: true, columns: true });
    rows.forEach((row, index) => {
      const facts = Object.fromEntries(
        INVENTORY_COLUMNS.filter(({ fact }) => fact).map(({ header, fact }) => [fact, readCell(fact!, row[header]!)]),
      );
      const expected = Object.fromEntries(Object.keys(facts).map((fact) => [fact, systems[index]![fact as FactName]]));
      expect(facts).toEqual(expected);
      expect(aiSystemFacts.safeParse(facts).success).toBe(true);
    });
  });

  it('has a heading for each fact, once', () => {
    const facts = INVENTORY_COLUMNS.flatMap(({ fact }) => (fact ? [fact] : []));
    expect(facts.sort()).toEqual(Object.keys(aiSystemFacts.shape).sort());
    expect(new Set(INVENTORY_COLUMNS.map(({ header }) => header)).size).toBe(INVENTORY_COLUMNS.length);
  });
});

describe('inventoryJson', () => {
  it('has what was given, its counts, and the fingerprint of the report', async () => {
    const input = sampleReport(450);
    const { systems, ...head } = input;
    const json = JSON.parse(await text(inventoryJson(head, systems)));
    expect(json.schema).toEqual({ name: 'attestry.ai-system-inventory', version: 1 });
    expect(json.systems).toEqual(systems);
    expect(json.counts.total).toBe(450);
    for (const table of ['stage', 'phi', 'tier']) {
      expect(Object.values<number>(json.counts[table]).reduce((sum, count) => sum + count, 0)).toBe(450);
    }
    expect(json.fingerprint.value).toBe(inventoryView(input).fingerprint);
  });
});

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'attestry-xlsx-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('writeInventoryXlsx', () => {
  it('writes texts as texts, days as days, and no formula', async () => {
    const path = join(directory, 'list.xlsx');
    const systems = [...sampleReport(8).systems, ...hostile];
    await writeInventoryXlsx(path, systems);
    const rows = (await readXlsx(path, { trim: false })) as unknown[][] | { data: unknown[][] }[];
    const data = (Array.isArray(rows[0]) ? rows : (rows as { data: unknown[][] }[])[0]!.data) as unknown[][];
    expect(data[0]).toEqual(INVENTORY_COLUMNS.map(({ header }) => header));
    expect(data).toHaveLength(systems.length + 1);
    const column = (header: string) => INVENTORY_COLUMNS.findIndex((candidate) => candidate.header === header);
    systems.forEach((system, index) => {
      expect(data[index + 1]![column('Name')]).toBe(system.name);
      const purpose = data[index + 1]![column('Purpose')];
      expect(typeof purpose === 'string' || purpose === null).toBe(true);
      expect(printable(purpose)).toBe(printable(system.purpose));
    });
    expect(data[1]![column('Next review')]).toEqual(new Date('2027-03-31T00:00:00Z'));
  });

  it('keeps control characters, in the way Office writes them, and texts that look like that', async () => {
    const path = join(directory, 'control.xlsx');
    await writeInventoryXlsx(path, [aSystem({ name: 'bell \u0007, next \u0085, literally _x0007_' })]);
    const [sheet] = (await readXlsx(path)) as unknown as { data: unknown[][] }[];
    const cells = (sheet!.data ?? sheet) as unknown[][];
    expect(cells[1]![1]).toMatch(/bell (_x0007_|\u0007), next (_x0085_|\u0085), literally (_x005F_x0007_|_x0007_)/);
  });
});

/** Control characters travel as `_xHHHH_`, and XML readers turn a line end into one. */
const printable = (value: unknown) =>
  String(value ?? '')
    .replace(/_x000D_/g, '\r')
    .replace(/\r\n?/g, '\n');

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}
