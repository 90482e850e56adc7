import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FilterChip, type FilterOption } from './filter-chip.tsx';
import type { Facet, FacetCount, FacetCounts, Register, RegisterRow } from './register.ts';
import { chosenOf, type ListSearch, listOf, NOT_RECORDED } from './register-search.ts';
import type { ChangeSearch } from './use-register-search.ts';

/** A row of chips, one a filter; each counts what the other filters leave. */
export function FacetChips<Row extends RegisterRow>({
  register,
  search,
  change,
}: {
  register: Register<Row>;
  search: ListSearch;
  change: ChangeSearch;
}) {
  const { sort: _sort, dir: _dir, ...filters } = listOf(search);
  const counts = useQuery({
    queryKey: ['register-facets', register.path, filters],
    queryFn: ({ signal }): Promise<FacetCounts> => register.count(search, signal),
    placeholderData: keepPreviousData,
  });
  return Object.entries(register.facets).map(([key, facet]) => {
    const chosen = chosenOf(search, key) ?? [];
    return (
      <FilterChip
        key={key}
        label={facet.label}
        summary={summaryOf(facet, chosen)}
        options={optionsOf(facet, counts.data, key, chosen)}
        chosen={chosen}
        choose={(values) => change({ [key]: values?.length ? values : undefined })}
      />
    );
  });
}

const wordOf = (facet: Facet, value: string): string =>
  value === NOT_RECORDED ? 'Not recorded' : (facet.word?.(value) ?? value);

function summaryOf(facet: Facet, chosen: readonly string[]): string | undefined {
  if (chosen.length === 0) return undefined;
  const better = facet.summary?.(chosen);
  if (better) return better;
  const words = chosen.map((value) => facet.short?.(value) ?? wordOf(facet, value));
  return words.length > 2 ? `${words[0]} and ${words.length - 1} more` : words.join(' or ');
}

/** Values in the order in which people know them; what is chosen stays in the list when nothing is left of it. */
function optionsOf(
  facet: Facet,
  read: FacetCounts | undefined,
  key: string,
  chosen: readonly string[],
): FilterOption[] {
  const counted: readonly FacetCount[] | undefined = read?.[key];
  const none = counted && 0;
  const counts = new Map<string, number | undefined>();
  for (const { value, count } of counted ?? []) counts.set(value === '' ? NOT_RECORDED : value, count);
  for (const value of [...(facet.order ?? []), ...chosen]) if (!counts.has(value)) counts.set(value, none);
  const options = [...counts].map(([value, count]) => ({ value, count, label: wordOf(facet, value) }));
  const { order } = facet;
  if (order) return options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return options.sort(
    (a, b) => Number(b.value === NOT_RECORDED) - Number(a.value === NOT_RECORDED) || a.label.localeCompare(b.label),
  );
}
