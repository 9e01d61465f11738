/** What happens to machines. */

import type { SimSpace } from '../world/sim-space.js';
import { CopiedMachine } from './copied-machine.js';
import type { Happenings } from './events.js';
import { stampsUnder } from './knowledge.js';
import type { Acknowledged } from './ledger.js';
import type { Play } from './play.js';

type MachineKinds = 'crash' | 'stop' | 'backup' | 'restore' | 'clone' | 'skew';

export const machineEvents: Pick<Happenings, MachineKinds> = {
  async crash(play, { space, down }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    node.crash();
    play.trace(`${node.name} is killed`);
    await comeBack(play, space, down);
  },

  async stop(play, { space, down }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    await node.stop();
    play.trace(`${node.name} is stopped`);
    await comeBack(play, space, down);
  },

  backup(play, { space }) {
    play.backups.set(space, { image: play.space(space).disk.image(), at: play.at });
    play.trace(`${play.space(space).name} is backed up`);
  },

  async restore(play, { space, oldHead }) {
    const node = play.space(space);
    const backup = play.backups.get(space);
    if (!backup || !node.isRunning) return;
    const { head } = node.disk;
    const { image, at: backedUp } = backup;
    node.replaceDisk(oldHead ? image : { store: image.store, head });
    play.restores.push({ space, at: play.at, backedUp });
    // Under its old head file it cannot know that there was more: it goes on from there.
    if (oldHead) play.doubled.add(space);
    await noteLost(play);
    await noteRewind(play, space);
    play.trace(`${node.name} is restored from a backup${oldHead ? ', its head file too' : ''}`);
    await comeBack(play, space, 1);
  },

  async clone(play, { space, hours, writes }) {
    const node = play.space(space);
    if (play.clones.has(space) || !node.isRunning) return;
    const copy = node.clone(`${node.name}-copy`);
    play.clones.set(space, copy);
    play.doubled.add(space);
    play.trace(`${node.name} is copied, and both run`);
    const watched = new CopiedMachine(play, copy);
    await copy.start();
    try {
      await play.world.clock.sleep(hours * 1_800_000);
      const isTold = await watched.wasTold();
      if (writes) await writeBeside(play, copy, isTold);
      await play.world.clock.sleep(hours * 1_800_000);
    } finally {
      await copy.stop();
      play.trace(`the copy of ${node.name} is gone`);
    }
  },

  skew(play, { space, milliseconds }) {
    play.setClock(space, milliseconds);
    play.trace(`${play.space(space).name}: its clock is ${milliseconds / 1000} s ahead`);
  },
};

/** Somebody sits at the copy, and does not know that it is one. */
async function writeBeside(play: Play, copy: SimSpace, isTold: boolean): Promise<void> {
  const { mode } = await copy.engine.status();
  if (mode !== 'ready') return;
  // LOG-9: whoever is shown more of its own log, signed by its key, is one of two and stops.
  if (isTold) play.violate('no-fork', `${copy.name} writes, though it was told of the other`);
  await copy.engine.changeProfile({ houseRules: `Of the copy, as of ${play.at}` });
  play.trace(`${copy.name} writes to the log`);
}

async function comeBack(play: Play, space: number, seconds: number): Promise<void> {
  const node = play.space(space);
  await play.world.clock.sleep(seconds * 1000);
  if (node.isRunning) return;
  await node.start();
  play.trace(`${node.name} runs again: ${(await node.engine.status()).mode}`);
}

/**
 * Visits that neither their host's database has nor any honest node's copy of its log are gone with
 * a disk: the host's, or that of the only one who had heard of them before the host lost its own.
 */
async function noteLost(play: Play): Promise<void> {
  const stands = play.ledger.acknowledged.filter(({ state }) => state === 'stands');
  const unkept: Acknowledged[] = [];
  for (const one of stands) {
    const kept = await play.space(one.host).disk.store.visit(one.visit.id);
    if (kept === null) unkept.push(one);
  }
  const held = new Set<string>();
  for (const number of play.honest()) {
    const stamps = await stampsUnder(play.space(number), unkept);
    for (const { space, entry } of stamps) held.add(`${space} ${entry.seal}`);
  }
  for (const one of unkept) {
    const { id } = play.space(one.host);
    if (!held.has(`${id} ${one.visit.seal}`)) one.state = 'lost-with-disk';
  }
}

/** Of its own log nobody holds more than the others do now: the rest was on the lost disk alone. */
async function noteRewind(play: Play, owner: number): Promise<void> {
  const { id } = play.space(owner);
  const sizes = new Map<number, number>();
  for (const { disk } of [...play.spaces, ...play.clones.values()]) {
    for (const { space, incarnation, size } of await disk.store.heads()) {
      if (space === id) sizes.set(incarnation, Math.max(size, sizes.get(incarnation) ?? 0));
    }
  }
  for (const [incarnation, size] of sizes) play.ledger.rewinds.push({ owner, incarnation, size });
}
