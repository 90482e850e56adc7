import { RegisterFacetsDocument, RegisterRowsDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import type { Register } from '../../ui/register/register.ts';
import { sortOf } from '../../ui/register/register-search.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { choiceLabel } from '../facts/choices.ts';
import { TierMark } from '../facts/tier-mark.tsx';
import { COLUMNS, type RegisterRow } from './columns.tsx';
import { FILTERS } from './filters.ts';
import { ADDRESS, filterOf, type RegisterSearch } from './register-search.ts';

export const AI_SYSTEMS: Register<RegisterRow, RegisterSearch> = {
  path: '/ai-systems',
  title: 'AI systems',
  one: 'system',
  many: 'systems',
  address: ADDRESS,
  name: { label: 'Name', sort: 'name', of: (row) => row.name },
  columns: COLUMNS,
  facets: FILTERS,
  searched: 'name, purpose, department, vendor and owner',
  placeholder: 'Name, purpose, vendor, owner',
  meta: (row) => (
    <>
      <span>{choiceLabel('stage', row.stage)}</span>
      <TierMark tier={row.tier} />
      {row.phi === 'yes' && <span>PHI</span>}
      {row.phi === 'no' && <span>No PHI</span>}
      {row.phi === 'unknown' && <Unknown word="PHI unknown" />}
    </>
  ),
  async read(search, page, signal) {
    const variables = { filter: filterOf(search), ...sortOf(ADDRESS, search), asOf: search.asOf, ...page };
    return (await execute(RegisterRowsDocument, variables, signal)).aiSystems;
  },
  async count(search, signal) {
    const variables = { filter: filterOf(search), asOf: search.asOf };
    const { businessOwner, ...facets } = (await execute(RegisterFacetsDocument, variables, signal)).aiSystems.facets;
    return { ...facets, owner: businessOwner };
  },
};
