/**
 * What syncs may cost, by what they are made of (spec/gossip.md): how many there are, and how many
 * bytes each has that says nothing, and each piece of news at each node that hears of it.
 */

import { logKeyOf, parseSync } from '@covisa/protocol';
import { heartbeatsApart } from '../../play/beginning.js';
import type { Play } from '../../play/play.js';
import type { Exchanged } from '../../world/line.js';
import type { SimSpace } from '../../world/sim-space.js';
import { type Heads, headsOf } from './news.js';

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
export const QUIET_BYTES = CURSOR_BYTES + 2 * (HEADER_BYTES + BEAT_LINE_BYTES + COSIGNATURE_BYTES);
/** Bytes of `,"settled":[]`, less the comma that the first digest in it has not. */
const SETTLED_BYTES = 12;

/**
 * Bytes of a sync, both ways, in which nothing is new, of two that share so many programmes. Who
 * came to rest with the other without being equal names the other's digests of then, as `settled`.
 */
export function quietBytes(body: Uint8Array, programmes: number): number {
  const { settled } = parseSync(body).header;
  const more = 2 * Math.max(0, programmes - 1) * DIGEST_BYTES;
  return QUIET_BYTES + more + (settled ? SETTLED_BYTES + programmes * DIGEST_BYTES : 0);
}

/** Bytes of one line of a frontier: two hashes in base64url, two counts, a day; rounded up. */
export const LINE_BYTES = 128;
/**
 * Bytes of a heartbeat with the checkpoint that it signs, or of what stands before a range of
 * entries: a checkpoint and a proof of up to a dozen hashes; rounded up.
 */
export const BEAT_BYTES = 1024;
/** Bytes of the checkpoint that each side holds of the other's log, as `echo`. */
export const ECHO_BYTES = 300;

/** The home of a stamp, and three random peers: to so many an entry is pushed at once. */
const PUSHED_TO = 4;
/** So many peers are called when a node starts. */
const START_PEERS = 8;
/** Messages of an exchange after the one that found a difference: lines, then what is lacked. */
const MORE_MESSAGES = 2;
/** How often news comes to a node, in the mean: two that know of it may tell it at one moment. */
const COPIES = 2;
/**
 * Lines by which each side is told of one piece of news at a node: by whomever it meets that has
 * something for it, or the other way round, until these have heard of it too.
 */
const LINES = 4;
/**
 * Bytes for one piece of news (an entry, or a heartbeat) at one node, beside the entry: an exchange
 * of its own, whatever else that brings; the lines; and the news itself.
 */
const NEWS_BYTES =
  MORE_MESSAGES * 2 * (HEADER_BYTES + ECHO_BYTES + COSIGNATURE_BYTES) +
  2 * LINES * LINE_BYTES +
  COPIES * BEAT_BYTES;

/** Kinds of events after which a node starts again. */
const STARTS = ['crash', 'stop', 'restore'] as const;

/** What syncs had, and what they may have had. */
export interface SyncSums {
  /** Exchanges that nodes began which were not restored: those ask everybody until they recover. */
  readonly calls: number;
  readonly callsMax: number;
  readonly bytes: number;
  readonly bytesMax: number;
}

/** The syncs of honest nodes, from now on. */
export class SyncSpan {
  readonly #play: Play;
  readonly #began: number;
  readonly #before: Promise<Heads>;
  readonly #restores: ReadonlyMap<SimSpace, number>;
  readonly #starts: number;
  #calls = 0;
  #bytes = 0;
  #quietBytes = 0;

  constructor(play: Play) {
    this.#play = play;
    this.#began = play.at;
    this.#before = headsOf(play);
    this.#restores = new Map(play.spaces.map((space) => [space, space.restores]));
    this.#starts = startsOf(play);
  }

  note({ from, body, bytesOut, bytesIn }: Exchanged): void {
    this.#bytes += bytesOut + bytesIn;
    const { digests, frontier, wants, ranges } = parseSync(body).header;
    if (frontier || wants || ranges) return;
    this.#quietBytes += quietBytes(body, digests.length);
    if (from.restores === this.#restores.get(from)) this.#calls += 1;
  }

  async sums(): Promise<SyncSums> {
    const play = this.#play;
    const [before, after] = [await this.#before, await headsOf(play)];
    const spaces = play.honest().map((number) => play.space(number));
    const seconds = play.at - this.#began;
    const beats = Math.ceil(seconds / heartbeatsApart(play.story)) + 1;
    let [written, news, entryBytes] = [0, 0, 0];
    for (const space of spaces) {
      const held = new Map(before.get(space)?.map((head) => [logKeyOf(head), head.size]));
      const times = 1 + space.restores - (this.#restores.get(space) ?? 0);
      for (const head of after.get(space) ?? []) {
        const from = Math.min(head.size, held.get(logKeyOf(head)) ?? 0);
        const entries = await space.disk.store.entries(head, from, head.size - from, Infinity);
        if (head.space === space.id) written += entries.length;
        news += times * entries.length + beats;
        entryBytes += times * entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
      }
    }
    // Who has applied calls besides, each time, whoever introduced it.
    const callers = spaces.length + new Set(play.joins.map(({ space }) => space)).size;
    const byClock = callers * (1 + seconds / play.story.syncSeconds);
    const started = spaces.length + startsOf(play) - this.#starts;
    return {
      calls: this.#calls,
      callsMax: Math.ceil(
        byClock + PUSHED_TO * written + Math.min(START_PEERS, play.spaces.length - 1) * started,
      ),
      bytes: this.#bytes,
      bytesMax: this.#quietBytes + news * NEWS_BYTES + COPIES * entryBytes,
    };
  }
}

function startsOf({ ledger }: Play): number {
  return STARTS.reduce((sum, kind) => sum + (ledger.counts.get(kind) ?? 0), 0);
}
