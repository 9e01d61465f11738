/** What is played in a process of its own, and what comes back from there. */

import type { Outcome } from '../play/run.js';
import type { DrawOptions } from '../story/draw-options.js';

/** One seed to play. */
export interface Job {
  readonly seed: string;
  readonly options: DrawOptions;
  /** The only invariant whose violations are reported; null: all. */
  readonly only: string | null;
}

/** What came of a run; violations of other invariants than `only` are left out. */
export function withOnly(outcome: Outcome, only: string | null): Outcome {
  if (only === null) return outcome;
  const violations = outcome.violations.filter(({ invariant }) => invariant === only);
  return { ...outcome, violations };
}
