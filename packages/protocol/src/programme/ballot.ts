/**
 * Votes for a roster: whose count, how many are needed, and whether there are enough. Pure
 * arithmetic.
 */

import type { SpaceId } from '../ids.js';

/** ⌊n/2⌋+1 up to five members, ⌊2n/3⌋+1 above. */
export function defaultThreshold(members: number): number {
  return members <= 5 ? Math.floor(members / 2) + 1 : Math.floor((2 * members) / 3) + 1;
}

/** How a vote stands. */
export interface Tally {
  readonly have: number;
  readonly needed: number;
  /** Sorted by their texts. */
  readonly voters: readonly SpaceId[];
}

/**
 * The tally of a candidate. `present` are the members that count in n; voters among the others
 * (they fell silent, or a fork left their vote behind) come in one by one where that helps, so that
 * no further vote ever takes a threshold away.
 */
export function tally(
  voters: ReadonlySet<SpaceId>,
  present: ReadonlySet<SpaceId>,
  threshold: (counted: number) => number,
): Tally {
  const presentVotes = [...voters].filter((space) => present.has(space)).length;
  let best = { have: presentVotes, needed: threshold(present.size) };
  for (let absent = 1; absent <= voters.size - presentVotes; absent++) {
    const next = { have: presentVotes + absent, needed: threshold(present.size + absent) };
    if (next.needed - next.have <= best.needed - best.have) best = next;
  }
  return { ...best, voters: [...voters].sort() };
}

/** Whether a tally has what it needs. An empty electorate elects nothing. */
export function isCarried(one: Tally): boolean {
  return one.have > 0 && one.have >= one.needed;
}
