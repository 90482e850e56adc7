import type { ClientBase } from 'pg';
import { checkpointText, installationOrigin, type LogSigner, organizationOrigin } from './checkpoint.ts';
import { faultsOf, STORED_EVENT, type StoredEvent } from './event-faults.ts';
import { faultOfHead, installationHead, organizationHeads } from './log-head.ts';
import { extended, leafHash, rootOf, type Tree } from './merkle.ts';

/** What is left unsealed because it is not sound, so that it does not hold up the rest. */
export interface SetAside {
  readonly organizations: Set<string>;
  readonly events: Set<string>;
}

export interface SealedBatch {
  readonly sealed: number;
  readonly faults: readonly string[];
}

/** Gives the oldest waiting events their indices and extends the trees. In the caller's transaction, holding the lock. */
export async function sealBatch(
  client: ClientBase,
  signer: LogSigner,
  limit: number,
  aside: SetAside,
): Promise<SealedBatch> {
  const faults: string[] = [];
  const waiting = soundEvents(await oldestWaiting(client, limit, aside), aside, faults);
  const heads = await organizationHeads(client, [...waiting.keys()].sort());
  const batch: OrganizationBatch[] = [];
  for (const [orgId, head] of heads) {
    const fault = faultOfHead(head, organizationOrigin(signer.installation, orgId), signer.publicKey);
    if (fault) {
      aside.organizations.add(orgId);
      faults.push(`The log of organization ${orgId} ${fault}; it is not continued.`);
    } else if (head.root === null || head.note !== null) {
      const events = waiting.get(orgId)!;
      const hashes = events.map((event) => leafHash(event.header));
      batch.push({ orgId, events, hashes, firstIndex: head.tree.size, tree: extended(head.tree, hashes) });
    }
  }
  if (batch.length > 0) {
    await writeOrganizations(client, batch);
    await writeInstallation(client, signer, batch);
  }
  return { sealed: batch.reduce((sum, { events }) => sum + events.length, 0), faults };
}

interface OrganizationBatch {
  readonly orgId: string;
  readonly events: readonly StoredEvent[];
  readonly hashes: readonly Buffer[];
  readonly firstIndex: number;
  readonly tree: Tree;
}

type Waiting = { readonly org: string; readonly event: string } & (StoredEvent | { readonly id: null });

/** Oldest first over all organizations (ids are in order of time), so that a busy one does not starve the others. */
async function oldestWaiting(client: ClientBase, limit: number, aside: SetAside): Promise<Waiting[]> {
  const { rows } = await client.query<Waiting>(
    `SELECT u.org_id AS org, u.event_id AS event, ${STORED_EVENT}
     FROM (SELECT * FROM audit.unsealed WHERE org_id <> ALL ($2::uuid[]) AND event_id <> ALL ($3::uuid[])
       ORDER BY event_id LIMIT $1) u
     LEFT JOIN audit.event e ON e.org_id = u.org_id AND e.id = u.event_id
     ORDER BY u.event_id`,
    [limit, [...aside.organizations], [...aside.events]],
  );
  return rows;
}

function soundEvents(waiting: readonly Waiting[], aside: SetAside, faults: string[]): Map<string, StoredEvent[]> {
  const sound = new Map<string, StoredEvent[]>();
  for (const row of waiting) {
    const reasons = row.id === null ? ['it is waiting to be sealed but does not exist'] : faultsOf(row);
    if (row.id === null || reasons.length > 0) {
      aside.events.add(row.event);
      faults.push(`Event ${row.event} of organization ${row.org} is not sealed: ${reasons.join(', ')}.`);
    } else {
      const events = sound.get(row.org);
      if (events) events.push(row);
      else sound.set(row.org, [row]);
    }
  }
  return sound;
}

async function writeOrganizations(client: ClientBase, batch: readonly OrganizationBatch[]): Promise<void> {
  const leaves = batch.flatMap(({ events, hashes, firstIndex }) =>
    events.map((event, i) => ({ orgId: event.org_id, index: firstIndex + i, id: event.id, hash: hashes[i]! })),
  );
  const orgIds = leaves.map((leaf) => leaf.orgId);
  const eventIds = leaves.map((leaf) => leaf.id);
  await client.query(
    `INSERT INTO audit.leaf (org_id, leaf_index, event_id, leaf_hash)
     SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bytea[])`,
    [orgIds, leaves.map((leaf) => leaf.index), eventIds, leaves.map((leaf) => leaf.hash)],
  );
  await client.query(
    `INSERT INTO audit.checkpoint (org_id, tree_size, root_hash, frontier)
     SELECT org_id, tree_size, root_hash, frontier::bytea[]
     FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::text[]) AS c (org_id, tree_size, root_hash, frontier)`,
    [
      batch.map(({ orgId }) => orgId),
      batch.map(({ tree }) => tree.size),
      batch.map(({ tree }) => rootOf(tree)),
      batch.map(({ tree }) => arrayLiteral(tree.frontier)),
    ],
  );
  const { rowCount } = await client.query(
    `DELETE FROM audit.unsealed u USING unnest($1::uuid[], $2::uuid[]) AS s (org_id, event_id)
     WHERE u.org_id = s.org_id AND u.event_id = s.event_id`,
    [orgIds, eventIds],
  );
  if (rowCount !== leaves.length)
    throw new Error('The queue of unsealed events changed while the sealer held the lock.');
}

/** Arrays of different lengths do not make an array: each travels as text. */
const arrayLiteral = (hashes: readonly Buffer[]) =>
  `{${hashes.map((hash) => `"\\\\x${hash.toString('hex')}"`).join(',')}}`;

async function writeInstallation(
  client: ClientBase,
  signer: LogSigner,
  batch: readonly OrganizationBatch[],
): Promise<void> {
  const head = await installationHead(client);
  const fault = faultOfHead(head, installationOrigin(signer.installation), signer.publicKey);
  if (fault) throw new Error(`The log of the installation ${fault}; nothing is sealed.`);
  if (head.root !== null && head.note === null)
    throw new Error('The log of the installation ends unsigned; nothing is sealed.');
  const hashes = batch.map(({ orgId, tree }) =>
    installationLeafHash(signer.installation, orgId, tree.size, rootOf(tree)),
  );
  const tree = extended(head.tree, hashes);
  await client.query(
    `INSERT INTO audit.installation_leaf (leaf_index, org_id, tree_size, leaf_hash)
     SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::bytea[])`,
    [
      batch.map((_, i) => head.tree.size + i),
      batch.map(({ orgId }) => orgId),
      batch.map((organization) => organization.tree.size),
      hashes,
    ],
  );
  await client.query('INSERT INTO audit.installation_checkpoint (tree_size, root_hash, frontier) VALUES ($1, $2, $3)', [
    tree.size,
    rootOf(tree),
    tree.frontier,
  ]);
}

/** An entry of the installation's log is an organization's checkpoint without its signature. */
export function installationLeafHash(installation: string, orgId: string, size: number, root: Buffer): Buffer {
  return leafHash(checkpointText({ origin: organizationOrigin(installation, orgId), size, root }));
}
