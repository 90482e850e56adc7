import type { AiSystemFilter, AiSystemSort, SortDirection } from '../../generated/graphql.ts';
import { COLUMN_IDS, type ColumnId } from './column-ids.ts';

/** What the register's address holds: whoever opens the link sees the same list. */
export interface RegisterSearch {
  q?: string;
  stage?: string[];
  phi?: string[];
  tier?: string[];
  department?: string[];
  owner?: string[];
  sort?: AiSystemSort;
  dir?: 'desc';
  columns?: ColumnId[];
  asOf?: string;
}

export const FILTER_KEYS = ['stage', 'phi', 'tier', 'department', 'owner'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Takes an address as people edit and mail them: what cannot be read is left out. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const columns = list(raw.columns)?.filter((id): id is ColumnId => (COLUMN_IDS as readonly string[]).includes(id));
  return defined({
    q: text(raw.q),
    stage: list(raw.stage),
    phi: list(raw.phi),
    tier: list(raw.tier)?.filter((tier) => /^[1-4]$/.test(tier)),
    department: list(raw.department),
    owner: list(raw.owner),
    sort: SORTS.find((sort) => sort === raw.sort),
    dir: raw.dir === 'desc' ? 'desc' : undefined,
    columns: columns?.length ? columns : undefined,
    asOf: text(raw.asOf)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0],
  });
}

export function filterOf(search: RegisterSearch): AiSystemFilter {
  return {
    search: search.q,
    stage: search.stage as AiSystemFilter['stage'],
    phi: search.phi as AiSystemFilter['phi'],
    tier: search.tier?.map(Number),
    department: search.department?.map(unsaid),
    businessOwner: search.owner?.map(unsaid),
  };
}

/** In the address "not recorded" is a hyphen: an empty value would not survive being mailed. */
export const NOT_RECORDED = '-';
const unsaid = (value: string) => (value === NOT_RECORDED ? '' : value);

export const isFiltered = (search: RegisterSearch): boolean =>
  search.q !== undefined || FILTER_KEYS.some((key) => search[key] !== undefined);

export const withoutFilters = ({ sort, dir, columns, asOf }: RegisterSearch): RegisterSearch =>
  defined({ sort, dir, columns, asOf });

export const sortOf = (search: RegisterSearch): { sort: AiSystemSort; direction: SortDirection } => ({
  sort: search.sort ?? 'name',
  direction: search.dir === 'desc' ? 'descending' : 'ascending',
});

const SORTS: readonly AiSystemSort[] = [
  'name',
  'department',
  'stage',
  'phi',
  'tier',
  'business_owner',
  'next_review_on',
  'updated_at',
];

/** The router reads `?q=123` as a number; here it is what somebody typed. */
const text = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value) : undefined;

function list(value: unknown): string[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).map(text).filter((one) => one !== undefined);
  return values.length > 0 ? [...new Set(values)] : undefined;
}

const defined = <T extends object>(object: T): T =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as T;
