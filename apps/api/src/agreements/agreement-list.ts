import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import { keysOf } from '@attestry/domain/keys.ts';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { chosen, searchPatterns } from '../kernel/list-filter.ts';
import { listPage, type Sort } from '../kernel/list-page.ts';
import type { AsOf } from '../kernel/loaders.ts';
import type { Page } from '../kernel/paging.ts';
import { columns } from '../kernel/rows.ts';
import { Agreement } from './agreement.entity.ts';
import { HAS_OPEN, type Source, sourceOf } from './agreement-source.ts';

const SORTS: Record<Gql.AgreementSort, Sort> = {
  title: { sql: 'lower(title)', type: 'text' },
  vendor: { sql: 'lower(vendor_name)', type: 'text' },
  stage: { sql: `array_position(ARRAY['${keysOf(AGREEMENT_STAGES).join("','")}'], stage)`, type: 'int' },
  effective_on: { sql: `coalesce(effective_on, 'infinity')`, type: 'date' },
  in_effect_through: { sql: `coalesce(through, 'infinity')`, type: 'date' },
  updated_at: { sql: 'updated_at', type: 'timestamptz' },
};
const FACETS = { stage: 'stage', parties: 'parties', renewal: 'renewal', owner: 'owner' } as const;
type Facet = keyof typeof FACETS;
const MOST_VALUES = 200;
const MOST_DAYS = 36_500;

type Filter = Gql.AgreementFilter | null | undefined;
export interface ListArgs {
  readonly filter?: Filter;
  readonly sort?: Gql.AgreementSort | null;
  readonly direction?: Gql.SortDirection | null;
  readonly first: number;
  readonly after?: string | null;
  readonly asOf?: string | null;
}

/** One page of agreements, in one statement. */
export async function listAgreements(ctx: Context, args: ListArgs): Promise<Page<AsOf<Agreement>>> {
  const source = sourceOf(ctx.me, args.asOf);
  const page = await listPage<Agreement>(ctx, args, SORTS[args.sort ?? 'vendor'], {
    select: columns(Agreement),
    from: fromOf(source, args.filter),
    where: [...inFacets(source, args.filter), ...inFilter(source, args.filter)],
    parameters: source.parameters,
  });
  return { ...page, nodes: page.nodes.map((row) => Object.assign(row, { asOf: source.asOf })) };
}

export async function countAgreements(ctx: Context, { filter, asOf }: ListArgs): Promise<number> {
  const source = sourceOf(ctx.me, asOf);
  const where = [...inFacets(source, filter), ...inFilter(source, filter)].join(' AND ');
  const [row] = await ctx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${fromOf(source, filter)} WHERE ${where}`,
    source.parameters.values,
  );
  return row!.count;
}

/** How many agreements each choice of a filter would leave, all other filters applied; one statement. */
export async function facetsOf(ctx: Context, { filter, asOf }: ListArgs): Promise<Gql.AgreementFacets> {
  const source = sourceOf(ctx.me, asOf);
  const where = inFilter(source, filter).join(' AND ');
  const counts = (Object.entries(FACETS) as [Facet, string][]).map(
    ([facet, column]) =>
      `(SELECT '${facet}' AS facet, ${column} AS value, count(*)::int AS count FROM matching
        WHERE ${inFacets(source, filter, facet).join(' AND ')} GROUP BY ${column} ORDER BY count(*) DESC, 2 LIMIT ${MOST_VALUES})`,
  );
  const rows = await ctx.query<Gql.FacetCount & { facet: Facet }>(
    `WITH matching AS MATERIALIZED (SELECT ${Object.values(FACETS).join(', ')} FROM ${fromOf(source, filter)} WHERE ${where})
     ${counts.join(' UNION ALL ')}`,
    source.parameters.values,
  );
  const of = (facet: Facet) => rows.filter((row) => row.facet === facet);
  return { stage: of('stage'), parties: of('parties'), renewal: of('renewal'), owner: of('owner') };
}

/** Obligations are looked at only where the filter asks for them. */
const fromOf = ({ agreements, obligations }: Source, filter: Filter) =>
  `${agreements} agreement ${asksForObligations(filter) ? `LEFT JOIN ${obligations} o ON o.agreement_id = agreement.id` : ''}`;

const asksForObligations = (filter: Filter) => typeof filter?.obligationsOpen === 'boolean';

function inFacets({ parameters }: Source, filter: Filter, except?: Facet): string[] {
  const where = ['true'];
  for (const [facet, column] of Object.entries(FACETS) as [Facet, string][]) {
    const values = facet === except ? undefined : chosen<string>(filter?.[facet], `filter.${facet}`);
    if (values) where.push(`${column} = ANY (${parameters.add(values)}::text[])`);
  }
  return where;
}

function inFilter(source: Source, filter: Filter): string[] {
  const { parameters, day, coveredServices, services } = source;
  const where = ['true'];
  for (const pattern of searchPatterns(filter?.search)) {
    const place = parameters.add(pattern);
    where.push(`((title || ' ' || vendor_name || ' ' || owner) ILIKE ${place} OR id IN (SELECT c.agreement_id
      FROM ${coveredServices} c JOIN ${services} s ON s.id = c.service_id WHERE s.name ILIKE ${place}))`);
  }
  if (typeof filter?.vendorId === 'string')
    where.push(isId(filter.vendorId) ? `vendor_id = ${parameters.add(filter.vendorId)}::uuid` : 'false');
  const within = filter?.expiringWithinDays;
  if (within !== null && within !== undefined) {
    if (within < 0 || within > MOST_DAYS)
      throw invalid({ path: 'filter.expiringWithinDays', message: `must be 0 to ${MOST_DAYS}` });
    where.push(
      `stage IN ('signed', 'in_effect', 'notice') AND through <= ${day}::date + ${parameters.add(within)}::int`,
    );
  }
  if (asksForObligations(filter)) where.push(filter!.obligationsOpen ? `(${HAS_OPEN})` : `NOT (${HAS_OPEN})`);
  return where;
}
