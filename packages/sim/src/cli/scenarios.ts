/** Plays the remembered stories. */

import { playScenario, remember, scenarioNames } from '../scenarios/scenarios.js';
import type { ScenariosArguments } from './arguments.js';
import type { Io } from './io.js';

/** Whether all held, and all traces are as they are remembered; with `writes` they become so. */
export async function playScenarios({ writes }: ScenariosArguments, io: Io): Promise<boolean> {
  let isGood = true;
  for (const name of scenarioNames()) {
    const played = await playScenario(name);
    if (writes) remember(played);
    const isSame = writes || played.trace === played.golden;
    const held = played.violations === 0;
    io.out(`${held && isSame ? 'ok    ' : 'FAILED'} ${name}${isSame ? '' : ': another trace'}\n`);
    isGood &&= held && isSame;
  }
  return isGood;
}
