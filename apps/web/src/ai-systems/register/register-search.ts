import type { AiSystemFilter, AiSystemSort } from '../../generated/graphql.ts';
import { type RegisterAddress, type RegisterSearchOf, readSearch, unsaid } from '../../ui/register/register-search.ts';
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS } from './column-ids.ts';

export type FilterKey = 'stage' | 'phi' | 'tier' | 'department' | 'owner';
/** What the register's address holds: whoever opens the link sees the same list. */
export type RegisterSearch = RegisterSearchOf<ColumnId, AiSystemSort, FilterKey>;

export const ADDRESS: RegisterAddress<ColumnId, AiSystemSort, FilterKey> = {
  columns: COLUMN_IDS,
  defaultColumns: DEFAULT_COLUMNS,
  sorts: ['name', 'department', 'stage', 'phi', 'tier', 'business_owner', 'next_review_on', 'updated_at'],
  filters: ['stage', 'phi', 'tier', 'department', 'owner'],
  values: { tier: /^[1-4]$/ },
};

export const readRegisterSearch = (raw: Record<string, unknown>): RegisterSearch => readSearch(ADDRESS, raw);

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
