/** What goes into a message of the parts of logs of which this node has pruned entries. */

import {
  encodeBase64url,
  gapsOf,
  PRUNED_HASHES_MAX,
  type SyncRange,
  type SyncWant,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { LogHead, LogId, StoredEntry } from '@covisa/store';
import {
  type HashPorts,
  isProvable,
  provenConsistency,
  provenInclusion,
} from '../forks/proven-hashes.js';
import type { PruningPoint, Prunings } from '../log/prunings.js';
import type { FilledRanges } from './message-room.js';

/** Bytes of a message for these ranges: well below what a header may have. */
const MESSAGE_BYTES = 1024 * 1024;
/** Bytes of a range's part of the header, but for what it lists. */
const RANGE_BYTES = 6 * 1024;
const HASH_BYTES = 46;
const INDEX_BYTES = 14;

/** Fills messages with pruned ranges. */
export class PrunedFilling {
  readonly #ports: HashPorts;
  readonly #prunings: Prunings;

  constructor(ports: HashPorts, prunings: Prunings) {
    this.#ports = ports;
    this.#prunings = prunings;
  }

  /**
   * Whether what is left out of a log can be shown. Without its owner's sum, which a cut takes
   * away, there are the entries before the first gap.
   */
  canShow(head: LogHead): boolean {
    return this.#prunings.of(head, head.pruned ?? 0) !== null;
  }

  /** What answers wants of entries that were pruned: as many whole tiles as a message takes. */
  async fill(
    asked: readonly SyncWant[],
    headOf: (log: LogId) => LogHead | null,
  ): Promise<FilledRanges> {
    const ranges: SyncRange[] = [];
    const lines: (readonly Uint8Array[])[] = [];
    let room = MESSAGE_BYTES;
    for (const { from, ...log } of asked) {
      const head = headOf(log);
      const point = head && this.#prunings.of(log, head.pruned ?? 0);
      if (!head?.checkpoint || !point || !isProvable(head)) continue;
      const filled = await this.#range(head, head.checkpoint, point, from, room);
      if (filled === null) break;
      ranges.push(filled.range);
      lines.push(filled.lines);
      room -= filled.bytes;
    }
    return { ranges, lines };
  }

  async #range(
    head: LogHead,
    checkpoint: string,
    point: PruningPoint,
    asked: number,
    room: number,
  ) {
    const { store } = this.#ports;
    const from = asked - (asked % TILE_WIDTH);
    const stays = await store.indicesWithin(head, 0, point.before);
    const { to, bytes, kept } = await this.#tiles(head, stays, { from, to: point.before }, room);
    if (to === from) return null;
    const [gaps, inclusion, proof] = await Promise.all([
      store.gaps(head, from, to),
      provenInclusion(this.#ports, head, point.index),
      provenConsistency(this.#ports, head, to),
    ]);
    const { space, incarnation } = head;
    const range: SyncRange = {
      ...{ space, incarnation, from, count: 1 + kept.length, checkpoint },
      proof: proof.map(encodeBase64url),
      pruned: {
        ...{ index: point.index, to, stays },
        inclusion: inclusion.map(encodeBase64url),
        hashes: gaps.map((gap) => encodeBase64url(gap.hash)),
      },
    };
    return { range, lines: [point.bytes, ...kept.map((entry) => entry.bytes)], bytes };
  }

  /**
   * How far whole tiles from an index on fit into `room` bytes and into one range, and what stays
   * of them. Only those are read, and the first one that does not fit: `stays` are the indices of
   * all.
   */
  async #tiles(
    log: LogId,
    stays: readonly number[],
    { from, to: before }: { readonly from: number; readonly to: number },
    room: number,
  ) {
    const kept: StoredEntry[] = [];
    let bytes = RANGE_BYTES + stays.length * INDEX_BYTES;
    let hashes = 0;
    let to = from;
    while (to < before) {
      const end = to + TILE_WIDTH;
      const isEmpty = !stays.some((index) => index >= to && index < end);
      const lines = isEmpty ? [] : await this.#ports.store.entriesWithin(log, to, end);
      const gaps = gapsOf(stays, to, end);
      const more = lines.reduce((sum, one) => sum + one.bytes.length + 1, gaps.length * HASH_BYTES);
      hashes += gaps.length;
      if (bytes + more > room || hashes > PRUNED_HASHES_MAX) break;
      kept.push(...lines);
      bytes += more;
      to = end;
    }
    return { to, bytes, kept };
  }
}
