import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('only what differs, called as on the record, days as days', () => {
  const before = { id: '1', version: 1, name: 'Scribe', next_review_on: null, stage: 'pilot' };
  const after = { id: '1', version: 2, name: 'Scribe', next_review_on: '2027-03-31', stage: 'live' };
  expect(differencesOf(before, after)).toEqual([
    { label: 'Next review', before: '', after: '31 Mar 2027' },
    { label: 'Stage', before: 'Pilot', after: 'Live' },
  ]);
});

test('a new record shows what it holds and not what is empty', () => {
  expect(differencesOf(null, { name: 'Scribe', purpose: '', identifiers: ['A', 'H'] })).toEqual([
    { label: 'Name', before: '', after: 'Scribe' },
    { label: 'Identifiers', before: '', after: 'A, H' },
  ]);
});
