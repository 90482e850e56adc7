import { invalid } from './failure.ts';

/** Most rows of one page. */
export const MAX_PAGE = 200;

export interface Page<Row> {
  readonly nodes: Row[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

export function pageSize(first: number): number {
  if (first < 1 || first > MAX_PAGE) throw invalid({ path: 'first', message: `must be 1 to ${MAX_PAGE}` });
  return first;
}

/** `rows` holds one row more than the page when there is a next page. */
export function pageOf<Row>(rows: Row[], first: number, cursorOf: (row: Row) => unknown[]): Page<Row> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { endCursor: last ? encode(cursorOf(last)) : null, hasNextPage: rows.length > first } };
}

const encode = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values a cursor was made of: as many texts or numbers as asked for, anything else is INVALID. */
export function readCursor(after: string | null | undefined, length: number): (string | number | null)[] | undefined {
  if (!after) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const plain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(values) && values.length === length && values.every(plain)) return values;
  } catch {}
  throw invalid({ path: 'after', message: 'is not a position in this list' });
}
