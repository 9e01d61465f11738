import {
  appendLeaves,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  emptyRoot,
  encodeCompactRange,
  leafHash,
  ProtocolError,
  parseCompactRange,
  peakSubtrees,
  sha256,
  subtreeHash,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { hex, naiveRoot, someEntries } from './naive-tree.js';

const REFERENCE_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const REFERENCE_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const reference = REFERENCE_LEAVES.map((leaf) => new Uint8Array(Buffer.from(leaf, 'hex')));

describe('the tree', () => {
  for (const [size, root] of REFERENCE_ROOTS.entries()) {
    it(`LOG-3: the reference tree of Certificate Transparency at size ${size} has its known root`, () => {
      const leaves = reference.slice(0, size).map((leaf) => leafHash(leaf));
      expect(hex(subtreeHash(leaves))).to.equal(root);
      expect(hex(compactRoot(appendLeaves(EMPTY_COMPACT_RANGE, leaves)))).to.equal(root);
    });
  }

  it('is the tree of RFC 6962 for any entries', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 }), (entries) => {
        const leaves = entries.map((entry) => leafHash(entry));
        expect(hex(subtreeHash(leaves))).to.equal(hex(naiveRoot(entries)));
      }),
    );
  });

  it('uses the SHA-256 that it is given', () => {
    let calls = 0;
    const counting = (bytes: Uint8Array): Uint8Array => {
      calls += 1;
      return sha256(bytes);
    };
    const leaves = someEntries(5).map((entry) => leafHash(entry, counting));
    subtreeHash(leaves, counting);
    expect(calls).to.equal(9);
    expect(hex(emptyRoot(counting))).to.equal(REFERENCE_ROOTS[0]);
  });
});

describe('the compact range', () => {
  it('has the same root however the leaves come in batches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (batches) => {
        const entries = someEntries(batches.reduce((sum, one) => sum + one, 0));
        let range = EMPTY_COMPACT_RANGE;
        for (const batch of batches) {
          const next = entries.slice(range.size, range.size + batch);
          range = appendLeaves(
            range,
            next.map((entry) => leafHash(entry)),
          );
        }
        expect(range.size).to.equal(entries.length);
        expect(hex(compactRoot(range))).to.equal(hex(naiveRoot(entries)));
        expect(parseCompactRange(encodeCompactRange(range))).to.deep.equal(range);
      }),
    );
  });

  it('holds the hashes of its peaks, so that it can be made again from stored hashes', () => {
    const entries = someEntries(100);
    const range = appendLeaves(
      EMPTY_COMPACT_RANGE,
      entries.map((entry) => leafHash(entry)),
    );
    expect(peakSubtrees(100)).to.deep.equal([
      { from: 0, to: 64 },
      { from: 64, to: 96 },
      { from: 96, to: 100 },
    ]);
    expect(range.hashes.map(hex)).to.deep.equal(
      peakSubtrees(100).map(({ from, to }) => hex(naiveRoot(entries.slice(from, to)))),
    );
  });

  it('has the bytes: size, then the hashes of the largest subtree first', () => {
    const range = appendLeaves(EMPTY_COMPACT_RANGE, [leafHash(new Uint8Array(0))]);
    expect(hex(encodeCompactRange(range))).to.equal(`0000000000000001${REFERENCE_ROOTS[1]}`);
  });

  it('is refused with any other number of hashes than its size names', () => {
    const range = encodeCompactRange(
      appendLeaves(
        EMPTY_COMPACT_RANGE,
        someEntries(3).map((entry) => leafHash(entry)),
      ),
    );
    const huge = new Uint8Array(8).fill(255);
    for (const bytes of [new Uint8Array(7), range.slice(0, -1), range.slice(0, -32), huge]) {
      expect(() => parseCompactRange(bytes))
        .to.throw(ProtocolError)
        .with.property('code', 'LENGTH_INVALID');
    }
  });
});
