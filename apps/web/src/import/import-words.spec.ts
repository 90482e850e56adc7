import { describe, expect, it } from 'vitest';
import { amountToRecord, importStateText, recorded, toRecord } from './import-words.ts';
import type { KindOnPage } from './kind-on-page.ts';

const Changes = () => null;
const ONE = { entities: { ai_system: { words: ['system', 'systems'], Changes } } } as unknown as KindOnPage;
const TWO = {
  entities: { vendor: { words: ['vendor', 'vendors'], Changes }, service: { words: ['service', 'services'], Changes } },
} as unknown as KindOnPage;

const tally = (entity: 'ai_system' | 'vendor' | 'service', created: number, updated: number) => ({
  entity,
  created,
  updated,
  unchanged: 0,
  rejected: 0,
});
const of = (...records: ReturnType<typeof tally>[]) => ({ records });

describe('what an import would record, and recorded', () => {
  it.each([
    [
      'systems',
      ONE,
      of(tally('ai_system', 41, 6)),
      '47 systems: 41 new, 6 changed',
      '47 systems',
      '41 new systems and 6 changed systems',
    ],
    [
      'one system',
      ONE,
      of(tally('ai_system', 1, 0)),
      '1 system: 1 new, 0 changed',
      '1 system',
      '1 new system and 0 changed systems',
    ],
    [
      'vendors with services',
      TWO,
      of(tally('service', 312, 1), tally('vendor', 1_240, 0)),
      '1,240 vendors: 1,240 new, 0 changed; 313 services: 312 new, 1 changed',
      '1,240 vendors and 313 services',
      '1,240 new vendors, 312 new services, and 1 changed service',
    ],
    [
      'services of vendors on record',
      TWO,
      of(tally('vendor', 0, 0), tally('service', 2, 0)),
      '2 services: 2 new, 0 changed',
      '2 services',
      '2 new services',
    ],
    ['nothing', TWO, of(tally('vendor', 0, 0)), '', '', 'nothing new'],
  ])('%s', (_case, kind, counts, would, amount, done) => {
    expect([toRecord(kind, counts), amountToRecord(kind, counts), recorded(kind, counts)]).toEqual([
      would,
      amount,
      done,
    ]);
  });
});

it('says where an import stands', () => {
  const systems = { status: 'applied', problem: '', ...of(tally('ai_system', 2, 1)) } as const;
  expect(importStateText(ONE, systems)).toBe('Imported: 2 new, 1 changed.');
  const vendors = { status: 'checked', problem: '', ...of(tally('vendor', 1, 0), tally('service', 2, 1)) } as const;
  expect(importStateText(TWO, vendors)).toBe(
    'Checked: 1 new vendor, 0 changed; 2 new services, 1 changed. Nothing is recorded yet.',
  );
});
