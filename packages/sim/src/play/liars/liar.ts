/**
 * A liar: a space whose node is the real engine with bent edges. What the invariants let it gain
 * by its lie, at most, stands beside it, as spec/threats.md says; whose visits they pass over
 * stands at each of them.
 */

import type { Play } from '../play.js';

/** What a lie may come to, at most, whatever the liar does. */
export interface Gain {
  /** Visits that nobody made and that count all the same: for each open proof it was shown. */
  readonly countedPerOpenProof: 0 | 1;
  /** Whether its log may be proven to have forked. */
  readonly forksOwnLog: boolean;
  /** Whether its own stamps may not reach the others. */
  readonly hidesOwnStamps: boolean;
}

/** What an honest space comes to: the measure of all gains. */
export const NOTHING_GAINED: Gain = {
  countedPerOpenProof: 0,
  forksOwnLog: false,
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
