import type { KeyObject } from 'node:crypto';
import type { Findings } from './findings.ts';
import { faultOfNote } from './log-head.ts';
import { emptyTree, extended, isWellFormed, rootOf, type Tree } from './merkle.ts';

export interface StoredLeaf {
  readonly index: number;
  readonly hash: Buffer;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly frontier: readonly Buffer[];
  /** Null while it waits for its signature. */
  readonly note: string | null;
  readonly ageSeconds: number;
}

/** A checkpoint that was signed and is kept outside the table. */
export interface Anchor {
  readonly size: number;
  readonly root: Buffer;
  readonly where: string;
}

export interface LogToVerify {
  readonly origin: string;
  readonly publicKey: KeyObject;
  readonly leaves: AsyncIterable<StoredLeaf>;
  readonly checkpoints: AsyncIterable<StoredCheckpoint>;
  readonly anchors?: AsyncIterable<Anchor>;
  readonly patienceSeconds: number;
}

/** Grows the tree leaf by leaf and compares its root with every checkpoint and anchor on the way. */
export async function verifyTree(log: LogToVerify, findings: Findings): Promise<Tree> {
  const checkpoints = ahead(log.checkpoints);
  const anchors = ahead(log.anchors ?? nothing());
  let tree = emptyTree;
  let firstGap: number | undefined;
  let lastSound = 0;
  for await (const leaf of log.leaves) {
    if (leaf.index !== tree.size && firstGap === undefined) {
      firstGap = tree.size;
      findings.add(`entries ${tree.size} to ${leaf.index - 1} of the log are missing`);
    }
    // After a gap nothing can be compared; the count goes on.
    tree = firstGap === undefined ? extended(tree, [leaf.hash]) : { size: leaf.index + 1, frontier: [] };
    const root = firstGap === undefined ? rootOf(tree) : undefined;
    for (let at = await checkpoints.peek(); at && at.size <= tree.size; at = await checkpoints.next()) {
      verifyCheckpoint(log, at, findings);
      if (root && at.size === tree.size && !root.equals(at.root))
        findings.add(changedBetween(lastSound, at.size, 'the checkpoint'));
      else if (root) lastSound = at.size;
    }
    for (let at = await anchors.peek(); at && at.size <= tree.size; at = await anchors.next()) {
      if (root && at.size === tree.size && !root.equals(at.root))
        findings.add(changedBetween(lastSound, at.size, at.where));
    }
  }
  for (let at = await checkpoints.peek(); at; at = await checkpoints.next()) {
    verifyCheckpoint(log, at, findings);
    findings.add(tailMissing('a checkpoint was made', at.size, tree.size));
  }
  let furthest: Anchor | undefined;
  for (let at = await anchors.peek(); at; at = await anchors.next()) furthest = at;
  if (furthest) findings.add(tailMissing(`${furthest.where} was signed`, furthest.size, tree.size));
  return tree;
}

function verifyCheckpoint(
  { origin, publicKey, patienceSeconds }: LogToVerify,
  at: StoredCheckpoint,
  findings: Findings,
): void {
  if (!isWellFormed(at) || !rootOf(at).equals(at.root))
    findings.add(`the log has a checkpoint at ${at.size} that contradicts itself`);
  if (at.note !== null) {
    const fault = faultOfNote(at.note, { origin, size: at.size, root: at.root }, publicKey);
    if (fault) findings.add(`the log ${fault}`);
  } else if (at.ageSeconds > patienceSeconds) {
    findings.add(`the checkpoint at ${at.size} has waited ${Math.round(at.ageSeconds)} s for its signature`);
  }
}

const changedBetween = (from: number, to: number, where: string) =>
  `the entries do not give the root that ${where} over ${to} entries states: one of ${from} to ${to - 1} was changed, moved or replaced, or there are two histories`;

const tailMissing = (what: string, size: number, have: number) =>
  `${what} over ${size} entries, and the log has ${have}: its tail was removed, or the database restored from an older backup`;

interface Ahead<Item> {
  peek(): Promise<Item | undefined>;
  /** Leaves the item that was peeked at, and peeks at the one after it. */
  next(): Promise<Item | undefined>;
}

function ahead<Item>(items: AsyncIterable<Item>): Ahead<Item> {
  const iterator = items[Symbol.asyncIterator]();
  const take = async () => {
    const { done, value } = await iterator.next();
    return done ? undefined : value;
  };
  let current: Promise<Item | undefined> | undefined;
  const peek = () => {
    current ??= take();
    return current;
  };
  return {
    peek,
    next: async () => {
      await peek();
      current = take();
      return current;
    },
  };
}

async function* nothing(): AsyncGenerator<never> {}
