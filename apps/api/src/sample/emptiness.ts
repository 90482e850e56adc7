import { refused } from '../kernel/failure.ts';
import type { Transaction } from '../kernel/transaction.ts';

/**
 * Locks the organization's row until the transaction ends and answers today in its time zone. Whoever adds a record
 * meanwhile waits: the foreign key to the organization needs a share of the lock.
 */
export async function lockOrganization(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx.query<{ today: string }>(
    'SELECT (clock_timestamp() AT TIME ZONE time_zone)::date::text AS today FROM app.organization WHERE id = $1 FOR UPDATE',
    [id],
  );
  return row!.today;
}

/** REFUSED when a register holds a record; those of an import that was undone are not in it. */
export async function refuseUnlessEmpty(tx: Transaction): Promise<void> {
  const [row] = await tx.query<{ systems: number; vendors: number }>(
    `SELECT (SELECT count(*)::int FROM app.ai_system WHERE withdrawn_at IS NULL) AS systems,
      (SELECT count(*)::int FROM app.vendor WHERE withdrawn_at IS NULL) AS vendors`,
  );
  const { systems, vendors } = row!;
  if (systems + vendors === 0) return;
  const counted = (count: number, one: string) => (count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`]);
  const holds = `holds ${[...counted(systems, 'AI system'), ...counted(vendors, 'vendor')].join(' and ')}`;
  throw refused([
    {
      key: 'not-empty',
      text: `The sample fills an empty organization only, and this one ${holds}.`,
      citation: 'policy',
    },
  ]);
}
