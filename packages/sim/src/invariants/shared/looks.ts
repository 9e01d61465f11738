/** Which nodes an invariant looks at, where a look at all of them would cost more than the run. */

import type { Play } from '../../play/play.js';

/** Nodes that are looked at after each event. */
const NODES_A_LOOK = 2;

/** Each call draws some honest nodes, by a stream of this name in each chapter. */
export function someNodes(play: Play, stream: string): () => readonly number[] {
  const chance = play.world.chance.child(`${stream}/${play.chapter.number}`);
  return () => chance.some(play.honest(), NODES_A_LOOK);
}
