/** What a node reads of a log in order to answer a want below what its owner has summed up. */

import {
  EMPTY_COMPACT_RANGE,
  encodeCompactRange,
  encodeEntry,
  encodeUtf8,
  growByLeaves,
  leafHash,
  type PruningEntry,
  parseEntry,
  sha256,
  spaceId,
  staysDigest,
} from '@covisa/protocol';
import { openMemoryStore, type Store } from '@covisa/store';
import { expect } from 'chai';
import { PrunedFilling } from '../../dist/engine/gossip/pruned-filling.js';
import { Prunings } from '../../dist/engine/log/prunings.js';
import { filler } from './support/network.js';

const LOG = { space: spaceId.parse(filler(1)), incarnation: 0 };
/** Tiles whose 256 entries all stay, each of about 400 KiB: two fit into a message. */
const TILES = 6;
const BEFORE = 256 * TILES;

/** A store that holds such a log with the sum of all of it, and tells what is read of it. */
async function scene() {
  const note = (n: number) => encodeUtf8(`{"type":"note","n":${n},"text":"${'x'.repeat(1600)}"}`);
  const notes = Array.from({ length: BEFORE }, (_, n) => note(n));
  const stays = staysDigest(Array.from({ length: BEFORE }, (_, n) => n));
  const sum: PruningEntry = { type: 'pruning', before: BEFORE, stays };
  const entries = [...notes, encodeEntry(sum)].map((bytes) => ({
    bytes,
    leafHash: leafHash(bytes),
    entry: parseEntry(bytes),
  }));
  const { compact, completed: subtrees } = growByLeaves(
    EMPTY_COMPACT_RANGE,
    entries.map((entry) => entry.leafHash),
    sha256,
  );
  const size = entries.length;
  const signed = { checkpoint: 'a checkpoint', checkpointSize: size, heartbeat: null };
  const head = { ...LOG, size, range: encodeCompactRange(compact), ...signed };
  const store = openMemoryStore();
  await store.ingestRanges([{ from: 0, entries, subtrees, head }]);
  await store.pruneLog({ ...LOG, before: BEFORE, gaps: [] });
  const prunings = new Prunings();
  prunings.follow(LOG, BEFORE, encodeEntry(sum), sum);
  const read: string[] = [];
  const entriesWithin: Store['entriesWithin'] = (log, from, to) => {
    read.push(`${from} to ${to}`);
    return store.entriesWithin(log, from, to);
  };
  const filling = new PrunedFilling({ store: { ...store, entriesWithin }, sha256 }, prunings);
  const [held = null] = await store.heads();
  const fill = (from: number) => filling.fill([{ ...LOG, from }], () => held);
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

  it('loads the last tile alone where that is wanted', async () => {
    const { fill, read } = await scene();
    const { ranges } = await fill(1300);
    expect(ranges.map(({ from, count }) => [from, count])).to.deep.equal([[1280, 257]]);
    expect(read).to.deep.equal(['1280 to 1536']);
  });
});
