import { prose } from '@attestry/domain/text.ts';
import { invalid } from '../kernel/failure.ts';

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

/** Values of a statement, numbered as they are added. */
export class Parameters {
  readonly values: unknown[];

  constructor(values: unknown[]) {
    this.values = values;
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

const MAX_VALUES = 500;
const MAX_WORDS = 8;
const filterText = prose(2_000);

/** Conditions of a filter, without the facet named by `except`; withdrawn systems never count. */
export function conditions(filter: Filter | null | undefined, parameters: Parameters, except?: Facet): string[] {
  const where = ['withdrawn_at IS NULL'];
  for (const [facet, column] of Object.entries(FACETS) as [Facet, string][]) {
    const values = filter?.[facet];
    if (facet === except || !values || values.length === 0) continue;
    if (values.length > MAX_VALUES)
      throw invalid({ path: `filter.${facet}`, message: `must have at most ${MAX_VALUES} values` });
    for (const value of values) if (typeof value === 'string') text(value, `filter.${facet}`);
    if (facet === 'tier' && values.some((tier) => Number(tier) < 1 || Number(tier) > 4))
      throw invalid({ path: 'filter.tier', message: 'must be 1 to 4' });
    where.push(`${column} = ANY (${parameters.add(values)})`);
  }
  for (const word of wordsOf(filter?.search)) {
    where.push(
      `(name || ' ' || department || ' ' || vendor_name || ' ' || business_owner || ' ' || purpose) ILIKE ${parameters.add(`%${word}%`)}`,
    );
  }
  return where;
}

function wordsOf(search: string | null | undefined): string[] {
  const words = text(search ?? '', 'filter.search')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
  return words.map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

function text(value: string, path: string): string {
  const parsed = filterText.safeParse(value);
  if (!parsed.success)
    throw invalid({ path, message: parsed.error.issues[0]?.message ?? 'is not a text to search for' });
  return parsed.data;
}
