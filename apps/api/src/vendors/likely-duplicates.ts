import { type LikelyPair, likelyPairs, type Named } from '@attestry/domain/vendors/similar-names.ts';
import type { Context } from '../kernel/context.ts';
import { oneOf } from '../kernel/loaders.ts';
import { pageOf, pageSize, readCursor } from '../kernel/paging.ts';
import { Vendor } from './vendor.entity.ts';
import { IN_REGISTER } from './vendor-filter.ts';

/** Pairs of vendors in use that are likely one and that nobody kept apart, most alike first. */
export async function likelyDuplicates(ctx: Context, args: { first: number; after?: string | null }) {
  const first = pageSize(args.first);
  const cursor = readCursor(args.after, 'int', 'uuid', 'uuid');
  const pairs = await openPairs(ctx);
  const from = cursor ? pairs.findIndex((pair) => comesAfter(placeOf(pair), cursor as Place)) : 0;
  const page = pageOf(from < 0 ? [] : pairs.slice(from, from + first + 1), first, placeOf);
  const nodes = page.nodes.map(async ({ vendor, other, reason }) => ({
    vendor: await oneOf(ctx, Vendor, vendor.id),
    other: await oneOf(ctx, Vendor, other.id),
    reason,
  }));
  return { ...page, nodes: await Promise.all(nodes), totalCount: pairs.length };
}

async function openPairs(ctx: Context): Promise<LikelyPair<Named>[]> {
  const [vendors, apart] = await Promise.all([
    ctx.query<Named>(`SELECT id, name FROM app.vendor WHERE ${IN_REGISTER} AND offboarded_on IS NULL ORDER BY id`),
    ctx.query<{ pair: string }>(`SELECT vendor_id || ' ' || other_id AS pair FROM app.distinct_vendors`),
  ]);
  const keptApart = new Set(apart.map(({ pair }) => pair));
  return likelyPairs(vendors).filter(({ vendor, other }) => !keptApart.has([vendor.id, other.id].sort().join(' ')));
}

type Place = [likeness: number, vendor: string, other: string];
const placeOf = ({ likeness, vendor, other }: LikelyPair<Named>): Place => [likeness, vendor.id, other.id];

const comesAfter = (a: Place, b: Place): boolean =>
  a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] > b[2];
