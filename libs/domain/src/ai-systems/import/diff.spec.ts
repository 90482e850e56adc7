import { expect, it } from 'vitest';
import { type AiSystemFacts, UNKNOWN_FACTS } from '../facts.ts';
import { changedFacts, changesOfImport } from './diff.ts';

const before: AiSystemFacts = { ...UNKNOWN_FACTS, name: 'A', identifiers: ['A', 'B'], liveSince: '2024-01-01' };

it.each<[string, Partial<AiSystemFacts>, object[]]>([
  ['nothing said', {}, []],
  ['the same', { name: 'A', phi: 'unknown' }, []],
  ['another name', { name: 'B' }, [{ fact: 'name', before: 'A', after: 'B' }]],
  ['the same list in another order', { identifiers: ['B', 'A'] }, []],
  ['another list', { identifiers: ['A'] }, [{ fact: 'identifiers', before: ['A', 'B'], after: ['A'] }]],
  [
    'as many, not the same',
    { identifiers: ['A', 'C'] },
    [{ fact: 'identifiers', before: ['A', 'B'], after: ['A', 'C'] }],
  ],
  ['a date taken away', { liveSince: null }, [{ fact: 'liveSince', before: '2024-01-01', after: null }]],
  ['not said at all', { phi: undefined }, []],
  [
    'in the order of the facts',
    { phi: 'yes', name: 'B' },
    [
      { fact: 'name', before: 'A', after: 'B' },
      { fact: 'phi', before: 'unknown', after: 'yes' },
    ],
  ],
])('%s', (_case, after, changes) => {
  expect(changedFacts(before, after)).toEqual(changes);
});

it('ignores what the row is besides its facts', () => {
  expect(
    changedFacts({ ...before, id: '1', version: 3 } as AiSystemFacts, { version: 4 } as Partial<AiSystemFacts>),
  ).toEqual([]);
});

it.each<[string, Partial<AiSystemFacts>, Partial<AiSystemFacts>, string[]]>([
  ['the same table', { phi: 'no' }, { phi: 'no' }, []],
  ['a table that changed', { phi: 'no', purpose: 'p' }, { phi: 'yes', purpose: 'p' }, ['phi']],
  ['a table that now says what a person had recorded', { name: 'Z' }, { name: 'A' }, []],
  ['a table that newly speaks of a fact', {}, { department: 'ED' }, ['department']],
  ['a table that is silent now', { phi: 'no' }, {}, []],
])('imported again over a corrected system: %s', (_case, last, now, facts) => {
  expect(changesOfImport(before, last, now).map((change) => change.fact)).toEqual(facts);
});
