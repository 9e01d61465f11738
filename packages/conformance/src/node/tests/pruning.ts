/** Logs of which some entries are left out: what is taken, what is refused, what is given on. */

import {
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  entryRangeOf,
  extendReplica,
  NOTHING_KNOWN,
  type SyncRange,
  settleRange,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { appendHarmless } from '../entries.js';
import { check, reading, same } from '../expect.js';
import type { Peer } from '../peer.js';
import { inventedRange, prunedRange, staysOf, sumUp, TILE } from '../pruning.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import type { TestSpace } from '../test-space.js';

/** No gap of the first tile is across it. */
const EDGE = 64;
/** How much of a tile the node holds when the whole one is shown. */
const PART = 50;
const NO_DIGEST = encodeBase64url(new Uint8Array(32));

/** How far the node holds a peer's log, by its own frontier. */
async function heldBy(peer: Peer): Promise<number> {
  const { header } = await peer.ask({}, [], NO_DIGEST);
  return header.frontier?.find(({ space }) => space === peer.space.id)?.size ?? 0;
}

/** Prudence shows the node her log with its first tile pruned, and then the rest of it. */
function scene(subject: Subject) {
  return subject.once('a pruned log', async () => {
    const [peer, reader] = [await admitted(subject, 'Prudence'), await admitted(subject, 'Rhea')];
    const { space } = peer;
    const index = sumUp(space);
    const { range, lines } = prunedRange(space, index);
    await peer.ask({ ranges: [range] }, [lines], NO_DIGEST);
    const first = await heldBy(peer);
    await peer.ask({ ranges: [space.range(TILE)] }, [space.lines.slice(TILE)], NO_DIGEST);
    return { peer, reader, first, whole: await heldBy(peer) };
  });
}

/** Whoever asks for a log from its first entry on is given all that stays up to this index. */
async function isGivenOn(space: TestSpace, reader: Peer, to: number): Promise<void> {
  const { log } = space;
  const { header, lines } = await reader.ask({ wants: [{ ...log, from: 0 }] }, [], NO_DIGEST);
  const at = (header.ranges ?? []).findIndex((range) => range.space === log.space);
  const range = header.ranges?.[at];
  check(range?.pruned !== undefined, 'ranges: expected one with entries left out');
  const extension = await reading('the pruned range', async () => {
    const offered = entryRangeOf(range, lines[at] ?? []);
    const replica = { log, compact: EMPTY_COMPACT_RANGE };
    const unsettled = extendReplica(replica, offered, NOTHING_KNOWN);
    return unsettled && settleRange(ed25519, unsettled);
  });
  same('the size', extension?.compact.size ?? 0, to);
  const indices = extension?.entries.map(({ index }) => index) ?? [];
  const stays = staysOf(space).filter((index) => index < to);
  same('the entries that stay', indices.join(), stays.join());
}

interface Shown {
  readonly range: SyncRange;
  readonly lines: readonly Uint8Array[];
}

/** What an honest peer shows, with something changed in what is left out. */
function bentPart(space: TestSpace, change: Partial<NonNullable<SyncRange['pruned']>>): Shown {
  const { range, lines } = prunedRange(space, sumUp(space));
  if (range.pruned === undefined) throw new TypeError('range: expected entries left out');
  return { range: { ...range, pruned: { ...range.pruned, ...change } }, lines };
}

/** A range that no node may take: the node holds what it held. */
function refused(
  title: string,
  rules: readonly string[],
  show: (space: TestSpace) => Shown,
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const peer = await admitted(subject, 'Piers');
      const before = await heldBy(peer);
      const { range, lines } = show(peer.space.fork(peer.space.size));
      await peer.ask({ ranges: [range] }, [lines], NO_DIGEST);
      same('the size that the node holds', await heldBy(peer), before);
    },
  };
}

export const pruning: NodeChapter = {
  name: 'Pruning',
  place: 'spec/pruning.md',
  tests: [
    {
      title: 'A tile of which most entries are left out is taken, in place of what was held of it.',
      rules: ['PRUNE-1', 'PRUNE-3', 'PRUNE-4', 'PRUNE-5'],
      async run(subject) {
        same('the size that the node holds', (await scene(subject)).first, TILE);
      },
    },
    {
      title: 'What follows on it is taken as of any log.',
      rules: ['LOG-4', 'PRUNE-5'],
      async run(subject) {
        const { peer, whole } = await scene(subject);
        same('the size that the node holds', whole, peer.space.size);
      },
    },
    {
      title: 'Who asks for the log from its first entry on is given the same, with all that stays.',
      rules: ['PRUNE-1', 'PRUNE-3', 'PRUNE-4', 'PRUNE-5'],
      async run(subject) {
        const { peer, reader } = await scene(subject);
        await isGivenOn(peer.space, reader, TILE);
      },
    },
    {
      title: 'The beginning of a tile is taken up to the edge of a gap, and given on with the sum.',
      rules: ['PRUNE-5', 'PRUNE-8'],
      async run(subject) {
        const peer = await admitted(subject, 'Edgar');
        const { space } = peer;
        const { range, lines } = prunedRange(space, sumUp(space), staysOf(space), EDGE);
        await peer.ask({ ranges: [range] }, [lines], NO_DIGEST);
        same('the size that the node holds', await heldBy(peer), EDGE);
        await isGivenOn(space, await admitted(subject, 'Ruth'), EDGE);
      },
    },
    {
      title:
        'What is held of a tile, and is young, is not given up for what is shown in its place.',
      rules: ['PRUNE-7'],
      async run(subject) {
        const peer = await admitted(subject, 'Yara');
        const { space } = peer;
        const show = (from: number) =>
          peer.ask({ ranges: [space.range(from)] }, [space.lines.slice(from)], NO_DIGEST);
        const from = space.size;
        while (space.size < PART) appendHarmless(subject, space);
        await show(from);
        same('the size that the node holds first', await heldBy(peer), PART);
        const { range, lines } = prunedRange(space, sumUp(space));
        await peer.ask({ ranges: [range] }, [lines], NO_DIGEST);
        same('the size that the node holds', await heldBy(peer), PART);
        await show(PART);
        same('the size that it holds in the end', await heldBy(peer), space.size);
      },
    },
    {
      title: 'A bare want of a size within a gap is passed over, and those beside it are answered.',
      rules: ['FORK-4', 'PRUNE-5'],
      async run(subject) {
        const { peer, reader } = await scene(subject);
        const { space } = peer;
        const wants = [EDGE, 100, 128, 200, TILE, TILE + 1].map((from) => {
          return { ...space.log, from, bare: true };
        });
        const { header } = await reader.ask({ wants }, [], NO_DIGEST);
        const shown = (header.ranges ?? []).filter((range) => range.space === space.id);
        const sizes = shown.map(({ from }) => from).toSorted((a, b) => a - b);
        same('the sizes that are shown', sizes.join(), '64,128,256,257');
        for (const { from, proof = [] } of shown) {
          const { proof: expected = [] } = space.range(0, from, space.size);
          same('the proof', proof.join(), expected.join());
        }
      },
    },
    refused('A sum that is not that of what stays is refused.', ['PRUNE-3'], (space) =>
      prunedRange(space, sumUp(space, [0])),
    ),
    refused('An entry that stays is not to be kept back.', ['PRUNE-3'], (space) =>
      prunedRange(space, sumUp(space), staysOf(space).slice(0, -1)),
    ),
    refused('A hash of other entries is refused.', ['LOG-4', 'PRUNE-5'], (space) => {
      const { range } = prunedRange(space, sumUp(space));
      return bentPart(space, { hashes: (range.pruned?.hashes ?? []).toReversed() });
    }),
    refused('A sum without its place in the log is refused.', ['PRUNE-4'], (space) =>
      bentPart(space, { inclusion: [] }),
    ),
    refused(
      'A range of 2^40 entries that has none of them is refused at once.',
      ['PRUNE-5'],
      (space) => inventedRange(space),
    ),
    refused('A range that ends within a gap is refused.', ['PRUNE-5'], (space) =>
      bentPart(space, { to: TILE - 1 }),
    ),
  ],
};
