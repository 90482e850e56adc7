/** What the address of a register may hold; whoever opens the link sees the same list. */
export interface RegisterAddress<
  Column extends string = string,
  Sort extends string = string,
  Filter extends string = string,
> {
  /** In the order in which they stand. */
  readonly columns: readonly Column[];
  readonly defaultColumns: readonly Column[];
  /** The first is how the list comes when nobody sorts it. */
  readonly sorts: readonly Sort[];
  readonly filters: readonly Filter[];
  /** What a value of a filter looks like, where not any text will do. */
  readonly values?: Readonly<Partial<Record<Filter, RegExp>>>;
}

/** What the address of every register holds; the filters stand beside it, each under its own key. */
export type ListSearch = {
  q?: string;
  sort?: string;
  dir?: 'desc';
  columns?: string[];
  asOf?: string;
};
export type RegisterSearchOf<Column extends string, Sort extends string, Filter extends string> = ListSearch & {
  sort?: Sort;
  columns?: Column[];
} & { [Key in Filter]?: string[] };

/** Takes an address as people edit and mail them: what cannot be read is left out. */
export function readSearch<Column extends string, Sort extends string, Filter extends string>(
  address: RegisterAddress<Column, Sort, Filter>,
  raw: Record<string, unknown>,
): RegisterSearchOf<Column, Sort, Filter> {
  const filters = address.filters.map((key) => [
    key,
    listed(raw[key])?.filter((value) => address.values?.[key]?.test(value) ?? true),
  ]);
  const read: ListSearch = {
    q: text(raw.q),
    ...Object.fromEntries(filters),
    sort: address.sorts.find((sort) => sort === raw.sort),
    dir: raw.dir === 'desc' ? 'desc' : undefined,
    columns: listed(raw.columns)?.filter((id) => (address.columns as readonly string[]).includes(id)),
    asOf: text(raw.asOf)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0],
  };
  return defined(read) as RegisterSearchOf<Column, Sort, Filter>;
}

/** Values chosen of a filter; undefined when nothing is. */
export const chosenOf = (search: ListSearch, filter: string): readonly string[] | undefined =>
  (search as Readonly<Record<string, string[] | undefined>>)[filter];

export const isFiltered = (address: RegisterAddress, search: ListSearch): boolean =>
  search.q !== undefined || address.filters.some((key) => chosenOf(search, key) !== undefined);

/** Nothing searched, nothing filtered, as a change of the address. */
export const cleared = ({ filters }: RegisterAddress): ListSearch => ({
  q: undefined,
  ...Object.fromEntries(filters.map((key) => [key, undefined])),
});

/** Which rows, whatever is shown of them. */
export const listOf = ({ columns: _columns, ...list }: ListSearch): ListSearch => list;

export function sortOf<Sort extends string>(
  { sorts }: RegisterAddress<string, Sort>,
  search: ListSearch & { sort?: Sort },
): { sort: Sort; direction: 'ascending' | 'descending' } {
  return { sort: search.sort ?? sorts[0]!, direction: search.dir === 'desc' ? 'descending' : 'ascending' };
}

/** In the address "not recorded" is a hyphen: an empty value would not survive being mailed. */
export const NOT_RECORDED = '-';
export const unsaid = (value: string): string => (value === NOT_RECORDED ? '' : value);

/** The router reads `?q=123` as a number; here it is what somebody typed. */
const text = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value) : undefined;

function listed(value: unknown): string[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).map(text).filter((one) => one !== undefined);
  return values.length > 0 ? [...new Set(values)] : undefined;
}

const defined = <T extends object>(object: T): T =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as T;
