import { nameWords } from './name-words.ts';
import type { ListEntry } from './subprocessors.ts';

export interface EntryFactChange {
  readonly fact: keyof ListEntry;
  readonly before: string;
  readonly after: string;
}
export interface EntryChange {
  /** As the later list says them. */
  readonly name: string;
  readonly services: string;
  readonly facts: readonly EntryFactChange[];
}
export interface ListDifference<Entry extends ListEntry = ListEntry> {
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  readonly changed: readonly EntryChange[];
}

/**
 * What a later list says otherwise than the one before it. Lines are the same by name and service; a name that stands
 * once on both sides with another service is one line whose service changed.
 */
export function differenceOf<Entry extends ListEntry>(
  before: readonly Entry[],
  after: readonly Entry[],
): ListDifference<Entry> {
  const exact = paired(before, after, (entry) => `${nameKey(entry.name)}\n${wordKey(entry.services)}`);
  const byName = paired(exact.removed, exact.added, (entry) => nameKey(entry.name), 'once');
  const changed = [...exact.pairs, ...byName.pairs].flatMap(([was, is]) => {
    const facts = changedFacts(was, is);
    return facts.length > 0 ? [{ at: after.indexOf(is), name: is.name, services: is.services, facts }] : [];
  });
  return {
    added: byName.added,
    removed: byName.removed,
    changed: changed.toSorted((a, b) => a.at - b.at).map(({ name, services, facts }) => ({ name, services, facts })),
  };
}

/** Without legal form, accents and punctuation: "OpenAI, Inc." and "OpenAI" are one. */
export const nameKey = (name: string): string => nameWords(name).words.join(' ');
const wordKey = (text: string): string => nameWords(text).all.join(' ');

/** First with first where a key stands several times; with `once` only keys that stand once on both sides. */
function paired<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
  once?: 'once',
) {
  const waiting = Map.groupBy(before, keyOf);
  const wanted = Map.groupBy(after, keyOf);
  const pairs: (readonly [Entry, Entry])[] = [];
  const added: Entry[] = [];
  const left = new Set(before);
  for (const entry of after) {
    const key = keyOf(entry);
    const candidates = waiting.get(key) ?? [];
    const clear = !once || (candidates.length === 1 && wanted.get(key)!.length === 1);
    const match = clear ? candidates.find((one) => left.has(one)) : undefined;
    if (match === undefined) {
      added.push(entry);
      continue;
    }
    left.delete(match);
    pairs.push([match, entry]);
  }
  return { pairs, added, removed: before.filter((entry) => left.has(entry)) };
}

const FACTS = ['name', 'services', 'purpose', 'data', 'location', 'phi', 'agreement', 'notes'] as const;

const changedFacts = (was: ListEntry, is: ListEntry): EntryFactChange[] =>
  FACTS.filter((fact) => was[fact] !== is[fact]).map((fact) => ({ fact, before: was[fact], after: is[fact] }));
