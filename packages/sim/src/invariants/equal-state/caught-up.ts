/** A node that starts once more over an early disk, and hears of all that came since at once. */

import type { Play } from '../../play/play.js';
import { Disk, type DiskImage } from '../../world/disk.js';
import { passOver } from '../../world/refusal.js';
import type { SimSpace } from '../../world/sim-space.js';

/** Syncs with everybody after which it has heard of all: the first may only begin to recover. */
const ROUNDS = 3;

/**
 * The node in place of the one that ran, and at its address, which is stopped: there are never two
 * at once. Whoever only calls out calls it, if it has met it.
 */
export async function catchUp(play: Play, number: number, early: DiskImage): Promise<SimSpace> {
  const node = play.space(number);
  await play.wait(node.stop());
  const again = node.clone(`${node.name}-again`);
  // Today's head file tells it that it has lost entries: it appends nothing until it has them back.
  again.disk = new Disk({ store: early.store, head: node.disk.head });
  play.world.put(again);
  await play.wait(again.start());
  const callers = play.spaces.filter((one) => one.url === null && one.isRunning);
  for (let round = 0; round < ROUNDS; round++) {
    await play.wait(again.engine.gossip.syncNow(null));
    for (const { engine } of callers) {
      await play.wait(engine.gossip.syncNow(again.id).catch(passOver));
    }
  }
  return again;
}
