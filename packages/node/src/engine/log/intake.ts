/**
 * What comes from other nodes, before it is believed: ranges of entries and heartbeats, verified
 * against what is held.
 */

import {
  type Cut,
  checkHeartbeatTime,
  concatBytes,
  EMPTY_COMPACT_RANGE,
  type EntryRange,
  type Extension,
  encodeCompactRange,
  extendReplica,
  type PlacedEntry,
  ProtocolError,
  parseCheckpoint,
  parseHeartbeat,
  type Seconds,
  settleRange,
  stands,
} from '@covisa/protocol';
import type { LogHead, LogId, NewEntry, Range, StoredHeartbeat } from '@covisa/store';
import { type EnginePorts, secondsOf } from '../context.js';
import type { View } from '../view.js';
import { bytesInView, type Quota } from './quota.js';
import type { HeldLog } from './replica.js';
import { completeSubtrees } from './tree-hashes.js';

/** A heartbeat as it comes from another node. */
export interface OfferedHeartbeat extends LogId {
  readonly checkpoint: string;
  readonly line: string;
}

/** Entries of one log as they come from another node. */
export interface OfferedRange extends LogId, EntryRange {}

type IntakePorts = Pick<EnginePorts, 'store' | 'clock' | 'signatures' | 'sha256'>;

/** Verifies what is offered. */
export class Intake {
  readonly #ports: IntakePorts;
  readonly #view: View;
  readonly #quota: Quota;

  constructor(ports: IntakePorts, view: View, quota: Quota) {
    this.#ports = ports;
    this.#view = view;
    this.#quota = quota;
  }

  /**
   * The range as it is stored; null if it holds nothing new.
   * @throws ProtocolError RANGE_INVALID, RESUME_INVALID, CHECKPOINT_INVALID, LOG_FORKED,
   * LOG_FLOODED
   */
  async range(offered: OfferedRange, held: HeldLog | null): Promise<Range | null> {
    const log: LogId = { space: offered.space, incarnation: offered.incarnation };
    this.#checkNotForked(log, offered.from + offered.lines.length);
    const replica = { log, compact: held?.compact ?? EMPTY_COMPACT_RANGE };
    const unsettled = extendReplica(
      replica,
      offered,
      this.#view.knownKeys(log),
      this.#ports.sha256,
    );
    if (unsettled === undefined) return null;
    const extension = await settleRange(this.#ports.signatures, unsettled);
    // An owner can append for ever, and most kinds of entries stay in memory.
    if (bytesInView(extension.entries) > 0) {
      this.#quota.check(log.space, secondsOf(this.#ports.clock));
    }
    if (extension.entries.length === 0) return null;
    return this.#toRange(extension, held, offered.proof ?? []);
  }

  /** FORK-9: a forked log grows to what its histories have in common, and no further. */
  #checkNotForked(log: LogId, end: number): void {
    const common = this.#view.forks.isVoid(log) ? 0 : this.#view.forks.commonOf(log);
    if (common === null || end <= common) return;
    throw new ProtocolError(
      'LOG_FORKED',
      `log: expected the ${common} entries that its histories have in common, got ${end}`,
    );
  }

  /** The range that stores an extension, with the head after it. */
  async #toRange(
    extension: Extension,
    held: HeldLog | null,
    proof: readonly Uint8Array[],
  ): Promise<Range> {
    const { log, entries, compact, checkpoint } = extension;
    const from = compact.size - entries.length;
    const { store, sha256 } = this.#ports;
    const hashes = entries.map((entry) => entry.hash);
    const head: LogHead = {
      ...log,
      size: compact.size,
      range: encodeCompactRange(compact),
      checkpoint: checkpoint.note,
      checkpointSize: checkpoint.size,
      ...(checkpoint.size > compact.size && { proof: concatBytes(...proof) }),
      heartbeat: held?.head.heartbeat ?? null,
    };
    const subtrees = await completeSubtrees(store, log, from, hashes, sha256);
    const cut = this.#view.cut(log);
    const stored = entries.map((placed) => toNewEntry(placed, cut));
    return { from, entries: stored, subtrees, head };
  }

  /** The heartbeat, if it is later than the one held and holds; null otherwise. */
  async heartbeat(
    offered: OfferedHeartbeat,
    held: HeldLog | null,
    now: Seconds,
  ): Promise<StoredHeartbeat | null> {
    const witnessKey = this.#view.opening(offered)?.witnessKey;
    if (!held || !witnessKey) return null;
    // FORK-10: of a forked log no heartbeat tells anything: none is over all of its histories.
    if (this.#view.forks.commonOf(offered) !== null) return null;

    try {
      const checkpoint = parseCheckpoint(offered.checkpoint);
      const { time, check } = parseHeartbeat(offered.line, checkpoint.text, offered, witnessKey);
      // HEARTBEAT-3: it says up to when a log is known, so it is worth something only with the log
      // up to its size.
      if (checkpoint.size > held.head.size || time <= (held.head.heartbeat?.time ?? -1))
        return null;
      checkHeartbeatTime(time, now);
      if (!(await this.#ports.signatures.verify(check))) return null;
      return { time, line: offered.line, checkpoint: offered.checkpoint };
    } catch (error) {
      if (error instanceof ProtocolError) return null;
      throw error;
    }
  }
}

function toNewEntry({ index, bytes, hash, entry }: PlacedEntry, cut: Cut | null): NewEntry {
  // A void that does not count is not to be indexed as one.
  const isIdle = entry.type === 'void' && !stands(entry, index, cut);
  return { bytes, leafHash: hash, entry: isIdle ? { type: 'unknown', named: 'void' } : entry };
}
