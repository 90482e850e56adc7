import { TIER_LABELS, type Tier } from '@attestry/domain/ai-systems/risk-tier.ts';
import { CHOICES } from '@attestry/domain/ai-systems/words.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RegisterFacetsDocument, type RegisterFacetsQuery } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import { choiceLabel } from '../facts/choices.ts';
import { FilterChip, type FilterOption } from './filter-chip.tsx';
import { FILTER_KEYS, type FilterKey, filterOf, NOT_RECORDED, type RegisterSearch } from './register-search.ts';
import { IN_USE } from './register-state.tsx';

/** A row of chips, one a filter; each counts what the other filters leave. */
export function Filters({
  search,
  change,
}: {
  search: RegisterSearch;
  change: (part: Partial<RegisterSearch>) => void;
}) {
  const facets = useQuery({
    ...query(RegisterFacetsDocument, { filter: filterOf(search), asOf: search.asOf }),
    placeholderData: keepPreviousData,
  });
  return FILTER_KEYS.map((key) => {
    const chosen = search[key] ?? [];
    return (
      <FilterChip
        key={key}
        label={LABELS[key]}
        summary={summaryOf(key, chosen)}
        options={optionsOf(key, facets.data?.aiSystems.facets, chosen)}
        chosen={chosen}
        choose={(values) => change({ [key]: values?.length ? values : undefined })}
      />
    );
  });
}

type Facets = RegisterFacetsQuery['aiSystems']['facets'];

const LABELS: Readonly<Record<FilterKey, string>> = {
  stage: 'Stage',
  phi: 'PHI',
  tier: 'Tier',
  department: 'Department',
  owner: 'Owner',
};

function wordOf(key: FilterKey, value: string): string {
  switch (key) {
    case 'stage':
      return choiceLabel('stage', value);
    case 'phi':
      return choiceLabel('phi', value);
    case 'tier':
      return `${value} · ${TIER_LABELS[Number(value) as Tier] ?? ''}`;
    default:
      return value === NOT_RECORDED ? 'Not recorded' : value;
  }
}

function summaryOf(key: FilterKey, chosen: readonly string[]): string | undefined {
  if (chosen.length === 0) return undefined;
  if (key === 'stage' && chosen.length === IN_USE.length && IN_USE.every((stage) => chosen.includes(stage)))
    return 'all but retired';
  const words = chosen.map((value) => (key === 'tier' ? value : wordOf(key, value)));
  return words.length > 2 ? `${words[0]} and ${words.length - 1} more` : words.join(' or ');
}

/** Values in the order in which people know them; what is chosen stays in the list when nothing is left of it. */
function optionsOf(key: FilterKey, facets: Facets | undefined, chosen: readonly string[]): FilterOption[] {
  const counts = new Map<string, number>();
  const facet = facets?.[key === 'owner' ? 'businessOwner' : key] ?? [];
  for (const { value, count } of facet) counts.set(value === '' ? NOT_RECORDED : value, count);
  for (const value of [...(ORDERS[key] ?? []), ...chosen]) if (!counts.has(value)) counts.set(value, 0);
  const options = [...counts].map(([value, count]) => ({ value, count, label: wordOf(key, value) }));
  const order = ORDERS[key];
  if (order) return options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return options.sort(
    (a, b) => Number(b.value === NOT_RECORDED) - Number(a.value === NOT_RECORDED) || a.label.localeCompare(b.label),
  );
}

const ORDERS: Partial<Record<FilterKey, readonly string[]>> = {
  stage: Object.keys(CHOICES.stage),
  phi: Object.keys(CHOICES.phi),
  tier: ['4', '3', '2', '1'],
};
