/** Many seeds: figures, and of those that fail how to see it again. */

import type { Job } from '../jobs/job.js';
import { isBroken, type Played, playAll } from '../jobs/pool.js';
import { figuresOf } from '../report/figures.js';
import { afterRounds, textOf } from '../report/text.js';
import { writeShrunk } from '../shrink/shrunk-file.js';
import { draw } from '../story/draw.js';
import { type DrawOptions, optionsOf } from '../story/draw-options.js';
import type { SeedsArguments } from './arguments.js';
import type { Io } from './io.js';

/** Failing seeds whose stories are shrunk: it takes many times as long as playing one. */
const SHRUNK_MAX = 3;

/** A seed that failed. */
interface Failing {
  readonly seed: string;
  readonly invariant: string;
  readonly replay: string;
  /** The command that plays the shrunk story; null: it was not shrunk. */
  readonly shrunk: string | null;
}

/** So many seeds, in their order. */
export function jobsOf(
  first: number,
  count: number,
  options: DrawOptions,
  only: string | null = null,
): readonly Job[] {
  return Array.from({ length: count }, (_, at) => ({ seed: String(first + at), options, only }));
}

/** Whether all held. */
export async function playSeeds(args: SeedsArguments, io: Io): Promise<boolean> {
  const { first, count, options, only, jobs } = args;
  let ended = 0;
  const played = await playAll(jobsOf(first, count, options, only), {
    jobs,
    ...(options.chapterDays !== undefined && { note: io.note }),
    progress: (one) => {
      ended += 1;
      io.note(`${ended} of ${count}: seed ${one.seed}, ${wordsFor(one)}\n`);
    },
  });
  const figures = figuresOf(played);
  const failing = await failingOf(played, args, io);
  io.out(args.json ? `${JSON.stringify({ ...figures, failing }, null, 2)}\n` : textOf(figures));
  for (const { seed, replay, shrunk } of failing) {
    io.note(`seed ${seed}: ${replay}\n`);
    if (shrunk !== null) io.note(`  shrunk: ${shrunk}\n`);
  }
  return figures.violations.length === 0;
}

function wordsFor(played: Played): string {
  if (isBroken(played)) return played.broke;
  const { spaces, checkIns, rounds, violations } = played;
  const [first] = violations;
  const trouble = first ? `; ${violations.length} violations, first of ${first.invariant}` : '';
  return `${spaces} spaces, ${checkIns} check-ins, ${rounds === null ? 'never equal' : `equal ${afterRounds(rounds)}`}${trouble}`;
}

async function failingOf(
  played: readonly Played[],
  { options, shrinks: mayShrink }: SeedsArguments,
  io: Io,
): Promise<readonly Failing[]> {
  const failing: Failing[] = [];
  // To play a long story once takes an hour.
  const shrinks = mayShrink && options.chapterDays === undefined;
  for (const one of played) {
    const { seed } = one;
    const invariant = isBroken(one) ? 'no outcome' : one.violations[0]?.invariant;
    if (invariant === undefined) continue;
    const isShrunk = shrinks && !isBroken(one) && failing.length < SHRUNK_MAX;
    if (isShrunk) io.note(`seed ${seed} is made smaller\n`);
    const path = isShrunk ? await writeShrunk(draw(seed, options), invariant) : null;
    const shrunk = path === null ? null : `npm run sim -- --file ${path}`;
    failing.push({ seed, invariant, replay: replayOf(seed, options), shrunk });
  }
  return failing;
}

/** The command that plays a seed again. */
function replayOf(seed: string, options: DrawOptions): string {
  return ['npm run sim --', '--seed', seed, ...optionsOf(options)].join(' ');
}
