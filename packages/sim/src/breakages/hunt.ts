/** Plays seeds by a broken engine until the invariant that is meant notices it. */

import type { Job } from '../jobs/job.js';
import { playAll } from '../jobs/pool.js';
import type { Breakage } from './breakage.js';
import { type IntactRuns, type Sign, signsOf } from './intact.js';
import { PatchedTree } from './patched-tree.js';

/** Real time that a run by a broken engine may take: one may go round in circles. */
const MILLISECONDS_MAX = 240_000;

/** How a breakage was noticed; null: not within the seeds. */
export interface Caught {
  readonly breakage: Breakage;
  readonly by: {
    readonly seed: string;
    /** All that noticed it in that run: the one that is meant first, then as they are reported. */
    readonly invariants: readonly string[];
    /** What the first of them says. */
    readonly text: string;
  } | null;
  /** Seeds that were played. */
  readonly seeds: number;
}

/** How seeds are played against a breakage. */
export interface HuntOptions {
  readonly jobs: number;
  readonly seeds: readonly Job[];
  readonly intact: IntactRuns;
}

/** The first of these seeds that shows the breakage. @throws RangeError as `broken` does */
export async function hunt(breakage: Breakage, options: HuntOptions): Promise<Caught> {
  const tree = new PatchedTree(breakage);
  const remove = (): void => tree.remove();
  process.once('exit', remove);
  try {
    return await huntIn(tree, breakage, options);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function huntIn(
  tree: PatchedTree,
  breakage: Breakage,
  { jobs, seeds, intact }: HuntOptions,
): Promise<Caught> {
  const { length } = seeds;
  const isMeant = ({ invariant }: Sign): boolean => invariant === breakage.by;
  for (let rest = seeds; rest.length > 0; ) {
    const played = await playAll(rest, {
      jobs,
      child: tree.child,
      timeoutMilliseconds: MILLISECONDS_MAX,
      isEnough: (one) => signsOf(one).some(isMeant),
    });
    const [job] = rest.slice(played.length - 1, played.length);
    const last = played.at(-1);
    rest = rest.slice(played.length);
    if (!job || !last || !signsOf(last).some(isMeant)) continue;
    const signs = await intact.fresh(signsOf(last), job);
    const meant = signs.find(isMeant);
    if (!meant) continue;
    const invariants = [meant, ...signs.filter((one) => one !== meant)].map((one) => one.invariant);
    const { seed, text } = meant;
    return { breakage, by: { seed, invariants, text }, seeds: length - rest.length };
  }
  return { breakage, by: null, seeds: length };
}
