import type { Context } from './context.ts';
import type { Parameters } from './list-filter.ts';
import { type Page, type Place, pageOf, pageSize, readCursor } from './paging.ts';

/** What a list can be sorted by: an expression of ours over its rows, its type, and so how a cursor keeps its place. */
export interface Sort {
  readonly sql: string;
  readonly type: Place;
}

export interface PageArgs {
  readonly direction?: 'ascending' | 'descending' | null;
  readonly first: number;
  readonly after?: string | null;
}

/** One page of rows in the order of `sort` and then of their ids; `where` must hold something. */
export async function listPage<Row extends { id: string }>(
  ctx: Context,
  { direction, first: wanted, after }: PageArgs,
  { sql, type }: Sort,
  source: {
    readonly select: string;
    readonly from: string;
    readonly where: readonly string[];
    readonly parameters: Parameters;
  },
): Promise<Page<Row>> {
  const first = pageSize(wanted);
  const { select, from, parameters } = source;
  const [order, beyond] = direction === 'descending' ? ['DESC', '<'] : ['ASC', '>'];
  const cursor = readCursor(after, type, 'uuid');
  const where = [...source.where];
  if (cursor)
    where.push(`(${sql}, id) ${beyond} (${parameters.add(cursor[0])}::${type}, ${parameters.add(cursor[1])}::uuid)`);
  const rows = await ctx.query<Row & { place: string }>(
    `SELECT ${select}, (${sql})::text AS place FROM ${from}
     WHERE ${where.join(' AND ')} ORDER BY ${sql} ${order}, id ${order} LIMIT ${first + 1}`,
    parameters.values,
  );
  return pageOf(rows, first, (row) => [row.place, row.id]);
}
