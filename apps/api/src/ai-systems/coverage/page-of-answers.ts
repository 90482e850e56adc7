import { type Page, type Place, pageOf, pageSize, readCursor } from '../../kernel/paging.ts';

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
}
type Key = readonly (string | number)[];

/** One page of answers that are in order already; `keyOf` is where one stands, of the types named. */
export function pageOfAnswers<Row>(
  rows: readonly Row[],
  { first, after }: PageArgs,
  order: {
    readonly places: readonly Place[];
    readonly keyOf: (row: Row) => Key;
    readonly compare: (a: Key, b: Key) => number;
  },
): Page<Row> {
  const size = pageSize(first);
  const cursor = readCursor(after, ...order.places);
  const rest = cursor ? rows.filter((row) => order.compare(order.keyOf(row), cursor) > 0) : rows;
  return pageOf(rest.slice(0, size + 1), size, (row) => [...order.keyOf(row)]);
}

export const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
