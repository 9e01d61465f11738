/** Who has to hear of what happens in a programme. */

import { membersOf } from '../play/membership.js';
import type { Play } from '../play/play.js';

/** The honest members of each programme that run, by their numbers. */
export type Audiences = ReadonlyMap<string, readonly number[]>;

export function audiencesOf(play: Play): Promise<Audiences> {
  return membersOf(play);
}

/** Whether two spaces meet in a programme, so that each holds the other's log. */
export function isMet(audiences: Audiences, one: number, other: number): boolean {
  return [...audiences.values()].some((all) => all.includes(one) && all.includes(other));
}
