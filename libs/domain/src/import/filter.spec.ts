import { describe, expect, it } from 'vitest';
import { distinctValues, rowFilterSchema, takes, valueCounter } from './filter.ts';

const headers = ['agency', 'name'];
const rows = [
  ['HHS', 'a'],
  [' HHS ', 'b'],
  ['VA', 'c'],
  ['', 'd'],
];

describe('takes', () => {
  it.each<[string[], string]>([
    [['HHS'], 'ab'],
    [['HHS', 'VA'], 'abc'],
    [[''], 'd'],
    [['hhs'], ''],
  ])('agency in %j', (anyOf, names) => {
    expect(
      rows
        .filter((cells) => takes({ column: 'agency', anyOf }, headers, cells))
        .map((cells) => cells[1])
        .join(''),
    ).toBe(names);
  });

  it('everything without a filter', () => {
    expect(rows.every((cells) => takes(null, headers, cells))).toBe(true);
  });
});

it('a filter names a column of the table and at least one value', () => {
  const schema = rowFilterSchema(headers);
  expect(schema.safeParse({ column: 'agency', anyOf: ['VA'] }).success).toBe(true);
  expect(schema.safeParse({ column: 'x', anyOf: ['VA'] }).success).toBe(false);
  expect(schema.safeParse({ column: 'agency', anyOf: [] }).success).toBe(false);
});

describe('the different values of a column', () => {
  it('come the most frequent first', () => {
    expect(distinctValues(headers, rows, 'agency')).toEqual({
      column: 'agency',
      values: [
        { value: 'HHS', rows: 2 },
        { value: 'VA', rows: 1 },
        { value: '', rows: 1 },
      ],
      tooMany: false,
    });
  });

  it('are dropped when there are too many, or long', () => {
    expect(distinctValues(headers, rows, 'name', 3)).toEqual({ column: 'name', values: [], tooMany: true });
    expect(distinctValues(headers, [['x'.repeat(201), '']], 'agency')?.tooMany).toBe(true);
    const counter = valueCounter(['n']);
    for (let n = 0; n < 1_000; n++) counter.add([String(n)]);
    expect(counter.columns()[0]).toMatchObject({ values: [], tooMany: true });
  });
});
