import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { readBy } from '../kernel/loaders.ts';
import { columns } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { CoveredService } from './covered-service.entity.ts';

/** Services that an agreement with this vendor may list, each once; INVALID at the field for those of anybody else. */
export async function servicesOf(
  ctx: Context,
  vendorId: string,
  ids: readonly string[],
  pathOf: (index: number) => string,
): Promise<Service[]> {
  // Held against removal and merging until the list is written.
  const rows = await ctx.query<Service>(
    `SELECT ${columns(Service)} FROM app.service WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE`,
    [ids],
  );
  const own = new Map(rows.filter((one) => one.vendorId === vendorId && !one.withdrawnAt).map((one) => [one.id, one]));
  const strange = ids.flatMap((id, index) =>
    own.has(id.toLowerCase()) ? [] : [{ path: pathOf(index), message: NOT_ITS_OWN }],
  );
  if (strange.length > 0) throw invalid(...strange);
  return [...own.values()];
}
const NOT_ITS_OWN = 'is not a service of this vendor';

/** A service that the agreement lists on some day. */
export async function listedServiceOf(ctx: Context, agreementId: string, serviceId: string): Promise<void> {
  const lines = await readBy(ctx, CoveredService, 'agreementId', [agreementId]);
  if (!lines.some((line) => line.serviceId === serviceId.toLowerCase()))
    throw invalid({ path: 'serviceId', message: 'is not a service that this agreement lists' });
}
