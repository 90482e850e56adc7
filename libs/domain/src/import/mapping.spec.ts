import { expect, it } from 'vitest';
import { type ImportTarget, mappingSchema } from './mapping.ts';

const TABLE: ImportTarget<'name' | 'stage' | 'products' | 'notes'> = {
  fields: {
    name: { label: 'Name', kind: 'line' },
    stage: { label: 'Stage', kind: 'choice' },
    products: { label: 'Product', kind: 'line', mayHoldSeveral: true },
    notes: { label: 'Notes', kind: 'prose' },
  },
  lacks: ({ name }) => (name ? undefined : { field: 'name', message: 'choose the column that holds the name' }),
};
const headers = ['Name', 'Alias', 'Status', 'Note'];
const errors = (mapping: unknown) =>
  (mappingSchema(TABLE, headers).safeParse(mapping).error?.issues ?? []).map(
    (issue) => `${issue.path.map(String)[0]}: ${issue.message}`,
  );

it.each<[string, unknown, string[]]>([
  ['the smallest', { name: { columns: ['Name'] } }, []],
  ['free text of several columns', { name: { columns: ['Name'] }, notes: { columns: ['Note', 'Alias'] } }, []],
  ['no name', { stage: { columns: ['Status'] } }, ['name: choose the column that holds the name']],
  ['unknown column', { name: { columns: ['Nmae'] } }, ['name: the table has no column “Nmae”']],
  [
    'two columns for one value',
    { name: { columns: ['Name', 'Alias'] } },
    ['name: Name takes one column; 2 are chosen'],
  ],
  [
    'the same column twice',
    { name: { columns: ['Name'] }, notes: { columns: ['Note', 'Note'] } },
    ['notes: names the same column twice'],
  ],
  ['no column', { name: { columns: [] } }, ['name: choose a column']],
  ['several in one cell', { name: { columns: ['Name'] }, products: { columns: ['Alias'], holdsSeveral: true } }, []],
  [
    'several in one cell of a field that holds one',
    { name: { columns: ['Name'], holdsSeveral: true } },
    ['name: a cell holds one name'],
  ],
])('a mapping with %s', (_case, mapping, expected) => {
  expect(errors(mapping)).toEqual(expected);
});

it.each([null, [], 'x', { name: 'Name' }, { name: { columns: ['Name'] }, nonsense: { columns: ['Note'] } }])(
  'refuses %j',
  (mapping) => {
    expect(mappingSchema(TABLE, headers).safeParse(mapping).success).toBe(false);
  },
);
