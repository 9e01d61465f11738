/** The beginning of a story: spaces, programmes and members, on a calm day. */

import { join } from '../people.js';
import { FULL_PLAN } from '../story/story.js';
import { foundAtOnce } from '../world/founding.js';
import { beginLiars } from './liars/index.js';
import type { Play } from './play.js';

/** Sets everything up; when it returns all members hold a visa and all spaces know each other. */
export async function begin(play: Play): Promise<void> {
  const { story, world } = play;
  const settings = {
    syncIntervalSeconds: story.syncSeconds,
    heartbeatIntervalSeconds: 86_400,
  };
  for (const { name, isPublic } of story.spaces) {
    play.spaces.push(await world.addStopped(name, { isPublic, settings }));
  }
  const foundings = story.programmes.map(({ terms, founders, others }, number) => ({
    ...{ name: `Programme ${number}`, terms },
    founders: founders.map((one) => play.space(one)),
    others: others.map((one) => play.space(one)),
  }));
  play.programmes.push(...(await foundAtOnce(world, foundings)));
  await world.start();
  await calm(play);
  for (const [number, { home, plan = FULL_PLAN }] of story.members.entries()) {
    const at = play.space(home);
    const { id, wallet } = await world.clock.runFor(join(world, at, `member ${number}`, { plan }));
    play.people.push({ number, home: at, id, wallet });
  }
  for (const [number, { diskDelay }] of story.spaces.entries()) {
    play.space(number).diskDelay = diskDelay;
  }
  beginLiars(play);
}

/**
 * Lets so many syncs of each go by, in the mean, as spread news to all: so all have seen each
 * other's heads when the faults begin.
 */
async function calm({ world, story }: Play): Promise<void> {
  await world.pass(Math.ceil(Math.log2(story.spaces.length)) * story.syncSeconds);
}
