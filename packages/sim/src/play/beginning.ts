/** The beginning of a story: spaces, programmes and members, on a calm day. */

import { join } from '../people.js';
import { FULL_PLAN, type Story } from '../story/story.js';
import { foundAtOnce } from '../world/founding.js';
import { beginLiars } from './liars/index.js';
import type { Play } from './play.js';

/** Syncs of each node in the mean, before anything happens. */
const CALM_SYNCS = 1;

/** Sets everything up; when it returns all members hold a visa and all spaces know each other. */
export async function begin(play: Play): Promise<void> {
  const { story, world } = play;
  const settings = {
    syncIntervalSeconds: story.syncSeconds,
    heartbeatIntervalSeconds: heartbeatsApart(story),
  };
  for (const { name, isPublic, timeZone = 'UTC' } of story.spaces) {
    play.spaces.push(await world.addStopped(name, { isPublic, settings, timeZone }));
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
 * Seconds: a day, or as many syncs as news takes to come to all. Were there more heartbeats than
 * that, a network that syncs seldom would do little else.
 */
export function heartbeatsApart({ spaces, syncSeconds }: Story): number {
  return Math.max(86_400, Math.ceil(Math.log2(spaces.length)) * syncSeconds);
}

/** Lets each node call somebody: cosignatures and heartbeats have gone round a first time. */
async function calm({ world, story }: Play): Promise<void> {
  await world.pass(CALM_SYNCS * story.syncSeconds);
}
