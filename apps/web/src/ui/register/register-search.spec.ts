import { describe, expect, it } from 'vitest';
import {
  cleared,
  isFiltered,
  listOf,
  NOT_RECORDED,
  type RegisterAddress,
  readSearch,
  sortOf,
  unsaid,
} from './register-search.ts';

const ADDRESS: RegisterAddress<'size' | 'colour', 'name' | 'size', 'tier' | 'owner'> = {
  columns: ['size', 'colour'],
  defaultColumns: ['size'],
  sorts: ['name', 'size'],
  filters: ['tier', 'owner'],
  values: { tier: /^[1-4]$/ },
};

describe('what an address says', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['nothing', {}, {}],
    ['words, which the router may have read as a number', { q: 365 }, { q: '365' }],
    [
      'one value of a filter, or several, each once',
      { tier: '3', owner: ['A', 'B', 'A'] },
      { tier: ['3'], owner: ['A', 'B'] },
    ],
    ['a value that the filter does not have', { tier: ['3', '9'] }, { tier: ['3'] }],
    ['only values that the filter does not have', { tier: 'x' }, {}],
    [
      'a sort and a column that are there',
      { sort: 'size', dir: 'desc', columns: ['colour'] },
      { sort: 'size', dir: 'desc', columns: ['colour'] },
    ],
    ['a sort, a direction and columns that are not', { sort: 'org_id', dir: 'up', columns: ['secret'] }, {}],
    ['a day', { asOf: '2026-01-31' }, { asOf: '2026-01-31' }],
    ['what is no day, and keys of nobody', { asOf: 'yesterday', other: 'x' }, {}],
    ['objects where a text belongs', { q: { a: 1 }, owner: [{}] }, {}],
  ])('%s', (_, raw, read) => {
    expect(readSearch(ADDRESS, raw)).toEqual(read);
  });
});

it('a search or a filter is a filter; sort, columns and the day are not', () => {
  expect(isFiltered(ADDRESS, { q: 'a' })).toBe(true);
  expect(isFiltered(ADDRESS, readSearch(ADDRESS, { owner: NOT_RECORDED }))).toBe(true);
  expect(isFiltered(ADDRESS, { sort: 'size', columns: ['size'], asOf: '2026-01-31' })).toBe(false);
});

it('clearing takes search and filters out of the address, and nothing else', () => {
  const search = readSearch(ADDRESS, { q: 'a', tier: '1', sort: 'size', asOf: '2026-01-31' });
  expect(readSearch(ADDRESS, { ...search, ...cleared(ADDRESS) })).toEqual({ sort: 'size', asOf: '2026-01-31' });
});

it('sorts by the first sort when nobody says, and columns do not make it another list', () => {
  expect(sortOf(ADDRESS, {})).toEqual({ sort: 'name', direction: 'ascending' });
  expect(sortOf(ADDRESS, { sort: 'size', dir: 'desc' })).toEqual({ sort: 'size', direction: 'descending' });
  expect(listOf({ q: 'a', columns: ['size'] })).toEqual({ q: 'a' });
});

it('"not recorded" is a hyphen in the address and nothing in the question', () => {
  expect([unsaid(NOT_RECORDED), unsaid('A')]).toEqual(['', 'A']);
});
