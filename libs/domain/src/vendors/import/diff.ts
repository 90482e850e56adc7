import type { Change } from '../../import/diff.ts';
import { fitting } from '../../import/draft.ts';
import {
  type Contact,
  SERVICE_LABELS,
  type ServiceFacts,
  UNKNOWN_SERVICE,
  UNKNOWN_VENDOR,
  VENDOR_LABELS,
  type VendorFacts,
} from '../facts.ts';
import type { SaidOfService, SaidOfVendor } from './convert.ts';
import { joined, parts, type TextFact } from './pieces.ts';

/** What an import would change in a record, and what it says that is not taken over. */
export interface Differences<Facts> {
  readonly changes: readonly Change<Facts>[];
  readonly remarks: readonly string[];
}

/** All facts of a vendor that is new with this import. */
export function factsOfNewVendor({ contactEmails = [], ...said }: SaidOfVendor): VendorFacts {
  return { ...UNKNOWN_VENDOR, ...said, contacts: contactEmails.map(contactAt) };
}
export const factsOfNewService = (said: SaidOfService): ServiceFacts => ({ ...UNKNOWN_SERVICE, ...said });

/**
 * What the table says anew of a vendor on record. `last` is what it said when it was imported before: what a person
 * corrected since, and the table still says, stays. Where it was never imported, people entered the vendor: the table
 * fills what is blank, and what differs is said and left.
 */
export function changesOfVendor(
  present: VendorFacts,
  last: SaidOfVendor | undefined,
  now: SaidOfVendor,
): Differences<VendorFacts> {
  const { contactEmails, name: _, ...said } = now;
  const found = changesOf(present, last, said, VENDOR_LABELS);
  const known = new Set([...present.contacts.map(({ email }) => email), ...(last?.contactEmails ?? [])].map(lower));
  const added = (contactEmails ?? []).filter((email) => !known.has(lower(email)));
  if (added.length === 0) return found;
  const contacts = [...present.contacts, ...added.map(contactAt)].slice(0, MAX_CONTACTS);
  return { ...found, changes: [...found.changes, { fact: 'contacts', before: present.contacts, after: contacts }] };
}

export function changesOfService(
  present: ServiceFacts,
  last: SaidOfService | undefined,
  { name: _, ...now }: SaidOfService,
): Differences<ServiceFacts> {
  return changesOf(present, last, now, SERVICE_LABELS);
}

const MAX_CONTACTS = 20;
const lower = (text: string) => text.toLowerCase();
const contactAt = (email: string): Contact => ({ name: email, role: '', email, phone: '' });

const COLLECTED: ReadonlySet<string> = new Set<TextFact>(['description', 'regions', 'models', 'notes']);

function changesOf<Facts extends object>(
  present: Facts,
  last: Partial<Facts> | undefined,
  now: Partial<Facts>,
  labels: Readonly<Record<string, string>>,
): Differences<Facts> {
  const changes: Change<Facts>[] = [];
  const remarks: string[] = [];
  for (const fact of Object.keys(now) as (keyof Facts & string)[]) {
    const [before, said] = [present[fact], now[fact]!];
    const after = (
      COLLECTED.has(fact)
        ? withNew(fact as TextFact, String(before), String(last?.[fact] ?? ''), String(said))
        : said !== last?.[fact]
          ? said
          : before
    ) as Facts[typeof fact];
    if (after === before) continue;
    if (!last && !COLLECTED.has(fact) && before !== '' && before !== 'unknown')
      remarks.push(`${labels[fact]}: “${said}” in the file, “${before}” on record, which stays.`);
    else changes.push({ fact, before, after });
  }
  return { changes, remarks };
}

/** The text on record, and below it what neither it nor the last import says. */
function withNew(fact: TextFact, before: string, last: string, said: string): string {
  const known = new Set([...parts(fact, before), ...parts(fact, last)]);
  const added = parts(fact, said).filter((part) => !known.has(part));
  if (added.length === 0) return before;
  const all = joined(fact, [...(before ? [before] : []), ...added]);
  return all.length <= (fact === 'regions' ? 500 : fact === 'models' ? 2_000 : all.length) ? fitting(all) : before;
}
