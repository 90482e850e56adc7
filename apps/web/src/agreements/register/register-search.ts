import type { AgreementFilter, AgreementSort } from '../../generated/graphql.ts';
import { type RegisterAddress, type RegisterSearchOf, readSearch, unsaid } from '../../ui/register/register-search.ts';
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS } from './column-ids.ts';

export type FilterKey = 'stage' | 'parties' | 'renewal' | 'owner' | 'within' | 'open';
export type RegisterSearch = RegisterSearchOf<ColumnId, AgreementSort, FilterKey>;

/** What the address of the agreements holds: the view, and for the register its filters, sort and columns. */
export type AgreementsSearch = RegisterSearch & {
  /** Absent: the board. */
  view?: 'register';
};

export const ADDRESS: RegisterAddress<ColumnId, AgreementSort, FilterKey> = {
  columns: COLUMN_IDS,
  defaultColumns: DEFAULT_COLUMNS,
  sorts: ['vendor', 'title', 'stage', 'effective_on', 'in_effect_through', 'updated_at'],
  filters: ['stage', 'parties', 'renewal', 'owner', 'within', 'open'],
  values: { within: /^(30|90|180|365)$/, open: /^yes$/ },
};

export const readAgreementsSearch = (raw: Record<string, unknown>): AgreementsSearch => ({
  ...readSearch(ADDRESS, raw),
  ...(raw.view === 'register' ? { view: 'register' as const } : {}),
});

/** Of several spans the longest: it holds the shorter ones. */
export const withinOf = ({ within }: Pick<RegisterSearch, 'within'>): number | undefined =>
  within && Math.max(...within.map(Number));

export const filterOf = (search: RegisterSearch): AgreementFilter => ({
  search: search.q,
  stage: search.stage as AgreementFilter['stage'],
  parties: search.parties as AgreementFilter['parties'],
  renewal: search.renewal as AgreementFilter['renewal'],
  owner: search.owner?.map(unsaid),
  expiringWithinDays: withinOf(search),
  obligationsOpen: search.open ? true : undefined,
});
