/** What goes into a message of the parts of logs of which this node has pruned entries. */

import {
  encodeBase64url,
  gapsOf,
  PRUNED_HASHES_MAX,
  type Subtree,
  type SyncRange,
  type SyncWant,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { LogHead, LogId, StoredEntry } from '@covisa/store';
import { type HashPorts, provenConsistency } from '../forks/proven-hashes.js';
import type { Prunings } from '../log/prunings.js';
import { type ShownSum, ShownSums } from '../log/shown-sums.js';
import { knownSize } from '../log/tree-hashes.js';
import {
  type FilledRanges,
  HASH_BYTES,
  INDEX_BYTES,
  RANGES_HEADER_BYTES_MAX,
} from './message-room.js';

/** What these ranges may take of a message, and of its header: the rest is for other logs. */
const MESSAGE_ROOM: Room = { bytes: 1024 * 1024, header: RANGES_HEADER_BYTES_MAX / 2 };
/** Bytes of a range's part of the header, but for what it lists. */
const RANGE_BYTES = 6 * 1024;

/** Bytes that are left, in all and of the header. */
interface Room {
  readonly bytes: number;
  readonly header: number;
}

/** Fills messages with pruned ranges. */
export class PrunedFilling {
  readonly #ports: HashPorts;
  readonly #sums: ShownSums;

  constructor(ports: HashPorts, prunings: Prunings) {
    this.#ports = ports;
    this.#sums = new ShownSums(ports, prunings);
  }

  /**
   * Whether what is left out of a log can be shown. Where it cannot, there are the entries before
   * the first gap.
   */
  canShow(head: LogHead): boolean {
    return this.#sums.has(head);
  }

  /** What answers wants of entries that were pruned: as many tiles as a message takes. */
  async fill(
    asked: readonly SyncWant[],
    headOf: (log: LogId) => LogHead | null,
  ): Promise<FilledRanges> {
    const ranges: SyncRange[] = [];
    const lines: (readonly Uint8Array[])[] = [];
    let room = MESSAGE_ROOM;
    for (const want of asked) {
      const head = headOf(want);
      const sum = head && (await this.#sums.of(head));
      if (!head || !sum) continue;
      const part = {
        from: want.from - (want.from % TILE_WIDTH),
        to: await this.#endOf(head, want),
      };
      if (part.to <= want.from) continue;
      const filled = await this.#range(head, sum, part, room);
      if (filled === null) break;
      ranges.push(filled.range);
      lines.push(filled.lines);
      const { bytes, header } = filled;
      room = { bytes: room.bytes - bytes, header: room.header - header };
    }
    return { ranges, lines };
  }

  /** Where the pruned part of a log, or a want of it, ends: at the last edge of a gap before. */
  #endOf(head: LogHead, { to = Infinity }: SyncWant): Promise<number> {
    return knownSize(this.#ports.store, head, Math.min(to, head.pruned ?? 0));
  }

  async #range(head: LogHead, sum: ShownSum, part: Subtree, room: Room) {
    const { store } = this.#ports;
    const { from } = part;
    const { index, stays, checkpoint, inclusion, tree } = sum;
    const { to, bytes, header, kept } = await this.#tiles(head, stays, part, room);
    if (to === from) return null;
    const [gaps, proof] = await Promise.all([
      store.gaps(head, from, to),
      provenConsistency(this.#ports, tree, to),
    ]);
    const { space, incarnation } = head;
    const range: SyncRange = {
      ...{ space, incarnation, from, count: 1 + kept.length, checkpoint },
      proof: proof.map(encodeBase64url),
      pruned: {
        ...{ index, to, stays: [...stays] },
        inclusion: inclusion.map(encodeBase64url),
        hashes: gaps.map((gap) => encodeBase64url(gap.hash)),
      },
    };
    return { range, lines: [sum.bytes, ...kept.map((entry) => entry.bytes)], bytes, header };
  }

  /**
   * How far tiles from an index on fit into the room and into one range, the last one maybe in
   * part, and what stays of them. Only those are read, and the first one that does not fit: `stays`
   * are the indices of all.
   */
  async #tiles(log: LogId, stays: readonly number[], { from, to: limit }: Subtree, room: Room) {
    const kept: StoredEntry[] = [];
    let header = RANGE_BYTES + stays.length * INDEX_BYTES;
    let bytes = header;
    let hashes = 0;
    let to = from;
    while (to < limit) {
      const end = Math.min(to + TILE_WIDTH, limit);
      const isEmpty = !stays.some((index) => index >= to && index < end);
      const lines = isEmpty ? [] : await this.#ports.store.entriesWithin(log, to, end);
      const gaps = gapsOf(stays, to, end);
      const inHeader = gaps.length * HASH_BYTES;
      const more = lines.reduce((sum, one) => sum + one.bytes.length + 1, inHeader);
      hashes += gaps.length;
      const isFull = bytes + more > room.bytes || header + inHeader > room.header;
      if (isFull || hashes > PRUNED_HASHES_MAX) break;
      kept.push(...lines);
      header += inHeader;
      bytes += more;
      to = end;
    }
    return { to, bytes, header, kept };
  }
}
