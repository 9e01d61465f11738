/**
 * What goes into one message of a sync: ranges of entries with their evidence, and heartbeats,
 * under its caps.
 */

import {
  encodeBase64url,
  fillRanges,
  logKeyOf,
  type RangeOffer,
  SYNC_HEARTBEATS_MAX,
  type SyncHeartbeat,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import type { LogId, StoredEntry } from '@covisa/store';
import type { EnginePorts } from '../context.js';
import type { Replica } from '../log/replica.js';
import { storedConsistencyProof } from '../log/tree-hashes.js';

/** Bytes of entries in one message: well below SYNC_BYTES_MAX, so that slow links see progress. */
const MESSAGE_BYTES = 2 * 1024 * 1024;
const MESSAGE_ENTRIES = 8192;

/** Ranges for a message, and their lines. */
export interface Filled {
  readonly ranges: readonly SyncRange[];
  readonly lines: readonly (readonly Uint8Array[])[];
  readonly heartbeats: readonly SyncHeartbeat[];
}

interface Offer extends RangeOffer {
  readonly checkpoint: string;
  readonly entries: readonly StoredEntry[];
}

/** Fills messages from what is held. */
export class Filling {
  readonly #ports: Pick<EnginePorts, 'store' | 'sha256'>;
  readonly #replica: Replica;

  constructor(ports: Pick<EnginePorts, 'store' | 'sha256'>, replica: Replica) {
    this.#ports = ports;
    this.#replica = replica;
  }

  /** What answers these wants, and the heartbeats of more logs. */
  async fill(asked: readonly SyncWant[], heartbeatsOnly: readonly LogId[]): Promise<Filled> {
    const offers = await this.#offers(onceEach(asked));
    const byLog = new Map(offers.map((offer) => [logKeyOf(offer), offer]));
    const filled = fillRanges(offers, { bytes: MESSAGE_BYTES, entries: MESSAGE_ENTRIES });
    const ranges: SyncRange[] = [];
    const lines: Uint8Array[][] = [];
    for (const { space, incarnation, from, count, complete } of filled) {
      const offer = byLog.get(logKeyOf({ space, incarnation }));
      if (!offer) continue;
      ranges.push(await this.#rangeOf(offer, from, count, complete));
      lines.push(offer.entries.slice(0, count).map((entry) => entry.bytes));
    }
    return { ranges, lines, heartbeats: this.#heartbeats([...asked, ...heartbeatsOnly]) };
  }

  /**
   * Reads what could be sent, the logs with the fewest entries first, until the bytes of a message
   * are read.
   */
  async #offers(wants: readonly SyncWant[]): Promise<readonly Offer[]> {
    const offers: Offer[] = [];
    const missing = (one: SyncWant) => (this.#replica.log(one)?.head.size ?? 0) - one.from;
    let room = MESSAGE_BYTES;
    for (const one of [...wants].sort((a, b) => missing(a) - missing(b))) {
      const head = this.#replica.log(one)?.head;
      // A log that is being caught up with has a checkpoint beyond its entries, and no proof from
      // one to the other.
      if (!head?.checkpoint || head.checkpointSize !== head.size || head.size <= one.from) continue;
      if (room <= 0) break;
      const log = { space: one.space, incarnation: one.incarnation };
      const entries = await this.#ports.store.entries(log, one.from, MESSAGE_ENTRIES, room);
      const lengths = entries.map((entry) => entry.bytes.length);
      room -= lengths.reduce((sum, length) => sum + length, 0);
      offers.push({
        ...log,
        from: one.from,
        size: head.size,
        lengths,
        checkpoint: head.checkpoint,
        entries,
      });
    }
    return offers;
  }

  async #rangeOf(
    offer: RangeOffer & { readonly checkpoint: string },
    from: number,
    count: number,
    complete: boolean,
  ): Promise<SyncRange> {
    const { space, incarnation, size, checkpoint } = offer;
    const range = { space, incarnation, from, count, checkpoint };
    if (complete) return range;
    const { store, sha256 } = this.#ports;
    const proof = await storedConsistencyProof(
      store,
      { space, incarnation },
      from + count,
      size,
      sha256,
    );
    return { ...range, proof: proof.map(encodeBase64url) };
  }

  #heartbeats(logs: readonly LogId[]): readonly SyncHeartbeat[] {
    const heartbeats = logs.flatMap(({ space, incarnation }) => {
      const heartbeat = this.#replica.log({ space, incarnation })?.head.heartbeat;
      if (!heartbeat) return [];
      return [{ space, incarnation, checkpoint: heartbeat.checkpoint, line: heartbeat.line }];
    });
    // More are wanted again in the next message.
    return heartbeats.slice(0, SYNC_HEARTBEATS_MAX);
  }
}

/** The first want of each log: a message holds one range of a log at most. */
function onceEach(wants: readonly SyncWant[]): readonly SyncWant[] {
  return [...new Map(wants.toReversed().map((one) => [logKeyOf(one), one])).values()].reverse();
}
