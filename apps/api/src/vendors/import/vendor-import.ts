import { mappingSchema } from '@attestry/domain/import/mapping.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { SaidOfService, SaidOfVendor } from '@attestry/domain/vendors/import/convert.ts';
import {
  changesOfService,
  changesOfVendor,
  factsOfNewService,
  factsOfNewVendor,
} from '@attestry/domain/vendors/import/diff.ts';
import { VENDOR_TABLE } from '@attestry/domain/vendors/import/fields.ts';
import { type Candidate, matcherOf } from '@attestry/domain/vendors/similar-names.ts';
import type { Importable, ImportedEntity, ImportKind, Plan } from '../../import/import-kind.ts';
import type { Transaction } from '../../kernel/transaction.ts';
import { Service } from '../service.entity.ts';
import { Vendor } from '../vendor.entity.ts';
import { servicesInUse, vendorsInUse } from './in-use.ts';
import { findServices, findVendors, type VendorOnFile, vendorsOnFile } from './on-file.ts';

/** Vendors with their services from a table of either. */
export const VENDOR_IMPORT: ImportKind = {
  kind: 'vendor',
  mapping: (headers) => mappingSchema(VENDOR_TABLE, headers),
  readings: { scan: 'scan-vendors', read: 'vendor-rows' },
  register: 'the register',
  async entities(tx) {
    const onFile = await vendorsOnFile(tx);
    return [vendors(tx, onFile), services(tx)];
  },
};

const vendors = (tx: Transaction, onFile: readonly VendorOnFile[]): ImportedEntity<Vendor, SaidOfVendor> => {
  const likeOnFile = matcherOf(onFile.filter((one) => !one.withdrawn && !one.mergedInto && !one.offboarded));
  return {
    entity: 'vendor',
    type: Vendor,
    words: ['vendor', 'vendors'],
    find: async (records, known) => findVendors(records, onFile, known),
    plan({ said }, { present, last }) {
      if (!present || present.withdrawnAt) {
        return { outcome: 'create', changes: [], remarks: remarksOn(likeOnFile(said.name)) };
      }
      return isOffboarded(present) ? refusal(present) : planOf(changesOfVendor(present, last, said));
    },
    made: (said) => factsOfNewVendor(said),
    changed: () => ({}),
    inUse: (ids) => vendorsInUse(tx, ids),
  };
};

const services = (tx: Transaction): ImportedEntity<Service, SaidOfService> => ({
  entity: 'service',
  type: Service,
  words: ['service', 'services'],
  find: (records, known) => findServices(tx, records, known),
  plan({ said }, { present, last, parent }) {
    // Said at the vendor, which the row names as well.
    if (isOffboarded(parent)) return { outcome: 'rejected', changes: [], remarks: [] };
    if (!present || present.withdrawnAt) return { outcome: 'create', changes: [], remarks: [] };
    if (present.removedOn) {
      const text = `“${present.name}” was removed on ${dayText(present.removedOn)}. An import changes nothing of it.`;
      return { outcome: 'rejected', changes: [], remarks: [text] };
    }
    return planOf(changesOfService(present, last, said));
  },
  made: (said, parent) => ({ ...factsOfNewService(said), vendorId: parent!.id }),
  changed: () => ({}),
  inUse: (ids) => servicesInUse(tx, ids),
});

const MOST_REMARKS = 3;

/** Pointed out, the most alike first; whether they are one is for people to say. */
function remarksOn(alike: readonly Candidate<VendorOnFile>[]): string[] {
  const remarks = alike
    .slice(0, MOST_REMARKS)
    .map(({ vendor, reason }) => `Looks like “${vendor.name}” on record. ${reason.text}`);
  const more = alike.length - remarks.length;
  return more > 0 ? [...remarks, `${more} more on record ${more === 1 ? 'looks' : 'look'} like it.`] : remarks;
}

const planOf = ({ changes, remarks }: Pick<Plan, 'changes' | 'remarks'>): Plan => ({
  outcome: changes.length > 0 ? 'update' : 'unchanged',
  changes,
  remarks,
});

const isOffboarded = (vendor: Importable | undefined): boolean =>
  Boolean(vendor && !vendor.withdrawnAt && (vendor as Vendor).offboardedOn);

const refusal = ({ name, offboardedOn }: Vendor): Plan => ({
  outcome: 'rejected',
  changes: [],
  remarks: [`“${name}” was offboarded on ${dayText(offboardedOn!)}. An import changes nothing of it.`],
});
