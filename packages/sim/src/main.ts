/** `npm run sim`: plays the stories of seeds; `npm run sim -- sharding`: the model of the plan. */

import { parseArgs } from 'node:util';
import { run } from './play/run.js';
import { sharding } from './sharding/sharding.js';
import { draw } from './story/draw.js';

if (process.argv[2] === 'sharding') console.log(sharding(process.argv.slice(3)));
else await playStories();

async function playStories(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string' },
      json: { type: 'boolean', default: false },
      spaces: { type: 'string' },
    },
  });

  const spacesMax = Number(values.spaces ?? 1000);
  if (values.seed !== undefined) {
    const outcome = await run(draw(values.seed, { spacesMax }), console.log);
    console.log(JSON.stringify(outcome, null, 2));
  } else {
    for (let seed = 1; seed <= Number(values.seeds ?? 10); seed++) {
      const outcome = await run(draw(String(seed), { spacesMax }));
      console.log(
        seed,
        outcome.spaces,
        'spaces',
        outcome.checkIns,
        'check-ins',
        outcome.rounds,
        'rounds',
        outcome.violations.length,
        'violations',
        outcome.violations[0]?.invariant ?? '',
        outcome.violations[0]?.text.slice(0, 150) ?? '',
      );
    }
  }
}
