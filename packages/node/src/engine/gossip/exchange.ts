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
  entryRangeOf,
  equalBytes,
  FrontierDigest,
  type FrontierLine,
  logKeyOf,
  type ProgrammeId,
  ProtocolError,
  parseCheckpoint,
  planExchange,
  type SpaceId,
  type SyncHeader,
  type SyncMessage,
  type SyncWant,
} from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import type { Context } from '../context.js';
import type { OfferedRange } from '../log/intake.js';
import type { OwnLog } from '../log/own-log.js';
import type { HeldLog, Ingested, Replica } from '../log/replica.js';
import { type Filled, Filling } from './filling.js';
import type { Membership } from './membership.js';
import type { Witness } from './witness.js';

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

interface Parts {
  readonly replica: Replica;
  readonly ownLog: OwnLog;
  readonly membership: Membership;
  readonly witness: Witness;
}

/** What both sides of a sync do. */
export class Exchange {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #ownLog: OwnLog;
  readonly #membership: Membership;
  readonly #witness: Witness;
  readonly #filling: Filling;
  readonly #digests = new Map<ProgrammeId, KeptDigest>();

  constructor(context: Context, parts: Parts) {
    const { replica, ownLog, membership, witness } = parts;
    this.#context = context;
    this.#replica = replica;
    this.#ownLog = ownLog;
    this.#membership = membership;
    this.#witness = witness;
    this.#filling = new Filling(context.ports, replica);
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
    // Which of us was shown a fork, and the proof of it, come with the fork proofs (design 4.2).
    for (const { space } of plan.disagreements) {
      this.#context.ports.logger.error('log-differs', { space, peer });
    }
    return {
      ...plan,
      wants: plan.wants.filter(
        (want) => this.#keeps(want, want.from + 1, peer) && this.#isReadable(want),
      ),
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

  /** Our cosignature over that checkpoint, once. */
  async cosignature(space: SpaceId): Promise<Pick<SyncHeader, 'cosignature'>> {
    const head = this.#replica.latest(space)?.head;
    const cosignature = head ? await this.#witness.tell(head) : null;
    return cosignature === null ? {} : { cosignature };
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
  fill(
    wants: readonly SyncWant[],
    programmes: readonly ProgrammeId[],
    heartbeatsOnly: readonly LogId[] = [],
  ): Promise<Filled> {
    const asked = wants.filter((one) => this.#isIn(programmes, one.space));
    return this.#filling.fill(asked, heartbeatsOnly);
  }

  /** Takes what a message of `peer` brings: entries, heartbeats, and word of our own log. */
  async take(peer: SpaceId, message: SyncMessage): Promise<Ingested> {
    const { header, lines } = message;
    if (header.echo !== undefined) await this.#listen(header.echo);
    if (header.cosignature !== undefined) await this.#witness.take(peer, header.cosignature);
    const ranges = (header.ranges ?? []).map((range, i) => ({
      space: range.space,
      incarnation: range.incarnation,
      ...entryRangeOf(range, lines[i] ?? []),
    }));
    const kept = ranges.filter((range) =>
      this.#keeps(range, range.from + range.lines.length, peer),
    );
    const ingested = await this.#ingest(distinct(kept));
    this.#noteFork(ingested);
    this.#noteResume();
    await this.#replica.ingestHeartbeats(header.heartbeats ?? [], this.#context.now());
    if (header.beat !== undefined) await this.#takeBeat(peer, header.beat);
    return ingested;
  }

  /** What starts a later incarnation can be read only where the one before is held. */
  #isReadable({ space, incarnation }: LogId): boolean {
    return incarnation === 0 || this.#replica.log({ space, incarnation: incarnation - 1 }) !== null;
  }

  /** Takes earlier incarnations before later ones. */
  async #ingest(ranges: readonly OfferedRange[]): Promise<Ingested> {
    let whole: Ingested = { entries: 0, problems: [] };
    for (const incarnation of [...new Set(ranges.map((one) => one.incarnation))].toSorted(
      (a, b) => a - b,
    )) {
      const some = ranges.filter((one) => one.incarnation === incarnation);
      const { entries, problems } = await this.#replica.exclusively(() =>
        this.#replica.ingest(some),
      );
      whole = { entries: whole.entries + entries, problems: [...whole.problems, ...problems] };
    }
    return whole;
  }

  /**
   * Whether this node keeps a log up to a size: logs of its programmes; of its own only while it
   * may not append, or a later incarnation.
   */
  #keeps({ space, incarnation }: LogId, size: number, peer: SpaceId): boolean {
    const own = this.#context.identity.log;
    if (space === own.space) return this.#ownLog.mode !== 'ready' || incarnation > own.incarnation;
    switch (this.#membership.keeping(space, peer)) {
      case 'whole':
        return true;
      case 'opening':
        return size <= APPLICANT_ENTRIES_MAX;
      case 'nothing':
        return false;
    }
  }

  /**
   * What was written beside us does not continue what we hold. This is a peer's word, which may
   * send what it likes with a checkpoint of ours: it only says more of a node that was found to be
   * a copy.
   */
  #noteFork({ problems }: Ingested): void {
    const { space } = this.#context.identity;
    const isOurs = problems.some((one) => one.space === space);
    if (isOurs && this.#ownLog.mode === 'superseded') this.#ownLog.forked(this.#ownLog.largestSeen);
  }

  #noteResume(): void {
    const { space, incarnation } = this.#context.identity.log;
    const latest = this.#replica.latest(space)?.head.incarnation ?? incarnation;
    if (latest > incarnation) this.#ownLog.resumedElsewhere();
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
      // A peer that has not heard of our resume yet shows the log before.
      if (logKeyOf(checkpoint.log) !== logKeyOf(identity.log)) return;
      const isAhead = checkpoint.size > held.head.size;
      if (!isAhead && equalBytes(checkpoint.root, await this.#ownLog.rootAt(checkpoint.size)))
        return;
      if (!(await ports.signatures.verify(checkpointCheck(checkpoint, identity.public.log))))
        return;
      // Another root at a size that we reached is a fork.
      if (isAhead) this.#ownLog.outgrown(checkpoint.size);
      else this.#ownLog.forked(checkpoint.size);
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
