import type { VendorFilter, VendorSort } from '../../generated/graphql.ts';
import { type RegisterAddress, type RegisterSearchOf, readSearch, unsaid } from '../../ui/register/register-search.ts';
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS } from './column-ids.ts';

export type FilterKey = 'tier' | 'phi' | 'ai' | 'owner' | 'offboarded';
export type RegisterSearch = RegisterSearchOf<ColumnId, VendorSort, FilterKey>;

export const ADDRESS: RegisterAddress<ColumnId, VendorSort, FilterKey> = {
  columns: COLUMN_IDS,
  defaultColumns: DEFAULT_COLUMNS,
  sorts: ['name', 'tier', 'owner', 'next_review_on', 'updated_at'],
  filters: ['tier', 'phi', 'ai', 'owner', 'offboarded'],
  values: {
    tier: /^(critical|high|moderate|low|unknown)$/,
    phi: /^(yes|no|unknown)$/,
    ai: /^(yes|no|unknown)$/,
    offboarded: /^shown$/,
  },
};

export const readRegisterSearch = (raw: Record<string, unknown>): RegisterSearch => readSearch(ADDRESS, raw);

export function filterOf(search: RegisterSearch): VendorFilter {
  return {
    search: search.q,
    tier: search.tier as VendorFilter['tier'],
    phi: search.phi as VendorFilter['phi'],
    ai: search.ai as VendorFilter['ai'],
    owner: search.owner?.map(unsaid),
    offboarded: search.offboarded ? true : undefined,
  };
}
