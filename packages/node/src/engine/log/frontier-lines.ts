/** The frontier of this node, line by line, and in which order its lines changed. */

import { dayOf, emptyRoot, encodeBase64url, type FrontierLine, logKeyOf } from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';

/** One line, with the count of changes when it was set last. */
export interface CountedLine {
  readonly line: FrontierLine;
  readonly sequence: number;
}

/** All lines. */
export class FrontierLines {
  readonly #lines = new Map<string, CountedLine>();
  #sequence = 0;
  #removals = 0;

  /** Grows with every line that is set: what changed since is what has a greater one. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Grows with every line that goes. */
  get removals(): number {
    return this.#removals;
  }

  all(): IterableIterator<CountedLine> {
    return this.#lines.values();
  }

  of(log: LogId): FrontierLine | null {
    return this.#lines.get(logKeyOf(log))?.line ?? null;
  }

  set(line: FrontierLine): void {
    this.#sequence += 1;
    this.#lines.set(logKeyOf(line), { line, sequence: this.#sequence });
  }

  /** The lines of shelves: one that became empty has none. */
  setShelves(lines: readonly FrontierLine[]): void {
    for (const line of lines) {
      if (line.size === 0) this.remove(line);
      else this.set(line);
    }
  }

  /** The line of a log; `root` is that of the entries held, `common` says that it has forked. */
  setLog(head: LogHead, root: string, common: number | null): void {
    const { space, incarnation, size, heartbeat } = head;
    const line = { space, incarnation, size, root, day: heartbeat ? dayOf(heartbeat.time) : 0 };
    this.set(common === null ? line : { ...line, common });
  }

  /** The line of an incarnation for which there are rival resumes: nothing of it is held. */
  setVoid({ space, incarnation }: LogId): void {
    const root = encodeBase64url(emptyRoot());
    this.set({ space, incarnation, size: 0, root, day: 0, common: 0 });
  }

  remove(log: LogId): void {
    if (this.#lines.delete(logKeyOf(log))) this.#removals += 1;
  }
}
