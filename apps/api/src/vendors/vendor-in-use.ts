import { notFound } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { columns } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { Vendor } from './vendor.entity.ts';

/** The vendor, held against merging; NOT_FOUND where it was merged into another or its import was undone. */
export async function vendorInUse(tx: Transaction, id: string): Promise<Vendor> {
  const [vendor] = isId(id) ? await vendorsInUse(tx, [id]) : [];
  if (!vendor) throw notFound('vendor');
  return vendor;
}

/** Shared locks: lists that name each other's vendors do not wait for one another. */
export const vendorsInUse = (tx: Transaction, ids: readonly string[]): Promise<Vendor[]> =>
  tx.query<Vendor>(
    `SELECT ${columns<Vendor>(Vendor)} FROM app.vendor
     WHERE id = ANY ($1::uuid[]) AND withdrawn_at IS NULL AND merged_into IS NULL ORDER BY id FOR SHARE`,
    [ids],
  );
