import { addDays } from '@attestry/domain/time/dates.ts';
import { EXPIRING_DAYS } from '@attestry/domain/vendors/evidence-standing.ts';
import type * as Gql from '../generated/contract.ts';
import { recordedRows } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { VendorEvidence } from './vendor-evidence.entity.ts';
import { conditions, type Facet, IN_REGISTER, IN_USE, OF_SERVICE, OF_VENDOR, source } from './vendor-filter.ts';
import type { VendorListArgs } from './vendor-list.ts';

const MOST_VALUES = 200;

/** How many vendors each choice of a filter would leave, all other filters applied; one statement. */
export async function facetsOf(
  ctx: Context,
  { filter, asOf }: Pick<VendorListArgs, 'filter' | 'asOf'>,
): Promise<Gql.VendorFacets> {
  const from = source(ctx.me, asOf);
  const left = (facet: Facet) => `${from.vendors} WHERE ${conditions(filter, from, facet).join(' AND ')}`;
  const counted = (facet: Facet, rows: string) =>
    `(SELECT '${facet}' AS facet, ${facet} AS value, count(*)::int AS count FROM ${rows} GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${MOST_VALUES})`;
  const counts = [
    ...OF_VENDOR.map((facet) => counted(facet, left(facet))),
    // Distinct first: counting distinct vendors sorts every service by text (measured: ten times slower).
    ...OF_SERVICE.map((facet) =>
      counted(
        facet,
        `(SELECT DISTINCT vendor_id, ${facet} FROM ${from.services} WHERE ${IN_USE} AND vendor_id IN (SELECT id FROM ${left(facet)})) provided`,
      ),
    ),
  ];
  const rows = await ctx.query<Gql.FacetCount & { facet: Facet }>(counts.join(' UNION ALL '), from.parameters.values);
  const of = (facet: Facet) => rows.filter((row) => row.facet === facet);
  return { tier: of('tier'), phi: of('phi'), ai: of('ai'), owner: of('owner') };
}

export async function summaryOf(ctx: Context, asOf: string | null | undefined): Promise<Gql.VendorSummary> {
  const { day = ctx.me.today, vendors, services, parameters } = source(ctx.me, asOf);
  const evidence =
    parameters.values.length > 0
      ? `${recordedRows(VendorEvidence, 'vendor_evidence')} evidence`
      : 'app.vendor_evidence';
  const [today, soon] = [parameters.add(day), parameters.add(addDays(day, EXPIRING_DAYS))];
  const [row] = await ctx.query<Gql.VendorSummary>(
    `WITH registered AS MATERIALIZED (SELECT id, owner, next_review_on, offboarded_on FROM ${vendors} WHERE ${IN_REGISTER}),
       used AS (SELECT * FROM registered WHERE offboarded_on IS NULL),
       provided AS (SELECT vendor_id, phi FROM ${services} WHERE ${IN_USE} AND vendor_id IN (SELECT id FROM used))
     SELECT (SELECT count(*) FROM used)::int AS total,
       (SELECT count(*) FROM registered WHERE offboarded_on IS NOT NULL)::int AS offboarded,
       (SELECT count(*) FROM provided)::int AS services,
       (SELECT count(DISTINCT vendor_id) FROM provided WHERE phi = 'yes')::int AS "withPhi",
       (SELECT count(*) FROM used WHERE owner = '')::int AS "withoutOwner",
       (SELECT count(*) FROM used WHERE next_review_on < ${today}::date)::int AS "overdueReview",
       (SELECT count(*) FROM ${evidence} WHERE withdrawn_at IS NULL AND expires_on <= ${soon}::date
          AND vendor_id IN (SELECT id FROM used))::int AS "expiringEvidence"`,
    parameters.values,
  );
  return row!;
}
