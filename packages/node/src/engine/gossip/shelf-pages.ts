/**
 * How far the shelves of two nodes were told in one sync. A shelf is told from its lowest hash on,
 * page by page; what it grows by meanwhile is for the next sync.
 */

import { isShelf, logKeyOf, type SyncRange, type SyncWant } from '@covisa/protocol';

/** One direction of a sync. */
export class ShelfPages {
  readonly #told = new Map<string, number>();

  /** The want, from where the pages have come to. */
  next(want: SyncWant): SyncWant {
    return isShelf(want) ? { ...want, from: this.#told.get(logKeyOf(want)) ?? 0 } : want;
  }

  /** Takes note of the strays in a message. */
  note(ranges: readonly SyncRange[]): void {
    for (const range of ranges) {
      if (!isShelf(range)) continue;
      const key = logKeyOf(range);
      this.#told.set(key, (this.#told.get(key) ?? 0) + 1);
    }
  }
}
