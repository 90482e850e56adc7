import { emptyTree, extended, nodeHash, rootOf } from './merkle.ts';

/** Audit path of RFC 6962 section 2.1.1, lowest node first. */
export function inclusionProof(leafHashes: readonly Buffer[], index: number): Buffer[] {
  if (!(index >= 0 && index < leafHashes.length)) throw new RangeError(`no leaf ${index} in ${leafHashes.length}`);
  if (leafHashes.length === 1) return [];
  const split = largestPowerOfTwoBelow(leafHashes.length);
  const [left, right] = [leafHashes.slice(0, split), leafHashes.slice(split)];
  if (index < split) return [...inclusionProof(left, index), rootOver(right)];
  return [...inclusionProof(right, index - split), rootOver(left)];
}

/** Proof of RFC 6962 section 2.1.2 that the first `size` leaves are the beginning of all of them. */
export function consistencyProof(leafHashes: readonly Buffer[], size: number): Buffer[] {
  if (!(size >= 0 && size <= leafHashes.length)) throw new RangeError(`no tree of ${size} in ${leafHashes.length}`);
  if (size === 0) return [];
  return subproof(leafHashes, size, true);
}

function subproof(leafHashes: readonly Buffer[], size: number, known: boolean): Buffer[] {
  if (size === leafHashes.length) return known ? [] : [rootOver(leafHashes)];
  const split = largestPowerOfTwoBelow(leafHashes.length);
  const [left, right] = [leafHashes.slice(0, split), leafHashes.slice(split)];
  if (size <= split) return [...subproof(left, size, known), rootOver(right)];
  return [...subproof(right, size - split, false), rootOver(left)];
}

export interface InclusionClaim {
  readonly leafHash: Buffer;
  readonly index: number;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/** RFC 9162 section 2.1.3.2. */
export function provesInclusion({ leafHash, index, size, root, proof }: InclusionClaim): boolean {
  if (!(index >= 0 && index < size) || !allHashes([leafHash, root, ...proof])) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      for (; !isOdd(node) && node !== 0; node = half(node)) last = half(last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && hash.equals(root);
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Buffer;
  readonly newSize: number;
  readonly newRoot: Buffer;
  readonly proof: readonly Buffer[];
}

/** RFC 9162 section 2.1.4.2; a tree is consistent with itself and with the empty tree. */
export function provesConsistency({ oldSize, oldRoot, newSize, newRoot, proof }: ConsistencyClaim): boolean {
  if (!(oldSize >= 0 && oldSize <= newSize) || !allHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && oldRoot.equals(newRoot);
  if (oldSize === 0) return proof.length === 0 && oldRoot.equals(rootOf(emptyTree));
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  let node = oldSize - 1;
  let last = newSize - 1;
  for (; isOdd(node); node = half(node)) last = half(last);
  const start = path.shift();
  if (!start) return false;
  let before = start;
  let after = start;
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      for (; !isOdd(node) && node !== 0; node = half(node)) last = half(last);
    } else {
      after = nodeHash(after, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && before.equals(oldRoot) && after.equals(newRoot);
}

const rootOver = (leafHashes: readonly Buffer[]) => rootOf(extended(emptyTree, leafHashes));
const allHashes = (hashes: readonly Buffer[]) => hashes.every((hash) => hash.length === 32);
const isOdd = (n: number) => n % 2 === 1;
const half = (n: number) => Math.floor(n / 2);

function isPowerOfTwo(n: number): boolean {
  let power = 1;
  while (power < n) power *= 2;
  return power === n;
}

function largestPowerOfTwoBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
