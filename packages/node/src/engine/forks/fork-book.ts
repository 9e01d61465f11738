/** Which logs are known to have forked, and the evidence. Decides nothing. */

import {
  encodeUtf8,
  type Fork,
  forkProof,
  keptSize,
  logKeyOf,
  parseUtf8,
  type ResumeEntry,
  type SpaceId,
} from '@covisa/protocol';
import type { LogHead, LogId, LogPlace, NewStray, Store, StoredFork } from '@covisa/store';

/** A fork of which the evidence was checked before it was kept. */
export type KnownFork = Pick<Fork, 'log' | 'common' | 'proof'>;

/** What becomes of a log of which a fork is known. */
export interface FrozenLog {
  readonly fork: KnownFork;
  /** Null: as it is, or not held. */
  readonly head: LogHead | null;
  readonly dropped: readonly LogId[];
  readonly strays: readonly NewStray[];
  /** Strays that are none any more. */
  readonly stale?: readonly LogPlace[];
}

/** What a resume accepts of the incarnation before: its first `size` entries, and their root. */
export type Accepted = ResumeEntry['previous'];

/** A fork as the store keeps it. */
export function storedFork({ log, common, proof }: KnownFork): StoredFork {
  return { ...log, common, proof: encodeUtf8(JSON.stringify(proof)) };
}

/** The known forks. */
export class ForkBook {
  readonly #forks = new Map<string, KnownFork>();
  /** By log: what the resume after it accepts. */
  readonly #accepted = new Map<string, Accepted>();
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

  /** Takes note of what a resume accepts of a log; null: none does any more. */
  noteAccepted(log: LogId, accepted: Accepted | null): void {
    if (accepted === null) this.#accepted.delete(logKeyOf(log));
    else this.#accepted.set(logKeyOf(log), accepted);
  }

  /** What the resume after a log accepts of it; null where there is none. */
  acceptedOf(log: LogId): Accepted | null {
    return this.#accepted.get(logKeyOf(log)) ?? null;
  }

  /**
   * How many entries a log that has forked keeps: those that its histories have in common, or that
   * a resume accepts. Null where it has not forked.
   */
  commonOf(log: LogId): number | null {
    return keptSize(this.of(log)?.common ?? null, this.acceptedOf(log)?.size ?? null);
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
