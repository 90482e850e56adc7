import { YES_NO_UNKNOWN, type YesNoUnknown } from '../yes-no-unknown.ts';
import { words } from './normalize.ts';

/** Values by the words that mean them. */
export type Meanings = ReadonlyMap<string, string>;

/** Each value by its own name, and by the words given for it, separated with `|`. */
export const meanings = (values: readonly string[], synonyms: Readonly<Record<string, string>>): Meanings =>
  new Map([
    ...values.map((value) => [words(value), value] as const),
    ...Object.entries(synonyms).flatMap(([value, said]) =>
      said.split('|').map((text) => [words(text), value] as const),
    ),
  ]);

/** What exports of ours say is read back, whatever the words become. */
export const ownWords = (choices: Readonly<Record<string, string>>): Meanings =>
  new Map(Object.entries(choices).map(([value, word]) => [words(word), value]));

/** The value that a cell means, by the first of these vocabularies that has its words. */
export function meaningOf(text: string, ...vocabularies: readonly Meanings[]): string | undefined {
  const said = words(text.replace(LIST_MARK, '').replace('<', 'less than ').replace('>', 'more than '));
  return vocabularies.find((meanings) => meanings.has(said))?.get(said);
}

/** The answer at the start of a cell: `Yes`, `N`, `Yes - incidental only`, `b) Yes`. */
export function yesNoOf(text: string): YesNoUnknown | undefined {
  const plain = text.replace(LIST_MARK, '').trim().toLowerCase();
  const first = /^(yes|no)\s*(?:$|[-–—:;,.(])/.exec(plain)?.[1];
  return (first ?? YES_NO.get(words(plain))) as YesNoUnknown | undefined;
}

/** `b) Pilot`: the letter of the answer in the form that the table came from. */
const LIST_MARK = /^\s*(?:\(?[a-z]\)\s*)+/i;

export const UNKNOWN_WORDS = 'not known|unsure|not sure|tbd|to be determined|unclear';
export const YES_NO = meanings(YES_NO_UNKNOWN, { yes: 'y|true|1|x', no: 'n|false|0|none', unknown: UNKNOWN_WORDS });
