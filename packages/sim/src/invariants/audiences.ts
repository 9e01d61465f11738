/** Who has to hear of what happens in a programme. */

import { membersOf } from '../play/convergence.js';
import type { Play } from '../play/play.js';

/** The honest members of each programme that run, by their numbers. */
export type Audiences = ReadonlyMap<string, readonly number[]>;

export async function audiencesOf(play: Play): Promise<Audiences> {
  const found = new Map<string, readonly number[]>();
  for (const programme of play.programmes) found.set(programme, await membersOf(play, programme));
  return found;
}

/** Whether two spaces meet in a programme, so that each holds the other's log. */
export function isMet(audiences: Audiences, one: number, other: number): boolean {
  return [...audiences.values()].some((all) => all.includes(one) && all.includes(other));
}
