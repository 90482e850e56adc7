import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyTree, extended, isWellFormed, leafHash, nodeHash, rootOf } from './merkle.ts';
import { consistencyProof, inclusionProof, provesConsistency, provesInclusion } from './merkle-proofs.ts';

/** The reference leaves of the Certificate Transparency project, and the roots over the first 1, 2, … 8 of them. */
const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const referenceRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaves = (count: number) => Array.from({ length: count }, (_, i) => leafHash(`leaf ${i}`));

/** The definition of RFC 6962 section 2.1, word for word. */
function definedRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return createHash('sha256').digest();
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(definedRoot(hashes.slice(0, split)), definedRoot(hashes.slice(split)));
}

describe('tree', () => {
  it('gives the published roots', () => {
    const hashes = referenceLeaves.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const roots = referenceRoots.map((_, i) => rootOf(extended(emptyTree, hashes.slice(0, i + 1))).toString('hex'));
    expect(roots).toEqual(referenceRoots);
    expect(rootOf(emptyTree).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is the same however it was appended to, for every size to 300', () => {
    const all = leaves(300);
    let grown = emptyTree;
    for (let size = 1; size <= all.length; size += 1) {
      grown = extended(grown, [all[size - 1]!]);
      expect(grown.size).toBe(size);
      expect(isWellFormed(grown)).toBe(true);
      expect(rootOf(grown).equals(definedRoot(all.slice(0, size)))).toBe(true);
    }
    for (const cut of [1, 7, 64, 255]) {
      const inTwo = extended(extended(emptyTree, all.slice(0, cut)), all.slice(cut));
      expect(rootOf(inTwo).equals(rootOf(grown))).toBe(true);
    }
  });

  it('keeps leaves and nodes apart', () => {
    const [a, b] = leaves(2) as [Buffer, Buffer];
    expect(leafHash(Buffer.concat([a, b])).equals(nodeHash(a, b))).toBe(false);
  });
});

describe('inclusion proof', () => {
  it('proves every leaf of every tree to 40, and no other leaf, place, size or root', () => {
    for (let size = 1; size <= 40; size += 1) {
      const all = leaves(size);
      const root = definedRoot(all);
      for (let index = 0; index < size; index += 1) {
        const claim = { leafHash: all[index]!, index, size, root, proof: inclusionProof(all, index) };
        expect(provesInclusion(claim)).toBe(true);
        expect(provesInclusion({ ...claim, leafHash: leafHash('another') })).toBe(false);
        expect(provesInclusion({ ...claim, index: index + 1 })).toBe(false);
        expect(provesInclusion({ ...claim, index: -1 })).toBe(false);
        expect(provesInclusion({ ...claim, root: leafHash('another') })).toBe(false);
        expect(provesInclusion({ ...claim, proof: [...claim.proof, root] })).toBe(false);
        if (claim.proof.length > 0) {
          expect(provesInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
          expect(provesInclusion({ ...claim, proof: claim.proof.slice(0, -1) })).toBe(false);
        }
      }
    }
  });

  it('does not take a subtree for the tree', () => {
    const all = leaves(8);
    const proof = inclusionProof(all, 5);
    const subtree = {
      leafHash: all[5]!,
      index: 5,
      size: 8,
      root: definedRoot(all.slice(4)),
      proof: proof.slice(0, -1),
    };
    expect(provesInclusion(subtree)).toBe(false);
    expect(provesInclusion({ leafHash: all[0]!, index: 0, size: 8, root: all[0]!, proof: [] })).toBe(false);
  });

  it('rejects a change of any byte', () => {
    const all = leaves(23);
    const claim = { leafHash: all[13]!, index: 13, size: 23, root: definedRoot(all), proof: inclusionProof(all, 13) };
    for (const proof of withOneByteChanged(claim.proof)) expect(provesInclusion({ ...claim, proof })).toBe(false);
  });
});

describe('consistency proof', () => {
  it('proves every pair of sizes to 40, and nothing else', () => {
    for (let newSize = 1; newSize <= 40; newSize += 1) {
      const all = leaves(newSize);
      const newRoot = definedRoot(all);
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const oldRoot = definedRoot(all.slice(0, oldSize));
        const claim = { oldSize, oldRoot, newSize, newRoot, proof: consistencyProof(all, oldSize) };
        expect(provesConsistency(claim)).toBe(true);
        expect(provesConsistency({ ...claim, oldRoot: leafHash('another') })).toBe(false);
        expect(provesConsistency({ ...claim, proof: [...claim.proof, newRoot] })).toBe(false);
        expect(provesConsistency({ ...claim, proof: claim.proof.slice(1) }) && claim.proof.length > 0).toBe(false);
        if (oldSize > 0) expect(provesConsistency({ ...claim, newRoot: leafHash('another') })).toBe(false);
        expect(provesConsistency({ ...claim, oldSize: newSize + 1 })).toBe(false);
      }
    }
  });

  it('rejects a change of any byte', () => {
    const all = leaves(23);
    const [oldRoot, newRoot] = [definedRoot(all.slice(0, 13)), definedRoot(all)];
    const claim = { oldSize: 13, oldRoot, newSize: 23, newRoot, proof: consistencyProof(all, 13) };
    expect(provesConsistency(claim)).toBe(true);
    for (const proof of withOneByteChanged(claim.proof)) expect(provesConsistency({ ...claim, proof })).toBe(false);
  });
});

function* withOneByteChanged(proof: readonly Buffer[]) {
  for (const [at, hash] of proof.entries()) {
    for (let byte = 0; byte < hash.length; byte += 1) {
      const changed = Buffer.from(hash);
      changed[byte] = changed[byte]! ^ (1 << (byte % 8));
      yield proof.with(at, changed);
    }
  }
}
