/** Heartbeats tell who is alive: no more of it than is true, and no less than before. */

import { HEARTBEAT_AHEAD_SECONDS } from '@covisa/protocol';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { someNodes } from './shared/looks.js';

const NAME = 'heartbeats';

/** The latest heartbeat of a log that a node was seen to hold, and after how many restores. */
interface Seen {
  readonly time: number;
  readonly restores: number;
}

/**
 * A node holds back heartbeats that are dated more than ten minutes ahead of its clock, of the
 * latest that this has ever shown (HEARTBEAT-2): else a space that fell silent would be listed for
 * as long as its clock was ahead.
 * And of another's log it never goes back to an earlier one (spec/log.md: the latest counts), or
 * who brings old ones again could make everybody look silent.
 */
export const HEARTBEATS: Invariant = {
  name: NAME,
  sentence:
    'No node holds an earlier heartbeat than before, nor, where its clock is right, one of later.',
  watch(play) {
    const nodes = someNodes(play, 'heartbeats');
    const seen = new Map<string, Seen>();
    return {
      async look() {
        for (const number of nodes()) await compareTimes(play, number, seen);
      },
      async conclude() {
        for (const number of play.honest()) {
          await compareTimes(play, number, seen);
          await concludeAt(play, number);
        }
      },
    };
  },
};

async function compareTimes(play: Play, number: number, seen: Map<string, Seen>): Promise<void> {
  const { name, id, disk, restores } = play.space(number);
  for (const { space, incarnation, heartbeat } of await disk.store.heads()) {
    // Its own one a node withdraws, where its clock was ahead; a forked log has none.
    if (space === id || !heartbeat) continue;
    const log = `${name} ${space}/${incarnation}`;
    const before = seen.get(log);
    seen.set(log, { time: heartbeat.time, restores });
    if (!before || before.time <= heartbeat.time) continue;
    // Only an older disk holds less.
    if (before.restores !== restores) continue;
    const back = before.time - heartbeat.time;
    play.violate(NAME, `${name} holds a heartbeat of ${space} that is ${back} s before the last`);
  }
}

async function concludeAt(play: Play, number: number): Promise<void> {
  const { name, id, disk } = play.space(number);
  for (const { space, heartbeat } of await disk.store.heads()) {
    const ahead = (heartbeat?.time ?? 0) - play.latestShown(number);
    if (space === id || ahead <= HEARTBEAT_AHEAD_SECONDS) continue;
    play.violate(NAME, `${name} holds a heartbeat of ${space} that is ${Math.ceil(ahead)} s ahead`);
  }
}
