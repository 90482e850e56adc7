import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error jsdom ships no types, and its parser is all that is used here.
import { JSDOM } from 'jsdom';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileTexts } from '../pdf/hostile-texts.ts';
import { createPdfPrinter } from '../pdf.ts';
import { TEXT_FACTS } from './input.ts';
import { inventoryHtml, printInventory } from './report.ts';
import { aSystem, sampleReport } from './sample-systems.ts';

const blns = join(import.meta.dirname, '../../../../../shared/data/attacks/blns.json');
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
  directory = await mkdtemp(join(tmpdir(), 'attestry-hostile-'));
});
afterAll(async () => {
  await printer.close();
  server.close();
  await rm(directory, { recursive: true, force: true });
});

describe('hostile texts', () => {
  it('in every text of the report: nothing is asked for, and each is printed literally', async () => {
    const texts = hostileTexts(origin);
    expect(texts.length).toBeGreaterThanOrEqual(40);
    const everywhere = (text: string) => Object.fromEntries(TEXT_FACTS.map((fact) => [fact, text]));
    const input = sampleReport(0, {
      organization: { name: texts.join(' '), kind: texts.join(' '), paper: 'letter', timeZone: 'UTC' },
      preparedBy: texts.join(' '),
      scope: { sentence: texts.join(' '), filters: texts },
      systems: texts.map((text, index) =>
        aSystem({
          ...everywhere(text),
          name: text,
          id: `${index}`,
          phi: 'yes',
          stage: index % 2 ? 'retired' : 'live',
          retiredOn: index % 2 ? '2026-01-01' : null,
          retiredReason: text,
        }),
      ),
    });

    const path = join(directory, 'hostile.pdf');
    const { refused } = await printInventory(printer, input, { path });
    expect(refused).toEqual([]);
    expect(hits).toEqual([]);

    const document: Document = new JSDOM(inventoryHtml(input)).window.document;
    const printed = [...document.querySelectorAll('article.system')].map((section) => section.textContent!);
    const sections = input.systems.map(({ name }) => printed.filter((text) => text.includes(name)).length);
    expect(sections.every((count) => count >= 1)).toBe(true);
    const tags = new Set([...document.querySelectorAll('*')].map(({ localName }) => localName));
    expect([...tags].filter((tag) => !OUR_TAGS.has(tag))).toEqual([]);

    const text = await pdfText(path);
    for (const payload of texts) expect(text).toContain(squeezed(payload));
  });

  it('even as markup of a page, reach nothing', async () => {
    const html = `<!doctype html><html lang="en"><head><title>x</title></head><body>${hostileTexts(origin).join('\n')}</body></html>`;
    const path = join(directory, 'raw.pdf');
    const { refused } = await printer.print(html, { path, description: DESCRIPTION });
    expect(refused.length).toBeGreaterThan(5);
    expect(hits).toEqual([]);
    expect(await pdfText(path)).not.toContain('root:x:0:0');
  });

  it.skipIf(!existsSync(blns))(
    'each of the big list of naughty strings as a name prints literally (../shared/data/attacks)',
    async () => {
      const names = (JSON.parse(readFileSync(blns, 'utf8')) as string[]).map((name) => name.replaceAll('\u0000', ''));
      expect(names).toHaveLength(515);
      const systems = names.map((name, index) => aSystem({ name, id: String(index).padStart(3, '0'), phi: 'no' }));
      const input = sampleReport(0, { systems });
      const html = inventoryHtml(input);
      const document: Document = new JSDOM(html).window.document;
      const printed = [...document.querySelectorAll('table.register tbody th')].map(({ textContent }) => textContent);
      const lineEnds = (text: string) => text.replace(/\r\n?/g, '\n');
      expect(printed.sort()).toEqual(names.map(lineEnds).sort());

      const path = join(directory, 'blns.pdf');
      expect(await printer.print(html, { path, description: DESCRIPTION })).toMatchObject({ refused: [] });
      expect(hits).toEqual([]);
      const text = await pdfText(path);
      for (const name of names.filter((name) => /^[\x20-\x7e]+$/.test(name))) expect(text).toContain(squeezed(name));
    },
  );
});

describe('objects and arrays where a text belongs', () => {
  const wrong = [{}, [], ['x'], { toHTML: () => '<b>' }, { type: 'Program', body: [] }, 7, null];
  it.each(TEXT_FACTS)('%s is refused', (fact) => {
    for (const value of wrong) {
      const system = { ...aSystem({ name: 'x', phi: 'yes' }), [fact]: value as never };
      expect(() => inventoryHtml(sampleReport(0, { systems: [system] }))).toThrow(TypeError);
    }
  });

  it.each(['preparedBy', 'generatedAt', 'asOf'] as const)('%s of the report is refused', (field) => {
    for (const value of wrong)
      expect(() => inventoryHtml(sampleReport(0, { [field]: value as never }))).toThrow(TypeError);
  });

  it('the texts of organization, scope, retirement and reasons are refused', () => {
    for (const value of wrong as never[]) {
      const report = sampleReport(1);
      const [system] = report.systems;
      const { organization } = report;
      expect(() => inventoryHtml({ ...report, organization: { ...organization, name: value } })).toThrow(TypeError);
      expect(() => inventoryHtml({ ...report, organization: { ...organization, kind: value } })).toThrow(TypeError);
      expect(() => inventoryHtml({ ...report, scope: { sentence: value, filters: [] } })).toThrow(TypeError);
      expect(() => inventoryHtml({ ...report, scope: { sentence: 'x', filters: [value] } })).toThrow(TypeError);
      const tier = { ...system!.tier, reasons: [{ key: 'x', text: value }] };
      expect(() => inventoryHtml({ ...report, systems: [{ ...system!, tier }] })).toThrow(TypeError);
    }
  });
});

const DESCRIPTION = { title: 'x', author: 'x', language: 'en', createdAt: '2026-01-01T00:00:00Z' };

const OUR_TAGS = new Set(
  'html head meta title style body header p dl div dt dd main nav h1 h2 h3 ol ul li a span section table caption colgroup col thead tbody tfoot tr th td article i b'.split(
    ' ',
  ),
);

/** Without white space and soft hyphens: lines break where they must. */
const squeezed = (text: string) => text.replace(/\s/g, '');

async function pdfText(path: string): Promise<string> {
  return squeezed((await extractText(new Uint8Array(readFileSync(path)), { mergePages: true })).text);
}
