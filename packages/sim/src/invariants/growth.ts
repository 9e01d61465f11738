/** Logs only grow. */

import type { SpaceId } from '@covisa/protocol';
import type { LogHead } from '@covisa/store';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';

/** Nodes that are looked at after each event: a look at all would cost more than the run. */
const NODES_A_LOOK = 2;

/** What an honest space has shown of its own log stays as it is, and only grows. */
export const GROWTH: Invariant = {
  name: 'growth',
  sentence:
    'Logs only grow: what a node held of an honest log is what it holds later, or its start.',
  watch(play) {
    const sizes = new Map<string, LogHead>();
    const chance = play.world.chance.child('looks');
    return {
      async look() {
        for (const number of chance.some(play.honest(), NODES_A_LOOK)) {
          await lookAt(play, number, sizes);
        }
      },
    };
  },
};

async function lookAt(play: Play, number: number, sizes: Map<string, LogHead>): Promise<void> {
  const node = play.space(number);
  for (const head of await node.disk.store.heads()) {
    const name = `${node.name} ${head.space as SpaceId}/${head.incarnation}`;
    const before = sizes.get(name);
    sizes.set(name, head);
    // A restored disk holds less until it has caught up.
    if (!before || before.size <= head.size || play.backups.has(number)) continue;
    play.violate('growth', `${name}: ${before.size} entries, then ${head.size}`);
  }
}
