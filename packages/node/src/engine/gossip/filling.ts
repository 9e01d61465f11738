/**
 * What goes into one message of a sync: ranges of entries with their evidence, and heartbeats,
 * under its caps.
 */

import {
  encodeBase64url,
  type ForkProof,
  fillRanges,
  isShelf,
  logKeyOf,
  type RangeOffer,
  SYNC_BARE_WANTS_MAX,
  SYNC_FORKS_MAX,
  SYNC_HEARTBEATS_MAX,
  type SyncHeartbeat,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import type { LogHead, LogId, StoredEntry } from '@covisa/store';
import type { EnginePorts } from '../context.js';
import type { ForkBook } from '../forks/fork-book.js';
import { isProvable, provenConsistency } from '../forks/proven-hashes.js';
import { StrayFilling } from '../forks/stray-filling.js';
import type { Replica } from '../log/replica.js';
import { knowsRoot } from '../log/tree-hashes.js';
import { pick } from '../random.js';
import type { View } from '../view.js';
import { announcedEnd } from './asking-ahead.js';
import { type FilledRanges, fitting, lineBytesOf } from './message-room.js';
import { PrunedFilling } from './pruned-filling.js';

/** Bytes of entries in one message: well below SYNC_BYTES_MAX, so that slow links see progress. */
const MESSAGE_BYTES = 2 * 1024 * 1024;
const MESSAGE_ENTRIES = 8192;

/** What goes into a message. */
export interface Filled extends FilledRanges {
  readonly heartbeats: readonly SyncHeartbeat[];
  readonly forks: readonly ForkProof[];
}

interface Offer extends RangeOffer {
  readonly head: LogHead;
  readonly checkpoint: string;
  readonly entries: readonly StoredEntry[];
}

/** What is sent though it was not asked for. */
interface Unasked {
  readonly heartbeats?: readonly LogId[];
  readonly forks?: readonly LogId[];
}

type FillingPorts = Pick<EnginePorts, 'store' | 'sha256' | 'random'>;

/** Fills messages from what is held. */
export class Filling {
  readonly #ports: FillingPorts;
  readonly #replica: Replica;
  readonly #book: ForkBook;
  readonly #strays: StrayFilling;
  readonly #pruned: PrunedFilling;

  constructor(ports: FillingPorts, replica: Replica, view: View) {
    this.#ports = ports;
    this.#replica = replica;
    this.#book = view.forks;
    this.#strays = new StrayFilling(ports.store);
    this.#pruned = new PrunedFilling(ports, view.prunings);
  }

  /**
   * What answers these wants, and what more is to be sent: heartbeats of logs, and the evidence
   * that logs have forked.
   */
  async fill(asked: readonly SyncWant[], more: Unasked = {}): Promise<Filled> {
    const { heartbeats = [], forks = [] } = more;
    const entries = asked.filter((one) => !one.bare && !one.fork);
    const logs = onceEach(entries.filter((one) => !isShelf(one)));
    const isPruned = (one: SyncWant) => {
      const head = this.#replica.log(one)?.head;
      return head !== undefined && one.from < (head.pruned ?? 0) && this.#pruned.canShow(head);
    };
    const headOf = (log: LogId) => this.#replica.log(log)?.head ?? null;
    // In any order: those that the peer refuses are wanted again, and would keep others from it.
    const pruned = logs.filter(isPruned);
    const left = await this.#pruned.fill(pick(pruned, pruned.length, this.#ports.random), headOf);
    const room = MESSAGE_BYTES - lineBytesOf(left.lines);
    const parts = [
      await this.#bare(asked.filter((one) => one.bare)),
      left,
      await this.#entryRanges(
        logs.filter((one) => !isPruned(one)),
        room,
      ),
      await this.#strays.fill(entries.filter(isShelf)),
    ];
    const { ranges, lines } = fitting({
      ranges: parts.flatMap((one) => one.ranges),
      lines: parts.flatMap((one) => one.lines),
    });
    return {
      ranges,
      lines,
      heartbeats: this.#heartbeats([...this.#reached(logs, ranges), ...heartbeats]),
      forks: this.#forks([...asked.filter((one) => one.fork), ...forks]),
    };
  }

  async #entryRanges(asked: readonly SyncWant[], bytes: number): Promise<FilledRanges> {
    const offers = await this.#offers(asked, bytes);
    const byLog = new Map(offers.map((offer) => [logKeyOf(offer), offer]));
    const filled = fillRanges(offers, { bytes, entries: MESSAGE_ENTRIES });
    const ranges: SyncRange[] = [];
    const lines: Uint8Array[][] = [];
    for (const { space, incarnation, from, count, complete } of filled) {
      const offer = byLog.get(logKeyOf({ space, incarnation }));
      if (!offer) continue;
      ranges.push(await this.#rangeOf(offer, from, count, complete));
      lines.push(offer.entries.slice(0, count).map((entry) => entry.bytes));
    }
    return { ranges, lines };
  }

  /** For a search of a fork: the checkpoint with a proof from a size, or the first entry. */
  async #bare(asked: readonly SyncWant[]): Promise<FilledRanges> {
    const ranges: SyncRange[] = [];
    const lines: (readonly Uint8Array[])[] = [];
    for (const { space, incarnation, from } of asked.slice(0, SYNC_BARE_WANTS_MAX)) {
      const head = this.#replica.log({ space, incarnation })?.head;
      if (!head?.checkpoint || !isProvable(head) || from > head.size) continue;
      if (!(await knowsRoot(this.#ports.store, head, from))) continue;
      const count = from === 0 ? 1 : 0;
      const hashes = await provenConsistency(this.#ports, head, from + count);
      const proof = hashes.map(encodeBase64url);
      const entries = await this.#ports.store.entries(head, 0, count, 0);
      ranges.push({ space, incarnation, from, count, checkpoint: head.checkpoint, proof });
      lines.push(count === 0 ? [] : entries.map((entry) => entry.bytes));
    }
    return { ranges, lines };
  }

  #forks(logs: readonly LogId[]): readonly ForkProof[] {
    const proofs = new Set(logs.flatMap((log) => this.#book.of(log)?.proof ?? []));
    return [...proofs].slice(0, SYNC_FORKS_MAX);
  }

  /**
   * Reads what could be sent, the logs with the fewest entries first, until so many bytes are read.
   */
  async #offers(wants: readonly SyncWant[], bytes: number): Promise<readonly Offer[]> {
    const offers: Offer[] = [];
    const missing = (one: SyncWant) => endOf(one, this.#replica.log(one)?.head.size) - one.from;
    let room = bytes;
    for (const one of [...wants].sort((a, b) => missing(a) - missing(b))) {
      const head = this.#replica.log(one)?.head;
      if (!head?.checkpoint || !isProvable(head) || missing(one) <= 0) continue;
      if (room <= 0) break;
      const log = { space: one.space, incarnation: one.incarnation };
      // The log may grow while it is read: what is sent ends at the head that goes with it.
      const count = Math.min(MESSAGE_ENTRIES, endOf(one, head.size) - one.from);
      const entries = await this.#ports.store.entries(log, one.from, count, room);
      const lengths = entries.map((entry) => entry.bytes.length);
      room -= lengths.reduce((sum, length) => sum + length, 0);
      offers.push({
        ...log,
        head,
        from: one.from,
        size: head.checkpointSize,
        lengths,
        checkpoint: head.checkpoint,
        entries,
      });
    }
    return offers;
  }

  async #rangeOf(offer: Offer, from: number, count: number, complete: boolean): Promise<SyncRange> {
    const { space, incarnation, checkpoint, head } = offer;
    const range = { space, incarnation, from, count, checkpoint };
    if (complete) return range;
    const proof = await provenConsistency(this.#ports, head, from + count);
    return { ...range, proof: proof.map(encodeBase64url) };
  }

  /**
   * Those of these logs that the receiver holds whole with what this message brings: it can take no
   * heartbeat over more than it holds, and wants those of the others in the next messages.
   */
  #reached(asked: readonly SyncWant[], ranges: readonly SyncRange[]): readonly SyncWant[] {
    const ends = new Map(ranges.map((range) => [logKeyOf(range), announcedEnd(range)]));
    return asked.filter((want) => {
      const size = this.#replica.log(want)?.head.size ?? 0;
      return Math.max(want.from, ends.get(logKeyOf(want)) ?? 0) >= size;
    });
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

/** Up to where a want of a log that is held up to `size` is filled. */
function endOf({ to = Number.POSITIVE_INFINITY }: SyncWant, size = 0): number {
  return Math.min(size, to);
}

/** The first want of each log: a message holds one range of a log at most. */
function onceEach(wants: readonly SyncWant[]): readonly SyncWant[] {
  return [...new Map(wants.toReversed().map((one) => [logKeyOf(one), one])).values()].reverse();
}
