import { fitting, noteAt, type RowNote } from '../../import/draft.ts';
import { boundedKey, keyPart } from '../../import/match-key.ts';
import type { ConvertedVendors, Entry, SaidOfService, SaidOfVendor } from './convert.ts';
import { VENDOR_IMPORT_FIELDS, type VendorImportField, type VendorMapping } from './fields.ts';
import { joined, parts, type TextFact } from './pieces.ts';

/** What all rows together say of one vendor or service. */
export interface Gathered {
  readonly entity: 'vendor' | 'service';
  /** Finds it again when the table is imported again. */
  readonly key: string;
  /** Of the vendor, for a service. */
  readonly parentKey: string | null;
  readonly said: SaidOfVendor | SaidOfService;
}

export interface GatheredRow {
  readonly keys: readonly string[];
  readonly warnings: readonly RowNote<VendorImportField>[];
}

type Good = Extract<ConvertedVendors, { ok: true }>;

/**
 * One record for each vendor and service that the rows name, vendors first, in the order of the file; and for each row
 * the records that it speaks of. The same row twice is one service; what rows say differently is said at the later row.
 */
export function gatherVendors(
  mapping: VendorMapping,
  rows: readonly { readonly number: number; readonly converted: Good }[],
): { readonly records: readonly Gathered[]; readonly rows: readonly GatheredRow[] } {
  const vendors = new Map<string, Gathering>();
  const services = new Map<string, Gathering>();
  const gathered = rows.map(({ number, converted }) => {
    const warnings = [...converted.warnings];
    const keys = converted.entries.flatMap((entry) => {
      const { vendorKey, serviceKey } = keysOfEntry(entry);
      const note: Complain = (field, message) => {
        const found = noteAt({ number, cells: [] }, mapping, field, message);
        if (!warnings.some((one) => one.field === field && one.message === message)) warnings.push(found);
      };
      add(vendors, vendorKey, { entity: 'vendor', parentKey: null, said: entry.vendor }, number, note);
      if (!entry.service || !serviceKey) return [vendorKey];
      add(services, serviceKey, { entity: 'service', parentKey: vendorKey, said: entry.service }, number, note);
      return [vendorKey, serviceKey];
    });
    return { keys: [...new Set(keys)], warnings };
  });
  const records = [...vendors, ...services].map(([key, { entity, parentKey, said }]) => ({
    entity,
    key,
    parentKey,
    said,
  }));
  return { records: records as Gathered[], rows: gathered };
}

export function keysOfEntry({ vendor, service }: Entry): { vendorKey: string; serviceKey: string | undefined } {
  const vendorKey = boundedKey(`vendor:${keyPart(vendor.name)}`);
  const serviceKey = service && boundedKey(`service:${keyPart(vendor.name)}|${keyPart(service.name)}`);
  return { vendorKey, serviceKey };
}

type Facts = Record<string, unknown>;
type Complain = (field: VendorImportField, message: string) => void;

interface Gathering {
  readonly entity: 'vendor' | 'service';
  readonly parentKey: string | null;
  readonly said: Facts;
  /** The row that said a fact first. */
  readonly saidBy: Record<string, number>;
}

function add(
  all: Map<string, Gathering>,
  key: string,
  { entity, parentKey, said }: { entity: Gathering['entity']; parentKey: string | null; said: Facts },
  row: number,
  complain: Complain,
): void {
  const known = all.get(key) ?? { entity, parentKey, said: { name: said.name }, saidBy: {} };
  all.set(key, known);
  for (const [fact, value] of Object.entries(said)) {
    if (fact === 'name') continue;
    known.said[fact] = known.saidBy[fact] === undefined ? value : together(known, fact, value, complain);
    known.saidBy[fact] ??= row;
  }
}

/** Texts collect what is new; of answers the first stays, but for PHI and AI a yes wins: nothing that is sent is forgotten. */
function together({ said, saidBy }: Gathering, fact: string, value: unknown, complain: Complain): unknown {
  const known = said[fact];
  if (fact === 'contactEmails') return [...new Set([...(known as string[]), ...(value as string[])])].slice(0, 20);
  if (fact in TEXTS) return collected(fact as TextFact, known as string, value as string, complain);
  if (known === value || value === 'unknown') return known;
  if (known === 'unknown') return value;
  const winner = fact === 'phi' || fact === 'ai' ? 'yes' : known;
  complain(fact as VendorImportField, `says ${value}; row ${saidBy[fact]} says ${known}; recorded as ${winner}`);
  return winner;
}

const TEXTS: Record<TextFact, true> = { description: true, regions: true, models: true, notes: true };

const LONGEST: Partial<Record<TextFact, number>> = { regions: 500, models: 2_000 };

function collected(fact: TextFact, known: string, value: string, complain: Complain): string {
  const all = joined(fact, [...new Set([...parts(fact, known), ...parts(fact, value)])]);
  if (all.length <= (LONGEST[fact] ?? Number.POSITIVE_INFINITY)) return fitting(all);
  complain(fact, `does not fit into ${VENDOR_IMPORT_FIELDS[fact].label.toLowerCase()} any more; left out`);
  return known;
}
