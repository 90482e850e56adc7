import { type AiSystemFacts, UNKNOWN_FACTS } from '@attestry/domain/ai-systems/facts.ts';
import { describe, expect, it } from 'vitest';
import { merged, mergeOf } from './merge.ts';

const base: AiSystemFacts = { ...UNKNOWN_FACTS, name: 'Triage helper', identifiers: ['A', 'C'] };

describe('mergeOf', () => {
  it('proposes the only side that changed a fact, and nobody where both did', () => {
    const mine = { ...base, department: 'Emergency', stage: 'pilot' as const };
    const theirs = { ...base, phi: 'yes' as const, stage: 'live' as const };
    expect(mergeOf(base, mine, theirs)).toEqual([
      { fact: 'department', base: '', mine: 'Emergency', theirs: '', proposed: 'mine' },
      { fact: 'stage', base: 'discovered', mine: 'pilot', theirs: 'live', proposed: undefined },
      { fact: 'phi', base: 'unknown', mine: 'unknown', theirs: 'yes', proposed: 'theirs' },
    ]);
  });

  it('has nothing to ask where both changed a fact alike', () => {
    const mine = { ...base, identifiers: ['C', 'H', 'A'] as AiSystemFacts['identifiers'] };
    const theirs = { ...base, identifiers: ['A', 'C', 'H'] as AiSystemFacts['identifiers'] };
    expect(mergeOf(base, mine, theirs)).toEqual([]);
  });

  it('sees a date taken away', () => {
    const dated = { ...base, nextReviewOn: '2027-01-31' };
    expect(mergeOf(dated, { ...dated, nextReviewOn: null }, dated)).toEqual([
      { fact: 'nextReviewOn', base: '2027-01-31', mine: null, theirs: '2027-01-31', proposed: 'mine' },
    ]);
  });
});

it('merges on top of theirs', () => {
  const mine = { ...base, department: 'Emergency', stage: 'pilot' as const, notes: 'Mine' };
  const theirs = { ...base, phi: 'yes' as const, stage: 'live' as const, notes: 'Theirs' };
  expect(merged(mine, theirs, { department: 'mine', stage: 'mine', notes: 'theirs', phi: 'theirs' })).toEqual({
    ...base,
    department: 'Emergency',
    stage: 'pilot',
    notes: 'Theirs',
    phi: 'yes',
  });
});
