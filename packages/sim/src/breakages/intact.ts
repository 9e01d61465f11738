/** What the engine as it is shows at a seed: that is no sign of a breakage. */

import type { Job } from '../jobs/job.js';
import { isBroken, type Played, playAll } from '../jobs/pool.js';

/** One invariant that is violated in a run, or what became of the run. */
export interface Sign {
  readonly seed: string;
  readonly invariant: string;
  readonly text: string;
}

/** What is wrong with a run, each invariant with its first violation. */
export function signsOf(played: Played): readonly Sign[] {
  const { seed } = played;
  if (isBroken(played)) return [{ seed, invariant: 'no outcome', text: played.broke }];
  const firsts = new Map<string, Sign>();
  for (const { invariant, text } of played.violations) {
    if (!firsts.has(invariant)) firsts.set(invariant, { seed, invariant, text });
  }
  return [...firsts.values()];
}

/** Runs of the engine as it is, each played once for all breakages. */
export class IntactRuns {
  readonly #known = new Map<string, Promise<ReadonlySet<string>>>();

  /** Those signs that this seed does not show without any breakage. */
  async fresh(signs: readonly Sign[], job: Job): Promise<readonly Sign[]> {
    if (signs.length === 0) return [];
    const name = JSON.stringify(job);
    const known = this.#known.get(name) ?? invariantsOf(job);
    this.#known.set(name, known);
    const shown = await known;
    return signs.filter(({ invariant }) => !shown.has(invariant));
  }
}

async function invariantsOf(job: Job): Promise<ReadonlySet<string>> {
  const played = await playAll([job], { jobs: 1 });
  return new Set(played.flatMap(signsOf).map(({ invariant }) => invariant));
}
