import {
  childrenOf,
  completedSubtrees,
  consistencyRanges,
  leafHash,
  plannedHash,
  rangeHashPlan,
  subtreeHash,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { hex, someEntries } from './naive-tree.js';

const SIZE = 66_000;
const leaves = someEntries(SIZE).map((entry) => leafHash(entry));

/** A store of hashes as a node keeps it, filled by batches. */
function fillStore(batches: readonly number[]): Map<string, Uint8Array> {
  const stored = new Map<string, Uint8Array>();
  let size = 0;
  for (const batch of batches) {
    for (let i = size; i < size + batch; i++) {
      const leaf = leaves[i];
      if (leaf) stored.set(`0/${i}`, leaf);
    }
    for (const one of completedSubtrees(size, size + batch)) {
      const { level, from, to } = childrenOf(one);
      stored.set(`${one.level}/${one.index}`, subtreeHash(read(stored, level, from, to)));
    }
    size += batch;
  }
  return stored;
}

function read(
  stored: Map<string, Uint8Array>,
  level: number,
  from: number,
  to: number,
): Uint8Array[] {
  return Array.from({ length: to - from }, (_, i) => {
    const found = stored.get(`${level}/${from + i}`);
    if (found === undefined) throw new Error(`not stored: ${level}/${from + i}`);
    return found;
  });
}

describe('stored hashes', () => {
  const stored = fillStore([1, 254, 1, 1, 999, 64_000, 744]);

  it('give the hash of any subtree, with at most 255 reads of each level', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: SIZE })
          .chain((size) => fc.tuple(fc.integer({ min: 1, max: size - 1 }), fc.constant(size))),
        ([older, newer]) => {
          for (const subtree of consistencyRanges(older, newer)) {
            const plan = rangeHashPlan(subtree);
            for (const part of plan) expect(part.to - part.from).to.be.within(1, 255);
            const hashes = plan.map(({ level, from, to }) => read(stored, level, from, to));
            const direct = subtreeHash(leaves.slice(subtree.from, subtree.to));
            expect(hex(plannedHash(plan, hashes))).to.equal(hex(direct));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('are planned with the largest subtrees first', () => {
    expect(rangeHashPlan({ from: 0, to: 66_000 })).to.deep.equal([
      { level: 2, from: 0, to: 1 },
      { level: 1, from: 256, to: 257 },
      { level: 0, from: 65_792, to: 66_000 },
    ]);
    expect(rangeHashPlan({ from: 512, to: 768 })).to.deep.equal([{ level: 1, from: 2, to: 3 }]);
    expect(rangeHashPlan({ from: 7, to: 8 })).to.deep.equal([{ level: 0, from: 7, to: 8 }]);
  });

  it('refuse a plan for leaves that no node of a tree covers', () => {
    expect(() => rangeHashPlan({ from: 1, to: 3 })).to.throw(RangeError);
    expect(() => rangeHashPlan({ from: 4, to: 4 })).to.throw(RangeError);
  });

  it('are complete once, when a log grows past the end of their subtree', () => {
    expect(completedSubtrees(0, 255)).to.deep.equal([]);
    expect(completedSubtrees(255, 256)).to.deep.equal([{ level: 1, index: 0 }]);
    expect(completedSubtrees(256, 511)).to.deep.equal([]);
    expect(completedSubtrees(65_400, 65_536)).to.deep.equal([
      { level: 1, index: 255 },
      { level: 2, index: 0 },
    ]);
  });
});
