import type { ReactNode } from 'react';
import type { ListSearch, RegisterAddress } from './register-search.ts';

/*
 * A register is a declaration: what its address holds (register-search.ts), its columns and filters, how rows are read,
 * and what things are called. `shell/register/register-page.tsx` makes the page of it: search box, filter chips, sort,
 * chosen columns, saved views, a real table of any length, keys (`/ j k Enter x`), selection and kept scroll.
 * `ai-systems/register/` is the example to follow.
 */

export interface RegisterRow {
  readonly id: string;
}

export interface Register<Row extends RegisterRow, Search extends ListSearch = ListSearch> {
  /** Of the list; a record is at `${path}/$id`, and saved views are kept under the name after the slash. */
  readonly path: `/${string}`;
  /** What the list is called, and one of its rows: "system", "systems". */
  readonly title: string;
  readonly one: string;
  readonly many: string;
  readonly address: RegisterAddress;
  /** The column that always stands; it links to the record. */
  readonly name: { readonly label: string; readonly sort?: string; of(row: Row): string };
  readonly columns: Readonly<Record<string, Column<Row>>>;
  /** The filters, in the order of their chips; keys are those of `address.filters`. */
  readonly facets: Readonly<Record<string, Facet>>;
  /** Where the search looks: "name, purpose and owner"; and the same short, in the empty box. */
  readonly searched: string;
  readonly placeholder: string;
  /** On a phone: what stands below the name instead of columns. */
  meta(row: Row): ReactNode;
  /** A page of rows. */
  read(search: Search, page: PageAsked, signal: AbortSignal): Promise<PageRead<Row>>;
  /** How many rows each value of each filter leaves; by key of the filter. */
  count(search: Search, signal: AbortSignal): Promise<FacetCounts>;
}

export interface Column<Row, Sort extends string = string> {
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** Absent: the list cannot be sorted by this column. */
  readonly sort?: Sort;
  /** Days and numbers are set right, so that they stand below each other. */
  readonly right?: true;
  cell(row: Row): ReactNode;
}

export interface Facet {
  readonly label: string;
  /** A value in words; absent: the value itself. */
  readonly word?: (value: string) => string;
  /** A value in words on the chip, where there is less room. */
  readonly short?: (value: string) => string;
  /** All values in the order in which people know them; absent: those that occur, by their words. */
  readonly order?: readonly string[];
  /** What is chosen, where there is a better word for it than the list of its values. */
  readonly summary?: (chosen: readonly string[]) => string | undefined;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}
/** A filter without counts is left out. */
export type FacetCounts = Readonly<Partial<Record<string, readonly FacetCount[]>>>;

export interface PageAsked {
  readonly first: number;
  readonly after: string | undefined;
}
export interface PageRead<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount: number;
}
