/** Honest nodes never fork. */

import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { someNodes } from './shared/looks.js';

const NAME = 'no-fork';

/**
 * Nobody holds a proof of two histories under the key of a space that does not lie and of which
 * there is one machine with one disk (section 4.2 of the design, a log never forks by accident;
 * FORK-6: nobody is charged with a fork without two signatures of its own). And of two machines
 * with one log, the one that was told of the other writes nothing (LOG-9), which `clone` looks at.
 */
export const NO_FORK: Invariant = {
  name: NAME,
  sentence: 'No fork is ever proven against a space that neither lies nor was copied.',
  watch(play) {
    const nodes = someNodes(play, 'forks');
    return {
      async look() {
        for (const number of nodes()) await lookAt(play, number);
      },
      async conclude() {
        for (const number of play.honest()) await lookAt(play, number);
      },
    };
  },
};

async function lookAt(play: Play, number: number): Promise<void> {
  const { disk, name } = play.space(number);
  for (const { space, incarnation, common } of await disk.store.forks()) {
    const owner = play.spaces.findIndex(({ id }) => id === space);
    if (owner < 0 || !play.hasOneLog(owner)) continue;
    const log = `${play.space(owner).name}/${incarnation}`;
    play.violate(NAME, `${name} holds a proof that ${log} forked after ${common} entries`);
  }
}
