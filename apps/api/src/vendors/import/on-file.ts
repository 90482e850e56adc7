import { keyPart } from '@attestry/domain/import/match-key.ts';
import type { Known } from '../../import/import-kind.ts';
import type { ReadRecord } from '../../import/read-file.ts';
import type { Transaction } from '../../kernel/transaction.ts';

interface OnFile {
  readonly id: string;
  readonly name: string;
  readonly importKey: string | null;
  readonly withdrawn: boolean;
}
export interface VendorOnFile extends OnFile {
  readonly mergedInto: string | null;
  readonly offboarded: boolean;
}

/** Every vendor on file, with what it takes to recognize it. */
export const vendorsOnFile = (tx: Transaction): Promise<VendorOnFile[]> =>
  tx.query(
    `SELECT id, name, import_key AS "importKey", withdrawn_at IS NOT NULL AS withdrawn, merged_into AS "mergedInto",
       offboarded_on IS NOT NULL AS offboarded FROM app.vendor ORDER BY id`,
  );

/**
 * The vendor on file that each record is: the one that an import made of it, or took it for; else the one of the same
 * name. What was merged is the vendor that stayed. A name that is only alike is another vendor: people merge.
 */
export function findVendors(records: readonly ReadRecord[], vendors: readonly VendorOnFile[], { last }: Known) {
  const byId = new Map(vendors.map((vendor) => [vendor.id, vendor]));
  const stayed = (vendor: VendorOnFile | undefined): VendorOnFile | undefined =>
    vendor?.mergedInto ? stayed(byId.get(vendor.mergedInto)) : vendor;
  const byKey = new Map(vendors.map((vendor) => [vendor.importKey, vendor]));
  const byName = firstBy(
    vendors.filter((vendor) => !vendor.withdrawn && !vendor.mergedInto),
    ({ name }) => keyPart(name),
  );
  return pick(records, ({ key, name }) => [
    stayed(byKey.get(key)),
    stayed(byId.get(last.get(key)?.id ?? '')),
    byName.get(keyPart(name)),
  ]);
}

/** The same for services; a name is looked for among the services of the vendor. */
export async function findServices(tx: Transaction, records: readonly ReadRecord[], { last, parents }: Known) {
  const services = await tx.query<OnFile & { vendorId: string }>(
    `SELECT id, name, vendor_id AS "vendorId", import_key AS "importKey", withdrawn_at IS NOT NULL AS withdrawn FROM app.service
     WHERE vendor_id = ANY ($1) OR import_key = ANY ($2) OR id = ANY ($3) ORDER BY id`,
    [
      [...new Set([...parents.values()].map(({ id }) => id))],
      records.map(({ key }) => key),
      [...last.values()].map(({ id }) => id),
    ],
  );
  const byId = new Map(services.map((service) => [service.id, service]));
  const byKey = new Map(services.map((service) => [service.importKey, service]));
  const byName = firstBy(
    services.filter(({ withdrawn }) => !withdrawn),
    ({ vendorId, name }) => `${vendorId} ${keyPart(name)}`,
  );
  return pick(records, ({ key, parentKey, name }) => [
    byKey.get(key),
    byId.get(last.get(key)?.id ?? ''),
    byName.get(`${parents.get(parentKey ?? '')?.id} ${keyPart(name)}`),
  ]);
}

/** The first candidate that is still in the register; else one that an undone import left, which comes back. */
function pick(records: readonly ReadRecord[], candidates: (record: ReadRecord) => (OnFile | undefined)[]) {
  const found = new Map<string, string>();
  for (const record of records) {
    const known = candidates(record).filter((one) => one !== undefined);
    const one = known.find(({ withdrawn }) => !withdrawn) ?? known.find(({ importKey }) => importKey === record.key);
    if (one) found.set(record.key, one.id);
  }
  return found;
}

function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return found;
}
