import { describe, expect, it } from 'vitest';
import { looksLikePhi } from './looks-like-phi.ts';

const found = (text: string) => looksLikePhi(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('looksLikePhi', () => {
  it.each([
    ['Patient 219-09-9999 was misread', 'ssn', '219-09-9999'],
    ['SSN: 219099999', 'ssn', 'SSN: 219099999'],
    ['see MRN 00482913', 'mrn', 'MRN 00482913'],
    ['Medical record number: A-1048291', 'mrn', 'Medical record number: A-1048291'],
    ['DOB 4/12/1961', 'birth', 'DOB 4/12/1961'],
    ['date of birth: 12 April 1961', 'birth', 'date of birth: 12 April 1961'],
    ['born April 12, 1961', 'birth', 'born April 12, 1961'],
    ['MRN 415-555-0132', 'mrn', 'MRN 415-555-0132'],
    ['call (415) 555-0132', 'phone', '(415) 555-0132'],
    ['call +1 415-555-0132.', 'phone', '+1 415-555-0132'],
    ['415.555.0132 is her number', 'phone', '415.555.0132'],
  ])('suspects %j', (text, kind, part) => {
    expect(found(text)).toEqual([[kind, part]]);
  });

  it.each([
    'Matches MRN across hospitals and removes dates of birth.',
    'Live since 2025-01-30, reviewed 4/12/2026.',
    'FDA K213456, version 2.14.1011, 10.0.12.1',
    '000-12-3456, 666-12-3456 and 912-12-3456 are nobody’s numbers',
    'Order 2024-415-555-01329',
    'Uses 1,250,000 notes of 415 555 patients',
    '',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('names each place, in order', () => {
    expect(found('DOB: 1961-04-12, SSN 219-09-9999, 415-555-0132').map(([kind]) => kind)).toEqual([
      'birth',
      'ssn',
      'phone',
    ]);
  });

  it('is fast on long text without identifiers', () => {
    const started = performance.now();
    looksLikePhi('born 1 2 3 MRN 4-4-4-4 415 555 '.repeat(700));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
