/** Vectors of the chapter log: a log of which some entries are left out. */

import {
  appendLeaves,
  EMPTY_COMPACT_RANGE,
  encodeUtf8,
  gapsOf,
  leafHash,
  staysDigest,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import {
  checkpointOf,
  consistencyProof,
  inclusionProof,
  leavesOf,
  linesOf,
} from '../log-material.js';
import { bent, MELBOURNE } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const extend = vectorsOf('extend-log-pruned');
const digest = vectorsOf('stays-digest');
const gaps = vectorsOf('gaps');
const entry = vectorsOf('read-pruning');

const BEFORE = 512;
const STAYS = [0, 100, 101, 300];
const AT = 514;
const SIZE = 516;
const logKey = tweetnaclBackend.publicKey(MELBOURNE.keys.log);

function sum(stays: readonly number[], before = BEFORE): string {
  return JSON.stringify({ type: 'pruning', before, stays: staysDigest(stays) });
}

/** A log in which all passes but what stays, and entry 514 says so. */
function logOf(pruning = sum(STAYS)): readonly string[] {
  return linesOf(MELBOURNE, SIZE).map((line, i) => {
    if (i === AT) return pruning;
    return i < BEFORE && !STAYS.includes(i) ? `{"type":"stamp","n":${i}}` : line;
  });
}

const LOG = logOf();

function hashOf(lines: readonly string[], from: number, to: number): Uint8Array {
  return subtreeHash(leavesOf(lines.slice(from, to)));
}

function heldOf(lines: readonly string[], size: number) {
  return appendLeaves(EMPTY_COMPACT_RANGE, leavesOf(lines.slice(0, size)));
}

interface Part {
  readonly from?: number;
  readonly to?: number;
  readonly stays?: readonly number[];
}

function rangeOf(lines = LOG, part: Part = {}, change: object = {}) {
  const { from = 0, to = BEFORE, stays = STAYS } = part;
  const kept = stays.filter((index) => index >= from && index < to);
  return {
    ...{ space: MELBOURNE.id, incarnation: 0 },
    held: heldOf(lines, from),
    logKey: from === 0 ? null : logKey,
    recovery: null,
    from,
    lines: [lines[AT], ...kept.map((index) => lines[index])],
    checkpoint: checkpointOf(MELBOURNE, lines),
    proof: consistencyProof(lines, to),
    ...{ index: AT, inclusion: inclusionProof(lines, AT), stays, to },
    hashes: gapsOf(stays, from, to).map((gap) => hashOf(lines, gap.from, gap.to)),
    ...change,
  };
}

function grown(size: number, entries: readonly number[], lines = LOG) {
  return { entries, ...heldOf(lines, size), logKey };
}

function refused(title: string, rules: string, input: object): Vector {
  return extend.error(`pruned: ${title}`, rules, input, 'RANGE_INVALID');
}

const HONEST = rangeOf();
/** What stays, in another order than that of the log. */
const UNSORTED = [0, 101, 100, 300];

function unsortedLines(): readonly (string | undefined)[] {
  const log = logOf(sum(UNSORTED));
  return [log[AT], ...UNSORTED.map((index) => log[index])];
}

const ranges: readonly Vector[] = [
  extend.ok(
    'pruned: a log of 512 entries of which four stay',
    'PRUNE-3 PRUNE-4 PRUNE-5',
    HONEST,
    grown(512, STAYS),
  ),
  extend.ok(
    'pruned: the first tile of it alone',
    'PRUNE-5',
    rangeOf(LOG, { to: 256 }),
    grown(256, [0, 100, 101]),
  ),
  extend.ok(
    'pruned: the second tile after the first one',
    'PRUNE-5',
    rangeOf(LOG, { from: 256 }),
    grown(512, [300]),
  ),
  extend.ok(
    'pruned: the beginning of a tile, up to the edge of a gap',
    'PRUNE-5',
    rangeOf(LOG, { to: 304 }),
    grown(304, STAYS),
  ),
  extend.ok(
    'pruned: up to an entry that stays',
    'PRUNE-5',
    rangeOf(LOG, { to: 101 }),
    grown(101, [0, 100]),
  ),
  refused('the beginning of a tile, up to within a gap', 'PRUNE-5', rangeOf(LOG, { to: 310 })),
  refused('a gap that is across the end, with a proof from where the gap ends', 'PRUNE-5', {
    ...rangeOf(LOG, { to: 310 }),
    proof: consistencyProof(LOG, 320),
  }),
  refused('a tile without its beginning', 'PRUNE-5', rangeOf(LOG, { from: 128, to: 384 })),
  refused('no tile', 'PRUNE-5', { ...rangeOf(LOG), to: 0 }),
  refused('tiles that do not start where what is held ends', 'PRUNE-5', {
    ...rangeOf(LOG),
    held: heldOf(LOG, 256),
    logKey,
  }),
  refused('a hash too few', 'PRUNE-5', { ...HONEST, hashes: HONEST.hashes.slice(1) }),
  refused('a hash too many', 'PRUNE-5', {
    ...HONEST,
    hashes: [...HONEST.hashes, leafHash(encodeUtf8('{}'))],
  }),
  refused('a changed hash', 'LOG-4', {
    ...HONEST,
    hashes: HONEST.hashes.map((one, i) => (i === 3 ? bent(one) : one)),
  }),
  refused('an entry that stays is missing', 'PRUNE-5', {
    ...HONEST,
    lines: HONEST.lines.slice(0, -1),
  }),
  refused('a changed entry', 'LOG-4', {
    ...HONEST,
    lines: HONEST.lines.map((line, i) => (i === 2 ? '{"type":"note"}' : line)),
  }),
  refused(
    'one that stays is kept back with its hash',
    'PRUNE-3',
    rangeOf(LOG, { stays: [0, 100, 101] }),
  ),
  refused(
    'one that passes is named as one that stays',
    'PRUNE-3',
    rangeOf(LOG, { stays: [...STAYS, 400] }),
  ),
  refused('indices that are not in order', 'PRUNE-3', { ...HONEST, stays: [0, 101, 100, 300] }),
  refused(
    'the owner has summed up one that passes as one that stays',
    'PRUNE-1',
    rangeOf(logOf(sum([...STAYS, 400])), { stays: [...STAYS, 400] }),
  ),
  refused(
    'the owner has summed up less than the range leaves out',
    'PRUNE-2',
    rangeOf(logOf(sum([0, 100, 101], 256)), { stays: [0, 100, 101] }),
  ),
  refused('a sum that ends within a tile', 'PRUNE-2', rangeOf(logOf(sum(STAYS, 400)), {})),
  refused('a sum that is not in the log', 'PRUNE-4', {
    ...rangeOf(LOG, { stays: [0] }),
    lines: [sum([0]), LOG[0]],
  }),
  refused('a sum at another index', 'PRUNE-4', { ...HONEST, index: AT + 1 }),
  refused(
    'indices that do not ascend',
    'PRUNE-4',
    rangeOf(logOf(sum(UNSORTED)), {}, { stays: UNSORTED, lines: unsortedLines() }),
  ),
  refused(
    'an index that the sum does not reach',
    'PRUNE-4',
    rangeOf(logOf(sum([...STAYS, BEFORE])), { stays: [...STAYS, BEFORE] }),
  ),
  refused('a sum without its proof', 'PRUNE-4', { ...HONEST, inclusion: [] }),
  refused('another entry in the place of the sum', 'PRUNE-2', {
    ...HONEST,
    lines: [LOG[515], ...HONEST.lines.slice(1)],
    index: 515,
    inclusion: inclusionProof(LOG, 515),
  }),
  refused(
    'a log whose inception does not stay',
    'LOG-5',
    rangeOf(logOf(sum([100])), { stays: [100] }),
  ),
];

const sums: readonly Vector[] = [
  digest.ok(
    'pruning: the digest of what stays',
    'PRUNE-3',
    { stays: [0, 258] },
    {
      digest: staysDigest([0, 258]),
    },
  ),
  digest.ok(
    'pruning: the digest of nothing',
    'PRUNE-3',
    { stays: [] },
    { digest: staysDigest([]) },
  ),
  gaps.ok(
    'pruning: the gaps beside two entries',
    'PRUNE-5',
    { stays: [0, 300], from: 0, to: 768 },
    {
      gaps: [
        ...[1, 2, 4, 8, 16, 32, 64, 128].map((at) => [at, at * 2]),
        ...[
          [256, 288],
          [288, 296],
          [296, 300],
          [301, 302],
          [302, 304],
          [304, 320],
          [320, 384],
          [384, 512],
        ],
        [512, 768],
      ],
    },
  ),
  ...['stamp', 'void', 'refusal', 'revocation', 'pruning'].map((type) =>
    entry.ok(
      `pruning: an entry of type ${type} passes, whatever is in it`,
      'PRUNE-1',
      { line: JSON.stringify({ type }), index: 9 },
      { fate: 'passes', sumsUp: false },
    ),
  ),
  ...['inception', 'keys', 'profile', 'roster', 'leave', 'closing', 'note'].map((type) =>
    entry.ok(
      `pruning: an entry of type ${type} stays`,
      'PRUNE-1',
      { line: JSON.stringify({ type }), index: 9 },
      { fate: 'stays', sumsUp: false },
    ),
  ),
  entry.ok(
    'pruning: a sum of the tile before it',
    'PRUNE-2',
    { line: sum([0], 256), index: 256 },
    {
      fate: 'passes',
      sumsUp: true,
    },
  ),
  entry.ok(
    'pruning: a sum that reaches beyond itself',
    'PRUNE-2',
    { line: sum([0], 512), index: 511 },
    {
      fate: 'passes',
      sumsUp: false,
    },
  ),
  entry.ok(
    'pruning: a sum of part of a tile',
    'PRUNE-2',
    { line: sum([0], 300), index: 600 },
    {
      fate: 'passes',
      sumsUp: false,
    },
  ),
];

/** Pruning. */
export const pruningVectors: readonly Vector[] = [...ranges, ...sums];
