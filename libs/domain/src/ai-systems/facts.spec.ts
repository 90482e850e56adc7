import { describe, expect, it } from 'vitest';
import { aiSystemFacts, createAiSystem, IDENTIFIER_LETTERS, UNKNOWN_FACTS } from './facts.ts';

describe('the facts of an AI system', () => {
  it('start valid and unknown for a system that somebody only named', () => {
    expect(aiSystemFacts.safeParse({ name: 'Scribe', ...UNKNOWN_FACTS }).error).toBeUndefined();
  });

  it('never start with a "no" that nobody said', () => {
    expect(Object.values(UNKNOWN_FACTS)).not.toContain('no');
    expect(Object.values(UNKNOWN_FACTS)).not.toContain('none');
  });

  it('know the 18 identifiers of 45 CFR 164.514(b)(2)(i), A to R', () => {
    expect(IDENTIFIER_LETTERS.join('')).toBe('ABCDEFGHIJKLMNOPQR');
  });

  it.each<[string, object]>([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(501) }],
    ['name', { name: 'a\u0000b' }],
    ['department', { name: 'x', department: 'd'.repeat(301) }],
    ['stage', { name: 'x', stage: 'dead' }],
    ['liveSince', { name: 'x', liveSince: '2023-02-29' }],
    ['identifiers', { name: 'x', identifiers: ['Z'] }],
    ['phi', { name: 'x', phi: 3 }],
  ])('are refused by field: %s', (field, input) => {
    expect(createAiSystem.safeParse(input).error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});
