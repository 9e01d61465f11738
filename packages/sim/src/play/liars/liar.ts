/**
 * A liar: a space whose node is the real engine with bent edges. What it may gain by its lie, at
 * most, stands beside it, as spec/threats.md says; the invariants hold it to that.
 */

import type { Play } from '../play.js';

/** What a lie may come to, at most, whatever the liar does. */
export interface Gain {
  /** Visits that nobody made and that count all the same: for each open proof it was shown. */
  readonly countedPerOpenProof: 0 | 1;
  /** Whether its members may have more free days than the programme allows across hosts. */
  readonly exceedsProgrammeLimit: boolean;
  /** Whether its members may have more free days at an honest host than that host's limit. */
  readonly exceedsHonestHostLimit: false;
  /** Whether its log may be proven to have forked. */
  readonly forksOwnLog: boolean;
  /** Whether a log of an honest space may be lost, shortened or proven to have forked. */
  readonly harmsHonestLogs: false;
  /** Whether its own stamps may not reach the others. */
  readonly hidesOwnStamps: boolean;
}

/** What an honest space comes to: the measure of all gains. */
export const NOTHING_GAINED: Gain = {
  countedPerOpenProof: 0,
  exceedsProgrammeLimit: false,
  exceedsHonestHostLimit: false,
  forksOwnLog: false,
  harmsHonestLogs: false,
  hidesOwnStamps: false,
};

/** What it does at each event of kind `lie`. */
export type Lie = () => Promise<void> | void;

export interface Liar {
  readonly gain: Gain;
  /**
   * Whether its frontier may promise of a log what its ranges never bring, so that a sync with it
   * ends with a difference.
   */
  readonly promisesInVain?: true;
  /** Bends the edges of the space of this number; gives what it does when it lies. */
  readonly begin: (play: Play, number: number) => Lie;
}
