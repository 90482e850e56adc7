import type { Context } from '../kernel/context.ts';
import { conflict, notFound, refused } from '../kernel/failure.ts';
import { byId } from '../kernel/rows.ts';
import { Vendor } from './vendor.entity.ts';

/** The vendor, locked; CONFLICT for a stale version, REFUSED where everything of it belongs to another one now. */
export async function lockedVendor(ctx: Context, id: string, version?: number): Promise<Vendor> {
  const vendor = await byId<Vendor>(await ctx.tx(), Vendor, id, 'lock');
  if (!vendor || vendor.withdrawnAt) throw notFound('vendor');
  if (version !== undefined && vendor.version !== version) throw conflict('vendor', vendor);
  if (vendor.mergedIntoId)
    throw refused([{ key: 'merged', text: `${vendor.name} was merged into another vendor: use that one.` }]);
  return vendor;
}

/** The vendor, locked, where something new is to begin with it; REFUSED for one that was offboarded. */
export async function lockedVendorInUse(ctx: Context, id: string): Promise<Vendor> {
  const vendor = await lockedVendor(ctx, id);
  if (vendor.offboardedOn)
    throw refused([{ key: 'offboarded', text: `${vendor.name} was offboarded on ${vendor.offboardedOn}.` }]);
  return vendor;
}
