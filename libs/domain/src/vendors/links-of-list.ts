import { dayBefore } from '../time/dates.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { nameKey } from './list-difference.ts';
import type { ListEntry } from './subprocessors.ts';

/** A line with the vendor it was taken for. */
export interface TakenEntry extends ListEntry {
  readonly vendorId: string;
}
/** What a list says of a link: to which vendor, of which service (null: any), what for, what and where. */
export interface ListedLink {
  readonly lowerVendorId: string;
  readonly upperServiceId: string | null;
  readonly purpose: string;
  readonly data: string;
  readonly location: string;
}
export interface PresentLink extends ListedLink {
  readonly id: string;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** The list it came from; null for one that was said by hand. */
  readonly listId: string | null;
}
export interface LinkChanges {
  readonly opened: readonly ListedLink[];
  readonly changed: readonly ({ readonly id: string } & Pick<ListedLink, Words>)[];
  /** Links that the list no longer names, with their last day. */
  readonly ended: readonly { readonly id: string; readonly endsOn: PlainDate }[];
}
type Words = (typeof WORDS)[number];
const WORDS = ['purpose', 'data', 'location'] as const;
const LONGEST = { purpose: 2_000, data: 2_000, location: 500 } as const;

interface Given {
  readonly listedOn: PlainDate;
  readonly entries: readonly TakenEntry[];
  /** Lines of the list before it. */
  readonly before: readonly TakenEntry[];
  /** All links below the vendor. */
  readonly links: readonly PresentLink[];
  /** The vendor's own services. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What the newest list changes in the chain. It opens what it adds and ends what it no longer names, and takes over its
 * own new words; what a person said of a link by hand stays as it is.
 */
export function linksOfList({ listedOn, entries, before, links, services }: Given): LinkChanges {
  const named = listedLinks(entries, services);
  const was = new Map(listedLinks(before, services).map((link) => [keyOf(link), link]));
  const open = links.filter(({ endsOn }) => endsOn === null || endsOn >= listedOn);
  const exact = new Map(open.map((link) => [keyOf(link), link]));
  const linked = new Set(open.map(({ lowerVendorId }) => lowerVendorId));
  const isNamed = new Set(named.map(keyOf));
  const ofAny = new Set(
    named.filter(({ upperServiceId }) => !upperServiceId).map(({ lowerVendorId }) => lowerVendorId),
  );
  return {
    opened: named.filter((link) => !exact.has(keyOf(link)) && (link.upperServiceId || !linked.has(link.lowerVendorId))),
    changed: named.flatMap((link) => {
      const present = exact.get(keyOf(link));
      return present?.listId ? newWords(present, link, was.get(keyOf(link))) : [];
    }),
    ended: open
      .filter(({ listId, startsOn }) => listId !== null && (startsOn === null || startsOn < listedOn))
      .filter((link) => !isNamed.has(keyOf(link)) && !ofAny.has(link.lowerVendorId))
      .map(({ id }) => ({ id, endsOn: dayBefore(listedOn) })),
  };
}

/** One for each vendor and service: a list names one vendor several times, for several of its own services. */
function listedLinks(entries: readonly TakenEntry[], services: Given['services']): ListedLink[] {
  const lines = entries.flatMap((entry) =>
    servicesIn(entry.services, services).map((upperServiceId) => ({ entry, upperServiceId })),
  );
  const groups = Map.groupBy(lines, ({ entry, upperServiceId }) => `${entry.vendorId} ${upperServiceId ?? ''}`);
  return [...groups.values()].map((group) => {
    const [{ entry, upperServiceId }] = group as [(typeof group)[number]];
    const said = (fact: Words) => {
      const several = fact === 'purpose' && group.length > 1;
      const parts = group.map(({ entry: one }) =>
        several && one.services && one[fact] ? `${one.services}: ${one[fact]}` : one[fact],
      );
      return shortened([...new Set(parts.filter(Boolean))].join('; '), LONGEST[fact]);
    };
    return {
      lowerVendorId: entry.vendorId,
      upperServiceId,
      purpose: said('purpose'),
      data: said('data'),
      location: said('location'),
    };
  });
}

/** The services that a line names, where it names services on record and nothing else; any service otherwise. */
function servicesIn(text: string, services: Given['services']): (string | null)[] {
  const idOf = new Map(services.map(({ id, name }) => [nameKey(name), id]));
  const whole = idOf.get(nameKey(text));
  if (whole) return [whole];
  const parts = text.split(/[,;\n]|\band\b/).map((part) => idOf.get(nameKey(part)));
  return parts.every((id) => id !== undefined) ? [...new Set(parts)] : [null];
}

/** Words that the list changed, and those that nobody has said yet. */
function newWords(present: PresentLink, link: ListedLink, was: ListedLink | undefined) {
  const changed = WORDS.filter(
    (fact) => link[fact] !== present[fact] && (present[fact] === '' || (was && link[fact] !== was[fact])),
  );
  if (changed.length === 0) return [];
  const { id, purpose, data, location } = present;
  return [{ id, purpose, data, location, ...Object.fromEntries(changed.map((fact) => [fact, link[fact]])) }];
}

const keyOf = ({ lowerVendorId, upperServiceId }: Pick<ListedLink, 'lowerVendorId' | 'upperServiceId'>) =>
  `${lowerVendorId} ${upperServiceId ?? ''}`;

const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
