/**
 * Logs that have forked, and that a resume has ended: what is left of such a log is what the resume
 * accepts, whichever fork was proven, and whichever of the two was heard of first.
 */

import {
  appendLeaves,
  compactRoot,
  encodeBase64url,
  equalBytes,
  type FrontierLine,
  leafHash,
  recomputeRoots,
} from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';
import type { Context } from '../context.js';
import type { OfferedRange } from '../log/intake.js';
import type { Replica } from '../log/replica.js';
import { knownSize, knowsRoot, storedCompact, storedRoot } from '../log/tree-hashes.js';
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

  /**
   * Makes room for a range that begins with what is common and leads to the accepted root, where
   * another history is held: no search of our own finds that where who holds the accepted one only
   * calls out.
   */
  async makeRoom(range: OfferedRange): Promise<void> {
    const { view, replica, cuts } = this.#parts;
    const { space, incarnation, from, pruned } = range;
    const log = { space, incarnation };
    const [fork, accepted] = [view.forks.of(log), view.forks.acceptedOf(log)];
    const head = replica.log(log)?.head;
    if (!fork || !accepted || !head || pruned || view.forks.isVoid(log)) return;
    const isPart = head.size > fork.common && head.size < accepted.size;
    if (!isPart || from > fork.common || !(await this.#leadsElsewhere(accepted, head, range)))
      return;
    await cuts.cutTo(fork, head, from);
  }

  /** Whether a range leads to the accepted root, and by another history than the one held. */
  async #leadsElsewhere(
    { size, root }: Accepted,
    head: LogHead,
    range: OfferedRange,
  ): Promise<boolean> {
    const { from, lines, proof = [] } = range;
    const { store, sha256 } = this.#context.ports;
    if (!(await knowsRoot(store, head, from))) return false;
    const leaves = lines.map((line) => leafHash(line, sha256));
    const start = await storedCompact(store, head, from, sha256);
    const whole = appendLeaves(start, leaves, sha256);
    const reached = compactRoot(whole, sha256);
    // What is held of this very history stays, whatever is wrong with the range beside.
    const shared = Math.min(head.size, whole.size);
    if (!(await knowsRoot(store, head, shared))) return false;
    const theirs = appendLeaves(start, leaves.slice(0, shared - from), sha256);
    const ours = await storedRoot(store, head, shared, sha256);
    if (equalBytes(compactRoot(theirs, sha256), ours)) return false;
    if (whole.size === size) return encodeBase64url(reached) === root;
    const roots = recomputeRoots(whole.size, size, proof, sha256);
    if (roots === undefined || !equalBytes(roots.oldRoot, reached)) return false;
    return encodeBase64url(roots.newRoot) === root;
  }

  /**
   * Where in a log a peer that holds another history of it is to be told what a resume accepts;
   * null where that is not held here, or the peer cannot be told from that.
   */
  refillFrom(line: FrontierLine): number | null {
    const { view, replica } = this.#parts;
    const [fork, accepted] = [view.forks.of(line), view.forks.acceptedOf(line)];
    if (!fork || !accepted || view.forks.isVoid(line) || line.size >= accepted.size) return null;
    return replica.log(line)?.head.size === accepted.size ? fork.common : null;
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
