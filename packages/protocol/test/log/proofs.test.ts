import {
  consistencyRanges,
  inclusionRanges,
  leafHash,
  recomputeRoots,
  type Subtree,
  subtreeHash,
  verifyConsistency,
  verifyInclusion,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { hex, naivePath, naiveRoot, naiveSubproof, someEntries } from './naive-tree.js';

const entries = someEntries(300);
const leaves = entries.map((entry) => leafHash(entry));

function hashesOf(ranges: readonly Subtree[], from = leaves): Uint8Array[] {
  return ranges.map((range) => subtreeHash(from.slice(range.from, range.to)));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

const pair = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[(bit >> 3) % copy.length] = at([...copy], (bit >> 3) % copy.length) ^ (1 << (bit & 7));
  return copy;
}

describe('an inclusion proof', () => {
  it('is the audit path of RFC 6962 and holds', () => {
    fc.assert(
      fc.property(pair, ([index, size]) => {
        const proof = hashesOf(inclusionRanges(index, size));
        expect(proof.map(hex)).to.deep.equal(naivePath(index, entries.slice(0, size)).map(hex));
        const root = naiveRoot(entries.slice(0, size));
        expect(verifyInclusion(index, size, at(leaves, index), proof, root)).to.equal(true);
      }),
    );
  });

  it('does not hold with any bit flipped, for another leaf, or with a hash more or less', () => {
    fc.assert(
      fc.property(pair, fc.nat(1_000), fc.nat(255), ([index, size], which, bit) => {
        const root = naiveRoot(entries.slice(0, size));
        const proof = hashesOf(inclusionRanges(index, size));
        const leaf = at(leaves, index);
        expect(verifyInclusion(index, size, leaf, [...proof, root], root)).to.equal(false);
        expect(verifyInclusion(index, size, flipped(leaf, bit), proof, root)).to.equal(false);
        expect(verifyInclusion(index, size, leaf, proof, flipped(root, bit))).to.equal(false);
        if (proof.length === 0) return;
        const place = which % proof.length;
        const wrong = proof.map((one, i) => (i === place ? flipped(one, bit) : one));
        expect(verifyInclusion(index, size, leaf, wrong, root)).to.equal(false);
        expect(verifyInclusion(index, size, leaf, proof.slice(1), root)).to.equal(false);
      }),
    );
  });

  it('is refused for an index outside of the tree', () => {
    expect(verifyInclusion(3, 3, at(leaves, 0), [], at(leaves, 0))).to.equal(false);
    expect(() => inclusionRanges(3, 3)).to.throw(RangeError);
  });
});

describe('a consistency proof', () => {
  it('is the proof of RFC 6962 with its seed in front, and holds', () => {
    fc.assert(
      fc.property(pair, ([older, size]) => {
        fc.pre(older > 0);
        const proof = hashesOf(consistencyRanges(older, size));
        const standard = naiveSubproof(older, entries.slice(0, size), true).map(hex);
        const isPower = Number.isInteger(Math.log2(older));
        expect(proof.slice(isPower ? 1 : 0).map(hex)).to.deep.equal(standard);
        const oldRoot = naiveRoot(entries.slice(0, older));
        const newRoot = naiveRoot(entries.slice(0, size));
        expect(verifyConsistency(older, oldRoot, size, newRoot, proof)).to.equal(true);
      }),
    );
  });

  it('does not hold with any bit flipped or a hash more or less', () => {
    fc.assert(
      fc.property(pair, fc.nat(1_000), fc.nat(255), ([older, size], which, bit) => {
        fc.pre(older > 0);
        const proof = hashesOf(consistencyRanges(older, size));
        const oldRoot = naiveRoot(entries.slice(0, older));
        const newRoot = naiveRoot(entries.slice(0, size));
        const place = which % proof.length;
        const wrong = proof.map((one, i) => (i === place ? flipped(one, bit) : one));
        expect(verifyConsistency(older, oldRoot, size, newRoot, wrong)).to.equal(false);
        expect(verifyConsistency(older, oldRoot, size, newRoot, proof.slice(1))).to.equal(false);
        expect(verifyConsistency(older, oldRoot, size, newRoot, [...proof, newRoot])).to.equal(
          false,
        );
        expect(verifyConsistency(older, flipped(oldRoot, bit), size, newRoot, proof)).to.equal(
          false,
        );
      }),
    );
  });

  it('shows a fork: it recomputes the newer root but not the older one of another history', () => {
    for (const older of [4, 5, 64]) {
      const other = [
        ...leaves.slice(0, older - 1),
        leafHash(Uint8Array.of(9)),
        ...leaves.slice(older),
      ];
      const proof = hashesOf(consistencyRanges(older, 100), other);
      const roots = recomputeRoots(older, 100, proof);
      if (roots === undefined) throw new Error('expected roots');
      expect(hex(roots.newRoot)).to.equal(hex(subtreeHash(other.slice(0, 100))));
      expect(hex(roots.oldRoot)).not.to.equal(hex(subtreeHash(leaves.slice(0, older))));
    }
  });

  it('is empty from the empty tree and between equal sizes', () => {
    const empty = naiveRoot([]);
    const root = naiveRoot(entries.slice(0, 7));
    expect(verifyConsistency(0, empty, 7, root, [])).to.equal(true);
    expect(verifyConsistency(0, root, 7, root, [])).to.equal(false);
    expect(verifyConsistency(0, empty, 0, empty, [])).to.equal(true);
    expect(verifyConsistency(0, empty, 0, root, [])).to.equal(false);
    expect(verifyConsistency(7, root, 7, root, [])).to.equal(true);
    expect(verifyConsistency(7, empty, 7, root, [])).to.equal(false);
    expect(verifyConsistency(8, root, 7, root, [])).to.equal(false);
  });

  it('has at most 41 hashes for the largest log', () => {
    expect(consistencyRanges(2 ** 39 + 1, 2 ** 40)).to.have.length(41);
    expect(inclusionRanges(2 ** 40 - 1, 2 ** 40)).to.have.length(40);
  });
});
