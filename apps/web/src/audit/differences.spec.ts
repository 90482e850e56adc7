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

test('facts and choices are called as on the pages of their own kind of record', () => {
  expect(
    differencesOf({ renewal: 'unknown', ends_on: null }, { renewal: 'auto', ends_on: '2027-03-31' }, 'agreement'),
  ).toEqual([
    { label: 'Renewal', before: 'Unknown', after: 'Renews automatically' },
    { label: 'Last day in effect', before: '', after: '31 Mar 2027' },
  ]);
  expect(differencesOf(null, { exposures: ['prompt', 'fine_tuning_set'], ends_on: '2027-03-31' }, 'phi_flow')).toEqual([
    { label: 'Exposed in', before: '', after: 'Prompt, Fine-tuning set' },
    { label: 'Last day', before: '', after: '31 Mar 2027' },
  ]);
  expect(differencesOf(null, { kind: 'soc2' }, 'vendor_evidence')).toEqual([
    { label: 'Kind', before: '', after: 'SOC 2 report' },
  ]);
});

test('a new record shows what it holds and not what is empty', () => {
  expect(differencesOf(null, { name: 'Scribe', purpose: '', identifiers: ['A', 'H'] })).toEqual([
    { label: 'Name', before: '', after: 'Scribe' },
    { label: 'Identifiers', before: '', after: 'A, H' },
  ]);
});
