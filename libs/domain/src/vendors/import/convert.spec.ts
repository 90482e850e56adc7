import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serviceFacts, vendorFacts } from '../facts.ts';
import { type ConvertedVendors, convertVendorRow } from './convert.ts';
import { factsOfNewService, factsOfNewVendor } from './diff.ts';
import type { VendorMapping } from './fields.ts';

const headers = ['Vendor', 'Product', 'Use', 'PHI', 'AI', 'Region', 'Model', 'Tier', 'Owner', 'Web', 'Mail', 'Note'];
const BOTH: VendorMapping = {
  vendorName: { columns: ['Vendor'] },
  serviceName: { columns: ['Product'] },
  description: { columns: ['Use'] },
  phi: { columns: ['PHI'] },
  ai: { columns: ['AI'] },
  regions: { columns: ['Region'] },
  models: { columns: ['Model'] },
  tier: { columns: ['Tier'] },
  owner: { columns: ['Owner'] },
  website: { columns: ['Web'] },
  contactEmail: { columns: ['Mail'] },
  notes: { columns: ['Note'] },
};
const { vendorName: _, ...PRODUCTS } = BOTH;
const LISTS: VendorMapping = { ...PRODUCTS, serviceName: { columns: ['Product'], holdsSeveral: true } };

type Cells = Partial<Record<string, string>>;
const convert = (cells: Cells, mapping: VendorMapping = BOTH) =>
  convertVendorRow(mapping, headers, { number: 7, cells: headers.map((header) => cells[header] ?? '') });
const good = (converted: ConvertedVendors) => {
  if (!converted.ok) throw new Error(JSON.stringify(converted.errors));
  return converted;
};
const entries = (cells: Cells, mapping?: VendorMapping) => good(convert(cells, mapping)).entries;
const errors = (converted: ConvertedVendors) =>
  converted.ok ? [] : converted.errors.map(({ field, column, message }) => `${field} (${column}): ${message}`);

describe('a row', () => {
  it('says what the vendor is, and what its service does', () => {
    const row = {
      Vendor: 'Lumen Voice',
      Product: 'Dictation',
      Use: 'Notes',
      PHI: 'Y',
      AI: 'yes',
      Region: 'US',
      Model: 'L-2',
      Tier: 'High',
      Owner: 'Ana Lim',
      Web: 'https://lumen.example',
      Mail: 'ana@lumen.example; baa@lumen.example',
      Note: 'By mail',
    };
    expect(entries(row)).toEqual([
      {
        vendor: {
          name: 'Lumen Voice',
          tier: 'high',
          owner: 'Ana Lim',
          website: 'https://lumen.example',
          contactEmails: ['ana@lumen.example', 'baa@lumen.example'],
        },
        service: {
          name: 'Dictation',
          description: 'Notes',
          phi: 'yes',
          ai: 'yes',
          regions: 'US',
          models: 'L-2',
          notes: 'By mail',
        },
      },
    ]);
  });

  it.each<[string, Cells, VendorMapping, object[]]>([
    [
      'a product names its vendor where no column does',
      { Product: 'Copilot' },
      PRODUCTS,
      [{ vendor: { name: 'Copilot' }, service: { name: 'Copilot' } }],
    ],
    [
      'a vendor alone, and what it provides',
      { Vendor: 'Lumen', Use: 'Voice', Note: 'n' },
      BOTH,
      [{ vendor: { name: 'Lumen', description: 'Voice', notes: 'n' }, service: undefined }],
    ],
    [
      'a vendor alone that receives PHI: its name is the name of the service',
      { Vendor: 'Lumen', Use: 'Voice', PHI: 'yes' },
      BOTH,
      [{ vendor: { name: 'Lumen' }, service: { name: 'Lumen', description: 'Voice', phi: 'yes' } }],
    ],
    [
      'a vendor alone of whose PHI nobody knows',
      { Vendor: 'Lumen', PHI: 'unknown' },
      BOTH,
      [{ vendor: { name: 'Lumen' }, service: undefined }],
    ],
    [
      'several products, each with its vendor',
      { Product: 'ChatGPT, Claude;Copilot', Use: 'Drafts' },
      LISTS,
      ['ChatGPT', 'Claude', 'Copilot'].map((name) => ({
        vendor: { name },
        service: { name, description: 'Drafts' },
      })),
    ],
    [
      'several products of one vendor',
      { Vendor: 'Microsoft', Product: 'Teams\nCopilot' },
      { ...LISTS, vendorName: { columns: ['Vendor'] } },
      ['Teams', 'Copilot'].map((name) => ({ vendor: { name: 'Microsoft' }, service: { name } })),
    ],
    [
      'one product twice in a cell',
      { Product: 'Claude, CLAUDE' },
      LISTS,
      [{ vendor: { name: 'Claude' }, service: { name: 'Claude' } }],
    ],
    [
      'a list that is not said to be one is a name',
      { Product: 'A, B\nC' },
      PRODUCTS,
      [{ vendor: { name: 'A, B C' }, service: { name: 'A, B C' } }],
    ],
  ])('%s', (_case, cells, mapping, expected) => {
    expect(entries(cells, mapping)).toEqual(expected);
  });

  it.each<[string, Cells, VendorMapping, string]>([
    ['various', { Product: 'Various' }, PRODUCTS, 'serviceName (Product): “Various” names no product'],
    ['not applicable', { Product: 'N/A' }, LISTS, 'serviceName (Product): “N/A” names no product'],
    ['blank', {}, LISTS, 'serviceName (Product): must not be empty'],
    ['a list of nothing', { Product: 'None; N/A' }, LISTS, 'serviceName (Product): “None; N/A” names no product'],
    [
      'a vendor called various',
      { Vendor: 'Various', Product: 'A' },
      BOTH,
      'vendorName (Vendor): “Various” names no vendor',
    ],
    ['no vendor where a column names it', { Product: 'A' }, BOTH, 'vendorName (Vendor): must not be empty'],
    [
      'a name that is too long',
      { Product: 'x'.repeat(501) },
      PRODUCTS,
      'serviceName (Product): must be at most 500 characters (it has 501)',
    ],
    [
      'an owner that is too long',
      { Vendor: 'A', Owner: 'x'.repeat(321) },
      BOTH,
      'owner (Owner): must be at most 320 characters (it has 321)',
    ],
  ])('is not imported: %s', (_case, cells, mapping, error) => {
    expect(errors(convert(cells, mapping))).toEqual([error]);
  });

  it('says what it does not understand, and keeps it in the notes', () => {
    const { entries, warnings } = good(
      convert({ Vendor: 'A', Product: 'B', PHI: 'maybe', Mail: 'call us', Note: 'n' }),
    );
    expect(warnings.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'phi: “maybe” is not one of the known answers; kept in the notes',
      'contactEmail: “call us” is no e-mail address; kept in the notes',
    ]);
    expect(entries[0]?.service).toEqual({
      name: 'B',
      notes: 'n\nImported: “PHI” says maybe.\nImported: “Mail” says call us.',
    });
  });

  it('leaves out of a list what names nothing, and says so', () => {
    const { entries, warnings } = good(convert({ Product: 'Claude, various' }, LISTS));
    expect(entries.map(({ service }) => service?.name)).toEqual(['Claude']);
    expect(warnings.map(({ message }) => message)).toEqual(['“various” names no product; left out']);
  });

  it('never makes anything of silence', () => {
    const [{ vendor, service }] = entries({ Vendor: 'A', Product: 'B' }) as [{ vendor: never; service: never }];
    expect(factsOfNewVendor(vendor)).toMatchObject({ tier: 'unknown', contacts: [] });
    expect(factsOfNewService(service)).toMatchObject({ phi: 'unknown', ai: 'unknown' });
  });
});

const ATTACKS = new URL('../../../../../../shared/data/attacks/', import.meta.url);

describe.skipIf(!existsSync(ATTACKS))('what strangers write (needs ../shared/data/attacks)', () => {
  const texts: string[] = existsSync(ATTACKS)
    ? [
        ...(JSON.parse(readFileSync(new URL('blns.json', ATTACKS), 'utf8')) as string[]),
        ...readFileSync(new URL('csv-injection-payloads.txt', ATTACKS), 'utf8').split('\n'),
      ]
    : [];

  it('is a refused row, or a record that the commands would take as well', () => {
    expect(texts.length).toBeGreaterThan(400);
    for (const text of texts)
      for (const column of headers) {
        const converted = convert({ Vendor: 'A', Product: 'B', [column]: text });
        if (!converted.ok) continue;
        for (const { vendor, service } of converted.entries) {
          expect(vendorFacts.safeParse(factsOfNewVendor(vendor)).error, text).toBeUndefined();
          if (service) expect(serviceFacts.safeParse(factsOfNewService(service)).error, text).toBeUndefined();
        }
      }
  });

  it('stays as it is: a formula is a name', () => {
    for (const text of ['=1+1', '@SUM(A1)', '+1', '-2+3', "=cmd|'/C calc'!A0"])
      expect(entries({ Product: text }, PRODUCTS)[0]?.service?.name).toBe(text);
  });
});
