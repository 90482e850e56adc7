import { boundedKey, keyPart } from '../../import/match-key.ts';

export interface Identified {
  readonly externalId?: string;
  readonly name: string;
  readonly department?: string;
}

/**
 * The key by which each row of a filtered file finds its system on the next import, in the order of the rows; unique.
 *
 * `id:<id in the source>` where the row has an id that no other row of the file has; otherwise
 * `name:<name>|<department>`, with `#2`, `#3` … for repeats in the order of the file. Published tables leave ids blank
 * for whole agencies and repeat others, so an id alone doubles or merges systems. The same file with the same filter
 * and mapping gives the same keys. Another filter may not: an id that was unique among few rows may repeat among more.
 */
export function matchKeys(rows: readonly Identified[]): string[] {
  const ids = countOf(rows.flatMap((row) => (row.externalId ? [row.externalId] : [])));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (row.externalId && ids.get(row.externalId) === 1) return boundedKey(`id:${row.externalId}`);
    const key = `name:${keyPart(row.name)}|${keyPart(row.department ?? '')}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return boundedKey(nth === 1 ? key : `${key}#${nth}`);
  });
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
