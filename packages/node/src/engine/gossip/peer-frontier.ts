/** What a peer holds, as far as it has told in one sync, and by what was sent to it since. */

import {
  type FrontierLine,
  isShelf,
  logKeyOf,
  type SyncHeader,
  type SyncWant,
} from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import type { Replica } from '../log/replica.js';
import type { Filled } from './filling.js';

/** The peer's side of one sync. */
export class PeerFrontier {
  readonly #replica: Replica;
  readonly #lines = new Map<string, FrontierLine>();
  /** Ranges that were sent: `<log>/<from>`. */
  readonly #pushed = new Set<string>();
  #isFull = false;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** By the logs' keys. */
  get lines(): ReadonlyMap<string, FrontierLine> {
    return this.#lines;
  }

  /** Whether a log that has no line here is not held by the peer. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** A whole frontier takes the place of what was told before. */
  learn({ frontier = [], full }: SyncHeader): void {
    if (full) {
      this.#lines.clear();
      this.#isFull = true;
    }
    for (const line of frontier) this.#lines.set(logKeyOf(line), line);
  }

  /** Whether this was sent already. */
  isPushed(push: LogId & Partial<SyncWant>): boolean {
    return this.#pushed.has(pushKey(push));
  }

  /** What was sent is held by the peer from now on. */
  notePushed(filled: Filled): void {
    for (const fork of filled.forks) this.#pushed.add(pushKey({ ...fork, fork: true }));
    for (const range of filled.ranges) {
      const mine = this.#replica.lines.of(range);
      if (!mine || isShelf(range) || range.count === 0) continue;
      this.#pushed.add(pushKey(range));
      const line = this.#lines.get(logKeyOf(range)) ?? { ...mine, day: 0 };
      const size = range.pruned?.to ?? range.from + range.count;
      this.#lines.set(logKeyOf(range), { ...line, size, root: mine.root });
    }
    for (const { space, incarnation } of filled.heartbeats) {
      const line = this.#lines.get(logKeyOf({ space, incarnation }));
      const mine = this.#replica.lines.of({ space, incarnation });
      if (line && mine) this.#lines.set(logKeyOf(line), { ...line, day: mine.day });
    }
  }
}

/** Names what was sent, so that nothing is sent twice. */
function pushKey(push: LogId & Partial<SyncWant>): string {
  return `${logKeyOf(push)}/${push.fork ? 'fork' : push.from}`;
}
