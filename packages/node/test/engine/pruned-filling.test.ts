/** What a node reads of a log in order to answer a want below what its owner has summed up. */

import {
  EMPTY_COMPACT_RANGE,
  encodeCompactRange,
  encodeEntry,
  encodeUtf8,
  gapsOf,
  growByLeaves,
  isPassing,
  leafHash,
  type PruningEntry,
  parseEntry,
  sha256,
  spaceId,
  staysDigest,
  subtreeHash,
} from '@covisa/protocol';
import { openMemoryStore, type Store } from '@covisa/store';
import { expect } from 'chai';
import { PrunedFilling } from '../../dist/engine/gossip/pruned-filling.js';
import { Prunings } from '../../dist/engine/log/prunings.js';
import { filler } from './support/network.js';

const LOG = { space: spaceId.parse(filler(1)), incarnation: 0 };
/** Tiles whose 256 entries all stay, each of about 400 KiB: two fit into a message. */
const HEAVY = {
  tiles: 6,
  lineOf: (n: number) => `{"type":"note","n":${n},"text":"${'x'.repeat(1600)}"}`,
};
/** Tiles of which every eighth entry stays: few bytes, and 96 hashes each. */
const SPLIT = {
  tiles: 86,
  lineOf: (n: number) => (n % 8 === 0 ? '{"type":"n"}' : '{"type":"void"}'),
};

/** A store that holds such a log with the sum of all of it, and tells what is read of it. */
async function scene({ tiles, lineOf } = HEAVY) {
  const before = 256 * tiles;
  const lines = Array.from({ length: before }, (_, n) => encodeUtf8(lineOf(n)));
  const staying = lines.flatMap((line, n) => (isPassing(parseEntry(line)) ? [] : [n]));
  const stays = staysDigest(staying);
  const sum: PruningEntry = { type: 'pruning', before, stays };
  const entries = [...lines, encodeEntry(sum)].map((bytes) => ({
    bytes,
    leafHash: leafHash(bytes),
    entry: parseEntry(bytes),
  }));
  const leaves = entries.map((entry) => entry.leafHash);
  const { compact, completed: subtrees } = growByLeaves(EMPTY_COMPACT_RANGE, leaves, sha256);
  const size = entries.length;
  const signed = { checkpoint: 'a checkpoint', checkpointSize: size, heartbeat: null };
  const head = { ...LOG, size, range: encodeCompactRange(compact), ...signed };
  const store = openMemoryStore();
  await store.ingestRanges([{ from: 0, entries, subtrees, head }]);
  const gaps = gapsOf(staying, 0, before).map((gap) => {
    return { ...gap, hash: subtreeHash(leaves.slice(gap.from, gap.to)) };
  });
  await store.pruneLog({ ...LOG, before, gaps });
  const prunings = new Prunings();
  prunings.follow(LOG, before, encodeEntry(sum), sum);
  const read: string[] = [];
  const entriesWithin: Store['entriesWithin'] = (log, from, to) => {
    read.push(`${from} to ${to}`);
    return store.entriesWithin(log, from, to);
  };
  const filling = new PrunedFilling({ store: { ...store, entriesWithin }, sha256 }, prunings);
  const [held = null] = await store.heads();
  const fill = (...from: readonly number[]) =>
    filling.fill(
      from.map((one) => ({ ...LOG, from: one })),
      () => held,
    );
  return { fill, read };
}

describe('A want of what was summed up', () => {
  it('loads the lines of the tiles that go out, and of the first that does not fit', async () => {
    const { fill, read } = await scene();
    const { ranges, lines } = await fill(300);
    const [range] = ranges;
    expect([range?.from, range?.pruned?.to, range?.pruned?.stays.length]).to.deep.equal([
      256, 768, 1536,
    ]);
    expect(lines.map((one) => one.length)).to.deep.equal([513]);
    expect(read).to.deep.equal(['256 to 512', '512 to 768', '768 to 1024']);
  });

  it('is answered by no more hashes than a message may list', async () => {
    const { fill } = await scene(SPLIT);
    const { ranges } = await fill(0);
    const [range] = ranges;
    // 85 tiles of 96 hashes: one more would be 8,256 of at most 8,192.
    expect([range?.pruned?.to, range?.pruned?.hashes.length]).to.deep.equal([85 * 256, 8160]);
    const next = (await fill(85 * 256)).ranges[0]?.pruned;
    expect([next?.to, next?.hashes.length]).to.deep.equal([86 * 256, 96]);
  });

  it('leaves half of what ranges may have of a header to other logs', async () => {
    const { fill } = await scene(SPLIT);
    const { ranges } = await fill(0, 0, 0);
    const hashes = ranges.map(({ pruned }) => pruned?.hashes.length ?? 0);
    // 512 KiB less 6 KiB and 38,528 bytes of indices for each of the two, at 46 bytes a hash.
    expect(hashes).to.deep.equal([8160, 1248]);
  });

  it('loads the last tile alone where that is wanted', async () => {
    const { fill, read } = await scene();
    const { ranges } = await fill(1300);
    expect(ranges.map(({ from, count }) => [from, count])).to.deep.equal([[1280, 257]]);
    expect(read).to.deep.equal(['1280 to 1536']);
  });
});
