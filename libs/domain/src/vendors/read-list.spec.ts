import { describe, expect, it } from 'vitest';
import { cleanName, type ListDocument, type ListTable, MAX_ENTRIES, readList } from './read-list.ts';

const HEAD = ['Subprocessor', 'Purpose', 'Location'];
const table = (rows: string[][], more: Partial<ListTable> = {}): ListTable => ({ title: '', rows, ...more });
const read = (tables: ListTable[], text = 'Last updated: 2026-01-31') => readList({ tables, text });
const entries = (document: ListDocument) => {
  const reading = readList(document);
  if (!reading.ok) throw new Error(reading.because.text);
  return reading;
};

describe('a list of subprocessors', () => {
  it('gives a line for each row, with the date the list bears', () => {
    expect(read([table([HEAD, ['Nimbus Cloud', 'Hosting', 'United States']])])).toEqual({
      ok: true,
      listedOn: '2026-01-31',
      entries: [
        {
          name: 'Nimbus Cloud',
          services: '',
          purpose: 'Hosting',
          data: '',
          location: 'United States',
          phi: '',
          agreement: '',
          notes: '',
        },
      ],
      warnings: [],
    });
  });

  it('merges the tables of one document, whatever the order of their columns', () => {
    const two = [
      table([HEAD, ['Nimbus Cloud', 'Hosting', 'Ohio']]),
      table([
        ['Entity Name', 'Location', 'Our services'],
        ['Parrot Mail', 'Canada', 'Reminders'],
      ]),
    ];
    expect(entries({ tables: two, text: '' }).entries).toMatchObject([
      { name: 'Nimbus Cloud', location: 'Ohio', services: '' },
      { name: 'Parrot Mail', location: 'Canada', services: 'Reminders' },
    ]);
  });

  it('keeps one name with two services as two lines, and the same line once', () => {
    const head = ['Entity', 'Our services', 'Purpose'];
    const rows = [
      ['Nimbus Cloud', 'Scribe', 'Hosting'],
      ['Nimbus Cloud', 'Triage', 'Hosting'],
      ['Nimbus Cloud', 'Triage', 'Hosting'],
      ['Nimbus Cloud', 'Triage', 'Backup'],
    ];
    const { entries: lines, warnings } = entries({ tables: [table([head, ...rows])], text: '' });
    expect(lines.map(({ services, purpose }) => [services, purpose])).toEqual([
      ['Scribe', 'Hosting'],
      ['Triage', 'Hosting'],
      ['Triage', 'Backup'],
    ]);
    expect(warnings).toContain('“Nimbus Cloud” stands twice in the same words; it is taken once.');
    expect(warnings).toContain('“Nimbus Cloud” stands twice for the same service, with other facts.');
  });

  it('keeps columns it does not know in the notes, and says so', () => {
    const rows = [
      ['Service', 'Provider used', 'Notes'],
      ['Nimbus Cloud', 'Nimbus Ltd.', 'Since 2024'],
      ['Parrot Mail', '', ''],
    ];
    const { entries: lines, warnings } = entries({ tables: [table(rows, { title: 'Now' })], text: 'as of 2026-01-01' });
    expect(lines.map(({ notes }) => notes)).toEqual(['Since 2024\nProvider used: Nimbus Ltd.', '']);
    expect(warnings).toEqual(['The table “Now”: “Provider used” is kept in the notes.']);
  });

  it('leaves out a table of something else beside the list, and says so', () => {
    const { entries: lines, warnings } = entries({
      tables: [
        table([
          ['Version', 'Changed by'],
          ['2', 'Legal'],
        ]),
        table([HEAD, ['Nimbus Cloud', '', '']]),
      ],
      text: 'Date: 2026-01-01',
    });
    expect(lines).toHaveLength(1);
    expect(warnings).toEqual([
      'The table was left out: none of its columns (“Version”, “Changed by”) names a subprocessor, entity or company.',
    ]);
  });

  it('passes over blank rows and blank cells at the end, and says what it made of a name', () => {
    const rows = [
      [...HEAD, ''],
      ['', '', ''],
      ['Parrot  Mail, Inc..', 'Mail', '', ' ', ''],
      [' ', '', ''],
    ];
    const { entries: lines, warnings } = entries({ tables: [table(rows)], text: 'Dated 2026-01-01' });
    expect(lines.map(({ name }) => name)).toEqual(['Parrot Mail, Inc.']);
    expect(warnings).toEqual(['“Parrot  Mail, Inc..” is read as “Parrot Mail, Inc.”.']);
  });

  it('points out that it bears no date, and a subprocessor that only a sentence names', () => {
    const text = 'We use others.\n\nWe may also engage our\nAffiliate, Parrot UK Limited, as a Subprocessor. Bye.';
    const reading = entries({ tables: [table([HEAD, ['Nimbus Cloud', '', '']])], text });
    expect(reading.listedOn).toBeNull();
    expect(reading.warnings).toEqual([
      'The list bears no date that could be read. Say on which day it was published or read.',
      'Not in a table, and not taken: “We may also engage our Affiliate, Parrot UK Limited, as a Subprocessor.”',
    ]);
  });

  const row = (name = 'Nimbus Cloud') => [name, 'Hosting', 'Ohio'];
  it.each<[string, ListTable[], string, string]>([
    ['no table', [], 'no-table', 'No table was found.'],
    ['an empty header row', [table([['', ' ', ''], row()])], 'empty-header', 'The table has an empty header row.'],
    ['a table without any row', [table([])], 'empty-header', 'The table has an empty header row.'],
    [
      'a header cell that is empty',
      [table([['Subprocessor', '', 'Location'], row()], { title: 'Ours' })],
      'empty-header',
      'The table “Ours” has no header above column 2.',
    ],
    ['a merged cell', [table([HEAD, row()], { merged: 'in row 2' })], 'merged', 'merged cells in row 2'],
    [
      'a row with fewer cells',
      [table([HEAD, row(), ['Parrot']])],
      'ragged-row',
      'row 3 has 1 cell where the header has 3',
    ],
    [
      'a row with more cells',
      [table([HEAD, [...row(), 'x']])],
      'ragged-row',
      'row 2 has 4 cells where the header has 3',
    ],
    ['a row that names nobody', [table([HEAD, row('**')])], 'nameless-row', 'row 2 names nobody'],
    [
      'headers of which none names anybody',
      [
        table([
          ['Purpose', 'Region'],
          ['a', 'b'],
        ]),
      ],
      'nobody-named',
      'none of its columns (“Purpose”, “Region”) names a subprocessor',
    ],
    ['a header with nothing below it', [table([HEAD])], 'nobody-named', 'names nobody below its header'],
    [
      'more than 1,000 rows',
      [table([HEAD, ...Array.from({ length: MAX_ENTRIES + 1 }, (_, at) => row(`Vendor ${at}`))])],
      'too-many',
      'more than 1,000 rows',
    ],
    [
      'more than 1,000 rows in two tables',
      [0, 1].map((part) => table([HEAD, ...Array.from({ length: 501 }, (_, at) => row(`Vendor ${part} ${at}`))])),
      'too-many',
      'more than 1,000 rows',
    ],
    [
      'a cell longer than is kept',
      [table([HEAD, ['Nimbus', '', 'x'.repeat(501)]])],
      'too-long',
      'row 2: location must be',
    ],
    [
      'a character that cannot be stored',
      [table([HEAD, ['Nim\u0000bus', '', '']])],
      'too-long',
      'row 2: name contains',
    ],
  ])('is refused with %s', (_, tables, key, text) => {
    const reading = read(tables);
    expect(reading).toMatchObject({ ok: false, because: { key } });
    expect(!reading.ok && reading.because.text).toContain(text);
  });

  it('is refused with a date that does not exist', () => {
    expect(read([table([HEAD, row()])], 'Effective date: February 30, 2025')).toEqual({
      ok: false,
      because: { key: 'no-such-date', text: 'The list is dated February 30, 2025, a date that does not exist.' },
    });
  });

  it('takes 1,000 rows', () => {
    expect(read([table([HEAD, ...Array.from({ length: MAX_ENTRIES }, (_, at) => row(`Vendor ${at}`))])]).ok).toBe(true);
  });
});

describe('a name as it was typed', () => {
  it.each([
    ['Intercom, Inc..', 'Intercom, Inc.'],
    [' Parrot\n Mail ', 'Parrot Mail'],
    ['OpenAI*', 'OpenAI'],
    ['OpenAI [1]', 'OpenAI'],
    ['OpenAI¹ †', 'OpenAI'],
    ['Nimbus Cloud,', 'Nimbus Cloud'],
    ['Google (Gemini)', 'Google (Gemini)'],
    ['Section 3 Ltd.', 'Section 3 Ltd.'],
    ['***', ''],
  ])('%j is %j', (typed, clean) => {
    expect(cleanName(typed)).toBe(clean);
  });
});
