/** One story, with a trace that can be read. */

import { readFileSync } from 'node:fs';
import { withOnly } from '../jobs/job.js';
import { run } from '../play/run.js';
import { restNotes } from '../report/rests.js';
import { outcomeText } from '../report/text.js';
import { draw } from '../story/draw.js';
import type { Story } from '../story/story.js';
import { parseStory } from '../story/story-file.js';
import { type FileArguments, type SeedArguments, UsageError } from './arguments.js';
import type { Io } from './io.js';

/** Events of a story of which all is told that happens. */
const TRACED_MAX = 20_000;

/**
 * Plays it; whether all held. With `json` the outcome alone is printed, as JSON. Of a long story
 * each rest is told, and what is violated, instead of all that happens. @throws UsageError
 */
export async function playTraced(args: SeedArguments | FileArguments, io: Io): Promise<boolean> {
  const story = args.kind === 'seed' ? draw(args.seed, args.options) : storyIn(args.path);
  const tell = args.json ? io.note : io.out;
  const isLong = story.events.length > TRACED_MAX;
  const trace = (text: string) => {
    if (!isLong || text.includes('VIOLATION')) tell(`${text}\n`);
  };
  const played = isLong ? run(story, trace, restNotes(io.note)) : run(story, trace);
  const outcome = withOnly(await played, args.only);
  io.out(args.json ? `${JSON.stringify(outcome, null, 2)}\n` : outcomeText(outcome));
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
