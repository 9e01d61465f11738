/** What owners have summed up of their logs, from the entries that say so. */

import { type Entry, isPruning, logKeyOf } from '@covisa/protocol';
import type { LogId } from '@covisa/store';

/** A sum: what stays of a log's entries before an index. */
export interface PruningPoint {
  /** The index of the entry that says so, and its bytes. */
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly before: number;
  /** The digest of the indices of what stays. */
  readonly stays: string;
}

/** All sums, by log. */
export class Prunings {
  readonly #points = new Map<string, PruningPoint[]>();

  follow(log: LogId, index: number, bytes: Uint8Array, entry: Entry): void {
    if (!isPruning(entry, index)) return;
    const { before, stays } = entry;
    const key = logKeyOf(log);
    this.#points.set(key, [...(this.#points.get(key) ?? []), { index, bytes, before, stays }]);
  }

  forget(log: LogId): void {
    this.#points.delete(logKeyOf(log));
  }

  /** The sum that reaches furthest; null where there is none. */
  furthest(log: LogId): PruningPoint | null {
    const points = this.#points.get(logKeyOf(log)) ?? [];
    return points.reduce<PruningPoint | null>(
      (best, one) => (best === null || one.before > best.before ? one : best),
      null,
    );
  }

  /** The sum of exactly the entries before an index; null where there is none. */
  of(log: LogId, before: number): PruningPoint | null {
    return this.#points.get(logKeyOf(log))?.find((one) => one.before === before) ?? null;
  }
}
