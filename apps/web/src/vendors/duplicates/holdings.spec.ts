import { expect, it } from 'vitest';
import { holdingWords, type Link, linksOf } from './holdings.ts';

const nothing = { services: [], agreements: [], evidence: [], dueDiligence: { answered: 0, total: 30 } };
const link = (id: string, upper: string, lower: string): Link => ({
  id,
  upperVendor: { id: upper, name: upper },
  lowerVendor: { id: lower, name: lower },
});

it('says each kind of record that goes along, and none that is not there', () => {
  expect(holdingWords(nothing, 0)).toEqual([]);
  const held = {
    ...nothing,
    services: [
      { id: 'a', name: 'A', removedOn: null },
      { id: 'b', name: 'B', removedOn: '2026-01-01' },
    ],
    dueDiligence: { answered: 12, total: 30 },
  };
  expect(holdingWords(held, 1)).toEqual(['2 services', '1 subprocessor link', '12 due diligence answers']);
});

it('counts the links of the vendor itself only', () => {
  const links = [link('above', 'x', 'v'), link('below', 'v', 'y'), link('further', 'y', 'z')];
  expect(linksOf('v', links).map(({ id }) => id)).toEqual(['above', 'below']);
});
