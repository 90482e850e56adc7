import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { organizationOrigin } from './checkpoint.ts';
import { faultsOf, STORED_EVENT, type StoredEvent } from './event-faults.ts';
import type { Findings } from './findings.ts';
import { leafHash } from './merkle.ts';
import { paged } from './paged.ts';
import { type StoredCheckpoint, type StoredLeaf, verifyTree } from './verify-tree.ts';

export interface LogReader {
  /** Sees every organization's log; in a transaction that sees one moment. */
  readonly client: ClientBase;
  readonly publicKey: KeyObject;
  readonly installation: string;
  readonly patienceSeconds: number;
}

export interface VerifiedLog {
  readonly events: number;
}

/** One organization's log: every event, every index, every checkpoint, and what waits. */
export async function verifyOrganization(reader: LogReader, orgId: string, findings: Findings): Promise<VerifiedLog> {
  const { client, publicKey, installation, patienceSeconds } = reader;
  const tree = await verifyTree(
    {
      origin: organizationOrigin(installation, orgId),
      publicKey,
      leaves: leavesOf(client, orgId, findings),
      checkpoints: checkpointsOf(client, orgId),
      patienceSeconds,
    },
    findings,
  );
  await verifyHead(client, orgId, tree.size, findings);
  const waiting = await verifyWaiting(reader, orgId, findings);
  await verifyUnaccounted(client, orgId, findings);
  return { events: tree.size + waiting };
}

/** With the stored hash, so that one changed event is one finding; the root says whether that hash is the signed one. */
async function* leavesOf(client: ClientBase, orgId: string, findings: Findings): AsyncGenerator<StoredLeaf> {
  const rows = paged<{ leaf_index: string; event_id: string; leaf_hash: Buffer } & (StoredEvent | { id: null })>(
    client,
    `SELECT l.leaf_index, l.event_id, l.leaf_hash, ${STORED_EVENT} FROM audit.leaf l
     LEFT JOIN audit.event e ON e.org_id = l.org_id AND e.id = l.event_id
     WHERE l.org_id = $1 ORDER BY l.leaf_index`,
    [orgId],
  );
  for await (const row of rows) {
    const index = Number(row.leaf_index);
    if (row.id === null) {
      findings.add(`event ${row.event_id}, entry ${index} of the log, is gone`);
    } else {
      const faults = faultsOf(row);
      if (!leafHash(row.header).equals(row.leaf_hash)) faults.unshift('its header is not the one that was sealed');
      if (faults.length > 0)
        findings.add(`event ${row.id} (${subject(row)}), entry ${index} of the log: ${faults.join(', ')}`);
    }
    yield { index, hash: row.leaf_hash };
  }
}

export interface CheckpointRow {
  readonly tree_size: string;
  readonly root_hash: Buffer;
  readonly frontier: Buffer[];
  readonly note: string | null;
  readonly age: number;
}

export const CHECKPOINT = `tree_size, root_hash, frontier, note,
  extract(epoch FROM clock_timestamp() - sealed_at)::float8 AS age`;

export const checkpointFrom = (row: CheckpointRow): StoredCheckpoint => ({
  size: Number(row.tree_size),
  root: row.root_hash,
  frontier: row.frontier,
  note: row.note,
  ageSeconds: row.age,
});

async function* checkpointsOf(client: ClientBase, orgId: string): AsyncGenerator<StoredCheckpoint> {
  const query = `SELECT ${CHECKPOINT} FROM audit.checkpoint WHERE org_id = $1 ORDER BY tree_size`;
  for await (const row of paged<CheckpointRow & Record<string, unknown>>(client, query, [orgId]))
    yield checkpointFrom(row);
}

async function verifyHead(client: ClientBase, orgId: string, size: number, findings: Findings): Promise<void> {
  const { rows } = await client.query('SELECT max(tree_size) AS size FROM audit.checkpoint WHERE org_id = $1', [orgId]);
  const covered = Number(rows[0].size ?? 0);
  if (covered < size) findings.add(`entries ${covered} to ${size - 1} of the log are under no checkpoint`);
}

/** The queue in front of the sealer: sound, short, and of events that exist. */
async function verifyWaiting(
  { client, patienceSeconds }: LogReader,
  orgId: string,
  findings: Findings,
): Promise<number> {
  const rows = paged<{ event_id: string; age: number; sealed: boolean } & (StoredEvent | { id: null })>(
    client,
    `SELECT u.event_id, extract(epoch FROM clock_timestamp() - e.at)::float8 AS age, l.event_id IS NOT NULL AS sealed, ${STORED_EVENT}
     FROM audit.unsealed u
     LEFT JOIN audit.event e ON e.org_id = u.org_id AND e.id = u.event_id
     LEFT JOIN audit.leaf l ON l.org_id = u.org_id AND l.event_id = u.event_id
     WHERE u.org_id = $1 ORDER BY u.event_id`,
    [orgId],
  );
  let waiting = 0;
  let late = 0;
  for await (const row of rows) {
    waiting += 1;
    const faults = row.id === null ? ['it is gone'] : faultsOf(row);
    if (row.sealed) faults.push('it is already sealed');
    if (faults.length > 0) findings.add(`event ${row.event_id}, waiting to be sealed: ${faults.join(', ')}`);
    else if (row.age > patienceSeconds) late += 1;
  }
  if (late > 0) findings.add(`${late} events have waited longer than ${patienceSeconds} s to be sealed`);
  return waiting;
}

async function verifyUnaccounted(client: ClientBase, orgId: string, findings: Findings): Promise<void> {
  const rows = paged<StoredEvent & Record<string, unknown>>(
    client,
    `SELECT ${STORED_EVENT} FROM audit.event e WHERE e.org_id = $1
     AND NOT EXISTS (SELECT 1 FROM audit.leaf l WHERE l.org_id = e.org_id AND l.event_id = e.id)
     AND NOT EXISTS (SELECT 1 FROM audit.unsealed u WHERE u.org_id = e.org_id AND u.event_id = e.id) ORDER BY e.id`,
    [orgId],
  );
  for await (const event of rows)
    findings.add(`event ${event.id} (${subject(event)}) is neither sealed nor waiting to be`);
}

const subject = ({ entity, entity_id, action }: StoredEvent) => `${entity} ${entity_id}, ${action}`;
