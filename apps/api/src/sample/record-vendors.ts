import { addDays } from '@attestry/domain/time/dates.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';
import { UNKNOWN_SERVICE, UNKNOWN_VENDOR } from '@attestry/domain/vendors/facts.ts';
import { UNKNOWN_LINK } from '@attestry/domain/vendors/subprocessors.ts';
import { insertMany } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { Service } from '../vendors/service.entity.ts';
import { SubprocessorLink } from '../vendors/subprocessors/subprocessor-link.entity.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { VendorEvidence } from '../vendors/vendor-evidence.entity.ts';
import { SAMPLE_LINKS } from './chain.ts';
import { SAMPLE_VENDORS } from './vendors.ts';

/** Vendors and services of the sample by their names, as recorded. */
export class RecordedVendors {
  private readonly vendors: ReadonlyMap<string, Vendor>;
  private readonly services: ReadonlyMap<string, Service>;

  constructor(vendors: readonly Vendor[], services: readonly Service[]) {
    this.vendors = new Map(vendors.map((vendor) => [vendor.name, vendor]));
    const nameOf = new Map(vendors.map(({ id, name }) => [id, name]));
    this.services = new Map(services.map((service) => [`${nameOf.get(service.vendorId)}: ${service.name}`, service]));
  }

  vendor(name: string): Vendor {
    const found = this.vendors.get(name);
    if (!found) throw new Error(`the sample has no vendor ${name}`);
    return found;
  }

  service(vendor: string, name: string): Service {
    const found = this.services.get(`${vendor}: ${name}`);
    if (!found) throw new Error(`the sample has no service ${name} of ${vendor}`);
    return found;
  }
}

/** Records vendors, their services, documents and the chain below them. */
export async function recordVendors(tx: Transaction, today: PlainDate): Promise<RecordedVendors> {
  const vendors = await insertMany(
    tx,
    Vendor,
    SAMPLE_VENDORS.map(({ services: _, evidence: __, nextReviewOn, ...facts }) => ({
      ...UNKNOWN_VENDOR,
      ...facts,
      nextReviewOn: nextReviewOn === undefined ? null : addDays(today, nextReviewOn),
    })),
  );
  const idOf = new Map(vendors.map(({ name, id }) => [name, id]));
  const services = await insertMany(
    tx,
    Service,
    SAMPLE_VENDORS.flatMap(({ name, services }) =>
      services.map((service) => ({ ...UNKNOWN_SERVICE, ...service, vendorId: idOf.get(name)! })),
    ),
  );
  await insertMany(
    tx,
    VendorEvidence,
    SAMPLE_VENDORS.flatMap(({ name, evidence = [] }) =>
      evidence.map(({ effectiveOn, expiresOn, ...said }) => ({
        ...said,
        vendorId: idOf.get(name)!,
        effectiveOn: addDays(today, effectiveOn),
        expiresOn: addDays(today, expiresOn),
        note: '',
      })),
    ),
  );
  const recorded = new RecordedVendors(vendors, services);
  await recordChain(tx, today, recorded);
  return recorded;
}

async function recordChain(tx: Transaction, today: PlainDate, recorded: RecordedVendors): Promise<void> {
  const end = ([vendor, service]: readonly [string, string?]) => ({
    vendorId: recorded.vendor(vendor).id,
    serviceId: service ? recorded.service(vendor, service).id : null,
  });
  await insertMany(
    tx,
    SubprocessorLink,
    SAMPLE_LINKS.map(({ upper, lower, startsOn, assuredFrom, ...said }) => ({
      ...UNKNOWN_LINK,
      ...said,
      upperVendorId: end(upper).vendorId,
      upperServiceId: end(upper).serviceId,
      lowerVendorId: end(lower).vendorId,
      lowerServiceId: end(lower).serviceId,
      startsOn: addDays(today, startsOn),
      assuredFrom: assuredFrom === undefined ? null : addDays(today, assuredFrom),
    })),
  );
}
