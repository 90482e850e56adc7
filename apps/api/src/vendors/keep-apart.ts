import type { keepVendorsApart } from '@attestry/domain/vendors/facts.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { lockedVendor } from './vendor-lock.ts';

/** Says that two vendors are different, so that they are not offered for merging again. */
export async function keepApart(ctx: Context, input: z.infer<typeof keepVendorsApart>): Promise<true> {
  const [one, other] = [input.vendorId.toLowerCase(), input.otherId.toLowerCase()].sort() as [string, string];
  for (const id of [one, other]) await lockedVendor(ctx, id);
  if (one === other) throw invalid({ path: 'otherId', message: 'must be another vendor' });
  await ctx.query(
    'INSERT INTO app.distinct_vendors (vendor_id, other_id) VALUES ($1, $2) ON CONFLICT (org_id, vendor_id, other_id) DO NOTHING',
    [one, other],
  );
  return true;
}
