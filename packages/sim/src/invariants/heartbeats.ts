/** A clock that is wrong elsewhere makes nobody look alive who is not. */

import { HEARTBEAT_AHEAD_SECONDS } from '@covisa/protocol';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';

const NAME = 'heartbeats';

/**
 * A node whose clock is right holds back heartbeats that are dated more than ten minutes ahead
 * (HEARTBEAT-2): else a space that fell silent would be listed for as long as its clock was ahead.
 */
export const HEARTBEATS: Invariant = {
  name: NAME,
  sentence: 'No node whose clock is right holds a heartbeat from the future.',
  watch: (play) => ({
    async conclude() {
      for (const number of play.honest()) {
        if (play.isClockRight(number)) await concludeAt(play, number);
      }
    },
  }),
};

async function concludeAt(play: Play, number: number): Promise<void> {
  const { name, id, disk } = play.space(number);
  for (const { space, heartbeat } of await disk.store.heads()) {
    const ahead = (heartbeat?.time ?? 0) - play.world.now;
    if (space === id || ahead <= HEARTBEAT_AHEAD_SECONDS) continue;
    play.violate(NAME, `${name} holds a heartbeat of ${space} that is ${ahead} s ahead`);
  }
}
