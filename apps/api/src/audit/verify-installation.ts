import type { ClientBase } from 'pg';
import { installationOrigin, openNote } from './checkpoint.ts';
import { notesIn } from './checkpoints-file.ts';
import type { Findings } from './findings.ts';
import { paged } from './paged.ts';
import { installationLeafHash } from './seal-batch.ts';
import { CHECKPOINT, type CheckpointRow, checkpointFrom, type LogReader } from './verify-organization.ts';
import { type Anchor, type StoredCheckpoint, type StoredLeaf, verifyTree } from './verify-tree.ts';

/** The log over all organizations' checkpoints, against its own checkpoints and those kept outside the database. */
export async function verifyInstallation(
  reader: LogReader,
  checkpointsFile: string | undefined,
  findings: Findings,
): Promise<void> {
  const { client, publicKey, installation, patienceSeconds } = reader;
  await verifyTree(
    {
      origin: installationOrigin(installation),
      publicKey,
      leaves: leavesOf(client, installation, findings),
      checkpoints: checkpointsOf(client),
      anchors: checkpointsFile === undefined ? undefined : anchorsIn(checkpointsFile, reader, findings),
      patienceSeconds,
    },
    findings,
  );
  await verifyCoverage(client, findings);
}

async function* leavesOf(client: ClientBase, installation: string, findings: Findings): AsyncGenerator<StoredLeaf> {
  const rows = paged<{
    leaf_index: string;
    leaf_hash: Buffer;
    org_id: string;
    tree_size: string;
    root_hash: Buffer | null;
  }>(
    client,
    `SELECT l.leaf_index, l.leaf_hash, l.org_id, l.tree_size, c.root_hash FROM audit.installation_leaf l
     LEFT JOIN audit.checkpoint c ON c.org_id = l.org_id AND c.tree_size = l.tree_size ORDER BY l.leaf_index`,
    [],
  );
  for await (const { leaf_index, leaf_hash, org_id, tree_size, root_hash } of rows) {
    const of = `the checkpoint of organization ${org_id} over ${tree_size} entries, entry ${leaf_index} of the installation's log,`;
    if (root_hash === null) findings.add(`${of} is gone: the tail of that organization's log was removed`);
    else if (!installationLeafHash(installation, org_id, Number(tree_size), root_hash).equals(leaf_hash)) {
      findings.add(`${of} is not the one that was recorded: there are two histories of that organization's log`);
    }
    yield { index: Number(leaf_index), hash: leaf_hash };
  }
}

async function* checkpointsOf(client: ClientBase): AsyncGenerator<StoredCheckpoint> {
  const query = `SELECT ${CHECKPOINT} FROM audit.installation_checkpoint ORDER BY tree_size`;
  for await (const row of paged<CheckpointRow & Record<string, unknown>>(client, query, [])) yield checkpointFrom(row);
}

async function* anchorsIn(
  path: string,
  { publicKey, installation }: LogReader,
  findings: Findings,
): AsyncGenerator<Anchor> {
  let last = 0;
  for await (const { line, note } of notesIn(path)) {
    const where = `line ${line} of ${path}`;
    const signed = note === undefined ? undefined : openNote(note, publicKey);
    if (signed?.origin !== installationOrigin(installation)) {
      findings.add(`${where} is not a checkpoint that the key of this log signed`);
    } else if (signed.size < last) {
      findings.add(`${where} goes back from ${last} entries to ${signed.size}`);
    } else {
      last = signed.size;
      yield { size: signed.size, root: signed.root, where };
    }
  }
}

async function verifyCoverage(client: ClientBase, findings: Findings): Promise<void> {
  const rows = paged<{ org_id: string; tree_size: string }>(
    client,
    `SELECT c.org_id, c.tree_size FROM audit.checkpoint c WHERE NOT EXISTS (SELECT 1 FROM audit.installation_leaf l
     WHERE l.org_id = c.org_id AND l.tree_size = c.tree_size) ORDER BY 1, 2`,
    [],
  );
  for await (const { org_id, tree_size } of rows) {
    findings.add(`the checkpoint of organization ${org_id} over ${tree_size} entries is not in the installation's log`);
  }
  const { rows: ends } = await client.query(
    `SELECT coalesce((SELECT max(leaf_index) + 1 FROM audit.installation_leaf), 0)
       - coalesce((SELECT max(tree_size) FROM audit.installation_checkpoint), 0) AS uncovered`,
  );
  if (Number(ends[0].uncovered) > 0)
    findings.add(`the last ${ends[0].uncovered} entries of the installation's log are under no checkpoint`);
}
