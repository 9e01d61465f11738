/**
 * A process that plays one seed: it is sent a job, sends the outcome, and ends. Of a long story it
 * says at each rest how it goes.
 */

import { run } from '../play/run.js';
import { restNotes } from '../report/rests.js';
import { draw } from '../story/draw.js';
import { type Job, withOnly } from './job.js';

process.once('message', async ({ seed, options, only }: Job) => {
  const story = draw(seed, options);
  const notes = restNotes((line) => process.stderr.write(`seed ${seed}, ${line}`));
  const played = story.rests === undefined ? run(story) : run(story, undefined, notes);
  const outcome = withOnly(await played, only);
  process.send?.(outcome, () => process.disconnect());
});
