/** A story that fails, made smaller and written to a file. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../play/run.js';
import type { Story } from '../story/story.js';
import { encodeStory } from '../story/story-file.js';
import { shrink } from './shrink.js';

const FOLDER = 'sim-failures';

/** Whether this invariant is violated in a story; false for what cannot be played. */
async function violates(story: Story, invariant: string): Promise<boolean> {
  try {
    return (await run(story)).violations.some((one) => one.invariant === invariant);
  } catch {
    // A programme that lost the founder whom others ask, say.
    return false;
  }
}

/** The path of the file, from the working folder, in which the shrunk story stands. */
export async function writeShrunk(story: Story, invariant: string): Promise<string> {
  const shrunk = await shrink(story, (one) => violates(one, invariant));
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `seed-${story.seed}-${invariant.replace(/\W+/gu, '-')}.json`);
  writeFileSync(path, encodeStory(shrunk));
  return path;
}
