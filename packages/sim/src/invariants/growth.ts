/** Logs only grow. */

import { logKeyOf, type SpaceId } from '@covisa/protocol';
import type { LogHead, Store } from '@covisa/store';
import type { Play } from '../play/play.js';
import { type HeldLog, heldLogs, LeafHashes } from './growth/held-logs.js';
import type { Invariant } from './invariant.js';
import { someNodes } from './shared/looks.js';

const NAME = 'growth';

interface Seen {
  readonly size: number;
  /** Of the node, until then. */
  readonly restores: number;
}

/**
 * What a node held of a log that has one history is what it holds later, or its beginning, also of
 * its own log and across crashes (section 4.2 of the design; LOG-9): leaf by leaf what any node
 * has held at that place. Fewer entries are held only after an older disk was put in; and once all
 * is at rest nobody holds more of a log than its owner.
 */
export const GROWTH: Invariant = {
  name: NAME,
  sentence:
    'Logs only grow: what a node held of an honest log is what it holds later, or its start.',
  watch(play) {
    const seen = new Map<string, Seen>();
    const leaves = new LeafHashes();
    const nodes = someNodes(play, 'looks');
    let rewinds = 0;
    const lookAt = async (number: number, from?: 0) => {
      for (const { owner, incarnation, size } of play.ledger.rewinds.slice(rewinds)) {
        leaves.forget(`${play.space(owner).name}/${incarnation}`, size);
        rewinds += 1;
      }
      for (const log of await heldLogs(play, number)) {
        compareSize(play, number, log, seen);
        await compareLeaves(play, number, log, leaves, from);
      }
    };
    let isNew = play.chapter.number > 0;
    return {
      async look() {
        // What was held at a rest is what is held after it.
        if (isNew) for (const number of play.honest()) await lookAt(number);
        isNew = false;
        for (const number of nodes()) await lookAt(number);
      },
      async conclude() {
        for (const number of play.honest()) await lookAt(number, 0);
        await compareWithOwners(play);
      },
    };
  },
};

function compareSize(play: Play, number: number, log: HeldLog, seen: Map<string, Seen>): void {
  const { restores, name: holder } = play.space(number);
  const name = `${holder} ${log.name}`;
  const before = seen.get(name);
  seen.set(name, { size: log.size, restores });
  if (!before || before.size <= log.size) return;
  // Only an older disk holds less.
  if (before.restores !== restores) return;
  play.violate(NAME, `${name}: ${before.size} entries, then ${log.size}`);
}

/** Compares what was not seen of this log at this node before, or all of it. */
async function compareLeaves(
  play: Play,
  number: number,
  log: HeldLog,
  leaves: LeafHashes,
  from?: 0,
): Promise<void> {
  const { store, name } = holderOf(play, number);
  const begin = Math.max(log.whole, from ?? leaves.sizeSeenBy(number, log.name));
  const hashes = await store.hashes(log.id, 0, begin, log.size - begin);
  const differs = leaves.compare(number, log.name, begin, hashes);
  if (differs !== null) {
    play.violate(NAME, `${name} ${log.name}: entry ${differs} is another than was held before`);
  }
}

async function compareWithOwners(play: Play): Promise<void> {
  const own = new Map<SpaceId, readonly LogHead[]>();
  for (const { id, disk } of play.spaces) own.set(id, await disk.store.heads());
  for (const number of play.honest()) {
    for (const { id, owner, size } of await heldLogs(play, number)) {
      const held = own.get(id.space)?.find((head) => logKeyOf(head) === logKeyOf(id));
      if (held && held.size >= size) continue;
      const [theirs, ours] = [play.space(owner).name, play.space(number).name];
      play.violate(NAME, `${theirs} holds ${held?.size ?? 0} entries of its log, ${ours} ${size}`);
    }
  }
}

function holderOf(play: Play, number: number): { readonly store: Store; readonly name: string } {
  const { disk, name } = play.space(number);
  return { store: disk.store, name };
}
