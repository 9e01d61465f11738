/** A process that plays one seed: it is sent a job, sends the outcome, and ends. */

import { run } from '../play/run.js';
import { draw } from '../story/draw.js';
import { type Job, withOnly } from './job.js';

process.once('message', async ({ seed, options, only }: Job) => {
  const outcome = withOnly(await run(draw(seed, options)), only);
  process.send?.(outcome, () => process.disconnect());
});
