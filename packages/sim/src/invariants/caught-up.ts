/** A node that starts once more over an early disk, and hears of all that came since at once. */

import type { Play } from '../play/play.js';
import { Disk, type DiskImage } from '../world/disk.js';
import type { SimSpace } from '../world/sim-space.js';

/** Syncs with everybody after which it has heard of all: the first may only begin to recover. */
const ROUNDS = 3;

/** The node in place of the one that ran, which is stopped: there are never two at once. */
export async function catchUp(play: Play, number: number, early: DiskImage): Promise<SimSpace> {
  const node = play.space(number);
  await play.wait(node.stop());
  const again = node.clone(`${node.name}-again`);
  // Today's head file tells it that it has lost entries: it appends nothing until it has them back.
  again.disk = new Disk({ store: early.store, head: node.disk.head });
  await play.wait(again.start());
  for (let round = 0; round < ROUNDS; round++) {
    await play.wait(again.engine.gossip.syncNow(null));
  }
  return again;
}
