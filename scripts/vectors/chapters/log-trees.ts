/** Vectors of the chapter log: trees, proofs, compact ranges, tiles. */

import {
  appendLeaves,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  emptyRoot,
  encodeCompactRange,
  encodeTilePath,
  encodeUtf8,
  leafHash,
  nodeHash,
  subtreeHash,
  tileWidth,
  tweetnaclBackend,
} from '@covisa/protocol';
import {
  checkpointOf,
  consistencyProof,
  inclusionProof,
  leavesOf,
  linesOf,
  rootOf,
} from '../log-material.js';
import { bent, MELBOURNE, SYDNEY } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const leaf = vectorsOf('leaf-hash');
const node = vectorsOf('node-hash');
const tree = vectorsOf('tree-root');
const inclusion = vectorsOf('verify-inclusion');
const consistency = vectorsOf('verify-consistency');
const read = vectorsOf('compact-range-read');
const append = vectorsOf('compact-range-append');
const path = vectorsOf('read-tile-path');
const tiled = vectorsOf('log-from-tiles');

const lines = linesOf(MELBOURNE, 7);
const leaves = leavesOf(lines);
const [a, b, c, d, e] = leaves.map((one) => one);

function hashOf(left?: Uint8Array, right?: Uint8Array): Uint8Array {
  if (left === undefined || right === undefined) throw new Error('leaves: expected five');
  return nodeHash(left, right);
}

const trees: readonly Vector[] = [
  leaf.ok('the hash of a leaf', 'LOG-3', { line: lines[1] }, { hash: b }),
  leaf.ok('the hash of an empty leaf', 'LOG-3', { line: '' }, { hash: leafHash(encodeUtf8('')) }),
  node.ok('the hash of a node', 'LOG-3', { left: a, right: b }, { hash: hashOf(a, b) }),
  tree.ok(
    'the root of no leaf is the hash of nothing',
    'LOG-3',
    { leaves: [] },
    { root: emptyRoot() },
  ),
  tree.ok('the root of one leaf is its hash', 'LOG-3', { leaves: [a] }, { root: a }),
  tree.ok(
    'the root of five leaves splits at four',
    'LOG-3',
    { leaves: leaves.slice(0, 5) },
    { root: hashOf(hashOf(hashOf(a, b), hashOf(c, d)), e) },
    { left: hashOf(hashOf(a, b), hashOf(c, d)), right: e },
  ),
  tree.ok('the root of seven leaves', 'LOG-3', { leaves }, { root: rootOf(lines) }),
];

function included(
  title: string,
  index: number,
  size: number,
  change: object,
  holds: boolean,
): Vector {
  const some = lines.slice(0, size);
  const input = {
    index,
    size,
    leaf: leaves[index],
    proof: inclusionProof(some, index),
    root: rootOf(some),
  };
  return inclusion.ok(`inclusion: ${title}`, 'LOG-3', { ...input, ...change }, { holds });
}

const seven = inclusionProof(lines, 4);

const inclusions: readonly Vector[] = [
  included('the fifth of seven leaves', 4, 7, {}, true),
  included('the last of seven leaves', 6, 7, {}, true),
  included('the only leaf needs no proof', 0, 1, {}, true),
  included('another leaf', 4, 7, { leaf: a }, false),
  included('another index', 4, 7, { index: 5 }, false),
  included('an index that is not below the size', 4, 7, { index: 7 }, false),
  included('another size', 4, 7, { size: 5 }, false),
  included('a proof alone does not tell seven leaves from eight', 4, 7, { size: 8 }, true),
  included('another root', 4, 7, { root: bent(rootOf(lines)) }, false),
  included('a hash too few', 4, 7, { proof: seven.slice(1) }, false),
  included('a hash too many', 4, 7, { proof: [...seven, a] }, false),
  included('the hashes in another order', 4, 7, { proof: [...seven].reverse() }, false),
  included('a hash of 31 bytes', 4, 7, { proof: seven.map((one) => one.slice(1)) }, false),
  included('no proof at all', 4, 7, { proof: [] }, false),
  included(
    'a leaf of which a bit was turned',
    4,
    7,
    { leaf: bent(leaves[4] ?? emptyRoot()) },
    false,
  ),
  included('an empty log holds nothing', 0, 1, { size: 0 }, false),
];

function extended(title: string, oldSize: number, change: object, holds: boolean): Vector {
  const input = {
    oldSize,
    oldRoot: oldSize === 0 ? emptyRoot() : rootOf(lines.slice(0, oldSize)),
    newSize: 7,
    newRoot: rootOf(lines),
    proof: consistencyProof(lines, oldSize),
  };
  return consistency.ok(`consistency: ${title}`, 'LOG-3', { ...input, ...change }, { holds });
}

const three = consistencyProof(lines, 3);
const four = consistencyProof(lines, 4);
const fork = linesOf(MELBOURNE, 7, 'b');

const consistencies: readonly Vector[] = [
  extended('seven leaves extend three', 3, {}, true),
  extended('four leaves are a power of two, and the proof has its seed all the same', 4, {}, true),
  extended('of equal sizes the proof is empty', 7, {}, true),
  extended('every log extends the empty one', 0, {}, true),
  extended('a proof without its seed', 4, { proof: four.slice(1) }, false),
  extended(
    'another older root: the log has forked',
    3,
    { oldRoot: rootOf(fork.slice(0, 3)) },
    false,
  ),
  extended('another newer root', 3, { newRoot: rootOf(fork) }, false),
  extended('of equal sizes two roots', 7, { oldRoot: rootOf(fork) }, false),
  extended('of equal sizes a proof that is not empty', 7, { proof: [a] }, false),
  extended('an empty log with another root than that of nothing', 0, { oldRoot: a }, false),
  extended('a hash too few', 3, { proof: three.slice(0, -1) }, false),
  extended('a hash too many', 3, { proof: [...three, a] }, false),
  extended('the sizes exchanged', 3, { oldSize: 7, newSize: 3 }, false),
  extended('a bent hash', 3, { proof: three.map((one) => bent(one)) }, false),
  extended('no proof at all', 3, { proof: [] }, false),
  extended('another older size', 3, { oldSize: 2 }, false),
];

const five = appendLeaves(EMPTY_COMPACT_RANGE, leaves.slice(0, 5));
const whole = appendLeaves(five, leaves.slice(5));
const encoded = encodeCompactRange(five);

function refusedRange(title: string, bytes: Uint8Array): Vector {
  return read.error(`a compact range ${title} is refused`, 'LOG-3', { bytes }, 'LENGTH_INVALID');
}

const ranges: readonly Vector[] = [
  read.ok(
    'a compact range of five leaves holds two hashes',
    'LOG-3',
    { bytes: encoded },
    { ...five, root: compactRoot(five) },
  ),
  refusedRange('with a hash too few', encoded.slice(0, -32)),
  refusedRange('with a hash too many', Uint8Array.of(...encoded, ...(a ?? []))),
  refusedRange('of half a size', encoded.slice(0, 4)),
  refusedRange('of a size beyond the largest', Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 1)),
  append.ok(
    'leaves put to a compact range join what has become equal in size',
    'LOG-3',
    { ...five, leaves: leaves.slice(5) },
    { ...whole, root: compactRoot(whole) },
  ),
  append.ok(
    'the compact range of nothing takes a leaf',
    'LOG-3',
    { ...EMPTY_COMPACT_RANGE, leaves: [a] },
    { size: 1, hashes: [a], root: a },
  ),
];

function tilePath(title: string, text: string, tile: object | null): Vector {
  return path.ok(`tile path: ${title}`, '', { path: text }, { tile });
}

const paths: readonly Vector[] = [
  tilePath('a full tile', '/tile/0/000', { level: 0, index: 0, width: 256 }),
  tilePath('the index in groups of three digits', '/tile/1/x001/x234/067', {
    level: 1,
    index: 1_234_067,
    width: 256,
  }),
  tilePath('a tile that is not full', '/tile/0/001.p/44', { level: 0, index: 1, width: 44 }),
  tilePath('no groups without an x', '/tile/0/001/234', null),
  tilePath('no needless group', '/tile/0/x000/001', null),
  tilePath('no tile of 256 hashes as one that is not full', '/tile/0/000.p/256', null),
  tilePath('no tile of no hashes', '/tile/0/000.p/0', null),
  tilePath('no level with a zero before it', '/tile/00/000', null),
  tilePath('no level beyond 63', '/tile/64/000', null),
  tilePath('no tiles of entries', '/tile/entries/000', null),
  tilePath('no path without its first slash', 'tile/0/000', null),
  tilePath('nothing behind it', '/tile/0/000/', null),
];

const long = linesOf(MELBOURNE, 259);
const logKey = tweetnaclBackend.publicKey(MELBOURNE.keys.log);

/** The tiles of a log, by their paths without the first slash. */
function tilesOf(some: readonly string[]): Record<string, Uint8Array> {
  const tiles: Record<string, Uint8Array> = {};
  let hashes = leavesOf(some);
  for (let level = 0; hashes.length > 0; level++) {
    for (let index = 0; index * 256 < hashes.length; index++) {
      const width = tileWidth(level, index, some.length);
      const held = hashes.slice(index * 256, index * 256 + width);
      const name = encodeTilePath({ level, index, width }).slice(1);
      tiles[name] = Uint8Array.from(held.flatMap((one) => [...one]));
    }
    const full = Math.floor(hashes.length / 256);
    const below = hashes;
    hashes = Array.from({ length: full }, (_, i) =>
      subtreeHash(below.slice(i * 256, i * 256 + 256)),
    );
  }
  return tiles;
}

const longTiles = tilesOf(long);
const shortTiles = tilesOf(lines);
const note = checkpointOf(MELBOURNE, lines);

function withTile(
  tiles: Record<string, Uint8Array>,
  name: string,
  change: (tile: Uint8Array) => Uint8Array,
) {
  return { ...tiles, [name]: change(tiles[name] ?? new Uint8Array()) };
}

function refusedTiles(title: string, change: object, code = 'PROOF_INVALID'): Vector {
  const input = { note, logKey, tiles: shortTiles };
  return tiled.error(`tiles: ${title} is refused`, 'LOG-3', { ...input, ...change }, code);
}

const SHORT = 'tile/0/000.p/7';

const tileVectors: readonly Vector[] = [
  tiled.ok(
    'tiles: a log of seven entries',
    'LOG-3',
    { note, logKey, tiles: shortTiles },
    { size: 7, root: rootOf(lines) },
  ),
  tiled.ok(
    'tiles: a log of 259 entries has two tiles of leaves and one of what lies above',
    'LOG-3',
    { note: checkpointOf(MELBOURNE, long), logKey, tiles: longTiles },
    { size: 259, root: rootOf(long) },
  ),
  refusedTiles('a bent leaf', { tiles: withTile(shortTiles, SHORT, (tile) => bent(tile, 70)) }),
  refusedTiles('a tile that is not there', { tiles: {} }),
  refusedTiles('a tile with a hash too few', {
    tiles: withTile(shortTiles, SHORT, (tile) => tile.slice(0, -32)),
  }),
  refusedTiles('a tile with a hash too many', {
    tiles: withTile(shortTiles, SHORT, (tile) => Uint8Array.of(...tile, ...tile.slice(0, 32))),
  }),
  refusedTiles('two leaves exchanged', {
    tiles: withTile(shortTiles, SHORT, (tile) =>
      Uint8Array.of(...tile.slice(32, 64), ...tile.slice(0, 32), ...tile.slice(64)),
    ),
  }),
  refusedTiles('the tiles of another history', { tiles: tilesOf(linesOf(MELBOURNE, 7, 'b')) }),
  refusedTiles('a bent hash of a full tile above the leaves', {
    note: checkpointOf(MELBOURNE, long),
    tiles: withTile(longTiles, 'tile/1/000.p/1', (tile) => bent(tile)),
  }),
  refusedTiles(
    'a checkpoint by the key of another log',
    { note: checkpointOf(MELBOURNE, lines, { keys: SYDNEY.keys }) },
    'CHECKPOINT_INVALID',
  ),
];

export const logTrees: readonly Vector[] = [
  ...trees,
  ...inclusions,
  ...consistencies,
  ...ranges,
  ...paths,
  ...tileVectors,
];
