/**
 * The logs that this node holds, its own among them: their heads in memory, and how they grow.
 * Whatever comes from another node passes through `ingest`, which believes only what hashes to a
 * signed checkpoint.
 */

import { ProtocolError, type Seconds, type SpaceId } from '@covisa/protocol';
import {
  isPrunedRange,
  type LogId,
  type NewStray,
  type Pruning,
  prunedHead,
  type Range,
  type StoredHeartbeat,
} from '@covisa/store';
import { type EnginePorts, secondsOf } from '../context.js';
import { type FrozenLog, storedFork } from '../forks/fork-book.js';
import { Shelves } from '../forks/shelves.js';
import { Mutex } from '../mutex.js';
import type { SteadyClock } from '../steady-clock.js';
import type { View } from '../view.js';
import { FrontierLines } from './frontier-lines.js';
import { type HeldLog, HeldLogs, heldAgain, heldLogOf } from './held-logs.js';
import { Intake, type OfferedHeartbeat, type OfferedRange, type VerifiedRange } from './intake.js';
import { bytesInView, Quota } from './quota.js';
import { StampNews } from './stamp-news.js';

/** A range that was dropped. */
export interface RangeProblem extends LogId {
  readonly error: ProtocolError;
}

/** What came of offered ranges. */
export interface Ingested {
  /** By how many entries logs have grown. */
  readonly entries: number;
  readonly problems: readonly RangeProblem[];
}

/** All held logs. */
export class Replica {
  readonly #ports: EnginePorts;
  readonly #view: View;
  readonly #logs = new HeldLogs();
  readonly #writer = new Mutex();
  readonly #quota: Quota;
  readonly #intake: Intake;
  readonly #shelves: Shelves;
  /** What this node tells others that it holds. */
  readonly lines = new FrontierLines();
  readonly news = new StampNews();
  #changed: (log: LogId) => void = () => undefined;

  constructor(ports: EnginePorts, view: View, clock: SteadyClock | null = null) {
    this.#ports = ports;
    this.#view = view;
    this.#quota = new Quota((space) => view.space(space)?.bytes ?? 0);
    this.#intake = new Intake(ports, view, this.#quota, clock);
    this.#shelves = new Shelves(ports.sha256);
  }

  async load(): Promise<void> {
    for (const head of await this.#ports.store.heads()) this.#set(heldLogOf(head, this.#ports));
    for (const line of await this.#shelves.load(this.#ports.store)) this.lines.set(line);
    for (const { log, common } of this.#view.forks.all()) if (common === 0) this.lines.setVoid(log);
  }

  /** Who is told after each change of a log. */
  onChange(listener: (log: LogId) => void): void {
    this.#changed = listener;
  }

  logs(): Iterable<HeldLog> {
    return this.#logs.values();
  }

  /** The time of the latest heartbeat of each space, as of now: it follows what is held. */
  get heartbeats(): ReadonlyMap<SpaceId, Seconds> {
    return this.#logs.heartbeats;
  }

  log(log: LogId): HeldLog | null {
    return this.#logs.get(log);
  }

  /** The incarnations of a space that are held: none is without those before it. */
  *incarnationsOf(space: SpaceId): Generator<number> {
    for (let incarnation = 0; this.log({ space, incarnation }) !== null; incarnation++) {
      yield incarnation;
    }
  }

  /** The latest incarnation of a space's log that is held. */
  latest(space: SpaceId): HeldLog | null {
    return this.#logs.latest(space);
  }

  /** Runs work that changes logs, one piece at a time. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer.run(work);
  }

  /**
   * Verifies ranges of different logs and stores those that hold in one transaction; the others are
   * told with their error. Call it within `exclusively`.
   */
  async ingest(offered: readonly OfferedRange[]): Promise<Ingested> {
    const ranges: VerifiedRange[] = [];
    const problems: RangeProblem[] = [];
    for (const one of offered) {
      try {
        const range = await this.#intake.range(one, this.log(one));
        if (range) ranges.push(range);
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        problems.push({ space: one.space, incarnation: one.incarnation, error });
      }
    }
    const before = new Map(ranges.map(({ head }) => [head, this.log(head)?.head.size ?? 0]));
    if (ranges.length > 0) await this.#ports.store.ingestRanges(ranges);
    // Before the view follows: what it holds of a space that has no balance yet is taken off.
    const now = secondsOf(this.#ports.clock);
    for (const { head, entries } of ranges)
      this.#quota.spend(head.space, bytesInView(entries), now);
    await this.#followAll(ranges);
    const growth = ranges.map(({ head }) => head.size - (before.get(head) ?? 0));
    return { entries: growth.reduce((sum, one) => sum + one, 0), problems };
  }

  /**
   * Stores that a log forked, with what becomes of it: `head` is the log from now on, and stands in
   * place of the one held; `dropped` logs are forgotten; `strays` are what stands beyond. Call it
   * within `exclusively`.
   */
  async freeze({ fork, head, dropped, strays, stale = [] }: FrozenLog): Promise<void> {
    const { log } = fork;
    const added = this.#shelves.changes(strays);
    const changes = { ...added, drop: [...added.drop, ...stale] };
    const { store } = this.#ports;
    await store.freezeLog({ fork: storedFork(fork), head, dropped, strays: changes });
    this.news.turn();
    this.#view.forks.note(fork);
    for (const one of dropped) {
      this.#logs.delete(one);
      this.#shelves.forget(one);
      this.lines.remove(one);
    }
    if (head !== null) this.#set(heldLogOf(head, this.#ports));
    if (fork.common === 0) this.lines.setVoid(log);
    this.lines.setShelves(this.#shelves.follow(changes));
    await this.#view.reload(log.space, store);
    this.#changed(log);
  }

  /**
   * Stores strays, each of them with its evidence checked; gives how many were new. Call it within
   * `exclusively`.
   */
  async takeStrays(strays: readonly NewStray[]): Promise<number> {
    const changes = this.#shelves.changes(strays);
    if (changes.add.length === 0) return 0;
    await this.#ports.store.changeStrays(changes);
    this.news.turn();
    this.lines.setShelves(this.#shelves.follow(changes));
    for (const space of new Set(changes.add.map((one) => one.space))) {
      await this.#view.reload(space, this.#ports.store);
      this.#changed({ space, incarnation: 0 });
    }
    return changes.add.length;
  }

  /**
   * Forgets what a log's owner has summed up as passing, and keeps the hashes. Call it within
   * `exclusively`.
   */
  async prune(pruning: Pruning): Promise<void> {
    const held = this.log(pruning);
    if (held === null) return;
    await this.#ports.store.pruneLog(pruning);
    this.news.turn();
    this.#logs.set({ ...held, head: prunedHead(held.head, pruning.before) });
  }

  /** Takes over ranges that are stored, and of spaces that were resumed what that changes. */
  async #followAll(ranges: readonly VerifiedRange[]): Promise<void> {
    const resumed = new Set<SpaceId>();
    for (const range of ranges) {
      if (isPrunedRange(range) || this.#view.isOutOfOrder(range.head, range.entries)) {
        resumed.add(range.head.space);
        this.#set(heldLogOf(range.head, this.#ports));
      } else this.follow(range);
    }
    for (const space of resumed) {
      await this.#view.reload(space, this.#ports.store);
      for (const incarnation of this.incarnationsOf(space)) {
        const cut = this.#view.cut({ space, incarnation });
        if (cut) await this.#ports.store.disregardVoids({ space, incarnation }, cut.size);
      }
      this.news.turn();
      this.#changed({ space, incarnation: 0 });
    }
  }

  /**
   * Forgets these spaces: all incarnations of their logs. What they showed can be shown again. Call
   * it within `exclusively`.
   */
  async drop(spaces: ReadonlySet<SpaceId>): Promise<void> {
    const dropped = [...this.#logs.values()].filter(({ head }) => spaces.has(head.space));
    if (dropped.length === 0) return;
    // Gone from here first: a heartbeat that comes meanwhile then finds no log to be stored with.
    for (const { head } of dropped) this.#logs.delete(head);
    const logs = dropped.map(({ head: { space, incarnation } }) => ({ space, incarnation }));
    const shelves = [...spaces].flatMap((space) => this.#shelves.ofSpace(space));
    try {
      await this.#ports.store.dropLogs([...logs, ...shelves]);
      this.news.turn();
    } catch (error) {
      for (const held of dropped) this.#logs.set(held);
      throw error;
    }
    for (const shelf of shelves) this.#shelves.forget(shelf);
    for (const log of [...logs, ...shelves]) this.lines.remove(log);
    for (const space of spaces) {
      this.#view.forget(space);
      this.#view.forks.forget(space);
      this.#quota.forget(space);
    }
  }

  /** Takes over what a log became by a range that is stored. */
  follow(range: Range): void {
    const { head } = range;
    this.news.take(range.entries);
    // A later heartbeat may have come in while the range was being made.
    const held = this.log(head)?.head.heartbeat ?? null;
    const isHeldLater = held !== null && held.time > (head.heartbeat?.time ?? -1);
    this.#set(heldLogOf(isHeldLater ? { ...head, heartbeat: held } : head, this.#ports));
    for (const [i, { bytes, entry }] of range.entries.entries()) {
      this.#view.apply(head, range.from + i, bytes, entry);
    }
    this.#changed(head);
  }

  /**
   * Verifies and stores heartbeats that are later than those held; others are passed over, since a
   * heartbeat that cannot be used yet is offered again. Returns how many were new.
   */
  async ingestHeartbeats(offered: readonly OfferedHeartbeat[], now: Seconds): Promise<number> {
    const later: (LogId & { heartbeat: StoredHeartbeat })[] = [];
    for (const one of offered) {
      const heartbeat = await this.#intake.heartbeat(one, this.log(one), now);
      if (heartbeat) later.push({ space: one.space, incarnation: one.incarnation, heartbeat });
    }
    await this.storeHeartbeats(later);
    return later.length;
  }

  /** Stores verified heartbeats. */
  storeHeartbeats(later: readonly (LogId & { heartbeat: StoredHeartbeat })[]): Promise<void> {
    return this.exclusively(() => this.#storeHeartbeats(later));
  }

  async #storeHeartbeats(
    later: readonly (LogId & { heartbeat: StoredHeartbeat })[],
  ): Promise<void> {
    // A log may have been dropped or cut, or told of by another, while a heartbeat was verified.
    const held = later.filter((one) => {
      const time = this.log(one)?.head.heartbeat?.time ?? -1;
      const isForked = this.#view.forks.commonOf(one) !== null;
      return this.log(one) !== null && !isForked && one.heartbeat.time > time;
    });
    if (held.length === 0) return;
    await this.#ports.store.putHeartbeats(held);
    for (const { heartbeat, ...log } of held) {
      const held = this.log(log);
      if (held) this.#set(heldAgain(held, { ...held.head, heartbeat }, this.#ports));
    }
  }

  /** Forgets the heartbeat of a log. */
  withdrawHeartbeat(log: LogId): Promise<void> {
    return this.exclusively(async () => {
      const held = this.log(log);
      if (!held) return;
      await this.#ports.store.withdrawHeartbeat(log);
      this.#set(heldAgain(held, { ...held.head, heartbeat: null }, this.#ports));
    });
  }

  #set(held: HeldLog): void {
    this.#logs.set(held);
    const { head, line } = held;
    const common = this.#view.forks.commonOf(head);
    if (!this.#view.forks.isVoid(head)) this.lines.setLog(line, common);
  }
}
