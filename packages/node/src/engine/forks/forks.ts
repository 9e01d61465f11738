/**
 * What becomes of a log of which a fork is known: it is cut to what its histories have in common,
 * and what protects others beyond that goes to the shelves.
 */

import {
  type CompactRange,
  concatBytes,
  encodeBase64url,
  encodeCompactRange,
  type Fork,
  type ForkProof,
  isDeeper,
  isProtective,
  leafHash,
  ProtocolError,
  parseEntry,
  parseUtf8,
  peakSubtrees,
  readFork,
  readStray,
  type SpaceId,
  type Stray,
  settleFork,
  strayPlace,
} from '@covisa/protocol';
import type { LogHead, LogId, NewStray, StoredEntry } from '@covisa/store';
import type { Context } from '../context.js';
import type { OwnLog } from '../log/own-log.js';
import type { Replica } from '../log/replica.js';
import { storedRoot, storedSubtreeHash } from '../log/tree-hashes.js';
import type { View } from '../view.js';
import type { KnownFork } from './fork-book.js';
import { isProvable, provenConsistency, provenInclusion } from './proven-hashes.js';

const PAGE_ENTRIES = 1000;
const PAGE_BYTES = 4 * 1024 * 1024;

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

  constructor(context: Context, { view, replica, ownLog }: Parts) {
    this.#context = context;
    this.#view = view;
    this.#replica = replica;
    this.#ownLog = ownLog;
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
    if (this.#view.forks.isVoid(log) || !isDeeper(common, this.commonOf(log))) return false;
    const { signatures, sha256 } = this.#context.ports;
    const fork = await settleFork(signatures, readFork(proof, this.#view.knownKeys(log), sha256));
    if (!(await this.#isOurs(fork))) return false;
    await this.#freeze(fork);
    this.#context.ports.logger.error('log-forked', { space, incarnation, common });
    await this.stopOwnLog();
    return true;
  }

  /** Whether what is held has in common with both histories what they have. */
  async #isOurs({ log, common, root }: Fork): Promise<boolean> {
    const size = this.#replica.log(log)?.head.size ?? 0;
    if (size < common) return true;
    // Who has pruned beyond where they part cannot tell, and begins the log anew.
    if (this.#hasPruned(log, common)) return true;
    const { store, sha256 } = this.#context.ports;
    return encodeBase64url(await storedRoot(store, log, common, sha256)) === root;
  }

  async #freeze(fork: KnownFork): Promise<void> {
    const { log, common } = fork;
    if (common === 0) {
      await this.#replica.freeze({ fork, head: null, dropped: this.#later(log), strays: [] });
      return;
    }
    const head = this.#replica.log(log)?.head ?? null;
    if (this.#hasPruned(log, common)) {
      const isOwn = log.space === this.#context.identity.space;
      await this.#replica.freeze({ fork, head: null, dropped: isOwn ? [] : [log], strays: [] });
      return;
    }
    if (head === null || head.size <= common) {
      const quiet = head && { ...head, heartbeat: null };
      await this.#replica.freeze({ fork, head: quiet, dropped: [], strays: [] });
      return;
    }
    const strays = await this.#straysOf(head, common);
    const cut = await this.#cut(head, common);
    await this.#replica.freeze({ fork, head: cut, dropped: [], strays });
  }

  #hasPruned(log: LogId, common: number): boolean {
    return common < (this.#replica.log(log)?.head.pruned ?? 0);
  }

  /** A space's logs from an incarnation on; none of our own, by whose keys this node speaks. */
  #later({ space, incarnation }: LogId): readonly LogId[] {
    if (space === this.#context.identity.space) return [];
    return [...this.#replica.incarnationsOf(space)]
      .filter((one) => one >= incarnation)
      .map((one) => ({ space, incarnation: one }));
  }

  /** The log up to a size; the proof goes with it, since the checkpoint is of more entries. */
  async #cut(head: LogHead, size: number): Promise<LogHead> {
    const { store, sha256 } = this.#context.ports;
    const peaks = peakSubtrees(size).map((peak) => storedSubtreeHash(store, head, peak, sha256));
    const compact: CompactRange = { size, hashes: await Promise.all(peaks) };
    const { proof: _proof, ...rest } = head;
    const proof = isProvable(head)
      ? { proof: concatBytes(...(await provenConsistency(this.#context.ports, head, size))) }
      : {};
    return { ...rest, ...proof, size, range: encodeCompactRange(compact), heartbeat: null };
  }

  /** What stands of the entries beyond a size, each with its own evidence. */
  async #straysOf(head: LogHead, from: number): Promise<readonly NewStray[]> {
    // Without a proof to its checkpoint nothing can be shown of it: others hold it.
    if (head.checkpoint === null || !isProvable(head)) return [];
    const strays: NewStray[] = [];
    let next = from;
    while (next < head.size) {
      const page = await this.#context.ports.store.entries(head, next, PAGE_ENTRIES, PAGE_BYTES);
      if (page.length === 0) break;
      for (const stored of page)
        strays.push(...(await this.#strayOf(head, head.checkpoint, stored)));
      next += page.length;
    }
    return strays;
  }

  async #strayOf(head: LogHead, checkpoint: string, { index, bytes }: StoredEntry) {
    const entry = parseEntry(bytes);
    if (!isProtective(entry)) return [];
    const { ports } = this.#context;
    const hash = leafHash(bytes, ports.sha256);
    const proof = concatBytes(...(await provenInclusion(ports, head, index)));
    const stands = { bytes, leafHash: hash, entry, position: index, checkpoint, proof };
    return [{ ...strayPlace(head, hash), ...stands }];
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
    try {
      const { signatures, sha256 } = this.#context.ports;
      const { stray, entry, leaf, place, check } = readStray(
        log,
        offered,
        { common, logKey },
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
