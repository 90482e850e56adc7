import { VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { isId } from '../kernel/ids.ts';
import { searchPatterns } from '../kernel/list-filter.ts';
import { listPage, type PageArgs, type Sort } from '../kernel/list-page.ts';
import type { AsOf } from '../kernel/loaders.ts';
import { pageSize } from '../kernel/paging.ts';
import { columns } from '../kernel/rows.ts';
import { Service } from './service.entity.ts';
import { Vendor } from './vendor.entity.ts';
import { conditions, source, type VendorFilter } from './vendor-filter.ts';

const SORTS: Record<Gql.VendorSort, Sort> = {
  name: { sql: 'lower(name)', type: 'text' },
  tier: { sql: `array_position(ARRAY['${Object.keys(VENDOR_TIERS).join("','")}'], tier)`, type: 'int' },
  owner: { sql: 'lower(owner)', type: 'text' },
  next_review_on: { sql: `coalesce(next_review_on, 'infinity')`, type: 'date' },
  updated_at: { sql: 'updated_at', type: 'timestamptz' },
};

export interface VendorListArgs extends PageArgs {
  readonly filter?: VendorFilter | null;
  readonly sort?: Gql.VendorSort | null;
  readonly asOf?: string | null;
}

/** One page of vendors; `properties` names the columns wanted. */
export async function listVendors(ctx: Context, args: VendorListArgs, properties: ReadonlySet<string>) {
  const from = source(ctx.me, args.asOf);
  const page = await listPage<AsOf<Vendor>>(ctx, args, SORTS[args.sort ?? 'name'], {
    select: columns(Vendor, properties),
    from: from.vendors,
    where: conditions(args.filter, from),
    parameters: from.parameters,
  });
  for (const vendor of page.nodes) Object.assign(vendor, { asOf: from.day });
  return page;
}

export async function countVendors(ctx: Context, args: Pick<VendorListArgs, 'filter' | 'asOf'>): Promise<number> {
  const from = source(ctx.me, args.asOf);
  const where = conditions(args.filter, from);
  const [row] = await ctx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${from.vendors} WHERE ${where.join(' AND ')}`,
    from.parameters.values,
  );
  return row!.count;
}

interface Choice {
  readonly search?: string | null;
  readonly vendorId?: string | null;
  readonly first: number;
}

/** Services in use of vendors in use whose name or vendor's name has these words. */
export async function servicesToChoose(ctx: Context, { search, vendorId, first }: Choice): Promise<Service[]> {
  const most = pageSize(first);
  const patterns = searchPatterns(search, 'search');
  if (typeof vendorId === 'string' && !isId(vendorId)) return [];
  return ctx.query<Service>(
    `SELECT ${columns(Service)} FROM (
       SELECT service.*, vendor.name AS vendor_name FROM app.service
         JOIN app.vendor ON vendor.org_id = service.org_id AND vendor.id = service.vendor_id
       WHERE service.withdrawn_at IS NULL AND service.removed_on IS NULL AND vendor.withdrawn_at IS NULL
         AND vendor.merged_into IS NULL AND vendor.offboarded_on IS NULL AND ($1::uuid IS NULL OR vendor.id = $1)
     ) choice
     WHERE (vendor_name || ' ' || name) ILIKE ALL ($2::text[]) ORDER BY lower(vendor_name), lower(name), id LIMIT ${most}`,
    [vendorId ?? null, patterns],
  );
}
