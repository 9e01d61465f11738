/**
 * Asking for the next entries while the last ones are still taken in: the peer reads and packs them
 * meanwhile. What will be wanted is guessed from what the answer says that it brings; where it
 * turns out otherwise (a range was refused, a log is not kept any more), the answer is dropped, the
 * right wants are asked for, and nothing is guessed any more in this sync. The same where a slow
 * machine takes entries in for longer than an answer may take: the time of the one that waits runs
 * out, though the peer has given it.
 */

import {
  type FrontierLine,
  isShelf,
  logKeyOf,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import { TransportError } from '../../ports.js';

interface Asked {
  readonly wants: readonly SyncWant[];
  readonly answer: Promise<Uint8Array>;
}

/** Where a range ends that a header announces: the index after its last entry. */
export function announcedEnd({ from, count, pruned }: SyncRange): number {
  return pruned?.to ?? from + count;
}

/**
 * What will be wanted once the answer to `wants` is taken; nothing where that cannot be guessed.
 * `theirs` is what the peer holds of each log.
 */
export function wantsAfter(
  wants: readonly SyncWant[],
  { header: { ranges = [] } }: SyncMessage,
  theirs: ReadonlyMap<string, FrontierLine>,
): readonly SyncWant[] {
  const isPlain = wants.every((want) => !want.fork && !want.bare && !isShelf(want));
  if (!isPlain || !ranges.some(({ count }) => count > 0)) return [];
  const ends = new Map(ranges.map((range) => [logKeyOf(range), announcedEnd(range)]));
  return wants.flatMap((want) => {
    const line = theirs.get(logKeyOf(want));
    const from = Math.max(want.from, ends.get(logKeyOf(want)) ?? 0);
    const end = Math.min(line?.common ?? line?.size ?? 0, want.to ?? Number.POSITIVE_INFINITY);
    return from < end ? [{ ...want, from }] : [];
  });
}

/** What one sync has asked for ahead. */
export class AskingAhead {
  #asked: Asked | null = null;
  #wasWrong = false;

  /** Asks for these by `send`, unless a guess was wrong before. */
  ask(wants: readonly SyncWant[], send: (wants: readonly SyncWant[]) => Promise<Uint8Array>): void {
    if (this.#wasWrong || wants.length === 0) return;
    const answer = send(wants);
    // Whoever takes it hears of a failure.
    answer.catch(() => undefined);
    this.#asked = { wants, answer };
  }

  /** The answer to exactly these wants; null if they were not asked for, or not in time. */
  async take(wants: readonly SyncWant[]): Promise<Uint8Array | null> {
    const asked = this.#asked;
    this.#asked = null;
    if (asked === null) return null;
    const isWanted = JSON.stringify(asked.wants) === JSON.stringify(wants);
    try {
      const answer = await asked.answer;
      if (isWanted) return answer;
    } catch (error) {
      if (isWanted && !isLate(error)) throw error;
    }
    this.#wasWrong = true;
    return null;
  }
}

function isLate(error: unknown): boolean {
  return error instanceof TransportError && error.code === 'PEER_TIMEOUT';
}
