import { type ChoiceFact, choiceWord } from '@attestry/domain/ai-systems/words.ts';

/** The word for a choice; a value that is none of its choices fails the report: history may hold older shapes. */
export function choiceLabel(fact: ChoiceFact, value: unknown): string {
  const word = choiceWord(fact, value);
  if (word === undefined) throw new TypeError(`${fact}: not one of its choices`);
  return word;
}
