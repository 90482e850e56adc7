import { createHash } from 'node:crypto';
import type { ReportHead, ReportSystem } from './input.ts';

/**
 * SHA-256 of what the list says: organization, as-of date, scope and every system, each as JSON with sorted names on a
 * line of its own. When and by whom it was printed is left out, so the PDF, the JSON and a later print of the same list
 * carry the same fingerprint.
 */
export function listFingerprint(head: ReportHead, systems: Iterable<ReportSystem>): string {
  const hash = startFingerprint(head);
  for (const system of systems) hash.add(system);
  return hash.hex();
}

/** The same, one system after another, for lists that are streamed. */
export function startFingerprint({ organization: { name, kind }, asOf, scope }: ReportHead) {
  const hash = createHash('sha256');
  hash.update(`${canonical({ organization: { name, kind }, asOf, scope })}\n`);
  return {
    add: (system: ReportSystem) => void hash.update(`${canonical(system)}\n`),
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
