/*
 * A name as it is compared: its words in lower case without accents and punctuation, short forms written out, legal forms
 * and words that carry no identity set apart.
 */

/** Endings that say what kind of company it is, not which one. */
const LEGAL_FORMS = new Set(
  `inc incorporated llc llp lp ltd limited corp corporation co company gmbh ag kg ug se sa sas sarl srl spa bv nv plc pty
   oy oyj ab aps pbc pllc pc kk ulc pte opco`.split(/\s+/),
);

/** Words that many companies add to their name or leave out. */
const GENERAL = new Set(
  `ai software technologies technology tech solutions solution systems system services service group holdings holding
   international global worldwide enterprise enterprises government usa us america americas communications networks labs
   lab platform cloud health healthcare medical online partners gov`.split(/\s+/),
);

const SMALL = new Set(['the', 'a', 'an', 'and', 'of', 'for']);

/** Short forms that everybody uses, and what they stand for. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  ms: ['microsoft'],
  msft: ['microsoft'],
  m365: ['microsoft', '365'],
  ms365: ['microsoft', '365'],
  microsoft365: ['microsoft', '365'],
  o365: ['office', '365'],
  d365: ['dynamics', '365'],
  aws: ['amazon', 'web', 'services'],
  gcp: ['google', 'cloud', 'platform'],
  intl: ['international'],
};

export interface NameWords {
  /** As written, spaces trimmed. */
  readonly written: string;
  /** Every word, in order. */
  readonly all: readonly string[];
  /** The words that name it: no legal form, short forms written out, none twice. */
  readonly words: readonly string[];
  /** Legal forms, as words. */
  readonly legal: readonly string[];
  /** Short forms that were written out. */
  readonly short: readonly string[];
  /** `words` without general ones. */
  readonly core: readonly string[];
  /** The part outside parentheses, where there are any and something is outside. */
  readonly outside: string | undefined;
}

export function nameWords(name: string): NameWords {
  const written = name.trim().replace(/\s+/g, ' ');
  const all = wordsIn(written);
  // A name that is nothing but a legal form or small words ("Company") is compared as it is.
  const telling = all.filter((word, at) => !SMALL.has(word) && (at === 0 || !LEGAL_FORMS.has(word)));
  const kept = telling.length > 0 ? telling : all;
  const words = [...new Set(kept.flatMap((word) => SHORT_FORMS[word] ?? [word]))];
  const outside = written
    .replace(/\s*\([^)]*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    written,
    all,
    words,
    legal: all.filter((word, at) => at > 0 && LEGAL_FORMS.has(word)),
    short: kept.filter((word) => SHORT_FORMS[word]),
    core: words.filter((word) => !GENERAL.has(word)),
    outside: outside && outside !== written ? outside : undefined,
  };
}

/** Three words at least: two initials are many names. */
export const initialsOf = (words: readonly string[]): string | undefined =>
  words.length >= 3 ? words.map((word) => word[0]).join('') : undefined;

/** The word as the name writes it: `inc` of "Lumen Voice, Inc." is `Inc.` */
export const asWritten = (word: string, { written }: NameWords): string | undefined =>
  written.split(/[\s,;()]+/).find((part) => wordsIn(part).includes(word));

const wordsIn = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    // "L.L.C." and "S.A." are one word; "Monday.com" is two.
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu, (initials) => initials.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
