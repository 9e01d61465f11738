/** What nodes send each other stays in proportion to what there is to say. */

import type { Play } from '../play/play.js';
import type { Exchanged } from '../world/line.js';
import type { Invariant } from './invariant.js';
import { headsOf, type News, newsBetween } from './news.js';

const NAME = 'traffic';
const SYNC = '/covisa/v1/sync';
const DAY = 86_400;

/** Bytes of a header that has one digest (`{"sync":1,"digests":[{…}]}`), with its LF. */
const HEADER_BYTES = 138;
/** Bytes of the digest of one more programme: two names, and twice 32 bytes in base64url. */
const DIGEST_BYTES = 115;
/** Bytes of a cursor as `since`: the giver's run and ten digits. */
const CURSOR_BYTES = 30;
/**
 * Bytes of a heartbeat as `beat`: the log, and 76 bytes in base64; where nothing else is new it is
 * one of the same day, which no digest tells.
 */
const BEAT_LINE_BYTES = 179;
/** Bytes of a cosignature over a head that both hold: a heartbeat's, under a longer name. */
const COSIGNATURE_BYTES = 186;
/** Bytes of a sync, both ways, in which nothing is new: the side that calls has a cursor. */
const QUIET_BYTES = CURSOR_BYTES + 2 * (HEADER_BYTES + BEAT_LINE_BYTES + COSIGNATURE_BYTES);
/** Seconds after which what was on its way has come, at rest: a sync that is told of heads of before. */
const ON_ITS_WAY_SECONDS = 60;
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
  const { began, sizes } = play.chapter;
  const days = Math.ceil((play.at - began) / DAY) + 1;
  let [logs, bytes] = [0, 0];
  for (const { disk } of play.spaces) {
    const heads = await disk.store.heads();
    logs += heads.length;
    for (const head of heads) {
      // Of what was there at the last rest nothing has to be said any more.
      const from = sizes.get(`${head.space}/${head.incarnation}`) ?? 0;
      const entries = await disk.store.entries(head, from, head.size, Number.MAX_SAFE_INTEGER);
      bytes += entries.reduce((sum, one) => sum + one.bytes.length, 0);
    }
  }
  const lines = (syncs * logs * LINE_BYTES) / play.spaces.length;
  return Math.ceil(lines + COPIES * (bytes + logs * days * BEAT_BYTES));
}

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
    const more = Math.max(0, (await sharedBy(one)) - 1);
    const allowed = QUIET_BYTES + 2 * more * DIGEST_BYTES + bytesToSay(news);
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

/** The first contact of a run has all lines. */
function bytesToSay({ logs, states, entryBytes }: News): number {
  return states === 0 ? 0 : logs * LINE_BYTES + states * BEAT_BYTES + entryBytes;
}

/** What passes between honest nodes: what a liar never shows is asked of it for ever. */
function listen(play: Play, hear: (exchanged: Exchanged) => void): () => void {
  return play.world.line.listen((exchanged) => {
    const ends = [exchanged.from, exchanged.to].map((one) => play.spaces.indexOf(one));
    if (ends.every((number) => play.isHonest(number))) hear(exchanged);
  });
}
