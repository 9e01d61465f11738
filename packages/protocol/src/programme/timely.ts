/** What a programme's state takes from the instant, the latest heartbeats and the forks. */

import type { Seconds } from '../ids.js';
import { HEARTBEAT_AHEAD_SECONDS } from '../limits.js';
import type { RosterEntry } from '../log/entries.js';
import { type Hearing, isHeard } from './silence.js';

/** Whether a roster is from the future, and is held back (PROG-2). */
export function isAhead({ time }: RosterEntry, instant: Seconds): boolean {
  return time > instant + HEARTBEAT_AHEAD_SECONDS;
}

/**
 * All that the state of a programme with these rosters takes from what was heard and from the
 * instant, as text. The same text from the same entries and choices means the same state.
 */
export function timelyOf(
  rosters: readonly RosterEntry[],
  { heartbeats, forked }: Hearing,
  instant: Seconds,
): string {
  return rosters
    .map((roster) => {
      const { silent = [], time } = roster;
      const heard = silent.map((one) => forked.has(one) || isHeard(heartbeats, one, time));
      return [isAhead(roster, instant), ...heard].map(Number).join('');
    })
    .join(' ');
}
