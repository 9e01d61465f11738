/** What nodes send each other stays in proportion to what there is to say. */

import type { Play } from '../play/play.js';
import type { Exchanged } from '../world/line.js';
import type { Invariant } from './invariant.js';

const NAME = 'traffic';
const SYNC = '/covisa/v1/sync';
const DAY = 86_400;

/** Bytes of a sync, both ways, in which nothing is new: two digests, two heartbeats, a cursor. */
const QUIET_BYTES = 1024;
/** Bytes of one line of a frontier. */
const LINE_BYTES = 256;
/** Bytes of a heartbeat, with the checkpoint that it signs. */
const BEAT_BYTES = 1024;
/** How often an entry comes to a node at most, in the mean: pushed by its host, and by others. */
const COPIES = 3;

/**
 * A sync with nothing to say costs the same however much is held, and any other the lines of what
 * has changed since the last contact (section 4.3 of the design): so all bodies together are at
 * most, for each sync, a quiet one and a line for each log that both may hold; and for each node
 * three copies of each entry, and of each day's heartbeat, that it holds in the end.
 */
export const TRAFFIC: Invariant = {
  name: NAME,
  sentence: 'Traffic stays in proportion to what there is to say.',
  watch(play) {
    let [bytes, syncs] = [0, 0];
    const stop = listen(play, (one) => {
      if (one.path !== SYNC) return;
      bytes += one.bytesOut + one.bytesIn;
      syncs += 1;
    });
    return {
      async conclude() {
        stop();
        const allowed = syncs * QUIET_BYTES + (await toSay(play, syncs));
        if (bytes > allowed) {
          play.violate(NAME, `${syncs} syncs had ${bytes} bytes, expected at most ${allowed}`);
        }
        await sayQuietSyncs(play);
      },
    };
  },
};

/** Bytes for what there was to say: lines, entries and heartbeats. */
async function toSay(play: Play, syncs: number): Promise<number> {
  const days = Math.ceil(play.at / DAY) + 1;
  let [logs, bytes] = [0, 0];
  for (const { disk } of play.spaces) {
    const heads = await disk.store.heads();
    logs += heads.length;
    for (const head of heads) {
      const entries = await disk.store.entries(head, 0, head.size, Number.MAX_SAFE_INTEGER);
      bytes += entries.reduce((sum, one) => sum + one.bytes.length, 0);
    }
  }
  const lines = (syncs * logs * LINE_BYTES) / play.spaces.length;
  return Math.ceil(lines + COPIES * (bytes + logs * days * BEAT_BYTES));
}

/** At rest each sync is a quiet one, but for what not all know yet, or what comes meanwhile. */
async function sayQuietSyncs(play: Play): Promise<void> {
  const states = new Map<string, Set<string>>();
  await addStates(play, states);
  const syncs: Exchanged[] = [];
  const stop = listen(play, (one) => {
    if (one.path === SYNC && isAmongHonest(play, one)) syncs.push(one);
  });
  await play.world.pass(play.story.syncSeconds);
  stop();
  await addStates(play, states);
  const news = [...states.values()].reduce((sum, { size }) => sum + size - 1, 0);
  const allowed = QUIET_BYTES + news * (LINE_BYTES + BEAT_BYTES);
  const worst = Math.max(0, ...syncs.map(({ bytesOut, bytesIn }) => bytesOut + bytesIn));
  if (worst <= allowed) return;
  play.violate(NAME, `a sync at rest has ${worst} bytes, expected at most ${allowed}`);
}

function isAmongHonest(play: Play, { from, to }: Exchanged): boolean {
  return [from, to].every((one) => play.isHonest(play.spaces.indexOf(one)));
}

/** Adds each state of each log that any node holds. */
async function addStates(play: Play, states: Map<string, Set<string>>): Promise<void> {
  for (const { disk } of play.spaces) {
    for (const { space, incarnation, size, heartbeat } of await disk.store.heads()) {
      const log = `${space}/${incarnation}`;
      states.set(log, (states.get(log) ?? new Set()).add(`${size} ${heartbeat?.time}`));
    }
  }
}

/** Hears of exchanges, beside whoever did before, until it is called off. */
/** What passes between honest nodes: what a liar never shows is asked of it for ever. */
function listen(play: Play, hear: (exchanged: Exchanged) => void): () => void {
  const { line } = play.world;
  const before = line.observe;
  let isHeard = true;
  line.observe = (exchanged) => {
    before?.(exchanged);
    const ends = [exchanged.from, exchanged.to].map((one) => play.spaces.indexOf(one));
    if (isHeard && ends.every((number) => play.isHonest(number))) hear(exchanged);
  };
  return () => {
    isHeard = false;
  };
}
