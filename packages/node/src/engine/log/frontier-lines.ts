/** The frontier of this node, line by line, and in which order its lines changed. */

import { emptyRoot, encodeBase64url, type FrontierLine, logKeyOf } from '@covisa/protocol';
import type { LogId } from '@covisa/store';

/** Lines that were set anew, beyond as many as there are, before they are put away. */
const SUPERSEDED_MAX = 64;

/** One line, with the count of changes when it was set last. */
export interface CountedLine {
  readonly line: FrontierLine;
  readonly sequence: number;
}

/** All lines. */
export class FrontierLines {
  readonly #lines = new Map<string, CountedLine>();
  /** All that were set, in that order; some were set anew since, or are gone. */
  #set: CountedLine[] = [];
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

  /** The lines that changed after this count; all of them after a negative one. */
  since(sequence: number): readonly CountedLine[] {
    if (sequence < 0) return [...this.#lines.values()];
    let at = this.#set.length;
    while (at > 0 && (this.#set[at - 1]?.sequence ?? 0) > sequence) at -= 1;
    return this.#set.slice(at).filter((one) => this.#isHeld(one));
  }

  #isHeld(one: CountedLine): boolean {
    return this.#lines.get(logKeyOf(one.line)) === one;
  }

  of(log: LogId): FrontierLine | null {
    return this.#lines.get(logKeyOf(log))?.line ?? null;
  }

  set(line: FrontierLine): void {
    this.#sequence += 1;
    const counted = { line, sequence: this.#sequence };
    this.#lines.set(logKeyOf(line), counted);
    this.#set.push(counted);
    if (this.#set.length > 2 * this.#lines.size + SUPERSEDED_MAX) {
      this.#set = this.#set.filter((one) => this.#isHeld(one));
    }
  }

  /** The lines of shelves: one that became empty has none. */
  setShelves(lines: readonly FrontierLine[]): void {
    for (const line of lines) {
      if (line.size === 0) this.remove(line);
      else this.set(line);
    }
  }

  /** The line of a log; `common` says that it has forked. */
  setLog(line: FrontierLine, common: number | null): void {
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
