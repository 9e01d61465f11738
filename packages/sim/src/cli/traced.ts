/** One story, with a trace that can be read. */

import { readFileSync } from 'node:fs';
import { withOnly } from '../jobs/job.js';
import { run } from '../play/run.js';
import { draw } from '../story/draw.js';
import type { Story } from '../story/story.js';
import { parseStory } from '../story/story-file.js';
import { type FileArguments, type SeedArguments, UsageError } from './arguments.js';
import type { Io } from './io.js';

/** Plays it; whether all held. With `json` the outcome alone is printed. @throws UsageError */
export async function playTraced(args: SeedArguments | FileArguments, io: Io): Promise<boolean> {
  const story = args.kind === 'seed' ? draw(args.seed, args.options) : storyIn(args.path);
  const trace = args.json ? io.note : io.out;
  const outcome = withOnly(await run(story, (text) => trace(`${text}\n`)), args.only);
  io.out(`${JSON.stringify(outcome, null, 2)}\n`);
  return outcome.violations.length === 0;
}

function storyIn(path: string): Story {
  try {
    return parseStory(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--file: give the path of a story, as JSON; ${path}: ${why}`);
  }
}
