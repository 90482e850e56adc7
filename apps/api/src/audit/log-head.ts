import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { openNote } from './checkpoint.ts';
import { isWellFormed, rootOf, type Tree } from './merkle.ts';

/** Where a log ends: its last checkpoint, and how many leaves there are. */
export interface LogHead {
  readonly tree: Tree;
  readonly root: Buffer | null;
  readonly note: string | null;
  readonly leafCount: number;
}

/** Why this log must not be continued, in words; undefined when it may. An unsigned head is not a fault. */
export function faultOfHead(head: LogHead, origin: string, publicKey: KeyObject): string | undefined {
  const { tree, root, note, leafCount } = head;
  if (leafCount !== tree.size) return `has ${leafCount} entries but a checkpoint over ${tree.size}`;
  if (root === null) return undefined;
  if (!isWellFormed(tree) || !rootOf(tree).equals(root))
    return `has a checkpoint at ${tree.size} that contradicts itself`;
  return note === null ? undefined : faultOfNote(note, { origin, size: tree.size, root }, publicKey);
}

export function faultOfNote(
  note: string,
  { origin, size, root }: { origin: string; size: number; root: Buffer },
  publicKey: KeyObject,
): string | undefined {
  const signed = openNote(note, publicKey);
  if (!signed || signed.origin !== origin) return `has a checkpoint at ${size} that the key of this log did not sign`;
  if (signed.size !== size || !signed.root.equals(root))
    return `has a checkpoint at ${size} that says something else than what was signed`;
  return undefined;
}

export async function organizationHeads(client: ClientBase, orgIds: readonly string[]): Promise<Map<string, LogHead>> {
  const { rows } = await client.query<HeadRow & { org_id: string }>(
    `SELECT o.org_id, c.tree_size, c.root_hash, c.frontier, c.note, l.leaf_index
     FROM unnest($1::uuid[]) AS o (org_id)
     LEFT JOIN LATERAL (SELECT * FROM audit.checkpoint WHERE org_id = o.org_id ORDER BY tree_size DESC LIMIT 1) c ON true
     LEFT JOIN LATERAL (SELECT leaf_index FROM audit.leaf WHERE org_id = o.org_id ORDER BY leaf_index DESC LIMIT 1) l ON true`,
    [orgIds],
  );
  return new Map(rows.map((row) => [row.org_id, headFrom(row)]));
}

export async function installationHead(client: ClientBase): Promise<LogHead> {
  const { rows } = await client.query<HeadRow>(
    `SELECT c.tree_size, c.root_hash, c.frontier, c.note, l.leaf_index FROM (VALUES (1)) one
     LEFT JOIN LATERAL (SELECT * FROM audit.installation_checkpoint ORDER BY tree_size DESC LIMIT 1) c ON true
     LEFT JOIN LATERAL (SELECT leaf_index FROM audit.installation_leaf ORDER BY leaf_index DESC LIMIT 1) l ON true`,
  );
  return headFrom(rows[0]!);
}

interface HeadRow {
  readonly tree_size: string | null;
  readonly root_hash: Buffer | null;
  readonly frontier: Buffer[] | null;
  readonly note: string | null;
  readonly leaf_index: string | null;
}

const headFrom = (row: HeadRow): LogHead => ({
  tree: { size: Number(row.tree_size ?? 0), frontier: row.frontier ?? [] },
  root: row.root_hash,
  note: row.note,
  leafCount: row.leaf_index === null ? 0 : Number(row.leaf_index) + 1,
});
