import { invalid } from '../kernel/failure.ts';
import { chosen, type Parameters, searchPatterns } from '../kernel/list-filter.ts';

export interface Filter {
  readonly search?: string | null;
  readonly stage?: readonly string[] | null;
  readonly phi?: readonly string[] | null;
  readonly tier?: readonly number[] | null;
  readonly department?: readonly string[] | null;
  readonly businessOwner?: readonly string[] | null;
}
export type Facet = Exclude<keyof Filter, 'search'>;

/** Facets and their columns; names of ours only. */
export const FACETS: Record<Facet, string> = {
  stage: 'stage',
  phi: 'phi',
  tier: 'tier',
  department: 'department',
  businessOwner: 'business_owner',
};

/** Conditions of a filter, without the facet named by `except`; withdrawn systems never count. */
export function conditions(filter: Filter | null | undefined, parameters: Parameters, except?: Facet): string[] {
  const where = ['withdrawn_at IS NULL'];
  for (const [facet, column] of Object.entries(FACETS) as [Facet, string][]) {
    const values = facet === except ? undefined : chosen<string | number>(filter?.[facet], `filter.${facet}`);
    if (!values) continue;
    if (facet === 'tier' && values.some((tier) => Number(tier) < 1 || Number(tier) > 4))
      throw invalid({ path: 'filter.tier', message: 'must be 1 to 4' });
    where.push(`${column} = ANY (${parameters.add(values)})`);
  }
  for (const pattern of searchPatterns(filter?.search)) {
    where.push(
      `(name || ' ' || department || ' ' || vendor_name || ' ' || business_owner || ' ' || purpose) ILIKE ${parameters.add(pattern)}`,
    );
  }
  return where;
}
