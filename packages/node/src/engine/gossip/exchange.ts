/**
 * One side of a sync, the same for who calls and who answers: what is told of the own frontier,
 * what is sent for what was asked, and what is taken from a message. The phases are those of the
 * protocol's `sync/message.ts`.
 */

import {
  APPLICANT_ENTRIES_MAX,
  checkpointCheck,
  dayOf,
  type ExchangePlan,
  encodeBase64url,
  entryRangeOf,
  equalBytes,
  FrontierDigest,
  type FrontierLine,
  fillRanges,
  logKeyOf,
  type ProgrammeId,
  ProtocolError,
  parseCheckpoint,
  planExchange,
  type RangeOffer,
  type SpaceId,
  SYNC_HEARTBEATS_MAX,
  type SyncHeader,
  type SyncHeartbeat,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import type { LogId, StoredEntry } from '@covisa/store';
import type { Context } from '../context.js';
import type { OwnLog } from '../log/own-log.js';
import type { HeldLog, Ingested, OfferedRange, Replica } from '../log/replica.js';
import { storedConsistencyProof } from '../log/tree-hashes.js';
import type { Membership } from './membership.js';

/** Bytes of entries in one message: well below SYNC_BYTES_MAX, so that slow links see progress. */
const MESSAGE_BYTES = 2 * 1024 * 1024;
const MESSAGE_ENTRIES = 8192;

/** Ranges for a message, and their lines. */
export interface Filled {
  readonly ranges: readonly SyncRange[];
  readonly lines: readonly (readonly Uint8Array[])[];
  readonly heartbeats: readonly SyncHeartbeat[];
}

/** A digest with the membership and the change up to which it is valid. */
interface KeptDigest {
  readonly revision: number;
  readonly digest: FrontierDigest;
  sequence: number;
}

/** How far this node holds a log, as a frontier line. */
export function lineOf(held: HeldLog): FrontierLine {
  const { space, incarnation, size, heartbeat } = held.head;
  return { space, incarnation, size, root: held.root, day: heartbeat ? dayOf(heartbeat.time) : 0 };
}

/** What both sides of a sync do. */
export class Exchange {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #ownLog: OwnLog;
  readonly #membership: Membership;
  readonly #digests = new Map<ProgrammeId, KeptDigest>();

  constructor(context: Context, replica: Replica, ownLog: OwnLog, membership: Membership) {
    this.#context = context;
    this.#replica = replica;
    this.#ownLog = ownLog;
    this.#membership = membership;
  }

  /** The digests of these programmes. */
  digests(programmes: readonly ProgrammeId[]): SyncHeader['digests'] {
    return programmes.map((programme) => ({ programme, digest: this.#digest(programme) }));
  }

  #digest(programme: ProgrammeId): string {
    const spaces = this.#membership.spacesOf(programme);
    const { revision } = this.#membership;
    const sequence = this.#replica.sequence;
    let kept = this.#digests.get(programme);
    if (kept?.revision !== revision) {
      const digest = new FrontierDigest([], this.#context.ports.sha256);
      kept = { revision, digest, sequence: -1 };
      this.#digests.set(programme, kept);
    }
    for (const held of this.#replica.logs()) {
      if (held.sequence > kept.sequence && spaces.has(held.head.space))
        kept.digest.set(lineOf(held));
    }
    kept.sequence = sequence;
    return kept.digest.digest();
  }

  /** The frontier of these programmes: the lines that changed after `since`, or all. */
  frontier(programmes: readonly ProgrammeId[], since = -1): readonly FrontierLine[] {
    const lines: FrontierLine[] = [];
    for (const held of this.#replica.logs()) {
      if (held.sequence <= since) continue;
      if (this.#isIn(programmes, held.head.space)) lines.push(lineOf(held));
    }
    return lines;
  }

  #isIn(programmes: readonly ProgrammeId[], space: SpaceId): boolean {
    return programmes.some((programme) => this.#membership.spacesOf(programme).has(space));
  }

  /**
   * What to want from `peer` and what to push to it. Wanted is only what this node keeps; and a
   * peer's own log is sent to it only if it asks, since only a restored node takes it.
   */
  plan(
    peer: SpaceId,
    programmes: readonly ProgrammeId[],
    theirs: readonly FrontierLine[],
    full: boolean,
  ): ExchangePlan {
    const plan = planExchange(this.frontier(programmes), theirs, full);
    return {
      ...plan,
      wants: plan.wants.filter((want) => this.#keeps(want, want.from + 1, peer)),
      pushes: plan.pushes.filter((push) => push.space !== peer),
    };
  }

  /**
   * The largest checkpoint that is held of a space's own log: what tells a restored node that it
   * lost something.
   */
  echo(space: SpaceId): { readonly echo?: string } {
    const checkpoint = this.#replica.latest(space)?.head.checkpoint;
    return checkpoint ? { echo: checkpoint } : {};
  }

  /**
   * Our own latest heartbeat, if it is over the checkpoint that the peer holds when the digests are
   * equal.
   */
  beat(): { readonly beat?: string } {
    const head = this.#replica.log(this.#context.identity.log)?.head;
    if (!head?.heartbeat || head.heartbeat.checkpoint !== head.checkpoint) return {};
    return { beat: head.heartbeat.line };
  }

  /**
   * What answers these wants, under the caps of one message. Wants of other programmes' logs are
   * passed over.
   */
  async fill(
    wants: readonly SyncWant[],
    programmes: readonly ProgrammeId[],
    heartbeatsOnly: readonly LogId[] = [],
  ): Promise<Filled> {
    const asked = wants.filter((one) => this.#isIn(programmes, one.space));
    const offers = await this.#offers(asked);
    const byLog = new Map(offers.map((offer) => [logKeyOf(offer), offer]));
    const filled = fillRanges(offers, { bytes: MESSAGE_BYTES, entries: MESSAGE_ENTRIES });
    const ranges: SyncRange[] = [];
    const lines: Uint8Array[][] = [];
    for (const { space, incarnation, from, count, complete } of filled) {
      const offer = byLog.get(logKeyOf({ space, incarnation }));
      if (!offer) continue;
      ranges.push(await this.#rangeOf(offer, from, count, complete));
      lines.push(offer.entries.slice(0, count).map((entry) => entry.bytes));
    }
    return { ranges, lines, heartbeats: this.#heartbeats([...asked, ...heartbeatsOnly]) };
  }

  /**
   * Reads what could be sent, the logs with the fewest entries first, until the bytes of a message
   * are read.
   */
  async #offers(
    wants: readonly SyncWant[],
  ): Promise<readonly (RangeOffer & { checkpoint: string; entries: readonly StoredEntry[] })[]> {
    const offers: (RangeOffer & { checkpoint: string; entries: readonly StoredEntry[] })[] = [];
    const missing = (one: SyncWant) => (this.#replica.log(one)?.head.size ?? 0) - one.from;
    let room = MESSAGE_BYTES;
    for (const one of [...wants].sort((a, b) => missing(a) - missing(b))) {
      const head = this.#replica.log(one)?.head;
      // A log that is being caught up with has a checkpoint beyond its entries, and no proof from
      // one to the other.
      if (!head?.checkpoint || head.checkpointSize !== head.size || head.size <= one.from) continue;
      if (room <= 0) break;
      const log = { space: one.space, incarnation: one.incarnation };
      const entries = await this.#context.ports.store.entries(log, one.from, MESSAGE_ENTRIES, room);
      const lengths = entries.map((entry) => entry.bytes.length);
      room -= lengths.reduce((sum, length) => sum + length, 0);
      offers.push({
        ...log,
        from: one.from,
        size: head.size,
        lengths,
        checkpoint: head.checkpoint,
        entries,
      });
    }
    return offers;
  }

  async #rangeOf(
    offer: RangeOffer & { readonly checkpoint: string },
    from: number,
    count: number,
    complete: boolean,
  ): Promise<SyncRange> {
    const { space, incarnation, size, checkpoint } = offer;
    const range = { space, incarnation, from, count, checkpoint };
    if (complete) return range;
    const { store, sha256 } = this.#context.ports;
    const proof = await storedConsistencyProof(
      store,
      { space, incarnation },
      from + count,
      size,
      sha256,
    );
    return { ...range, proof: proof.map(encodeBase64url) };
  }

  #heartbeats(logs: readonly LogId[]): readonly SyncHeartbeat[] {
    const heartbeats = logs.flatMap(({ space, incarnation }) => {
      const heartbeat = this.#replica.log({ space, incarnation })?.head.heartbeat;
      if (!heartbeat) return [];
      return [{ space, incarnation, checkpoint: heartbeat.checkpoint, line: heartbeat.line }];
    });
    // More are wanted again in the next message.
    return heartbeats.slice(0, SYNC_HEARTBEATS_MAX);
  }

  /** Takes what a message of `peer` brings: entries, heartbeats, and word of our own log. */
  async take(peer: SpaceId, message: SyncMessage): Promise<Ingested> {
    const { header, lines } = message;
    if (header.echo !== undefined) await this.#listen(header.echo);
    const ranges = (header.ranges ?? []).map((range, i) => ({
      space: range.space,
      incarnation: range.incarnation,
      ...entryRangeOf(range, lines[i] ?? []),
    }));
    const ingested = await this.#replica.exclusively(() =>
      this.#replica.ingest(
        distinct(
          ranges.filter((range) => this.#keeps(range, range.from + range.lines.length, peer)),
        ),
      ),
    );
    await this.#replica.ingestHeartbeats(header.heartbeats ?? [], this.#context.now());
    if (header.beat !== undefined) await this.#takeBeat(peer, header.beat);
    return ingested;
  }

  /**
   * Whether this node keeps a log up to a size: logs of its programmes; its own only while it
   * recovers.
   */
  #keeps({ space }: LogId, size: number, peer: SpaceId): boolean {
    if (space === this.#context.identity.space) return this.#ownLog.mode === 'recovering';
    switch (this.#membership.keeping(space, peer)) {
      case 'whole':
        return true;
      case 'opening':
        return size <= APPLICANT_ENTRIES_MAX;
      case 'nothing':
        return false;
    }
  }

  async #takeBeat(peer: SpaceId, line: string): Promise<void> {
    const head = this.#replica.latest(peer)?.head;
    if (!head?.checkpoint) return;
    const { space, incarnation, checkpoint } = head;
    await this.#replica.ingestHeartbeats(
      [{ space, incarnation, checkpoint, line }],
      this.#context.now(),
    );
  }

  /**
   * LOG-9: a peer that holds more of our own log, signed by our own key, tells us that we are a
   * copy.
   */
  async #listen(echo: string): Promise<void> {
    const { identity, ports } = this.#context;
    const held = this.#replica.log(identity.log);
    if (!held) return;
    try {
      const checkpoint = parseCheckpoint(echo);
      if (checkpoint.log.space !== identity.space) return;
      const isAhead = checkpoint.size > held.head.size;
      if (!isAhead && equalBytes(checkpoint.root, await this.#ownLog.rootAt(checkpoint.size)))
        return;
      if (!(await ports.signatures.verify(checkpointCheck(checkpoint, identity.public.log))))
        return;
      if (this.#ownLog.mode === 'ready') {
        ports.logger.error('own-log-behind', { held: held.head.size, peer: checkpoint.size });
      }
      // Another root at a size that we reached is a fork: nothing that peers hold can be caught up
      // with, and only a resume (design 4.1), which comes with the recovery key's other uses, goes
      // on from there.
      this.#ownLog.suspend(isAhead ? checkpoint.size : Number.POSITIVE_INFINITY);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      ports.logger.warn('echo-invalid', { code: error.code });
    }
  }
}

/**
 * The first range of each log: two of one log in one message would not both fit on what is held.
 */
function distinct(ranges: readonly OfferedRange[]): readonly OfferedRange[] {
  const seen = new Set<string>();
  return ranges.filter((range) => {
    const key = logKeyOf(range);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
