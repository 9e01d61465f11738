/**
 * What becomes of a log of which a fork is known: it is cut to what its histories have in common,
 * and what protects others beyond that goes to the shelves.
 */

import {
  concatBytes,
  encodeBase64url,
  type Fork,
  type ForkProof,
  type FrontierLine,
  isDeeper,
  isShelf,
  logOfShelf,
  ProtocolError,
  parseUtf8,
  readFork,
  readStray,
  type SpaceId,
  type Stray,
  settleFork,
} from '@covisa/protocol';
import type { LogHead, LogId, NewStray } from '@covisa/store';
import type { Context } from '../context.js';
import type { OfferedRange } from '../log/intake.js';
import type { OwnLog } from '../log/own-log.js';
import type { Replica } from '../log/replica.js';
import { knownSize, knowsRoot, storedRoot } from '../log/tree-hashes.js';
import type { View } from '../view.js';
import { EndedLogs } from './ended-logs.js';
import type { KnownFork } from './fork-book.js';
import { LogCuts } from './log-cuts.js';

interface Parts {
  readonly view: View;
  readonly replica: Replica;
  readonly ownLog: OwnLog;
}

/** Takes evidence of forks, and strays. */
export class Forks {
  readonly #context: Context;
  readonly #view: View;
  readonly #replica: Replica;
  readonly #ownLog: OwnLog;
  readonly #cuts: LogCuts;
  /** Logs that a resume has ended. */
  readonly #ended: EndedLogs;

  constructor(context: Context, { view, replica, ownLog }: Parts) {
    this.#context = context;
    this.#view = view;
    this.#replica = replica;
    this.#ownLog = ownLog;
    this.#cuts = new LogCuts(context, replica, view.prunings);
    this.#ended = new EndedLogs(context, { view, replica, cuts: this.#cuts });
  }

  /** See `EndedLogs.settle`. */
  settle(grown: readonly LogId[]): Promise<void> {
    return this.#ended.settle(grown);
  }

  /** See `EndedLogs.settleAll`. */
  settleAll(): Promise<void> {
    return this.#replica.exclusively(() => this.#ended.settleAll());
  }

  /** See `EndedLogs.makeRoom`. Call it within `replica.exclusively`. */
  async makeRoom(ranges: readonly OfferedRange[]): Promise<void> {
    for (const range of ranges) await this.#ended.makeRoom(range);
  }

  /** See `EndedLogs.refillFrom`. */
  refillFrom(line: FrontierLine): number | null {
    return this.#ended.refillFrom(line);
  }

  commonOf(log: LogId): number | null {
    return this.#view.forks.commonOf(log);
  }

  /** The evidence that a space has two resumes of one incarnation; null where it has not. */
  rivalsOf(space: SpaceId): ForkProof | null {
    return this.#view.forks.rivalsOf(space)?.proof ?? null;
  }

  isVoid(log: LogId): boolean {
    return this.#view.forks.isVoid(log);
  }

  /** A node that knows that its own log has forked writes no more to it. */
  async stopOwnLog(): Promise<void> {
    const { log } = this.#context.identity;
    const common = this.isVoid(log) ? 0 : this.commonOf(log);
    if (common !== null) await this.#ownLog.forked(common);
  }

  /**
   * Takes evidence that a log has forked. False if it says nothing new, or if the node holds a
   * third history, which parts from these two before they part.
   * @throws ProtocolError FORK_INVALID, CHECKPOINT_INVALID, NOTE_INVALID, RESUME_INVALID
   */
  take(proof: ForkProof): Promise<boolean> {
    return this.#replica.exclusively(() => this.#take(proof));
  }

  async #take(proof: ForkProof): Promise<boolean> {
    const { space, incarnation, common } = proof;
    const log = { space, incarnation };
    if (!this.#isNew(log, common)) return false;
    const fork = await this.#read(proof);
    const isEnded = common > 0 && this.#view.forks.acceptedOf(log) !== null;
    if (isEnded) await this.#ended.freeze(fork);
    else if (await this.#isOurs(fork)) await this.#freeze(fork);
    else return false;
    this.#context.ports.logger.error('log-forked', { space, incarnation, common });
    await this.stopOwnLog();
    return true;
  }

  /** Whether a proof can change anything. */
  #isNew(log: LogId, common: number): boolean {
    const { forks } = this.#view;
    const known = forks.of(log);
    if (forks.isVoid(log)) return false;
    // What is left of an ended log is the same by every proof (FORK-12).
    if (common > 0 && known !== null && forks.acceptedOf(log) !== null) return false;
    return isDeeper(common, known?.common ?? null);
  }

  #read(proof: ForkProof): Promise<Fork> {
    const { signatures, sha256 } = this.#context.ports;
    const { space, incarnation } = proof;
    const known = this.#view.knownKeys({ space, incarnation });
    return settleFork(signatures, readFork(proof, known, sha256));
  }

  /**
   * Takes what a search of our own has found. Where a log is being filled up to what a resume
   * accepts, and what is held of it parts from what a peer holds, it is filled again from there.
   * @throws ProtocolError as `take`
   */
  takeFound(proof: ForkProof): Promise<boolean> {
    return this.#replica.exclusively(
      async () => (await this.#take(proof)) || (await this.#goBack(proof)),
    );
  }

  async #goBack(proof: ForkProof): Promise<boolean> {
    const { forks } = this.#view;
    const { space, incarnation, common } = proof;
    const log = { space, incarnation };
    const [known, accepted, head] = [
      forks.of(log),
      forks.acceptedOf(log),
      this.#replica.log(log)?.head ?? null,
    ];
    if (!known || !accepted || !head || forks.isVoid(log)) return false;
    if (common === 0 || common >= head.size || head.size >= accepted.size) return false;
    if (!(await this.#isOurs(await this.#read(proof)))) return false;
    await this.#cutTo(known, head, common);
    return true;
  }

  /** Whether what is held has in common with both histories what they have. */
  async #isOurs({ log, common, root }: Fork): Promise<boolean> {
    const head = this.#replica.log(log)?.head;
    if (head === undefined || head.size < common) return true;
    const { store, sha256 } = this.#context.ports;
    // Whose own gap is across that size cannot tell.
    if (!(await knowsRoot(store, head, common))) return true;
    return encodeBase64url(await storedRoot(store, log, common, sha256)) === root;
  }

  async #freeze(fork: KnownFork): Promise<void> {
    const { log, common } = fork;
    if (common === 0) {
      await this.#replica.freeze({ fork, head: null, dropped: await this.#later(log), strays: [] });
      return;
    }
    const head = this.#replica.log(log)?.head ?? null;
    if (head === null) await this.#replica.freeze({ fork, head, dropped: [], strays: [] });
    else await this.#cutTo(fork, head, Math.min(head.size, common));
  }

  /** Cuts a log; where its own gap is across that size, to where the gap begins. */
  async #cutTo(fork: KnownFork, head: LogHead, size: number): Promise<void> {
    await this.#cuts.cutTo(fork, head, await knownSize(this.#context.ports.store, head, size));
  }

  /**
   * A space's logs from an incarnation on, with their shelves; none of our own, by whose keys this
   * node speaks.
   */
  async #later({ space, incarnation }: LogId): Promise<readonly LogId[]> {
    if (space === this.#context.identity.space) return [];
    const shelves = await this.#context.ports.store.shelves();
    const logs = [...this.#replica.incarnationsOf(space)].map((one) => ({
      space,
      incarnation: one,
    }));
    return [...logs, ...shelves.filter((shelf) => shelf.space === space)]
      .filter((log) => (isShelf(log) ? logOfShelf(log) : log).incarnation >= incarnation)
      .map((log) => ({ space, incarnation: log.incarnation }));
  }

  /** Takes strays of logs that are known to have forked; gives how many were new. */
  takeStrays(log: LogId, offered: readonly Stray[]): Promise<number> {
    return this.#replica.exclusively(async () => {
      const strays: NewStray[] = [];
      for (const one of offered) {
        const stray = await this.#readStray(log, one);
        if (stray) strays.push(stray);
      }
      return this.#replica.takeStrays(strays);
    });
  }

  /** Null, and a word in the log of events, for what is none. */
  async #readStray(log: LogId, offered: Stray): Promise<NewStray | null> {
    const common = this.commonOf(log);
    const logKey = this.#view.opening(log)?.logKey;
    if (common === null || common === 0 || logKey === undefined) return null;
    const isEnded = this.#view.forks.acceptedOf(log) !== null;
    const accepted = isEnded ? { accepted: await this.#cuts.leafAt(log, offered.index) } : {};
    try {
      const { signatures, sha256 } = this.#context.ports;
      const { stray, entry, leaf, place, check } = readStray(
        log,
        offered,
        { common, logKey, ...accepted },
        sha256,
      );
      if (!(await signatures.verify(check))) throw strayForged();
      const { bytes, index: position, checkpoint } = stray;
      const proof = concatBytes(...stray.proof);
      return { ...place, bytes, leafHash: leaf, entry, position, checkpoint, proof };
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#context.ports.logger.warn('stray-refused', { space: log.space, code: error.code });
      return null;
    }
  }

  /**
   * A resume that somebody shows beside the one that is held of its incarnation: rivals close the
   * space. False if the two say the same, or this one does not hold.
   */
  async rival(log: LogId, line: Uint8Array): Promise<boolean> {
    const [held] = await this.#context.ports.store.entries(log, 0, 1, 0);
    if (log.incarnation === 0 || held === undefined) return false;
    try {
      const resumes = [parseUtf8(held.bytes), parseUtf8(line)] as const;
      return await this.take({ ...log, common: 0, resumes });
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      return false;
    }
  }
}

function strayForged(): ProtocolError {
  return new ProtocolError('STRAY_INVALID', 'stray: expected a checkpoint that is signed');
}
