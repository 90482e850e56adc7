import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../import/mapping.ts';
import { words } from '../../import/normalize.ts';
import { AI_SYSTEM_TABLE, IMPORT_FIELD_NAMES } from './fields.ts';
import { FEDERAL_INVENTORY, SYNONYMS } from './headers.ts';
import { suggestMapping } from './suggest.ts';

const columns = (headers: string[], sample: string[][] = []) =>
  Object.fromEntries(
    Object.entries(suggestMapping(headers, sample).mapping).map(([field, entry]) => [field, entry.columns]),
  );

describe('suggestMapping', () => {
  it('knows the federal inventory', () => {
    const headers = FEDERAL_INVENTORY.map(([, names]) => names[0]!);
    const { layout, mapping, why } = suggestMapping(headers, []);
    expect(layout).toBe('federal-inventory');
    expect(mapping).toMatchObject({
      name: { columns: ['use_case_name'] },
      externalId: { columns: ['id'] },
      purpose: { columns: ['problem_solved', 'benefits'] },
      pii: { columns: ['has_pii'] },
      stage: { columns: ['development_stage'] },
    });
    expect(mapping.phi).toBeUndefined();
    expect(mapping.clinicalImpact).toBeUndefined();
    expect(why.businessOwner?.confidence).toBe('check');
    expect(mappingSchema(AI_SYSTEM_TABLE, headers).safeParse(mapping).success).toBe(true);
  });

  it('knows the same inventory by the questions of its form', () => {
    const headers = FEDERAL_INVENTORY.map(([, names]) => `${names.at(-1)!.replaceAll(' ', '  ')}\n\n`);
    expect(suggestMapping(headers, []).layout).toBe('federal-inventory');
  });

  it.each<[string[], Record<string, string[]>]>([
    [
      ['System', 'Owner', 'Dept', 'Vendor', 'PHI?', 'Status'],
      {
        name: ['System'],
        businessOwner: ['Owner'],
        department: ['Dept'],
        vendorName: ['Vendor'],
        phi: ['PHI?'],
        stage: ['Status'],
      },
    ],
    [['AI tool', 'PHI (Y/N)', 'Notes'], { name: ['AI tool'], phi: ['PHI (Y/N)'], notes: ['Notes'] }],
    [['systemName', 'vendor_name', 'Vendor contact'], { name: ['systemName'], vendorName: ['vendor_name'] }],
    [['Name', 'System name'], { name: ['Name'] }],
    [
      ['#', 'Tool name', 'Purpose / intended use'],
      { externalId: ['#'], name: ['Tool name'], purpose: ['Purpose / intended use'] },
    ],
    [['colour', 'weight'], {}],
    [[], {}],
  ])('%j', (headers, expected) => {
    expect(columns(headers)).toMatchObject(expected);
    if (Object.keys(expected).length === 0) expect(columns(headers)).toEqual({});
  });

  it('leaves a column alone whose cells do not read as the choice', () => {
    expect(
      columns(
        ['Name', 'Status'],
        [
          ['A', 'green'],
          ['B', 'red'],
        ],
      ).stage,
    ).toBeUndefined();
    expect(
      columns(
        ['Name', 'Status'],
        [
          ['A', 'Live'],
          ['B', 'Pilot'],
        ],
      ).stage,
    ).toEqual(['Status']);
  });

  it('sees from the sample that the day comes first', () => {
    const order = (days: string[]) =>
      suggestMapping(
        ['Name', 'Go live'],
        days.map((day) => ['A', day]),
      ).mapping.liveSince?.dateOrder;
    expect(order(['31/01/2026', '02/03/2026'])).toBe('dmy');
    expect(order(['01/31/2026'])).toBeUndefined();
    expect(order(['01/02/2026'])).toBeUndefined();
  });

  it('has no header that two fields claim equally', () => {
    const seen = new Map<string, string>();
    for (const field of IMPORT_FIELD_NAMES)
      for (const name of new Set(SYNONYMS[field].map((synonym) => words(synonym) || synonym))) {
        expect(seen.get(name), `${name}: ${seen.get(name)} and ${field}`).toBeUndefined();
        seen.set(name, field);
      }
  });
});
