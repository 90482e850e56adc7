import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aiSystemFacts, UNKNOWN_FACTS } from '../facts.ts';
import { type Converted, convertRow, factsOfNew } from './convert.ts';
import type { AiSystemMapping } from './fields.ts';

const headers = ['Name', 'Id', 'Dept', 'Stage', 'PHI', 'PII', 'Live', 'Why', 'Gain', 'Kind', 'Note'];
const mapping: AiSystemMapping = {
  name: { columns: ['Name'] },
  externalId: { columns: ['Id'] },
  department: { columns: ['Dept'] },
  stage: { columns: ['Stage'] },
  phi: { columns: ['PHI'] },
  pii: { columns: ['PII'] },
  liveSince: { columns: ['Live'] },
  purpose: { columns: ['Why', 'Gain'] },
  notes: { columns: ['Kind', 'Note'] },
};
const convert = (cells: Partial<Record<string, string>>) =>
  convertRow(mapping, headers, { number: 7, cells: headers.map((header) => cells[header] ?? '') });
const good = (converted: Converted) => {
  if (!converted.ok) throw new Error(JSON.stringify(converted.errors));
  return converted;
};

describe('convertRow', () => {
  it('says only what the row says', () => {
    expect(good(convert({ Name: ' Scribe ' }))).toEqual({
      ok: true,
      facts: { name: 'Scribe' },
      externalId: undefined,
      warnings: [],
    });
  });

  it('fills what is unknown only for a new system', () => {
    const facts = factsOfNew(good(convert({ Name: 'Scribe' })));
    expect(facts).toEqual({ ...UNKNOWN_FACTS, name: 'Scribe' });
    expect(aiSystemFacts.safeParse(facts).success).toBe(true);
  });

  it('joins free text in the order of the columns, and labels notes', () => {
    const { facts } = good(convert({ Name: 'A', Why: 'Typing', Gain: 'Time', Kind: 'NLP', Note: 'x' }));
    expect(facts).toMatchObject({ purpose: 'Typing\n\nTime', notes: 'Kind: NLP\nNote: x' });
  });

  it('reads one line from a name that the table broke', () => {
    expect(good(convert({ Name: 'Machine Translation\n(Previously X)' })).facts.name).toBe(
      'Machine Translation (Previously X)',
    );
  });

  it.each<[string, object, object, number]>([
    ['PII yes says nothing of PHI', { PII: 'Yes' }, { phi: undefined }, 1],
    ['no PII, no individually identifiable health information', { PII: 'No' }, { phi: 'no' }, 1],
    ['PII unknown', { PII: 'unknown' }, { phi: undefined }, 1],
    ['PII blank', { PII: '' }, { phi: undefined }, 0],
    ['PHI itself wins', { PII: 'No', PHI: 'yes' }, { phi: 'yes' }, 1],
    ['PHI said to be unknown stays so', { PII: 'No', PHI: 'unknown' }, { phi: 'unknown' }, 1],
    ['a day', { Live: '2024-10-01 00:00:00', Stage: 'Deployed' }, { liveSince: '2024-10-01', stage: 'live' }, 0],
    ['a month is said to be one', { Live: 'Jul-25', Stage: 'Retired' }, { liveSince: '2025-07-01' }, 1],
    [
      'a pilot has no date of going live',
      { Live: '10/1/2025', Stage: 'Pilot' },
      { liveSince: undefined, stage: 'pilot' },
      1,
    ],
    ['a formula is text', { Dept: '=1+1' }, { department: '=1+1' }, 0],
    ['an empty list is blank', { Note: '[]' }, { notes: undefined }, 0],
  ])('%s', (_case, cells, facts, remarks) => {
    const converted = good(convert({ Name: 'A', ...cells }));
    for (const [fact, value] of Object.entries(facts)) expect(converted.facts[fact as 'notes']).toBe(value);
    expect(converted.facts.notes?.match(/^Imported: /gm) ?? []).toHaveLength(remarks);
    expect(converted.warnings).toEqual([]);
  });

  it.each<[string, object, string, string]>([
    ['date', { Live: 'soon' }, 'Live', '“soon” is not a date that can be read; kept in the notes'],
    ['stage', { Stage: 'green' }, 'Stage', '“green” is not one of the known answers; kept in the notes'],
    ['PII', { PII: 'some' }, 'PII', '“some” is neither yes nor no; kept in the notes'],
  ])('warns of a cell it does not understand, and keeps it: %s', (_case, cells, column, message) => {
    const converted = good(convert({ Name: 'A', ...cells }));
    expect(converted.warnings).toMatchObject([{ row: 7, column, message }]);
    expect(factsOfNew(converted).notes).toContain(Object.values(cells)[0]);
  });

  it.each<[string, object, string, RegExp]>([
    ['no name', { Name: ' ' }, 'Name', /must not be empty/],
    ['long name', { Name: 'x'.repeat(501) }, 'Name', /at most 500 characters \(it has 501\)/],
    ['long department', { Name: 'A', Dept: 'x'.repeat(301) }, 'Dept', /at most 300/],
    ['long purpose', { Name: 'A', Why: 'x'.repeat(15_000), Gain: 'y'.repeat(6_000) }, 'Why + Gain', /at most 20,000/],
    ['NUL', { Name: 'A\u0000' }, 'Name', /cannot be stored/],
    ['lone surrogate', { Name: 'A\ud800' }, 'Name', /cannot be stored/],
    ['long id', { Name: 'A', Id: 'x'.repeat(201) }, 'Id', /at most 200/],
    ['NUL in the id', { Name: 'A', Id: '\u0000' }, 'Id', /cannot be stored/],
  ])('refuses a row, naming it and the column: %s', (_case, cells, column, message) => {
    const converted = convert(cells);
    expect(converted).toMatchObject({
      ok: false,
      errors: [{ row: 7, column, message: expect.stringMatching(message) }],
    });
  });

  it('names every wrong cell of a row at once', () => {
    const converted = convert({ Dept: 'x'.repeat(301) });
    expect(!converted.ok && converted.errors.map((error) => error.field).sort()).toEqual(['department', 'name']);
  });

  it('adds to the notes what a fact cannot hold, the same every time', () => {
    const cells = { Name: 'A', Note: 'n', PII: 'Yes', Live: 'Jul-25', Stage: 'Live' };
    expect(good(convert(cells)).facts.notes).toBe(
      'n\nImported: “PII” says Yes. Whether that is PHI was not said.\nImported: “Live” says Jul-25; recorded as the first day of the month.',
    );
    expect(convert(cells)).toEqual(convert(cells));
  });

  it('keeps the facts of a new system valid whatever the remarks', () => {
    const converted = good(convert({ Name: 'A', Note: 'n'.repeat(19_990), PII: 'Yes', Live: 'soon' }));
    expect(aiSystemFacts.safeParse(factsOfNew(converted)).success).toBe(true);
  });
});

const BLNS = new URL('../../../../../../shared/data/attacks/blns.json', import.meta.url);

describe.skipIf(!existsSync(BLNS))('naughty strings (../shared/data/attacks/blns.json)', () => {
  it('are names like any other', () => {
    const strings: string[] = JSON.parse(readFileSync(BLNS, 'utf8'));
    expect(strings.length).toBeGreaterThan(500);
    for (const text of strings) {
      const converted = convert({ Name: text });
      if (text.trim() === '') expect(converted.ok).toBe(false);
      else expect(good(converted).facts.name).toBe(text.trim());
    }
  });
});
