/**
 * The space's own log and the append discipline: (1) one transaction stores entry and signed
 * checkpoint, durably; (2) the head file, outside of the database and of its backups, is
 * overwritten and flushed; (3) the caller is answered.
 *
 * At start a database ahead of the head file rolls it forward (the crash was between 1 and 2). A
 * head file that is ahead or missing means that this is a restored or copied node: it appends
 * nothing until its peers have given back what it lost (`recovery.ts`).
 */

import {
  type CompactRange,
  checkpointToSign,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  encodeCheckpoint,
  encodeCompactRange,
  encodeEntry,
  encodeHeartbeat,
  encodeUtf8,
  equalBytes,
  growByLeaves,
  HEARTBEAT_AHEAD_SECONDS,
  heartbeatToSign,
  type KnownEntry,
  leafHash,
  parseBase64url,
  parseCheckpoint,
  parseEntry,
  parseUtf8,
  type Seconds,
} from '@covisa/protocol';
import type { AppendEffects, LogHead, NewEntry, Range } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { LogMode } from '../services.js';
import { recoveringReason, type Supersession, supersededReason } from './mode-reason.js';
import { RecentRoots } from './recent-roots.js';
import type { Replica } from './replica.js';
import { readSupersession, writeSupersession } from './supersession.js';
import { storedRoot } from './tree-hashes.js';

/** The log that this node alone may append to. */
export class OwnLog {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #roots = new RecentRoots();
  #mode: LogMode = 'recovering';
  /** The largest size of this log that anybody showed us, signed by our own key. */
  #largestSeen = 0;
  /** The size that the head file names, of this incarnation, where it is a restored node's. */
  #recorded = 0;
  #supersession: Supersession | null = null;

  constructor(context: Context, replica: Replica) {
    this.#context = context;
    this.#replica = replica;
  }

  get mode(): LogMode {
    return this.#mode;
  }

  /** What the owner has to know while the node may not append; null while it may. */
  get modeReason(): string | null {
    if (this.#mode === 'ready') return null;
    if (this.#supersession) return supersededReason(this.#supersession);
    return recoveringReason(this.size, this.#largestSeen);
  }

  get size(): number {
    return this.#replica.log(this.#context.identity.log)?.head.size ?? 0;
  }

  /**
   * Looks at the head file, and at what was seen of copies before, and decides whether this node
   * may append.
   */
  async open(): Promise<LogMode> {
    const recorded = await this.#context.ports.headFile.read();
    const before = await readSupersession(this.#context);
    if (before?.cause === 'forked') this.#supersede(before);
    // Whoever starts it again has stopped the other copy: it goes on when its peers have answered.
    else if (before !== null) this.#largestSeen = before.seen;
    else if (await this.#continues(recorded)) await this.release();
    return this.#mode;
  }

  /** From now on the node may append: what it holds is the head. */
  async release(): Promise<void> {
    const checkpoint = this.#replica.log(this.#context.identity.log)?.head.checkpoint;
    if (checkpoint) await this.#context.ports.headFile.write(encodeUtf8(checkpoint));
    // Word of a copy may have come meanwhile.
    if (this.#supersession !== null || !this.isCaughtUp) return;
    await writeSupersession(this.#context, null);
    if (this.#supersession === null && this.isCaughtUp) this.#mode = 'ready';
  }

  /**
   * Somebody showed `size` entries of this log, signed by our own key and more than we hold. A
   * restored node expects that, and catches up. A node that was sure of its head is a copy beside
   * which another one writes: were it to catch up and go on, the two would fork the log sooner or
   * later.
   */
  async outgrown(size: number): Promise<void> {
    this.#largestSeen = Math.max(this.#largestSeen, size);
    if (this.#mode === 'recovering') return;
    if (this.#supersession && this.#supersession.cause !== 'outgrown') return;
    const isNew = this.#supersession === null;
    const held = this.#supersession?.held ?? this.size;
    const supersession: Supersession = { held, seen: this.#largestSeen, cause: 'outgrown' };
    this.#supersede(supersession);
    if (!isNew) return;
    this.#warn('own-log-behind', supersession);
    await writeSupersession(this.#context, supersession);
  }

  /**
   * Somebody showed other entries of this log than ours, signed by our own key. Nothing that peers
   * hold can be caught up with: only the recovery key goes on from there.
   */
  async forked(size: number): Promise<void> {
    if (this.#supersession?.cause === 'forked') return;
    const supersession: Supersession = { held: this.size, seen: size, cause: 'forked' };
    this.#supersede(supersession);
    this.#warn('own-log-forked', supersession);
    await writeSupersession(this.#context, supersession);
  }

  #supersede(supersession: Supersession): void {
    this.#supersession = supersession;
    this.#mode = 'superseded';
  }

  /** The recovery key has started a later incarnation somewhere else: this one is over. */
  resumedElsewhere(): void {
    if (this.#supersession?.cause === 'resumed') return;
    this.#supersession = { held: this.size, seen: this.#largestSeen, cause: 'resumed' };
    this.#mode = 'superseded';
    this.#warn('own-log-resumed-elsewhere', this.#supersession);
  }

  #warn(event: string, { held, seen }: Supersession): void {
    this.#context.ports.logger.error(event, { held, peer: seen });
  }

  /** The largest size that anybody was seen to hold of this log. */
  get largestSeen(): number {
    return this.#largestSeen;
  }

  /** Whether the head file of a restored node names more than it holds. */
  get lacksOfHead(): boolean {
    return this.size < this.#recorded;
  }

  /** Whether all is held that anybody was seen to hold of this log. */
  get isCaughtUp(): boolean {
    return this.size >= this.#largestSeen;
  }

  /** @throws NodeError NOT_READY while the node may not append */
  checkReady(): void {
    if (this.#mode === 'ready') return;
    const isRecovering = this.#mode === 'recovering';
    const message = isRecovering
      ? 'log: this node was restored and still asks its peers for its lost entries'
      : 'log: another copy of this node has written to it';
    const remedy = isRecovering
      ? 'Wait until it has reached its peers; `covisa status` shows it.'
      : '`covisa status` says what to do.';
    throw new NodeError('NOT_READY', message, { remedy });
  }

  /**
   * Appends entries with what belongs to them; resolves, with the first one's index, when they are
   * durable. `effects` is given that index, so that a visit can name its stamp.
   * @throws NodeError NOT_READY while the node may not append
   */
  append(
    entries: readonly KnownEntry[],
    effects: (index: number) => AppendEffects = () => ({}),
  ): Promise<number> {
    return this.#replica.exclusively(async () => {
      this.checkReady();
      return this.#appendNow(
        entries.map((entry) => this.#toNewEntry(entry)),
        effects,
      );
    });
  }

  async #appendNow(
    entries: readonly NewEntry[],
    effects: (index: number) => AppendEffects,
  ): Promise<number> {
    const { ports } = this.#context;
    const range = await this.#rangeOf(entries);
    await ports.store.appendOwn(range, effects(range.from));
    this.#replica.follow(range);
    this.#noteRoot(range);
    await ports.headFile.write(encodeUtf8(range.head.checkpoint ?? ''));
    return range.from;
  }

  /** The range by which entries follow on what is held, under a checkpoint of exactly that size. */
  async #rangeOf(entries: readonly NewEntry[]): Promise<Range> {
    const { identity, ports } = this.#context;
    const { log } = identity;
    const held = this.#replica.log(log);
    const before = held?.compact ?? EMPTY_COMPACT_RANGE;
    const hashes = entries.map((entry) => entry.leafHash);
    const { compact, completed } = growByLeaves(before, hashes, ports.sha256);
    const head: LogHead = {
      ...{ space: log.space, incarnation: log.incarnation, size: compact.size },
      ...(held?.head.pruned !== undefined && { pruned: held.head.pruned }),
      ...(held?.head.sum !== undefined && { sum: held.head.sum }),
      range: encodeCompactRange(compact),
      checkpoint: await this.#sign(compact),
      checkpointSize: compact.size,
      heartbeat: held?.head.heartbeat ?? null,
    };
    return { from: before.size, entries, subtrees: completed, head };
  }

  /** Signs a heartbeat over the latest checkpoint, dated `time`. */
  async beat(time: Seconds): Promise<void> {
    const { identity, ports } = this.#context;
    const held = this.#replica.log(identity.log);
    const checkpoint = held?.head.checkpoint;
    if (!held || !checkpoint || this.#mode !== 'ready') return;
    const latest = held.head.heartbeat?.time ?? -1;
    // A clock that was ahead has dated it. Peers hold it back, and would hear of none until then.
    if (latest > time + HEARTBEAT_AHEAD_SECONDS)
      await this.#replica.withdrawHeartbeat(identity.log);
    else if (time <= latest) return;
    const { text } = parseCheckpoint(checkpoint);
    const signature = await ports.signatures.sign(
      identity.keys.witness,
      heartbeatToSign(time, text),
    );
    const line = encodeHeartbeat(identity.log, identity.public.witness, time, signature);
    await this.#replica.storeHeartbeats([
      { ...identity.log, heartbeat: { time, line, checkpoint } },
    ]);
  }

  #sign(compact: CompactRange): Promise<string> {
    return this.#signClaims(compact.size, compactRoot(compact, this.#context.ports.sha256));
  }

  async #signClaims(size: number, root: Uint8Array): Promise<string> {
    const { identity, ports } = this.#context;
    const claims = { log: identity.log, size, root };
    const signature = await ports.signatures.sign(identity.keys.log, checkpointToSign(claims));
    return encodeCheckpoint(claims, identity.public.log, signature);
  }

  /**
   * A checkpoint note of an earlier size of this log, which lets its first entries be shown by
   * themselves. It says nothing that the latest one does not imply, so it is no fork.
   */
  async checkpointAt(size: number): Promise<string> {
    return this.#signClaims(size, await this.rootAt(size));
  }

  #toNewEntry(entry: KnownEntry): NewEntry {
    const bytes = encodeEntry(entry);
    return {
      bytes,
      leafHash: leafHash(bytes, this.#context.ports.sha256),
      entry: parseEntry(bytes),
    };
  }

  /** Whether the database continues the recorded head: the same log, at least as long. */
  async #continues(recorded: Uint8Array | null): Promise<boolean> {
    if (recorded === null) return this.size === 0;
    const { log, root, size } = parseCheckpoint(parseUtf8(recorded));
    // After a resume the head file still names the log before, until the first append to this one.
    if (log.incarnation < this.#context.identity.log.incarnation) return true;
    if (size > this.size) {
      this.#recorded = size;
      return false;
    }
    return equalBytes(root, await this.rootAt(size));
  }

  /** The root (32 bytes) of the first `size` entries, which are held. */
  async rootAt(size: number): Promise<Uint8Array> {
    const { ports, identity } = this.#context;
    const known = this.#roots.at(size, this.size);
    return known ?? storedRoot(ports.store, identity.log, size, ports.sha256);
  }

  #noteRoot({ from, head: { space, incarnation, size } }: Range): void {
    const root = this.#replica.log({ space, incarnation })?.root;
    if (root !== undefined) this.#roots.note(from, size, parseBase64url(root));
  }
}
