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
    /** Their names, in the order in which they are reported. */
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
}

/**
 * The first of these seeds that shows the breakage: what the engine as it is shows too is no sign
 * of it. @throws RangeError as `broken` does
 */
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
  { jobs, seeds }: HuntOptions,
): Promise<Caught> {
  const { length } = seeds;
  for (let rest = seeds; rest.length > 0; ) {
    const played = await playAll(rest, {
      jobs,
      child: tree.child,
      timeoutMilliseconds: MILLISECONDS_MAX,
      isEnough: (one) => noticed(one).length > 0,
    });
    const tried = rest.slice(0, played.length);
    rest = rest.slice(played.length);
    const last = played.at(-1);
    const signs = last ? await fresh(noticed(last), tried.slice(-1)) : [];
    const [first] = signs;
    if (!first) continue;
    const { seed, text } = first;
    const by = { seed, text, invariants: signs.map(({ invariant }) => invariant) };
    return { breakage, by, seeds: length - rest.length };
  }
  return { breakage, by: null, seeds: length };
}

/** One invariant that is violated in a run, or what became of the run. */
interface Sign {
  readonly seed: string;
  readonly invariant: string;
  readonly text: string;
}

/** Those that the engine as it is does not show at the same seed. */
async function fresh(signs: readonly Sign[], seed: readonly Job[]): Promise<readonly Sign[]> {
  if (signs.length === 0) return [];
  const intact = (await playAll(seed, { jobs: 1 })).flatMap(noticed);
  const known = new Set(intact.map((one) => one.invariant));
  return signs.filter((one) => !known.has(one.invariant));
}

/** What is wrong with a run, each invariant with its first violation. */
function noticed(played: Played): readonly Sign[] {
  const { seed } = played;
  if (isBroken(played)) return [{ seed, invariant: 'no outcome', text: played.broke }];
  const firsts = new Map<string, Sign>();
  for (const { invariant, text } of played.violations) {
    if (!firsts.has(invariant)) firsts.set(invariant, { seed, invariant, text });
  }
  return [...firsts.values()];
}
