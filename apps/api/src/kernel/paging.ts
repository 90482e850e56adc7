import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { invalid } from './failure.ts';
import { isId } from './ids.ts';

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

const PLACES = {
  text: (value: unknown) => typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed(),
  uuid: (value: unknown) => typeof value === 'string' && isId(value),
  int: (value: unknown) => /^-?\d{1,9}$/.test(String(value)),
  date: (value: unknown) => value === 'infinity' || (typeof value === 'string' && isPlainDate(value)),
  timestamptz: (value: unknown) =>
    typeof value === 'string' && /^\d{4}-[\d-]{5} [\d:.]{8,15}\+00$/.test(value) && !Number.isNaN(Date.parse(value)),
};
export type Place = keyof typeof PLACES;

/** The values a cursor was made of, each of the type named; anything else is INVALID. */
export function readCursor(
  after: string | null | undefined,
  ...places: readonly Place[]
): (string | number)[] | undefined {
  if (!after) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === places.length &&
      values.every((value, at) => PLACES[places[at]!](value))
    )
      return values;
  } catch {}
  throw invalid({ path: 'after', message: 'is not a position in this list' });
}
