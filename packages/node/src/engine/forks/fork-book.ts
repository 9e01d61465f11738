/** Which logs are known to have forked, and the evidence. Decides nothing. */

import {
  encodeUtf8,
  type Fork,
  forkProof,
  logKeyOf,
  parseUtf8,
  type SpaceId,
} from '@covisa/protocol';
import type { LogHead, LogId, NewStray, Store, StoredFork } from '@covisa/store';

/** A fork of which the evidence was checked before it was kept. */
export type KnownFork = Pick<Fork, 'log' | 'common' | 'proof'>;

/** What becomes of a log of which a fork is known. */
export interface FrozenLog {
  readonly fork: KnownFork;
  /** Null: as it is, or not held. */
  readonly head: LogHead | null;
  readonly dropped: readonly LogId[];
  readonly strays: readonly NewStray[];
}

/** A fork as the store keeps it. */
export function storedFork({ log, common, proof }: KnownFork): StoredFork {
  return { ...log, common, proof: encodeUtf8(JSON.stringify(proof)) };
}

/** The known forks. */
export class ForkBook {
  readonly #forks = new Map<string, KnownFork>();
  /** The first incarnation of a space for which there are rival resumes. */
  readonly #rivals = new Map<SpaceId, number>();

  async load(store: Store): Promise<void> {
    for (const { space, incarnation, common, proof } of await store.forks()) {
      const read = forkProof.parse(JSON.parse(parseUtf8(proof)));
      this.note({ log: { space, incarnation }, common, proof: read });
    }
  }

  note(fork: KnownFork): void {
    const { log, common } = fork;
    this.#forks.set(logKeyOf(log), fork);
    if (common > 0) return;
    const known = this.#rivals.get(log.space) ?? log.incarnation;
    this.#rivals.set(log.space, Math.min(known, log.incarnation));
  }

  all(): IterableIterator<KnownFork> {
    return this.#forks.values();
  }

  of(log: LogId): KnownFork | null {
    return this.#forks.get(logKeyOf(log)) ?? null;
  }

  /** Entries that the histories of a log have in common; null where it has not forked. */
  commonOf(log: LogId): number | null {
    return this.of(log)?.common ?? null;
  }

  /**
   * Whether a log says nothing: there are two resumes for its incarnation, or for an earlier one.
   */
  isVoid({ space, incarnation }: LogId): boolean {
    return incarnation >= (this.#rivals.get(space) ?? Number.POSITIVE_INFINITY);
  }

  /** The two resumes that close a space for ever; null where there are none. */
  rivalsOf(space: SpaceId): KnownFork | null {
    const incarnation = this.#rivals.get(space);
    return incarnation === undefined ? null : this.of({ space, incarnation });
  }

  forget(space: SpaceId): void {
    this.#rivals.delete(space);
    for (const [key, { log }] of this.#forks) if (log.space === space) this.#forks.delete(key);
  }
}
