import { createHash } from 'node:crypto';
import type { ReportHead } from '../head.ts';

/**
 * SHA-256 of what a list says: organization, as-of date, scope and every row, each as JSON with sorted names on a line
 * of its own. When and by whom it was printed is left out, so the PDF, the JSON and a later print of the same list carry
 * the same fingerprint.
 */
export function listFingerprint(head: ReportHead, rows: Iterable<unknown>): string {
  const hash = startFingerprint(head);
  for (const row of rows) hash.add(row);
  return hash.hex();
}

/** The same, one row after another, for lists that are streamed. */
export function startFingerprint({ organization: { name, kind }, asOf, scope }: ReportHead) {
  const hash = createHash('sha256');
  hash.update(`${canonical({ organization: { name, kind }, asOf, scope })}\n`);
  return {
    add: (row: unknown) => void hash.update(`${canonical(row)}\n`),
    hex: () => hash.digest('hex'),
  };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
