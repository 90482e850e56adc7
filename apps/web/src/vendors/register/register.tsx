import { VendorFacetsDocument, VendorRowsDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import type { Register } from '../../ui/register/register.ts';
import { sortOf } from '../../ui/register/register-search.ts';
import { COLUMNS, VendorMeta, type VendorRow } from './columns.tsx';
import { FILTERS } from './filters.ts';
import { ADDRESS, filterOf, type RegisterSearch } from './register-search.ts';

export const VENDORS: Register<VendorRow, RegisterSearch> = {
  path: '/vendors',
  title: 'Vendors',
  one: 'vendor',
  many: 'vendors',
  address: ADDRESS,
  name: { label: 'Name', sort: 'name', of: (row) => row.name },
  columns: COLUMNS,
  facets: FILTERS,
  searched: 'name, description, owner and the names of services',
  placeholder: 'Name, service, owner',
  meta: (row) => <VendorMeta row={row} />,
  async read(search, page, signal) {
    const variables = { filter: filterOf(search), ...sortOf(ADDRESS, search), asOf: search.asOf, ...page };
    return (await execute(VendorRowsDocument, variables, signal)).vendors;
  },
  async count(search, signal) {
    const variables = { filter: filterOf(search), asOf: search.asOf };
    return (await execute(VendorFacetsDocument, variables, signal)).vendors.facets;
  },
};
