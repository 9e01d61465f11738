import { sha256 } from '@covisa/protocol';
import type { LogId, Store } from '@covisa/store';
import { expect } from 'chai';
import { GROWTH } from '../../dist/invariants/growth.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, textsOf, visit } from './support/played.js';

const LOOKS = 12;

describe('Logs only grow', () => {
  it('holds while a log grows, across a crash too', async () => {
    const play = await begun();
    const watch = await watched(play);
    await happened(play, visit(0, 1), { at: 0, kind: 'crash', space: 1, down: 5 }, visit(2, 2));
    await watch.look();
    expect(textsOf(play, GROWTH)).to.deep.equal([]);
  });

  it('is broken by a node that holds less than before', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const watch = await watched(play);
    const { store } = play.space(2).disk;
    const size = await sizeOf(store, logOf(play));
    await rewritten(store, logOf(play), size - 1, null);
    await watch.look();
    expect(textsOf(play, GROWTH)).to.include(
      `space-2 space-1/0: ${size} entries, then ${size - 1}`,
    );
  });

  it('holds of an older disk, and is broken by a node that holds less after a crash since', async () => {
    const play = await begun();
    await happened(play, { at: 0, kind: 'backup', space: 2 }, visit(0, 1));
    const watch = await watched(play);
    await happened(play, { at: 0, kind: 'restore', space: 2, oldHead: false });
    await watch.look();
    expect(textsOf(play, GROWTH)).to.deep.equal([]);
    const size = await sizeOf(play.space(2).disk.store, logOf(play));
    play.space(2).crash();
    await rewritten(play.space(2).disk.store, logOf(play), size - 1, null);
    await watch.look();
    expect(textsOf(play, GROWTH)).to.deep.equal([
      `space-2 space-1/0: ${size} entries, then ${size - 1}`,
    ]);
  });

  it('is broken by another entry in a place that was held, whatever comes after it', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const watch = await watched(play);
    const { store } = play.space(2).disk;
    await rewritten(store, logOf(play), await sizeOf(store, logOf(play)), 1);
    await watch.conclude();
    expect(textsOf(play, GROWTH)).to.include(
      'space-2 space-1/0: entry 1 is another than was held before',
    );
  });

  it('is broken by an owner who holds less of its log than others do, at the end', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const { store } = play.space(1).disk;
    const size = await sizeOf(store, logOf(play));
    await rewritten(store, logOf(play), size - 1, null);
    await GROWTH.watch(play).conclude?.();
    expect(textsOf(play, GROWTH)).to.include(
      `space-1 holds ${size - 1} entries of its log, space-0 ${size}`,
    );
  });
});

function logOf(play: Play): LogId {
  return { space: play.space(1).id, incarnation: 0 };
}

/** A watch that has looked at everybody. */
async function watched(play: Play): Promise<Record<'look' | 'conclude', () => Promise<void>>> {
  const watch = GROWTH.watch(play);
  const look = async () => {
    for (let count = 0; count < LOOKS; count++) await watch.look?.();
  };
  await look();
  return { look, conclude: async () => watch.conclude?.() };
}

async function sizeOf(store: Store, { space }: LogId): Promise<number> {
  return (await store.heads()).find((head) => head.space === space)?.size ?? 0;
}

/** Puts another log of `size` entries in its place: of the same, but for the one at `other`. */
async function rewritten(
  store: Store,
  log: LogId,
  size: number,
  other: number | null,
): Promise<void> {
  const entries = await store.entries(log, 0, size, Number.MAX_SAFE_INTEGER);
  const hashes = await store.hashes(log, 0, 0, size);
  const head = (await store.heads()).find(({ space }) => space === log.space);
  if (!head) throw new RangeError('log: expected one that is held');
  await store.dropLogs([log]);
  await store.ingestRanges([
    {
      from: 0,
      entries: entries.map(({ bytes }, index) => ({
        bytes,
        leafHash: index === other ? sha256(bytes) : hashes.slice(32 * index, 32 * index + 32),
        entry: { type: 'unknown', named: 'test' } as never,
      })),
      subtrees: [],
      head: { ...head, size },
    },
  ]);
}
