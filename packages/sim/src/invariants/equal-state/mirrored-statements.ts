/** What two spaces gave to each other is counted by both alike (STMT-1, STMT-2). */

import { addDays, calendarDate, PRUNE_AFTER_DAYS, utcDate } from '@covisa/protocol';
import type { Play } from '../../play/play.js';
import type { SimSpace } from '../../world/sim-space.js';
import { differenceOf } from './shown.js';

const TO = calendarDate.parse('2999-12-31');

/**
 * Where the statements of two nodes, which hold the same, are not each other's mirror: of the days
 * of which nobody may have forgotten anything (PRUNE-6), and the one has not what the other has.
 */
export async function statementsDiffer(
  play: Play,
  nodes: readonly SimSpace[],
): Promise<string | null> {
  const from = addDays(utcDate(play.world.now), 1 - PRUNE_AFTER_DAYS);
  for (const [one, other] of pairsOf(play, nodes)) {
    const ours = await play.wait(one.engine.accounts.statement(other.id, from, TO));
    const theirs = await play.wait(other.engine.accounts.statement(one.id, from, TO));
    const differs = differenceOf(
      { given: ours.given, received: ours.received },
      { given: theirs.received, received: theirs.given },
    );
    if (differs !== null) return `the statements of ${one.name} and ${other.name}${differs}`;
  }
  return null;
}

type Pair = readonly [SimSpace, SimSpace];

/** All pairs in the end; at some rests before it one by chance: a statement reads all visas. */
function pairsOf(play: Play, nodes: readonly SimSpace[]): readonly Pair[] {
  const pairs = nodes.flatMap((one, at) => nodes.slice(at + 1).map((other): Pair => [one, other]));
  if (play.isLastChapter) return pairs;
  if (!play.isThoroughRest) return [];
  return play.world.chance.child(`statements/${play.chapter.number}`).some(pairs, 1);
}
