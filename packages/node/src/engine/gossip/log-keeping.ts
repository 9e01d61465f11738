/** Which logs this node keeps, and what of them it wants from a peer. */

import {
  APPLICANT_ENTRIES_MAX,
  isShelf,
  logOfShelf,
  type ProgrammeId,
  type SpaceId,
  type SyncWant,
} from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import type { Context } from '../context.js';
import type { Forks } from '../forks/forks.js';
import type { OwnLog } from '../log/own-log.js';
import type { Replica } from '../log/replica.js';
import type { Membership } from './membership.js';

interface Parts {
  readonly replica: Replica;
  readonly ownLog: OwnLog;
  readonly membership: Membership;
  readonly forks: Forks;
}

/** Decides what is kept. */
export class LogKeeping {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Whether what a peer is said to have is to be asked for. */
  isWanted(want: SyncWant, peer: SpaceId): boolean {
    const log = isShelf(want) ? logOfShelf(want) : want;
    if (!this.#isReadable(log)) return false;
    const isOwn = log.space === this.#context.identity.space;
    // Of our own log, too: it tells us that we are one of two copies.
    if (want.fork) return isOwn || this.keeps(log, 1, peer);
    if (!isShelf(want)) return this.keeps(want, want.from + 1, peer);
    const isForked = this.#parts.forks.commonOf(log) !== null;
    return isForked && (isOwn || this.keeps(log, 1, peer));
  }

  /** The same want up to where this node keeps the log. */
  bounded(want: SyncWant, peer: SpaceId): SyncWant {
    if (want.fork || isShelf(want) || want.space === this.#context.identity.space) return want;
    const keeping = this.#parts.membership.keeping(want.space, peer);
    return keeping === 'opening' ? { ...want, to: APPLICANT_ENTRIES_MAX } : want;
  }

  /** What is sent unasked, up to where others of these programmes keep the log. */
  kept(push: SyncWant, programmes: readonly ProgrammeId[]): SyncWant {
    if (isShelf(push)) return push;
    const { membership } = this.#parts;
    const isOpening = programmes.every((one) => membership.openingsOf(one).has(push.space));
    return isOpening ? { ...push, to: APPLICANT_ENTRIES_MAX } : push;
  }

  /**
   * Whether this node keeps a log up to a size: logs of its programmes; of its own only while it
   * may not append, or a later incarnation.
   */
  keeps({ space, incarnation }: LogId, size: number, peer: SpaceId): boolean {
    const { ownLog, membership } = this.#parts;
    const own = this.#context.identity.log;
    if (space === own.space) return ownLog.mode !== 'ready' || incarnation > own.incarnation;
    switch (membership.keeping(space, peer)) {
      case 'whole':
        return true;
      case 'opening':
        return size <= APPLICANT_ENTRIES_MAX;
      case 'nothing':
        return false;
    }
  }

  /** What starts a later incarnation can be read only where the one before is held. */
  #isReadable({ space, incarnation }: LogId): boolean {
    const { replica } = this.#parts;
    return incarnation === 0 || replica.log({ space, incarnation: incarnation - 1 }) !== null;
  }
}
