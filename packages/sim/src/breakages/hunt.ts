/** Plays seeds by a broken engine until an invariant notices it. */

import type { Job } from '../jobs/job.js';
import { isBroken, type Played, playAll } from '../jobs/pool.js';
import type { Breakage } from './breakage.js';
import { PatchedTree } from './patched-tree.js';

/** Real time that a run by a broken engine may take: one may go round in circles. */
const MILLISECONDS_MAX = 240_000;

/** How a breakage was noticed; null: not within the seeds. */
export interface Caught {
  readonly breakage: Breakage;
  readonly by: {
    readonly seed: string;
    /** The invariant's name, or what became of the run. */
    readonly invariant: string;
    readonly text: string;
  } | null;
  /** Seeds that were played. */
  readonly seeds: number;
}

/** How seeds are played against a breakage. */
export interface HuntOptions {
  readonly jobs: number;
  readonly seeds: readonly Job[];
}

/** The first of these seeds that shows the breakage. @throws RangeError as `broken` does */
export async function hunt(breakage: Breakage, { jobs, seeds }: HuntOptions): Promise<Caught> {
  const tree = new PatchedTree(breakage);
  const remove = (): void => tree.remove();
  process.once('exit', remove);
  try {
    const played = await playAll(seeds, {
      jobs,
      child: tree.child,
      timeoutMilliseconds: MILLISECONDS_MAX,
      isEnough: (one) => noticed(one) !== null,
    });
    const last = played.at(-1);
    return { breakage, by: last ? noticed(last) : null, seeds: played.length };
  } finally {
    process.off('exit', remove);
    remove();
  }
}

function noticed(played: Played): Caught['by'] {
  const { seed } = played;
  if (isBroken(played)) return { seed, invariant: 'no outcome', text: played.broke };
  const [first] = played.violations;
  return first ? { seed, invariant: first.invariant, text: first.text } : null;
}
