import { describe, expect, it } from 'vitest';
import { aiSystemFacts } from './facts.ts';
import { type ChoiceField, choiceOf } from './import/vocabulary.ts';
import { CHOICES, choiceWord, FACT_LABELS } from './words.ts';

describe('the words of facts', () => {
  it('name every fact, each differently', () => {
    expect(Object.keys(FACT_LABELS).sort()).toEqual(Object.keys(aiSystemFacts.shape).sort());
    expect(new Set(Object.values(FACT_LABELS)).size).toBe(Object.keys(FACT_LABELS).length);
  });

  it.each(Object.keys(CHOICES) as ChoiceField[])('of %s are read back by an import', (fact) => {
    for (const [value, word] of Object.entries(CHOICES[fact]))
      expect([word, choiceOf(fact, word)]).toEqual([word, value]);
  });

  it('are not made up for a value that is no choice', () => {
    expect(choiceWord('stage', 'toString')).toBeUndefined();
    expect(choiceWord('stage', 7)).toBeUndefined();
    expect(choiceWord('stage', 'in_review')).toBe('In review');
  });
});
