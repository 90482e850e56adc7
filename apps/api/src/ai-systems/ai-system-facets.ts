import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { conditions, FACETS, type Facet } from './ai-system-filter.ts';
import { type ListArgs, source } from './ai-system-list.ts';

const MOST_VALUES = 200;

/** How many systems each choice of a filter would leave, all other filters applied; one statement. */
export async function facetsOf(
  ctx: Context,
  { filter, asOf }: Pick<ListArgs, 'filter' | 'asOf'>,
): Promise<Gql.AiSystemFacets> {
  const { from, parameters } = source(ctx.me, asOf);
  const counts = (Object.entries(FACETS) as [Facet, string][]).map(
    ([facet, column]) =>
      `(SELECT '${facet}' AS facet, ${column}::text AS value, count(*)::int AS count FROM ${from}
        WHERE ${conditions(filter, parameters, facet).join(' AND ')} GROUP BY ${column} ORDER BY count(*) DESC, 2 LIMIT ${MOST_VALUES})`,
  );
  const rows = await ctx.query<Gql.FacetCount & { facet: Facet }>(counts.join(' UNION ALL '), parameters.values);
  const of = (facet: Facet) => rows.filter((row) => row.facet === facet);
  return {
    stage: of('stage'),
    phi: of('phi'),
    tier: of('tier'),
    department: of('department'),
    businessOwner: of('businessOwner'),
  };
}

export async function summaryOf(ctx: Context, asOf: string | null | undefined): Promise<Gql.AiSystemSummary> {
  const { from, parameters } = source(ctx.me, asOf);
  const day = parameters.add(asOf ?? ctx.me.today);
  const [row] = await ctx.query<Gql.AiSystemSummary>(
    `SELECT count(*) FILTER (WHERE stage <> 'retired')::int AS total,
      count(*) FILTER (WHERE stage = 'retired')::int AS retired,
      count(*) FILTER (WHERE stage <> 'retired' AND phi = 'yes')::int AS phi,
      count(*) FILTER (WHERE stage <> 'retired' AND phi = 'unknown')::int AS "phiUnknown",
      count(*) FILTER (WHERE stage <> 'retired' AND business_owner = '')::int AS "withoutOwner",
      count(*) FILTER (WHERE stage <> 'retired' AND next_review_on < ${day}::date)::int AS "overdueReview",
      count(*) FILTER (WHERE stage <> 'retired' AND tier = 4)::int AS "highestTier"
     FROM ${from} WHERE withdrawn_at IS NULL`,
    parameters.values,
  );
  return row!;
}
