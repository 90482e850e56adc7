import type { Reason } from '../decision.ts';
import { NameIndex } from './name-index.ts';
import { asWritten, initialsOf, type NameWords, nameWords } from './name-words.ts';

/*
 * Which names are likely to be of one vendor. It only points them out, with the reason; a person decides. Numbers always
 * tell apart: "Microsoft Copilot" and "Microsoft 365 Copilot" are two products.
 */

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Likeness {
  /** 0 to 100: an order of how sure it is, not a probability. */
  readonly likeness: number;
  readonly reason: Reason;
}

export interface Candidate<Vendor extends Named> extends Likeness {
  readonly vendor: Vendor;
}

export interface LikelyPair<Vendor extends Named> extends Likeness {
  readonly vendor: Vendor;
  readonly other: Vendor;
}

/** Why two names may be of one vendor, or undefined where nothing says so. */
export function alike(name: string, other: string): Likeness | undefined {
  return alikeWords(nameWords(name), nameWords(other));
}

/** Vendors whose name is the same or alike, best first. */
export function candidatesFor<Vendor extends Named>(name: string, vendors: readonly Vendor[]): Candidate<Vendor>[] {
  return matcherOf(vendors)(name);
}

/** The same for many names, with the vendors prepared once. */
export function matcherOf<Vendor extends Named>(vendors: readonly Vendor[]): (name: string) => Candidate<Vendor>[] {
  const index = new NameIndex(vendors);
  return (name) => {
    const words = nameWords(name);
    return [...index.near(words)]
      .flatMap((at) => {
        const found = alikeWords(words, index.words[at]!);
        return found ? [{ vendor: vendors[at]!, ...found }] : [];
      })
      .sort((a, b) => b.likeness - a.likeness || order(a.vendor, b.vendor));
  };
}

/** Pairs of vendors that are likely one, most alike first. */
export function likelyPairs<Vendor extends Named>(vendors: readonly Vendor[]): LikelyPair<Vendor>[] {
  const index = new NameIndex(vendors);
  const pairs = index.pairs().flatMap(([at, near]) => {
    const found = alikeWords(index.words[at]!, index.words[near]!);
    return found ? [{ vendor: vendors[at]!, other: vendors[near]!, ...found }] : [];
  });
  return pairs.sort((a, b) => b.likeness - a.likeness || order(a.vendor, b.vendor) || order(a.other, b.other));
}

const order = (a: Named, b: Named) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function alikeWords(a: NameWords, b: NameWords): Likeness | undefined {
  for (const rule of RULES) {
    const text = rule.when(a, b);
    if (text) return { likeness: rule.likeness, reason: { key: rule.key, text, fact: 'name' } };
  }
  return undefined;
}

interface Rule {
  readonly key: string;
  readonly likeness: number;
  /** What to say where the rule holds. */
  readonly when: (a: NameWords, b: NameWords) => string | undefined | false;
}

const together = (words: readonly string[]) => words.join('');
const sorted = (words: readonly string[]) => [...words].sort().join(' ');
const without = (a: readonly string[], b: readonly string[]) => a.filter((word) => !b.includes(word));
/** What only one of the names has. */
const unlike = (a: NameWords, b: NameWords, part: 'legal' | 'short') => [
  ...new Set([...without(a[part], b[part]), ...without(b[part], a[part])]),
];
const quoted = (words: readonly string[], ...names: NameWords[]) =>
  words.map((word) => `“${names.map((name) => asWritten(word, name)).find(Boolean) ?? word}”`).join(' and ');

/** The surest first. */
const RULES: readonly Rule[] = [
  { key: 'same', likeness: 100, when: (a, b) => a.written === b.written && 'The same name.' },
  {
    key: 'capitals',
    likeness: 99,
    when: (a, b) => a.written.toLowerCase() === b.written.toLowerCase() && 'The same but for capital letters.',
  },
  {
    key: 'punctuation',
    likeness: 97,
    when: (a, b) => together(a.all) === together(b.all) && 'The same but for spaces and punctuation.',
  },
  {
    key: 'legal-form',
    likeness: 95,
    when: (a, b) =>
      together(a.words) === together(b.words) &&
      unlike(a, b, 'legal').length > 0 &&
      `The same but for ${quoted(unlike(a, b, 'legal'), a, b)}${writtenOut(a, b)}.`,
  },
  {
    key: 'short-form',
    likeness: 92,
    when: (a, b) =>
      together(a.words) === together(b.words) && unlike(a, b, 'short').length > 0 && `The same${writtenOut(a, b)}.`,
  },
  {
    key: 'small-words',
    likeness: 90,
    when: (a, b) => together(a.words) === together(b.words) && 'The same but for small words.',
  },
  {
    key: 'order',
    likeness: 85,
    when: (a, b) => sorted(a.words) === sorted(b.words) && `The same words in another order${writtenOut(a, b)}.`,
  },
  { key: 'one-letter', likeness: 80, when: oneLetter },
  { key: 'general-words', likeness: 70, when: (a, b) => moreGeneral(a, b) || moreGeneral(b, a) },
  { key: 'parentheses', likeness: 65, when: (a, b) => inParentheses(a, b) || inParentheses(b, a) },
  { key: 'initials', likeness: 60, when: (a, b) => initials(a, b) || initials(b, a) },
  { key: 'begins', likeness: 50, when: (a, b) => begins(a, b) || begins(b, a) },
];

function writtenOut(a: NameWords, b: NameWords): string {
  const short = unlike(a, b, 'short');
  return short.length > 0 ? `, with ${quoted(short, a, b)} written out` : '';
}

/** Shorter names differ in one letter by chance: Epic, Epik. */
const SHORTEST_SLIP = 5;

function oneLetter(a: NameWords, b: NameWords): string | false {
  const [one, other] = [together(a.words), together(b.words)];
  if (Math.min(one.length, other.length) < SHORTEST_SLIP) return false;
  return isOneLetterApart(one, other) && 'They differ in one letter.';
}

/** One letter more, less, other, or two neighbours swapped; digits never differ. */
function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  if (/\d/.test(left + right)) return false;
  return left.length + right.length <= 2
    ? left.length <= 1 && right.length <= 1
    : left.length === 2 && left === [...right].reverse().join('');
}

const SHORTEST_CORE = 4;

function moreGeneral(a: NameWords, b: NameWords): string | false {
  const more = without(a.words, b.words);
  return (
    sorted(a.core) === sorted(b.core) &&
    together(a.core).length >= SHORTEST_CORE &&
    without(b.words, a.words).length === 0 &&
    more.length > 0 &&
    `The same but for ${quoted(more, a)}.`
  );
}

function inParentheses(a: NameWords, b: NameWords): string | false {
  return (
    a.outside !== undefined &&
    together(nameWords(a.outside).words) === together(b.words) &&
    'The same but for what stands in parentheses.'
  );
}

function initials(short: NameWords, long: NameWords): string | false {
  return (
    short.words.length === 1 &&
    short.words[0] === initialsOf(long.words) &&
    `${short.words[0]!.toUpperCase()} may be the initials of the other.`
  );
}

/** Two words, or one long enough to be a name and not a word: Microsoft, Palantir. */
const isTelling = (words: readonly string[]) => words.length > 1 || together(words).length >= 7;

function begins(short: NameWords, long: NameWords): string | false {
  return (
    short.words.length < long.words.length &&
    isTelling(short.words) &&
    short.words.every((word, at) => word === long.words[at]) &&
    'One begins with the whole name of the other.'
  );
}
