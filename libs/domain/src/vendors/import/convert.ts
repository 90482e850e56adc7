import { z } from 'zod';
import {
  type CellReader,
  type Draft,
  draftOf,
  keepUnread,
  noteAt,
  notesOf,
  oneLine,
  type RowNote,
  readChoice,
  readLine,
  readProse,
  type SourceRow,
  withRemarks,
} from '../../import/draft.ts';
import type { FieldKind } from '../../import/mapping.ts';
import { separated } from '../../import/separated.ts';
import { type ServiceFacts, serviceFacts, type VendorFacts, vendorFacts } from '../facts.ts';
import { VENDOR_IMPORT_FIELDS, type VendorImportField, type VendorMapping } from './fields.ts';
import { isNoName } from './no-name.ts';
import { type VendorChoice, vendorChoiceOf } from './vocabulary.ts';

/** What a table says of a vendor; what it is silent on is absent. */
export type SaidOfVendor = { readonly name: string; readonly contactEmails?: readonly string[] } & Partial<
  Pick<VendorFacts, 'website' | 'description' | 'tier' | 'owner' | 'notes'>
>;
export type SaidOfService = { readonly name: string } & Partial<
  Pick<ServiceFacts, 'description' | 'phi' | 'ai' | 'regions' | 'models' | 'notes'>
>;

/** One row names a vendor, with or without a service; or several products, each with its vendor. */
export interface Entry {
  readonly vendor: SaidOfVendor;
  readonly service: SaidOfService | undefined;
}

type Note = RowNote<VendorImportField>;
export type ConvertedVendors =
  | { readonly ok: true; readonly entries: readonly Entry[]; readonly warnings: readonly Note[] }
  | { readonly ok: false; readonly errors: readonly Note[] };

/** What a row of the table says about vendors and services. */
export function convertVendorRow(mapping: VendorMapping, headers: readonly string[], row: SourceRow): ConvertedVendors {
  const draft = draftOf(VENDOR_IMPORT_FIELDS, READERS, mapping, headers, row);
  const at = (field: VendorImportField, message: string) => noteAt(row, mapping, field, message);
  const named = namesIn(draft, mapping, at);
  if ('error' in named) return { ok: false, errors: [named.error] };
  const parsed = SAID.safeParse(draft.facts);
  const errors = [
    ...notesOf(draft, mapping, parsed.error),
    ...[...new Set([named.vendor ?? [], named.services].flat())].flatMap((name) =>
      name.length > MAX_NAME ? at(named.vendor === name ? 'vendorName' : 'serviceName', tooLong(name)) : [],
    ),
  ];
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  return { ok: true, entries: entriesOf(named, draft, parsed.data), warnings: draft.warnings };
}

const READERS: Partial<Record<FieldKind, CellReader<VendorImportField>>> = {
  line: (draft, field, cells, source) =>
    // The line breaks of a list separate its names.
    source.holdsSeveral ? readProse(draft, field, cells, source) : readLine(draft, field, cells, source),
  prose: readProse,
  choice: readChoice((field, text) => vendorChoiceOf(field as VendorChoice, text)),
  key: (draft, field, [cell]) => {
    const found = cell!.text.split(/[\s,;<>()]+/).filter((part) => EMAIL.safeParse(part).success);
    if (found.length > 0) draft.facts.contactEmails = [...new Set(found)];
    else keepUnread(draft, field, cell!, 'is no e-mail address');
  },
};

const EMAIL = z.email().max(200);

/** As the commands on vendors and services check them; lengths and characters are the same for everyone. */
const SAID = z.object({
  ...vendorFacts.pick({ website: true, tier: true, owner: true, notes: true }).partial().shape,
  ...serviceFacts.pick({ description: true, phi: true, ai: true, regions: true, models: true }).partial().shape,
  contactEmails: z.array(EMAIL).max(20).optional(),
});
type Said = z.infer<typeof SAID>;

const MAX_NAME = 500;
const tooLong = (name: string) =>
  `must be at most ${MAX_NAME} characters (it has ${name.length.toLocaleString('en-US')})`;

interface Named {
  readonly vendor: string | undefined;
  readonly services: readonly string[];
}

/** The names in a row, those that name nothing left out; an error where none is left that a vendor can have. */
function namesIn(
  draft: Draft<VendorImportField>,
  mapping: VendorMapping,
  at: (field: VendorImportField, message: string) => Note,
): Named | { readonly error: Note } {
  const { vendorName, serviceName } = draft.facts as Record<string, string | undefined>;
  if (mapping.vendorName && (!vendorName || isNoName(vendorName)))
    return { error: at('vendorName', vendorName ? `“${vendorName}” names no vendor` : 'must not be empty') };
  const written = mapping.serviceName?.holdsSeveral ? separated(serviceName ?? '') : [oneLine(serviceName ?? '')];
  const services = unique(written.filter((name) => !isNoName(name)));
  const said = oneLine(serviceName ?? '');
  if (services.length === 0 && !vendorName)
    return { error: at('serviceName', said ? `“${shortened(said)}” names no product` : 'must not be empty') };
  for (const name of written.filter((one) => one !== '' && isNoName(one)))
    draft.warnings.push(at('serviceName', `“${name}” names no ${vendorName ? 'service' : 'product'}; left out`));
  return { vendor: vendorName, services };
}

function entriesOf({ vendor, services }: Named, draft: Draft<VendorImportField>, said: Said): Entry[] {
  const { website, tier, owner, contactEmails, notes: written, ...ofService } = said;
  const remarks = withRemarks(written ?? '', draft.remarks);
  const notes = remarks ? { notes: remarks } : {};
  const ofVendor = present({ website, tier, owner, contactEmails });
  const names = services.length > 0 ? services : isOfService(said) ? [vendor!] : [];
  if (names.length > 0)
    return names.map((name) => ({
      vendor: { name: vendor ?? name, ...ofVendor },
      service: { name, ...present(ofService), ...notes },
    }));
  const description = said.description ? { description: said.description } : {};
  return [{ vendor: { name: vendor!, ...ofVendor, ...description, ...notes }, service: undefined }];
}

/** Whether PHI is received, and by which model, is asked of a service: where the row names none, the vendor's name is its name. */
const isOfService = ({ phi, ai, regions, models }: Said): boolean =>
  [phi, ai].some((answer) => answer && answer !== 'unknown') || Boolean(regions || models);

const present = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')) as T;

/** Letter case does not make another product in one cell. */
const unique = (names: readonly string[]): string[] =>
  [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].toReversed();

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text);
