import { asOfDay, type Clock, recordedRows } from '../kernel/as-of.ts';
import { chosen, Parameters, searchPatterns } from '../kernel/list-filter.ts';
import { Service } from './service.entity.ts';
import { Vendor } from './vendor.entity.ts';

export interface VendorFilter {
  readonly search?: string | null;
  readonly tier?: readonly string[] | null;
  readonly phi?: readonly string[] | null;
  readonly ai?: readonly string[] | null;
  readonly owner?: readonly string[] | null;
  readonly offboarded?: boolean | null;
}
/** Facets that are columns of a vendor, and those that are columns of its services. */
export const OF_VENDOR = ['tier', 'owner'] as const;
export const OF_SERVICE = ['phi', 'ai'] as const;
export type Facet = (typeof OF_VENDOR)[number] | (typeof OF_SERVICE)[number];

/** A vendor that the register still holds under its own name. */
export const IN_REGISTER = 'withdrawn_at IS NULL AND merged_into IS NULL';
/** A service that is in use. */
export const IN_USE = 'withdrawn_at IS NULL AND removed_on IS NULL';

/** Where rows come from: the tables, or what they were at the end of a day. */
export interface Source {
  /** The day, undefined for now. */
  readonly day: string | undefined;
  readonly vendors: string;
  readonly services: string;
  readonly parameters: Parameters;
}

export function source(clock: Clock, asOf: string | null | undefined): Source {
  const day = asOfDay(clock, asOf);
  if (!day) return { day, vendors: 'app.vendor', services: 'app.service', parameters: new Parameters([]) };
  return {
    day,
    vendors: `${recordedRows(Vendor, 'vendor')} vendor`,
    services: `${recordedRows(Service, 'service')} service`,
    parameters: new Parameters([day, clock.timeZone]),
  };
}

/** Conditions of a filter, without the facet named by `except`. */
export function conditions(
  filter: VendorFilter | null | undefined,
  { services, parameters }: Source,
  except?: Facet,
): string[] {
  const where = [IN_REGISTER];
  if (!filter?.offboarded) where.push('offboarded_on IS NULL');
  const valuesOf = (facet: Facet) => (facet === except ? undefined : chosen(filter?.[facet], `filter.${facet}`));
  for (const facet of OF_VENDOR) {
    const values = valuesOf(facet);
    if (values) where.push(`${facet} = ANY (${parameters.add(values)})`);
  }
  for (const facet of OF_SERVICE) {
    const values = valuesOf(facet);
    if (values)
      where.push(
        `id IN (SELECT vendor_id FROM ${services} WHERE ${IN_USE} AND ${facet} = ANY (${parameters.add(values)}))`,
      );
  }
  for (const pattern of searchPatterns(filter?.search)) {
    const like = `ILIKE ${parameters.add(pattern)}`;
    where.push(`((name || ' ' || description || ' ' || owner) ${like}
      OR id IN (SELECT vendor_id FROM ${services} WHERE ${IN_USE} AND name ${like}))`);
  }
  return where;
}
