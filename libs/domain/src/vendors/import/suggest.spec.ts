import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../import/mapping.ts';
import { words } from '../../import/normalize.ts';
import { keysOf } from '../../keys.ts';
import { VENDOR_IMPORT_FIELDS, VENDOR_TABLE } from './fields.ts';
import { VENDOR_SYNONYMS } from './headers.ts';
import { suggestVendorMapping } from './suggest.ts';

const FEDERAL = [
  'Agency',
  'AI Use Case',
  'Agency Use (Y/N)?',
  'Name of Commercial Product or Service Used',
  'Estimated # of Licenses/Users',
];
const columns = (headers: string[], sample: string[][] = []) =>
  Object.fromEntries(
    Object.entries(suggestVendorMapping(headers, sample).mapping).map(([field, entry]) => [field, entry!.columns]),
  );

describe('a table of vendors or products', () => {
  it('is known when it is the federal list of commercial products', () => {
    const { layout, mapping } = suggestVendorMapping(FEDERAL, []);
    expect(layout).toBe('commercial-products');
    expect(mapping).toEqual({
      serviceName: { columns: ['Name of Commercial Product or Service Used'], holdsSeveral: true },
      description: { columns: ['AI Use Case'] },
    });
    expect(mappingSchema(VENDOR_TABLE, FEDERAL).safeParse(mapping).success).toBe(true);
  });

  it.each<[string[], Record<string, string[]>]>([
    [
      ['Vendor', 'Product', 'Description', 'PHI?', 'Owner'],
      {
        vendorName: ['Vendor'],
        serviceName: ['Product'],
        description: ['Description'],
        phi: ['PHI?'],
        owner: ['Owner'],
      },
    ],
    [
      ['Business Associate', 'Services provided', 'Risk tier', 'Contact email', 'Website'],
      {
        vendorName: ['Business Associate'],
        serviceName: ['Services provided'],
        tier: ['Risk tier'],
        contactEmail: ['Contact email'],
        website: ['Website'],
      },
    ],
    [['Name', 'AI (Y/N)', 'Region'], { vendorName: ['Name'], ai: ['AI (Y/N)'], regions: ['Region'] }],
    [['colour', 'weight'], {}],
  ])('%j', (headers, expected) => {
    expect(columns(headers)).toEqual(expected);
  });

  it('is no contact column when its cells are no addresses', () => {
    expect(
      columns(
        ['Vendor', 'Contact'],
        [
          ['A', 'Ana Lim'],
          ['B', 'Sam Ruiz'],
        ],
      ).contactEmail,
    ).toBeUndefined();
    expect(columns(['Vendor', 'Contact'], [['A', 'ana@lumen.example']]).contactEmail).toEqual(['Contact']);
  });

  it('lists several in a cell when the cells show it', () => {
    const several = (cells: string[]) =>
      suggestVendorMapping(
        ['Vendor', 'Products'],
        cells.map((cell) => ['A', cell]),
      ).mapping.serviceName?.holdsSeveral;
    expect(several(['Scribe, Coder', 'Scribe'])).toBe(true);
    expect(several(['Scribe', 'Coder'])).toBeUndefined();
  });
});

it('needs a vendor or a product', () => {
  const found = mappingSchema(VENDOR_TABLE, ['PHI']).safeParse({ phi: { columns: ['PHI'] } });
  expect(found.error?.issues.map(({ path }) => path)).toEqual([['vendorName']]);
});

it('has no header that two fields claim equally', () => {
  const seen = new Map<string, string>();
  for (const field of keysOf(VENDOR_IMPORT_FIELDS))
    for (const name of new Set(VENDOR_SYNONYMS[field].map(words))) {
      expect(seen.get(name), `${name}: ${seen.get(name)} and ${field}`).toBeUndefined();
      seen.set(name, field);
    }
});
