import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import { AgreementFacetsDocument, AgreementRowsDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import type { FacetCounts, Register } from '../../ui/register/register.ts';
import { sortOf } from '../../ui/register/register-search.ts';
import { type AgreementRow, COLUMNS } from './columns.tsx';
import { FILTERS } from './filters.ts';
import { ADDRESS, type AgreementsSearch, filterOf } from './register-search.ts';

export const AGREEMENTS: Register<AgreementRow, AgreementsSearch> = {
  path: '/agreements',
  title: 'Agreements',
  one: 'agreement',
  many: 'agreements',
  address: ADDRESS,
  name: { label: 'Agreement', sort: 'title', of: (row) => row.title },
  columns: COLUMNS,
  facets: FILTERS,
  searched: 'title, vendor, owner and services',
  placeholder: 'Title, vendor, owner, service',
  meta: (row) => (
    <>
      <span>{row.vendor.name}</span>
      <span>{AGREEMENT_STAGES[row.standing.stage]}</span>
    </>
  ),
  async read(search, page, signal) {
    const variables = { filter: filterOf(search), ...sortOf(ADDRESS, search), asOf: search.asOf, ...page };
    return (await execute(AgreementRowsDocument, variables, signal)).agreements;
  },
  async count(search, signal): Promise<FacetCounts> {
    const filter = filterOf(search);
    const within = (expiringWithinDays: number) => ({ ...filter, expiringWithinDays });
    const answer = await execute(
      AgreementFacetsDocument,
      {
        filter,
        in30: within(30),
        in90: within(90),
        in180: within(180),
        in365: within(365),
        open: { ...filter, obligationsOpen: true },
        asOf: search.asOf,
      },
      signal,
    );
    const spans = { 30: answer.in30, 90: answer.in90, 180: answer.in180, 365: answer.in365 };
    return {
      ...answer.agreements.facets,
      within: Object.entries(spans).map(([value, { totalCount }]) => ({ value, count: totalCount })),
      open: [{ value: 'yes', count: answer.open.totalCount }],
    };
  },
};
