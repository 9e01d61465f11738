/** Breaks the engine, one thing at a time, and tells what notices it. */

import { type Caught, hunt } from '../breakages/hunt.js';
import { BREAKAGES } from '../breakages/index.js';
import { IntactRuns } from '../breakages/intact.js';
import type { Job } from '../jobs/job.js';
import { readDocument, rememberedSeeds, withResults, writeDocument } from '../report/document.js';
import { type BreakagesArguments, UsageError } from './arguments.js';
import type { Io } from './io.js';
import { jobsOf } from './seeds.js';

/** Whether each breakage was noticed. All of them together are written to the documentation. */
export async function huntBreakages(args: BreakagesArguments, io: Io): Promise<boolean> {
  const { names, count, options, jobs, json } = args;
  const unknown = names.find((name) => BREAKAGES.every((one) => one.name !== name));
  if (unknown !== undefined) {
    const known = BREAKAGES.map(({ name }) => name).join(', ');
    throw new UsageError(`--name: give one of ${known}, instead of ${unknown}`);
  }
  const chosen = BREAKAGES.filter(({ name }) => names.length === 0 || names.includes(name));
  const results: Caught[] = [];
  const intact = new IntactRuns();
  const remembered = rememberedSeeds(readDocument());
  for (const breakage of chosen) {
    const all = jobsOf(1, count, { ...options, ...breakage.options });
    const seeds = beginningWith(all, remembered.get(breakage.name));
    const caught = await hunt(breakage, { jobs, seeds, intact });
    results.push(caught);
    io.note(`${results.length} of ${chosen.length}: ${breakage.name}: ${wordsFor(caught)}\n`);
  }
  if (names.length === 0) writeDocument(withResults(readDocument(), results));
  if (json) io.out(`${JSON.stringify(results.map(rowOf), null, 2)}\n`);
  return results.every(({ by }) => by !== null);
}

/** That which showed it the last time is played first. */
function beginningWith(seeds: readonly Job[], first: number | undefined): readonly Job[] {
  const isFirst = ({ seed }: Job): boolean => Number(seed) === first;
  return [...seeds.filter(isFirst), ...seeds.filter((one) => !isFirst(one))];
}

function wordsFor({ by, seeds }: Caught): string {
  if (by === null) return `not noticed within ${seeds} seeds`;
  return `seed ${by.seed}, ${by.invariants.join(', ')}: ${by.text.split('\n')[0]?.slice(0, 200)}`;
}

function rowOf({ breakage: { name, sentence, file }, by, seeds }: Caught) {
  return { name, sentence, file, seeds, caught: by };
}
