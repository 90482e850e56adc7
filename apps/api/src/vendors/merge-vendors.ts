import type { mergeVendors } from '@attestry/domain/vendors/facts.ts';
import { mayMerge } from '@attestry/domain/vendors/may-merge.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { conflict, notFound, refused } from '../kernel/failure.ts';
import { columns, update } from '../kernel/rows.ts';
import { Vendor } from './vendor.entity.ts';

/** What belongs to a vendor, and the column that says so. All of it moves. */
const HELD: readonly (readonly [table: string, column: string])[] = [
  ['service', 'vendor_id'],
  ['agreement', 'vendor_id'],
  ['agreement', 'upper_vendor_id'],
  ['covered_service', 'vendor_id'],
  ['subprocessor_link', 'upper_vendor_id'],
  ['subprocessor_link', 'lower_vendor_id'],
  ['subprocessor_entry', 'vendor_id'],
  ['vendor_evidence', 'vendor_id'],
];

/** Where both may have one of a kind, the kept vendor's stays and only what it has not moves. */
const ONE_OF_A_KIND: readonly (readonly [table: string, kind: string])[] = [
  ['due_diligence_answer', 'question'],
  ['subprocessor_list', 'listed_on'],
];

/** Makes two records of one vendor one: everything of `mergeId` goes to `keepId`. Answers the vendor that stays. */
export async function mergeTwoVendors(ctx: Context, input: z.infer<typeof mergeVendors>): Promise<Vendor> {
  const tx = await ctx.tx();
  const { keep, merge } = await lockBoth(ctx, input);
  const decision = mayMerge({ keep, merge, ...(await between(ctx, keep.id, merge.id)) });
  if (!decision.allowed) throw refused(decision.because);
  // Services, agreements and the lines that name both must agree on the vendor, and move one after the other.
  await tx.query('SET CONSTRAINTS ALL DEFERRED');
  for (const [table, column] of HELD)
    await tx.query(`UPDATE app.${table} SET ${column} = $1 WHERE ${column} = $2`, [keep.id, merge.id]);
  for (const [table, kind] of ONE_OF_A_KIND)
    await tx.query(
      `UPDATE app.${table} moved SET vendor_id = $1 WHERE vendor_id = $2
         AND NOT EXISTS (SELECT FROM app.${table} kept WHERE kept.vendor_id = $1 AND kept.${kind} = moved.${kind})`,
      [keep.id, merge.id],
    );
  await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
  await update(tx, Vendor, { id: merge.id }, { mergedIntoId: keep.id });
  return keep;
}

/** Both, locked in the order of their ids: two merges of the same pair must not wait for each other for ever. */
async function lockBoth(ctx: Context, { keepId, keepVersion, mergeId, mergeVersion }: z.infer<typeof mergeVendors>) {
  const rows = await ctx.query<Vendor>(
    `SELECT ${columns(Vendor)} FROM app.vendor WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [[keepId, mergeId]],
  );
  const [keep, merge] = [keepId, mergeId].map((id) => rows.find((row) => row.id === id.toLowerCase()));
  if (!keep || !merge) throw notFound('vendor');
  if (keep.version !== keepVersion) throw conflict('vendor', keep);
  if (merge.version !== mergeVersion) throw conflict('vendor', merge);
  return { keep, merge };
}

/** What joins the two, and what would collide once they are one. */
async function between(ctx: Context, keepId: string, mergeId: string) {
  const pair = '(upper_vendor_id, lower_vendor_id) IN (($1::uuid, $2::uuid), ($2, $1))';
  const [[links], agreements, colliding] = await Promise.all([
    ctx.query<{ count: number }>(`SELECT count(*)::int AS count FROM app.subprocessor_link WHERE ${pair}`, [
      keepId,
      mergeId,
    ]),
    ctx.query<{ title: string }>(
      `SELECT title FROM app.agreement WHERE ${pair.replace('lower_', '')} ORDER BY lower(title), id`,
      [keepId, mergeId],
    ),
    ctx.query<{ one: string; other: string }>(
      `SELECT DISTINCT a.title AS one, b.title AS other
       FROM app.agreement a JOIN app.covered_service c ON c.agreement_id = a.id
         JOIN app.covered_service d ON d.service_id = c.service_id JOIN app.agreement b ON b.id = d.agreement_id
       WHERE a.upper_vendor_id = $1 AND b.upper_vendor_id = $2
         AND a.in_effect * daterange(c.listed_from, c.listed_through, '[]')
           && b.in_effect * daterange(d.listed_from, d.listed_through, '[]')`,
      [keepId, mergeId],
    ),
  ]);
  return {
    linksBetween: links!.count,
    agreementsBetween: agreements.map(({ title }) => title),
    coveringTheSame: colliding.map(({ one, other }) => [one, other] as const),
  };
}
