/**
 * How much of what stays in memory is taken from each space's logs: a burst that lets years of an
 * honest log pass at once, and so much a day after it.
 */

import {
  dayOf,
  GOVERNING_BYTES_BURST,
  GOVERNING_BYTES_PER_DAY,
  type PlacedEntry,
  ProtocolError,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import { isInView } from '../view.js';

interface Balance {
  readonly bytes: number;
  readonly day: number;
}

/** What may still be taken of each space, in bytes. */
export class Quota {
  readonly #heldOf: (space: SpaceId) => number;
  readonly #balances = new Map<SpaceId, Balance>();

  /** @param heldOf the bytes in memory of a space's logs: after a start they count as spent */
  constructor(heldOf: (space: SpaceId) => number) {
    this.#heldOf = heldOf;
  }

  /**
   * Whether more may be taken of a space. A range is taken whole while anything is left: what it
   * takes too much is paid back before the next one.
   * @throws ProtocolError LOG_FLOODED
   */
  check(space: SpaceId, now: Seconds): void {
    if (this.#balance(space, now).bytes > 0) return;
    throw new ProtocolError(
      'LOG_FLOODED',
      `log of ${space}: expected at most ${GOVERNING_BYTES_PER_DAY} bytes a day to be kept in memory`,
    );
  }

  /** So many bytes were taken. */
  spend(space: SpaceId, bytes: number, now: Seconds): void {
    const balance = this.#balance(space, now);
    this.#balances.set(space, { ...balance, bytes: balance.bytes - bytes });
  }

  forget(space: SpaceId): void {
    this.#balances.delete(space);
  }

  #balance(space: SpaceId, now: Seconds): Balance {
    const today = dayOf(now);
    const known = this.#balances.get(space);
    if (known === undefined) {
      const left = GOVERNING_BYTES_BURST - this.#heldOf(space);
      return { bytes: Math.max(left, GOVERNING_BYTES_PER_DAY), day: today };
    }
    // A clock that was set back gives nothing, and takes nothing.
    const days = Math.max(0, today - known.day);
    const bytes = Math.min(GOVERNING_BYTES_BURST, known.bytes + days * GOVERNING_BYTES_PER_DAY);
    return { bytes, day: Math.max(today, known.day) };
  }
}

/** The bytes of those among these entries that stay in memory. */
export function bytesInView(entries: readonly Pick<PlacedEntry, 'bytes' | 'entry'>[]): number {
  const counted = entries.filter(({ entry }) => isInView(entry));
  return counted.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
