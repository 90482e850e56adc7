import { expect, it } from 'vitest';
import { mappingSchema } from './mapping.ts';

const headers = ['Name', 'Alias', 'Status', 'Note'];
const errors = (mapping: unknown) =>
  (mappingSchema(headers).safeParse(mapping).error?.issues ?? []).map(
    (issue) => `${issue.path.map(String)[0]}: ${issue.message}`,
  );

it.each<[string, unknown, string[]]>([
  ['the smallest', { name: { columns: ['Name'] } }, []],
  ['free text of several columns', { name: { columns: ['Name'] }, notes: { columns: ['Note', 'Alias'] } }, []],
  ['no name', { stage: { columns: ['Status'] } }, ['name: choose the column that holds the name of the system']],
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
])('a mapping with %s', (_case, mapping, expected) => {
  expect(errors(mapping)).toEqual(expected);
});

it.each([null, [], 'x', { name: 'Name' }, { name: { columns: ['Name'] }, nonsense: { columns: ['Note'] } }])(
  'refuses %j',
  (mapping) => {
    expect(mappingSchema(headers).safeParse(mapping).success).toBe(false);
  },
);
