/** The beginning of a story: spaces, programmes and members, on a calm day. */

import { ENDORSEMENTS_PER_MEMBER_MAX, type ProgrammeId } from '@covisa/protocol';
import { join } from '../people.js';
import type { StoryProgramme } from '../story/story.js';
import type { SimSpace } from '../world/sim-space.js';
import { beginLiars } from './liars/index.js';
import type { Play } from './play.js';

/** Syncs of everybody with somebody after which a calm network knows everything. */
const CALM_ROUNDS = 40;

/** Sets everything up; when it returns all members hold a visa and all spaces know each other. */
export async function begin(play: Play): Promise<void> {
  const { story, world } = play;
  const settings = {
    syncIntervalSeconds: story.syncSeconds,
    heartbeatIntervalSeconds: 86_400,
  };
  for (const { name, isPublic } of story.spaces) {
    play.spaces.push(await world.add(name, { isPublic, settings }));
  }
  for (const programme of story.programmes) play.programmes.push(await found(play, programme));
  // One calm time for all: each is a sync of everybody with many.
  if (story.programmes.some(({ others }) => others.length > 0)) {
    await calm(play);
    for (const [number, programme] of story.programmes.entries()) {
      await admitAll(play, play.programme(number), programme);
    }
  }
  await calm(play);
  for (const [number, { home }] of story.members.entries()) {
    const at = play.space(home);
    const { id, wallet } = await world.clock.runFor(join(world, at, `member ${number}`));
    play.people.push({ number, home: at, id, wallet });
  }
  for (const [number, { diskDelay }] of story.spaces.entries()) {
    play.space(number).diskDelay = diskDelay;
  }
  beginLiars(play);
}

async function found(play: Play, { terms, founders }: StoryProgramme): Promise<ProgrammeId> {
  const { clock } = play.world;
  const [first, ...more] = founders.map((number) => play.space(number));
  if (!first) throw new RangeError('founders: expected one at least');
  const { id } = await clock.runFor(
    first.engine.programmes.create({
      ...{ name: `Programme ${play.programmes.length}`, purpose: '', terms },
      ...{ founders: more.map((one) => one.id), endorsements: 1 },
    }),
  );
  // Two programmes of one second would be one.
  await play.world.pass(1);
  const link = await clock.runFor(first.engine.programmes.invite(id));
  for (const other of more) await clock.runFor(other.engine.programmes.join(link));
  return id;
}

async function admitAll(
  play: Play,
  id: ProgrammeId,
  { founders, others }: StoryProgramme,
): Promise<void> {
  for (const [at, number] of others.entries()) {
    // A member endorses three under one roster, at most.
    const founder = founders[Math.floor(at / ENDORSEMENTS_PER_MEMBER_MAX)];
    if (founder === undefined) throw new RangeError('others: expected at most three a founder');
    await play.world.clock.runFor(admit(play.space(founder), id, play.space(number)));
  }
}

/** One endorsement admits. */
async function admit(founder: SimSpace, id: ProgrammeId, fresh: SimSpace): Promise<void> {
  const link = founder.url === null ? null : await founder.engine.programmes.invite(id);
  if (link === null) throw new RangeError('others: expected founders with addresses first');
  await fresh.engine.programmes.join(link);
  await founder.engine.programmes.endorse(id, fresh.id);
}

async function calm({ world, story }: Play): Promise<void> {
  await world.pass(CALM_ROUNDS * story.syncSeconds);
}
