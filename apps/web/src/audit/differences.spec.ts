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

test('names of the database are words', () => {
  expect(differencesOf(null, { kind: 'covered_entity', roles: ['administrator', 'privacy_officer'] })).toEqual([
    { label: 'Kind', before: '', after: 'Covered entity' },
    { label: 'Roles', before: '', after: 'Administrator, Privacy officer' },
  ]);
});

test('a new record shows what it holds and not what is empty', () => {
  expect(differencesOf(null, { name: 'Scribe', purpose: '', identifiers: ['A', 'H'] })).toEqual([
    { label: 'Name', before: '', after: 'Scribe' },
    { label: 'Identifiers', before: '', after: 'A, H' },
  ]);
});
