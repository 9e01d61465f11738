/** What nodes send each other stays in proportion to what there is to say. */

import type { Play } from '../play/play.js';
import type { Exchanged } from '../world/line.js';
import type { Invariant } from './invariant.js';
import { headsOf, type News, newsBetween } from './traffic/news.js';
import {
  BEAT_BYTES,
  ECHO_BYTES,
  LINE_BYTES,
  QUIET_BYTES,
  quietBytes,
  SyncSpan,
} from './traffic/sync-costs.js';

const NAME = 'traffic';
const SYNC = '/covisa/v1/sync';

/** Seconds after which a sync that was on its way at rest, with news of before, has come. */
const ON_ITS_WAY_SECONDS = 60;

/**
 * A sync with nothing to say costs the same however much is held, and any other the lines of what
 * has changed since the last contact (section 4.3 of the design). So there are no more exchanges
 * than by the clock, by what is pushed and by who starts, and all bodies together are at most a
 * quiet sync for each, and so many bytes for each entry and each heartbeat that a node has heard
 * of: `sync-costs` says of what these are made.
 *
 * When faults have ended, a sync between two nodes that have nothing new for each other is a quiet
 * one; if there is anything, it has at most the lines of all logs that both hold, and the news
 * itself. Who has closed may still be getting back what its old disk lacks: others do not wait for
 * that.
 */
export const TRAFFIC: Invariant = {
  name: NAME,
  sentence: 'Traffic stays in proportion to what there is to say.',
  watch(play) {
    const span = new SyncSpan(play);
    const stop = listen(play, (one) => {
      if (one.path === SYNC) span.note(one);
    });
    return {
      async conclude() {
        stop();
        const { calls, callsMax, bytes, bytesMax } = await span.sums();
        if (calls > callsMax) {
          play.violate(NAME, `${calls} syncs were begun, expected at most ${callsMax}`);
        }
        if (bytes > bytesMax) {
          play.violate(NAME, `${calls} syncs had ${bytes} bytes, expected at most ${bytesMax}`);
        }
        await sayQuietSyncs(play);
      },
    };
  },
};

/** At rest each sync is a quiet one, but for what one of the two lacks, or what comes meanwhile. */
async function sayQuietSyncs(play: Play): Promise<void> {
  const before = await headsOf(play);
  await play.world.pass(ON_ITS_WAY_SECONDS);
  const syncs: Exchanged[] = [];
  const stop = listen(play, (one) => {
    if (one.path === SYNC && bytesOf(one) > QUIET_BYTES) syncs.push(one);
  });
  await play.world.pass(play.story.syncSeconds);
  stop();
  const after = await headsOf(play);
  for (const one of syncs) {
    const news = await newsBetween([one.from, one.to], before, after);
    const allowed = quietBytes(one.body, await sharedBy(one)) + bytesToSay(news);
    if (bytesOf(one) <= allowed) continue;
    const text = `a sync at rest has ${bytesOf(one)} bytes, expected at most ${allowed}`;
    return play.violate(NAME, text);
  }
}

/** How many programmes both ends of an exchange have joined. */
async function sharedBy({ from, to }: Exchanged): Promise<number> {
  const [ours = [], theirs = []] = await Promise.all(
    [from, to].map(({ engine }) => engine.programmes.list()),
  );
  const ids = new Set(theirs.map(({ id }) => id));
  return ours.filter(({ id }) => ids.has(id)).length;
}

function bytesOf({ bytesOut, bytesIn }: Exchanged): number {
  return bytesOut + bytesIn;
}

/** The first contact of a run has all lines, and each side tells the other how far it holds it. */
function bytesToSay({ logs, states, entryBytes }: News): number {
  if (states === 0) return 0;
  return 2 * (logs * LINE_BYTES + ECHO_BYTES) + states * BEAT_BYTES + entryBytes;
}

/** What passes between honest nodes: what a liar never shows is asked of it for ever. */
function listen(play: Play, hear: (exchanged: Exchanged) => void): () => void {
  return play.world.line.listen((exchanged) => {
    const ends = [exchanged.from, exchanged.to].map((one) => play.spaces.indexOf(one));
    if (ends.every((number) => play.isHonest(number))) hear(exchanged);
  });
}
