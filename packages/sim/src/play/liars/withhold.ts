/**
 * Answers every sync and promises all that it holds, and then leaves entries out: those of all
 * others, or its own.
 */

import { type Liar, NOTHING_GAINED } from './liar.js';
import { bentSyncs, withoutRanges } from './sync-bodies.js';

export const WITHHOLD: Liar = {
  gain: { ...NOTHING_GAINED, hidesOwnStamps: true },
  promisesInVain: true,
  begin(play, number) {
    const node = play.space(number);
    const hidesOwn = play.world.chance.child(`withhold/${node.name}`).happens(0.5);
    return () => {
      node.bend = bentSyncs((message) =>
        withoutRanges(message, ({ space }) => (space === node.id) !== hidesOwn),
      );
      play.trace(`${node.name} withholds ${hidesOwn ? 'its own entries' : "others' entries"}`);
    };
  },
};
