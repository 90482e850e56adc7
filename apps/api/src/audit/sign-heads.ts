import type { ClientBase } from 'pg';
import { installationOrigin, type LogSigner, openNote, organizationOrigin, signedNote } from './checkpoint.ts';
import { appendNote, lastNote } from './checkpoints-file.ts';
import { faultOfHead, type LogHead } from './log-head.ts';
import { emptyTree, extended, rootOf, type Tree } from './merkle.ts';
import { installationLeafHash, type SetAside } from './seal-batch.ts';

/**
 * Signs what was committed and has no signature yet, after reading it back: the checkpoint must follow from the last
 * signed one and the leaves since. Then the installation's newest signed checkpoint leaves the database.
 */
export async function signHeads(
  client: ClientBase,
  signer: LogSigner,
  checkpointsFile: string,
  aside: SetAside,
): Promise<string[]> {
  await refuseWhenBehind(client, signer, checkpointsFile);
  const faults: string[] = [];
  const signed: { orgId: string; size: number; note: string }[] = [];
  for (const head of await unsignedOrganizationHeads(client)) {
    if (aside.organizations.has(head.orgId)) continue;
    const origin = organizationOrigin(signer.installation, head.orgId);
    const fault = faultOfUnsigned(head, origin, signer);
    if (fault) {
      aside.organizations.add(head.orgId);
      faults.push(`The log of organization ${head.orgId} ${fault}; it is not signed.`);
    } else {
      const { size } = head.tree;
      signed.push({ orgId: head.orgId, size, note: signedNote({ origin, size, root: head.root! }, signer) });
    }
  }
  await client.query(
    `UPDATE audit.checkpoint c SET note = s.note FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS s (org_id, tree_size, note)
     WHERE c.org_id = s.org_id AND c.tree_size = s.tree_size`,
    [signed.map(({ orgId }) => orgId), signed.map(({ size }) => size), signed.map(({ note }) => note)],
  );
  await signInstallation(client, signer);
  await appendNewest(client, signer, checkpointsFile);
  return faults;
}

/** A database that ends before what was signed was restored or cut: signing it would make two histories of one log. */
async function refuseWhenBehind(client: ClientBase, signer: LogSigner, checkpointsFile: string): Promise<void> {
  const note = await lastNote(checkpointsFile);
  if (note === undefined) return;
  const signed = openNote(note, signer.publicKey);
  if (!signed)
    throw new Error(`The last line of ${checkpointsFile} was not signed with the key of this log; nothing is signed.`);
  const { rows } = await client.query<{ root_hash: Buffer }>(
    'SELECT root_hash FROM audit.installation_checkpoint WHERE tree_size = $1',
    [signed.size],
  );
  if (rows[0]?.root_hash.equals(signed.root)) return;
  throw new Error(
    `The log in the database is not the one that was signed: ${checkpointsFile} has a checkpoint over ${signed.size} entries that is not in it. ` +
      'It was restored from an older backup, or cut; nothing is sealed until this is decided.',
  );
}

interface UnsignedHead extends LogHead {
  readonly orgId: string;
  readonly previous: LogHead;
  readonly leafHashes: readonly Buffer[];
}

async function unsignedOrganizationHeads(client: ClientBase): Promise<UnsignedHead[]> {
  const { rows } = await client.query<UnsignedRow & { org_id: string }>(
    `SELECT c.org_id, c.tree_size, c.root_hash, c.frontier, p.tree_size AS previous_size, p.root_hash AS previous_root,
       p.frontier AS previous_frontier, p.note AS previous_note,
       ARRAY (SELECT leaf_hash FROM audit.leaf l WHERE l.org_id = c.org_id AND l.leaf_index >= coalesce(p.tree_size, 0)
         AND l.leaf_index < c.tree_size ORDER BY l.leaf_index) AS leaf_hashes
     FROM audit.checkpoint c
     LEFT JOIN LATERAL (SELECT * FROM audit.checkpoint p WHERE p.org_id = c.org_id AND p.tree_size < c.tree_size
       ORDER BY p.tree_size DESC LIMIT 1) p ON true
     WHERE c.note IS NULL ORDER BY c.org_id, c.tree_size`,
  );
  return rows.map((row) => ({ orgId: row.org_id, ...unsignedFrom(row, row.leaf_hashes) }));
}

async function signInstallation(client: ClientBase, signer: LogSigner): Promise<void> {
  const { rows } = await client.query<UnsignedRow>(
    `SELECT c.tree_size, c.root_hash, c.frontier, p.tree_size AS previous_size, p.root_hash AS previous_root,
       p.frontier AS previous_frontier, p.note AS previous_note
     FROM audit.installation_checkpoint c
     LEFT JOIN LATERAL (SELECT * FROM audit.installation_checkpoint p WHERE p.tree_size < c.tree_size
       ORDER BY p.tree_size DESC LIMIT 1) p ON true
     WHERE c.note IS NULL ORDER BY c.tree_size`,
  );
  const origin = installationOrigin(signer.installation);
  for (const row of rows) {
    const leaves = await client.query<{ org_id: string; tree_size: string; root_hash: Buffer }>(
      `SELECT l.org_id, l.tree_size, c.root_hash FROM audit.installation_leaf l
       JOIN audit.checkpoint c ON c.org_id = l.org_id AND c.tree_size = l.tree_size
       WHERE l.leaf_index >= $1 AND l.leaf_index < $2 ORDER BY l.leaf_index`,
      [row.previous_size ?? 0, row.tree_size],
    );
    const hashes = leaves.rows.map((leaf) =>
      installationLeafHash(signer.installation, leaf.org_id, Number(leaf.tree_size), leaf.root_hash),
    );
    const head = unsignedFrom(row, hashes);
    const fault = faultOfUnsigned(head, origin, signer);
    if (fault) throw new Error(`The log of the installation ${fault}; nothing is signed.`);
    const note = signedNote({ origin, size: head.tree.size, root: head.root! }, signer);
    await client.query('UPDATE audit.installation_checkpoint SET note = $2 WHERE tree_size = $1', [
      head.tree.size,
      note,
    ]);
  }
}

/** Before the signatures are committed: signing again gives the same bytes, a line that was never written is gone. */
async function appendNewest(client: ClientBase, signer: LogSigner, checkpointsFile: string): Promise<void> {
  const { rows } = await client.query<{ note: string; tree_size: string }>(
    'SELECT note, tree_size FROM audit.installation_checkpoint WHERE note IS NOT NULL ORDER BY tree_size DESC LIMIT 1',
  );
  const newest = rows[0];
  if (!newest) return;
  const last = await lastNote(checkpointsFile);
  const lastSize = last === undefined ? 0 : openNote(last, signer.publicKey)!.size;
  if (Number(newest.tree_size) > lastSize) await appendNote(checkpointsFile, newest.note);
}

function faultOfUnsigned(
  { tree, root, previous, leafHashes }: Omit<UnsignedHead, 'orgId'>,
  origin: string,
  signer: LogSigner,
): string | undefined {
  const fault = faultOfHead(previous, origin, signer.publicKey);
  if (fault) return fault;
  if (previous.root !== null && previous.note === null) return `has two unsigned checkpoints in a row, at ${tree.size}`;
  const recomputed = extended(previous.tree, leafHashes);
  if (recomputed.size !== tree.size || !sameFrontier(recomputed, tree) || !rootOf(recomputed).equals(root!)) {
    return `has a checkpoint at ${tree.size} that does not follow from its entries`;
  }
  return undefined;
}

const sameFrontier = (a: Tree, b: Tree) =>
  a.frontier.length === b.frontier.length && a.frontier.every((hash, i) => hash.equals(b.frontier[i]!));

interface UnsignedRow {
  readonly tree_size: string;
  readonly root_hash: Buffer;
  readonly frontier: Buffer[];
  readonly previous_size: string | null;
  readonly previous_root: Buffer | null;
  readonly previous_frontier: Buffer[] | null;
  readonly previous_note: string | null;
  readonly leaf_hashes: Buffer[];
}

function unsignedFrom(row: UnsignedRow, leafHashes: readonly Buffer[]): Omit<UnsignedHead, 'orgId'> {
  const size = Number(row.tree_size);
  const previousSize = Number(row.previous_size ?? 0);
  const previousTree = row.previous_frontier ? { size: previousSize, frontier: row.previous_frontier } : emptyTree;
  return {
    tree: { size, frontier: row.frontier },
    root: row.root_hash,
    note: null,
    leafCount: size,
    previous: { tree: previousTree, root: row.previous_root, note: row.previous_note, leafCount: previousSize },
    leafHashes,
  };
}
