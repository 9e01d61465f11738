/**
 * Forgetting what is old: this node sums up what stays of its own log, and forgets of all logs what
 * their owners have summed up, once it has seen that the sum is right and that what goes is old.
 */

import {
  dayOf,
  gapsOf,
  isPassing,
  logKeyOf,
  PRUNED_STAYS_MAX,
  PRUNED_TILE_BYTES_MAX,
  parseEntry,
  type Seconds,
  staysDigest,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { Gap, LogId, StoredEntry } from '@covisa/store';
import type { Context } from '../context.js';
import type { View } from '../view.js';
import { dateOfEntry, lastOldDate } from './age.js';
import type { OwnLog } from './own-log.js';
import type { PruningPoint } from './prunings.js';
import type { Replica } from './replica.js';
import { storedSubtreeHash } from './tree-hashes.js';

interface Parts {
  readonly view: View;
  readonly replica: Replica;
  readonly ownLog: OwnLog;
}

/** Prunes. */
export class Pruner {
  readonly #context: Context;
  readonly #parts: Parts;
  /** Sums that were looked at, by log: `<before>/<day>`. What was in vain is tried the next day. */
  readonly #looked = new Map<string, string>();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Forgets what is old, of all logs, by an instant of a clock that has gone steadily. */
  async prune(instant: Seconds): Promise<void> {
    for (const { head } of [...this.#parts.replica.logs()]) await this.#prune(head, instant);
  }

  /** Says in our own log what stays of its old entries, if whole tiles are old by that instant. */
  async sumUp(instant: Seconds): Promise<void> {
    const { ownLog, view, replica } = this.#parts;
    const { log } = this.#context.identity;
    const isClosed = view.space(log.space)?.closing != null;
    const head = replica.log(log)?.head;
    if (!head || ownLog.mode !== 'ready' || isClosed) return;
    const start = view.prunings.furthest(log)?.before ?? 0;
    let before = start;
    const isOld = (at: number) => this.#isOldTile(head, at, instant);
    while (before + TILE_WIDTH <= head.size && (await isOld(before))) before += TILE_WIDTH;
    if (before === start) return;
    const stays = await this.#stays(head, before);
    if (stays.length > PRUNED_STAYS_MAX) return;
    const digest = staysDigest(stays, this.#context.ports.sha256);
    await ownLog.append([{ type: 'pruning', before, stays: digest }]);
  }

  async #prune(log: LogId, instant: Seconds): Promise<void> {
    const { replica, view } = this.#parts;
    const point = view.prunings.furthest(log);
    const pruned = replica.log(log)?.head.pruned ?? 0;
    if (point === null || point.before <= pruned) return;
    const key = logKeyOf(log);
    const look = `${point.before}/${dayOf(instant)}`;
    if (this.#looked.get(key) === look) return;
    this.#looked.set(key, look);
    await replica.exclusively(() => this.#forget(log, point, instant));
  }

  async #forget(log: LogId, point: PruningPoint, instant: Seconds): Promise<void> {
    const { replica } = this.#parts;
    const { store, sha256 } = this.#context.ports;
    const head = replica.log(log)?.head;
    const pruned = head?.pruned ?? 0;
    if (!head || point.before > head.size || point.before <= pruned) return;
    // A log that was cut within what was pruned, and grew again, is pruned from within a tile on.
    const from = pruned - (pruned % TILE_WIDTH);
    for (let at = from; at < point.before; at += TILE_WIDTH) {
      if (!(await this.#isOldTile(head, at, instant))) return;
    }
    const { space, incarnation } = log;
    const { before } = point;
    const stays = await this.#stays(head, before);
    if (stays.length > PRUNED_STAYS_MAX || staysDigest(stays, sha256) !== point.stays) {
      this.#context.ports.logger.warn('pruning-refused', { space, before });
      return;
    }
    const gaps: Gap[] = [];
    for (const gap of gapsOf(stays, from, before)) {
      gaps.push({ ...gap, hash: await storedSubtreeHash(store, log, gap, sha256) });
    }
    await replica.prune({ space, incarnation, before, gaps });
  }

  /** The indices of what stays before `before`, ascending. */
  async #stays(log: LogId, before: number): Promise<readonly number[]> {
    const stays: number[] = [];
    for (let at = 0; at < before; at += TILE_WIDTH) {
      for (const { index, bytes } of await this.#tile(log, at)) {
        if (!isPassing(parseEntry(bytes))) stays.push(index);
      }
    }
    return stays;
  }

  /**
   * Whether all that goes of a tile is old, and what stays fits into a message. PRUNE-6: nothing is
   * forgotten that tells of a day within the last 400 days, by the node's own clock.
   */
  async #isOldTile(log: LogId, from: number, instant: Seconds): Promise<boolean> {
    const limit = lastOldDate(instant);
    let bytes = 0;
    for (const stored of await this.#tile(log, from)) {
      const entry = parseEntry(stored.bytes);
      if (!isPassing(entry)) bytes += stored.bytes.length;
      else if (dateOfEntry(entry) > limit) return false;
    }
    return bytes <= PRUNED_TILE_BYTES_MAX;
  }

  #tile(log: LogId, from: number): Promise<readonly StoredEntry[]> {
    return this.#context.ports.store.entriesWithin(log, from, from + TILE_WIDTH);
  }
}
