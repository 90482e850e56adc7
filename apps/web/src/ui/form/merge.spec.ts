import { describe, expect, it } from 'vitest';
import { merged, mergeOf } from './merge.ts';

const FACTS = ['name', 'department', 'stage', 'phi', 'reviewOn'] as const;
const base = {
  name: 'Triage helper',
  department: '',
  stage: 'discovered',
  phi: 'unknown',
  reviewOn: null as string | null,
};
const isSame = (a: unknown, b: unknown) => a === b;

describe('mergeOf', () => {
  it('proposes the only side that changed a fact, and nobody where both did', () => {
    const mine = { ...base, department: 'Emergency', stage: 'pilot' };
    const theirs = { ...base, phi: 'yes', stage: 'live' };
    expect(mergeOf(FACTS, isSame, { base, mine, theirs })).toEqual([
      { fact: 'department', base: '', mine: 'Emergency', theirs: '', proposed: 'mine' },
      { fact: 'stage', base: 'discovered', mine: 'pilot', theirs: 'live', proposed: undefined },
      { fact: 'phi', base: 'unknown', mine: 'unknown', theirs: 'yes', proposed: 'theirs' },
    ]);
  });

  it('has nothing to ask where both changed a fact alike, by the sameness of the facts', () => {
    const mine = { ...base, name: 'triage HELPER' };
    const theirs = { ...base, name: 'Triage Helper' };
    const loosely = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();
    expect(mergeOf(FACTS, loosely, { base: { ...base, name: 'Other' }, mine, theirs })).toEqual([]);
    expect(mergeOf(FACTS, isSame, { base: { ...base, name: 'Other' }, mine, theirs })).toHaveLength(1);
  });

  it('sees a date taken away', () => {
    const dated = { ...base, reviewOn: '2027-01-31' };
    expect(mergeOf(FACTS, isSame, { base: dated, mine: { ...dated, reviewOn: null }, theirs: dated })).toEqual([
      { fact: 'reviewOn', base: '2027-01-31', mine: null, theirs: '2027-01-31', proposed: 'mine' },
    ]);
  });
});

it('merges on top of theirs', () => {
  const mine = { ...base, department: 'Emergency', stage: 'pilot', name: 'Mine' };
  const theirs = { ...base, phi: 'yes', stage: 'live', name: 'Theirs' };
  expect(merged(mine, theirs, { department: 'mine', stage: 'mine', name: 'theirs', phi: 'theirs' })).toEqual({
    ...base,
    department: 'Emergency',
    stage: 'pilot',
    name: 'Theirs',
    phi: 'yes',
  });
});
