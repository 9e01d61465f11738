/** What must hold in every run, whatever happens. */

import type { Play } from '../play/play.js';

export interface Invariant {
  /** As in the report. */
  readonly name: string;
  /** For people: what must hold, in a sentence. */
  readonly sentence: string;
  /**
   * A fresh watch over one run. `look` is called after each event and in each round afterwards, and
   * must be cheap; `conclude` once the network has come to rest. Both say `play.violate`.
   */
  watch(play: Play): Watch;
}

export interface Watch {
  look?(): Promise<void> | void;
  conclude?(): Promise<void> | void;
}
