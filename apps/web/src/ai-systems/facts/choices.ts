import { type ChoiceFact, choiceWord } from '@attestry/domain/ai-systems/words.ts';

/** The word for a value as it came over the wire, which may be newer than this page. */
export const choiceLabel = (fact: ChoiceFact, value: string): string => choiceWord(fact, value) ?? value;
