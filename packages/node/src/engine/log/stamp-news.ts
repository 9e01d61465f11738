/**
 * What came to the held logs lately, by marker: whoever has read the stamps of a visa need not read
 * them again while nothing came that could change them.
 */

import type { Marker } from '@covisa/protocol';
import type { NewEntry } from '@covisa/store';

/** Markers that are told apart: bounds memory. */
const MARKERS_MAX = 4096;

/** The news of all logs. */
export class StampNews {
  #count = 0;
  /** The count at which anything at all may have changed. */
  #turned = 0;
  readonly #came = new Map<Marker, number>();

  /** Grows with everything that comes. */
  get count(): number {
    return this.#count;
  }

  /** These entries were added to a log. A stamp concerns who asks for its marker, others all. */
  take(entries: readonly Pick<NewEntry, 'entry'>[]): void {
    this.#count += 1;
    for (const { entry } of entries) {
      if (entry.type !== 'stamp' || this.#came.size >= MARKERS_MAX) {
        this.turn();
        return;
      }
      this.#came.set(entry.marker, this.#count);
    }
  }

  /** Logs became others than they were. */
  turn(): void {
    this.#count += 1;
    this.#turned = this.#count;
    this.#came.clear();
  }

  /** Whether anything that came after this count can concern the stamps under these markers. */
  concerns(markers: readonly Marker[], since: number): boolean {
    if (since < this.#turned) return true;
    return markers.some((marker) => (this.#came.get(marker) ?? 0) > since);
  }
}
