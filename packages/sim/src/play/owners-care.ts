/** What owners do when their console says that the node may not write: what the sentence asks. */

import { passOver } from '../world/refusal.js';
import type { Play } from './play.js';

/** All honest owners look at their consoles; gives how many had to do something. */
export async function careForNodes(play: Play): Promise<number> {
  let acted = 0;
  for (const number of play.honest()) {
    if (await care(play, number)) acted += 1;
  }
  return acted;
}

async function care(play: Play, number: number): Promise<boolean> {
  const { world } = play;
  const node = play.space(number);
  if (!node.isRunning) return false;
  const { mode, modeReason } = await node.engine.status();
  if (mode !== 'superseded' || modeReason === null) return false;
  if (modeReason.includes('covisa recover')) {
    const peers = play.spaces.flatMap(({ url }) => (url === null || url === node.url ? [] : [url]));
    await world.clock.runFor(node.recover({ peers }).then(() => undefined, passOver));
    play.recovered.add(number);
    play.trace(`${node.name} goes on with its recovery key`);
    return true;
  }
  if (!modeReason.includes('start it again')) return false;
  await world.clock.runFor(node.stop());
  await world.clock.runFor(node.start());
  play.trace(`${node.name} is started again, as its console says`);
  return true;
}
