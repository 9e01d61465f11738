/**
 * Logs that have forked, and that a resume has ended: what is left of such a log is what the resume
 * accepts, whichever fork was proven, and whichever of the two was heard of first.
 */

import { encodeBase64url } from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';
import type { Context } from '../context.js';
import type { Replica } from '../log/replica.js';
import { knownSize, storedRoot } from '../log/tree-hashes.js';
import type { View } from '../view.js';
import type { Accepted, KnownFork } from './fork-book.js';
import type { LogCuts } from './log-cuts.js';

interface Parts {
  readonly view: View;
  readonly replica: Replica;
  readonly cuts: LogCuts;
}

/** Brings ended logs to what was accepted. Call it within `replica.exclusively`. */
export class EndedLogs {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * After logs have grown, of which some may be ended, and others may have begun with the resume
   * that ends the one before.
   */
  async settle(grown: readonly LogId[]): Promise<void> {
    for (const { space, incarnation } of grown) {
      await this.#settle({ space, incarnation });
      const before = { space, incarnation: incarnation - 1 };
      const { view, replica } = this.#parts;
      const isTold = replica.lines.of(before)?.common === view.forks.commonOf(before);
      if (!isTold) await this.#settle(before);
    }
  }

  /** All of them: a node may have ended before it came to that. */
  async settleAll(): Promise<void> {
    for (const { log } of [...this.#parts.view.forks.all()]) await this.#settle(log);
  }

  async #settle(log: LogId): Promise<void> {
    const { forks } = this.#parts.view;
    const fork = forks.of(log);
    if (fork !== null && !forks.isVoid(log)) await this.freeze(fork);
  }

  /**
   * FORK-12: what is held leads to the accepted root, or is dropped and comes again by gossip. Does
   * nothing where no resume has ended the log.
   */
  async freeze(fork: KnownFork): Promise<void> {
    const { view, replica, cuts } = this.#parts;
    const head = replica.log(fork.log)?.head ?? null;
    const accepted = view.forks.acceptedOf(fork.log);
    if (head === null || accepted === null) return;
    await cuts.cutTo(fork, head, await this.#keptSize(head, accepted));
  }

  async #keptSize(head: LogHead, { size, root }: Accepted): Promise<number> {
    if (head.size < size) return head.size;
    const { store, sha256 } = this.#context.ports;
    const known = await knownSize(store, head, size);
    // What is held was pruned across that size: the rest comes by gossip.
    if (known < size) return known;
    const held = encodeBase64url(await storedRoot(store, head, size, sha256));
    if (held === root) return size;
    const { pruned = 0 } = head;
    // All histories have the first entry in common.
    return pruned < size ? Math.max(1, pruned) : 1;
  }
}
