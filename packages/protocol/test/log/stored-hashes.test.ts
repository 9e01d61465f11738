import {
  type CompactRange,
  type CompleteSubtree,
  consistencyRanges,
  EMPTY_COMPACT_RANGE,
  growByLeaves,
  growBySubtrees,
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
  let range: CompactRange = EMPTY_COMPACT_RANGE;
  for (const batch of batches) {
    const added = leaves.slice(range.size, range.size + batch);
    for (const [i, leaf] of added.entries()) stored.set(`0/${range.size + i}`, leaf);
    const { compact, completed } = growByLeaves(range, added);
    for (const { level, index, hash } of completed) stored.set(`${level}/${index}`, hash);
    range = compact;
  }
  return stored;
}

/** What becomes complete when a log grows from one size to another, without the hashes. */
function completedBetween(older: number, newer: number) {
  const { compact } = growByLeaves(EMPTY_COMPACT_RANGE, leaves.slice(0, older));
  return placesOf(growByLeaves(compact, leaves.slice(older, newer)).completed);
}

function placesOf(completed: readonly CompleteSubtree[]) {
  return completed.map(({ level, index }) => ({ level, index }));
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
    expect(completedBetween(0, 255)).to.deep.equal([]);
    expect(completedBetween(255, 256)).to.deep.equal([{ level: 1, index: 0 }]);
    expect(completedBetween(256, 511)).to.deep.equal([]);
    expect(completedBetween(65_400, 65_536)).to.deep.equal([
      { level: 1, index: 255 },
      { level: 2, index: 0 },
    ]);
  });

  it('are each the hash of the 256 below', () => {
    for (const [level, index] of [
      [1, 0],
      [1, 1],
      [1, 255],
      [2, 0],
    ] as const) {
      const below = read(stored, level - 1, index * 256, (index + 1) * 256);
      const hashes = read(stored, level, index, index + 1);
      expect(hashes.map(hex)).to.deep.equal([hex(subtreeHash(below))]);
    }
  });

  it('are complete too where hashes of larger subtrees stand for leaves', () => {
    const gaps = [0, 256, 384].map((from, i) => {
      const to = [256, 384, 512][i] ?? 0;
      return { from, to, hash: subtreeHash(leaves.slice(from, to)) };
    });
    const { compact, completed } = growBySubtrees(EMPTY_COMPACT_RANGE, gaps);
    expect(compact).to.deep.equal(growByLeaves(EMPTY_COMPACT_RANGE, leaves.slice(0, 512)).compact);
    expect(placesOf(completed)).to.deep.equal([
      { level: 1, index: 0 },
      { level: 1, index: 1 },
    ]);
    expect(completed.map(({ hash }) => hex(hash))).to.deep.equal(read(stored, 1, 0, 2).map(hex));
  });
});
