import { createHash } from 'node:crypto';

/** An RFC 6962 tree over SHA-256, kept as the roots of its full subtrees, largest first: what appending needs. */
export interface Tree {
  readonly size: number;
  readonly frontier: readonly Buffer[];
}

export const emptyTree: Tree = { size: 0, frontier: [] };

export function extended(tree: Tree, leafHashes: Iterable<Buffer>): Tree {
  const frontier = [...tree.frontier];
  let size = tree.size;
  for (const leaf of leafHashes) {
    let subtree = leaf;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) subtree = nodeHash(frontier.pop()!, subtree);
    frontier.push(subtree);
    size += 1;
  }
  return { size, frontier };
}

export function rootOf(tree: Tree): Buffer {
  if (tree.frontier.length === 0) return sha256();
  return tree.frontier.reduceRight((right, left) => nodeHash(left, right));
}

/** Whether the frontier has as many subtrees as a tree of this size: one for each bit that is set. */
export function isWellFormed(tree: Tree): boolean {
  const bits = [...tree.size.toString(2)].filter((bit) => bit === '1').length;
  return tree.frontier.length === bits && tree.frontier.every((hash) => hash.length === 32);
}

/** RFC 6962 section 2.1: the prefixes keep a leaf from being presented as a node, and a node as a leaf. */
export const leafHash = (data: string | Buffer) => sha256(LEAF, Buffer.from(data as string));
export const nodeHash = (left: Buffer, right: Buffer) => sha256(NODE, left, right);

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
