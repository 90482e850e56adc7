import { describe, expect, it } from 'vitest';
import type { Entry } from './convert.ts';
import { gatherVendors } from './gather.ts';

const MAPPING = {
  vendorName: { columns: ['Vendor'] },
  serviceName: { columns: ['Product'] },
  phi: { columns: ['PHI'] },
  tier: { columns: ['Tier'] },
  regions: { columns: ['Region'] },
};
const row = (vendor: string, service?: string, said: object = {}, ofVendor: object = {}): Entry => ({
  vendor: { name: vendor, ...ofVendor },
  service: service === undefined ? undefined : { name: service, ...said },
});
/** Rows from row 2 on. */
const gather = (...rows: (Entry | Entry[])[]) =>
  gatherVendors(
    MAPPING,
    rows.map((entries, at) => ({ number: at + 2, converted: { ok: true, entries: [entries].flat(), warnings: [] } })),
  );
const said = (...rows: (Entry | Entry[])[]) => gather(...rows).records.map((record) => record.said);
const warnings = (...rows: (Entry | Entry[])[]) =>
  gather(...rows).rows.map((each) => each.warnings.map(({ field, message }) => `${field}: ${message}`));

describe('rows become vendors and services', () => {
  it.each<[string, Entry[], [string, string | null][]]>([
    [
      'one vendor with several services',
      [row('Microsoft', 'Teams'), row('Microsoft', 'Copilot')],
      [
        ['vendor:microsoft', null],
        ['service:microsoft|teams', 'vendor:microsoft'],
        ['service:microsoft|copilot', 'vendor:microsoft'],
      ],
    ],
    [
      'the same row twice is one service',
      [row('A', 'B'), row('a ', 'b')],
      [
        ['vendor:a', null],
        ['service:a|b', 'vendor:a'],
      ],
    ],
    [
      'services of one name of two vendors',
      [row('A', 'Chat'), row('B', 'Chat')],
      [
        ['vendor:a', null],
        ['vendor:b', null],
        ['service:a|chat', 'vendor:a'],
        ['service:b|chat', 'vendor:b'],
      ],
    ],
    [
      'names that are only alike stay apart',
      [row('Microsoft 365'), row('Microsoft365')],
      [
        ['vendor:microsoft 365', null],
        ['vendor:microsoft365', null],
      ],
    ],
    [
      'no name runs into another',
      [row('a|b', 'c'), row('a', 'b|c')],
      [
        ['vendor:a\\|b', null],
        ['vendor:a', null],
        ['service:a\\|b|c', 'vendor:a\\|b'],
        ['service:a|b\\|c', 'vendor:a'],
      ],
    ],
  ])('%s', (_case, rows, keys) => {
    expect(gather(...rows).records.map(({ key, parentKey }) => [key, parentKey])).toEqual(keys);
  });

  it('each row knows its records, also when it names several', () => {
    expect(gather([row('A', 'A'), row('B', 'B')], row('A', 'A')).rows.map(({ keys }) => keys)).toEqual([
      ['vendor:a', 'service:a|a', 'vendor:b', 'service:b|b'],
      ['vendor:a', 'service:a|a'],
    ]);
  });

  it('long names fit an index and stay apart', () => {
    const [one, two] = gather(row('漢'.repeat(500), '字'.repeat(499)), row('漢'.repeat(500), '字'.repeat(500)))
      .records.filter(({ entity }) => entity === 'service')
      .map(({ key }) => key);
    expect(one).not.toBe(two);
    expect(Buffer.byteLength(one!)).toBeLessThanOrEqual(2_000);
  });
});

describe('what several rows say of one record', () => {
  it('collects the distinct use cases', () => {
    const rows = ['Drafting', 'Summaries', 'Drafting'].map((description) => row('A', 'A', { description }));
    expect(said(...rows)[1]).toEqual({ name: 'A', description: 'Drafting\nSummaries' });
  });

  it('collects regions and contacts', () => {
    const rows = [
      row('A', 'B', { regions: 'US' }, { contactEmails: ['x@a.example'] }),
      row('A', 'B', { regions: 'EU; US' }, { contactEmails: ['y@a.example', 'x@a.example'] }),
    ];
    expect(said(...rows)).toEqual([
      { name: 'A', contactEmails: ['x@a.example', 'y@a.example'] },
      { name: 'B', regions: 'US; EU' },
    ]);
  });

  it.each<[string, string[], string, string[][]]>([
    ['yes wins over unknown', ['unknown', 'yes'], 'yes', [[], []]],
    ['silence says nothing', ['yes', ''], 'yes', [[], []]],
    ['yes wins over no', ['no', 'yes'], 'yes', [[], ['phi: says yes; row 2 says no; recorded as yes']]],
    ['no does not win over yes', ['yes', 'no'], 'yes', [[], ['phi: says no; row 2 says yes; recorded as yes']]],
    ['unknown does not win over no', ['no', 'unknown'], 'no', [[], []]],
  ])('of PHI %s', (_case, answers, phi, notes) => {
    const rows = answers.map((answer) => row('A', 'B', answer ? { phi: answer } : {}));
    expect(said(...rows)[1]).toEqual({ name: 'B', phi });
    expect(warnings(...rows)).toEqual(notes);
  });

  it('keeps the first of other answers, and says so at the later row', () => {
    const rows = [row('A', 'B', {}, { tier: 'high' }), row('A', 'C', {}, { tier: 'low' })];
    expect(said(...rows)[0]).toEqual({ name: 'A', tier: 'high' });
    expect(warnings(...rows)).toEqual([[], ['tier: says low; row 2 says high; recorded as high']]);
  });

  it('leaves out what does not fit any more, and says so', () => {
    const rows = [row('A', 'B', { regions: 'x'.repeat(300) }), row('A', 'B', { regions: 'y'.repeat(300) })];
    expect(said(...rows)[1]).toMatchObject({ regions: 'x'.repeat(300) });
    expect(warnings(...rows)).toEqual([[], ['regions: does not fit into regions any more; left out']]);
  });
});
