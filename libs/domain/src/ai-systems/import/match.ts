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
    if (row.externalId && ids.get(row.externalId) === 1) return bounded(`id:${row.externalId}`);
    const key = `name:${part(row.name)}|${part(row.department ?? '')}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return bounded(nth === 1 ? key : `${key}#${nth}`);
  });
}

/** Upper case, accents composed or not, and spacing do not make another system. `|` and `#` are ours. */
const part = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|#]/g, '\\$&');

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** PostgreSQL refuses index entries over 2,704 bytes; 600 UTF-16 units are at most 1,800 bytes of UTF-8. */
const MAX_KEY = 600;

const bounded = (key: string) =>
  key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 40).toWellFormed()}~${fingerprint(key)}`;

/** FNV-1a over UTF-16 units, 64 bits: tells long keys apart; protects nothing. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
