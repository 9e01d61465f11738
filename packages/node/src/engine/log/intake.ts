/**
 * What comes from other nodes, before it is believed: ranges of entries and heartbeats, verified
 * against what is held.
 */

import {
  type CompactRange,
  type Cut,
  checkHeartbeatTime,
  compactRoot,
  concatBytes,
  EMPTY_COMPACT_RANGE,
  type EntryRange,
  type Extension,
  encodeBase64url,
  encodeCompactRange,
  extendReplica,
  type PlacedEntry,
  ProtocolError,
  parseCheckpoint,
  parseHeartbeat,
  rangeEnd,
  type Seconds,
  settleRange,
  stands,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { LogHead, LogId, NewEntry, PrunedRange, Range, StoredHeartbeat } from '@covisa/store';
import { type EnginePorts, secondsOf } from '../context.js';
import type { SteadyClock } from '../steady-clock.js';
import type { View } from '../view.js';
import { GivingUp } from './giving-up.js';
import type { HeldLog } from './held-logs.js';
import { bytesInView, type Quota } from './quota.js';
import { sumOfRange } from './shown-sums.js';
import { storedCompact } from './tree-hashes.js';

/** A heartbeat as it comes from another node. */
export interface OfferedHeartbeat extends LogId {
  readonly checkpoint: string;
  readonly line: string;
}

/** Entries of one log as they come from another node. */
export interface OfferedRange extends LogId, EntryRange {}

/** A range as it is stored. */
export type VerifiedRange = Range | PrunedRange;

type IntakePorts = Pick<EnginePorts, 'store' | 'clock' | 'signatures' | 'sha256'>;

/** Verifies what is offered. */
export class Intake {
  readonly #ports: IntakePorts;
  readonly #view: View;
  readonly #quota: Quota;
  readonly #givingUp: GivingUp;

  constructor(ports: IntakePorts, view: View, quota: Quota, clock: SteadyClock | null) {
    this.#ports = ports;
    this.#view = view;
    this.#quota = quota;
    this.#givingUp = new GivingUp(ports, clock);
  }

  /**
   * The range as it is stored; null if it holds nothing new.
   * @throws ProtocolError RANGE_INVALID, RESUME_INVALID, CHECKPOINT_INVALID, LOG_FORKED,
   * LOG_FLOODED, RANGE_EARLY
   */
  async range(offered: OfferedRange, held: HeldLog | null): Promise<VerifiedRange | null> {
    const log: LogId = { space: offered.space, incarnation: offered.incarnation };
    this.#checkNotForked(log, rangeEnd(offered));
    if (offered.pruned && !isUseful(offered, held)) return null;
    const replica = { log, compact: await this.#startOf(offered, held) };
    const unsettled = extendReplica(
      replica,
      offered,
      this.#view.knownKeys(log),
      this.#ports.sha256,
    );
    if (unsettled === undefined) return null;
    const extension = await settleRange(this.#ports.signatures, unsettled);
    this.#checkAccepted(extension);
    if (held && extension.from < held.head.size) await this.#givingUp.check(extension, held.head);
    // An owner can append for ever, and most kinds of entries stay in memory.
    if (bytesInView(extension.entries) > 0) {
      this.#quota.check(log.space, secondsOf(this.#ports.clock));
    }
    if (extension.compact.size === extension.from) return null;
    return this.#toRange(extension, held, offered);
  }

  /** What a range continues: all that is held; of a pruned one, what is held up to its start. */
  async #startOf(
    { pruned, from, space, incarnation }: OfferedRange,
    held: HeldLog | null,
  ): Promise<CompactRange> {
    if (held === null) return EMPTY_COMPACT_RANGE;
    if (!pruned || from >= held.compact.size) return held.compact;
    const { store, sha256 } = this.#ports;
    return storedCompact(store, { space, incarnation }, from, sha256);
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

  /** FORK-12: a forked log that a resume has ended is filled up to the accepted root, or not. */
  #checkAccepted({ log, compact }: Extension): void {
    const accepted = this.#view.forks.commonOf(log) && this.#view.forks.acceptedOf(log);
    if (!accepted || compact.size < accepted.size) return;
    if (encodeBase64url(compactRoot(compact, this.#ports.sha256)) === accepted.root) return;
    throw new ProtocolError('LOG_FORKED', 'log: expected the history that a resume has accepted');
  }

  /** The range that stores an extension, with the head after it. */
  #toRange(extension: Extension, held: HeldLog | null, offered: OfferedRange): VerifiedRange {
    const { log, from, entries, gaps, compact, completed: subtrees, checkpoint } = extension;
    const { proof = [] } = offered;
    const head: LogHead = {
      ...log,
      size: compact.size,
      ...this.#prunedPart(held),
      range: encodeCompactRange(compact),
      checkpoint: checkpoint.note,
      checkpointSize: checkpoint.size,
      ...(checkpoint.size > compact.size && { proof: concatBytes(...proof) }),
      heartbeat: held?.head.heartbeat ?? null,
    };
    const cut = this.#view.cut(log);
    const stored = entries.map((placed) => toNewEntry(placed, cut));
    const sum = sumOfRange(offered);
    if (sum === null) return { from, entries: stored, subtrees, head };
    const placed = stored.map((entry, i) => ({ ...entry, index: entries[i]?.index ?? 0 }));
    const pruned = { pruned: compact.size, sum };
    return { from, entries: placed, gaps, subtrees, head: { ...head, ...pruned } };
  }

  /** What goes on being pruned of a log that grows; the sum is kept until the log holds it. */
  #prunedPart(held: HeldLog | null): Pick<LogHead, 'pruned' | 'sum'> {
    const { pruned, sum } = held?.head ?? {};
    if (held === null || pruned === undefined) return {};
    const isHeld = this.#view.prunings.of(held.head, pruned) !== null;
    return { pruned, ...(sum !== undefined && !isHeld && { sum }) };
  }

  /** The heartbeat, if it is later than the one held and holds; null otherwise. */
  async heartbeat(
    offered: OfferedHeartbeat,
    held: HeldLog | null,
    now: Seconds,
  ): Promise<StoredHeartbeat | null> {
    const witnessKey = this.#view.opening(offered)?.witnessKey;
    if (!held || !witnessKey || offered.line === held.head.heartbeat?.line) return null;
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

/** A pruned range brings something, and starts at the latest tile of which something is held. */
function isUseful(offered: OfferedRange, held: HeldLog | null): boolean {
  const size = held?.head.size ?? 0;
  return rangeEnd(offered) > size && offered.from >= size - (size % TILE_WIDTH);
}

function toNewEntry({ index, bytes, hash, entry }: PlacedEntry, cut: Cut | null): NewEntry {
  // A void that does not count is not to be indexed as one.
  const isIdle = entry.type === 'void' && !stands(entry, index, cut);
  return { bytes, leafHash: hash, entry: isIdle ? { type: 'unknown', named: 'void' } : entry };
}
