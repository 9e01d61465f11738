/**
 * One side of a sync, the same for who calls and who answers: what is told of the own frontier,
 * what is sent for what was asked, and what is taken from a message. The phases are those of the
 * protocol's `sync/message.ts`.
 */

import {
  type ExchangePlan,
  encodeBase64url,
  entryRangeOf,
  type ForkProof,
  type FrontierLine,
  isShelf,
  logKeyOf,
  type ProgrammeId,
  ProtocolError,
  planExchange,
  rangeEnd,
  type SpaceId,
  type SyncHeader,
  type SyncMessage,
  type SyncWant,
} from '@covisa/protocol';
import type { LogHead } from '@covisa/store';
import type { Context } from '../context.js';
import type { Forks } from '../forks/forks.js';
import { offeredStrays } from '../forks/stray-filling.js';
import type { OfferedRange } from '../log/intake.js';
import type { OwnLog } from '../log/own-log.js';
import type { Ingested, Replica } from '../log/replica.js';
import { knowsRoot, storedRoot } from '../log/tree-hashes.js';
import { Digests } from './digests.js';
import type { Filled, Filling } from './filling.js';
import { LogKeeping } from './log-keeping.js';
import type { Membership } from './membership.js';
import type { OwnLogWatch } from './own-log-watch.js';
import { toldFrontier, toldLines } from './told-frontier.js';
import type { Witness } from './witness.js';

interface Parts {
  readonly replica: Replica;
  readonly ownLog: OwnLog;
  readonly membership: Membership;
  readonly witness: Witness;
  readonly forks: Forks;
  readonly filling: Filling;
  readonly watch: OwnLogWatch;
}

/** What both sides of a sync do. */
export class Exchange {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #membership: Membership;
  readonly #witness: Witness;
  readonly #forks: Forks;
  readonly #keeping: LogKeeping;
  readonly #watch: OwnLogWatch;
  readonly #filling: Filling;
  readonly #digests: Digests;

  constructor(context: Context, parts: Parts) {
    const { replica, ownLog, membership, witness, forks, filling, watch } = parts;
    this.#context = context;
    this.#replica = replica;
    this.#membership = membership;
    this.#witness = witness;
    this.#forks = forks;
    this.#keeping = new LogKeeping(context, { replica, ownLog, membership, forks });
    this.#watch = watch;
    this.#digests = new Digests(context, replica, membership);
    this.#filling = filling;
  }

  /** The digests of these programmes. */
  digests(programmes: readonly ProgrammeId[]): Promise<SyncHeader['digests']> {
    return this.#digests.of(programmes);
  }

  /** The lines of these programmes that changed after `since`, as many as a message takes. */
  frontier(programmes: readonly ProgrammeId[], since = -1): readonly FrontierLine[] {
    return toldLines(this.#lines(programmes, since), this.#context.ports.random);
  }

  /** The whole frontier of these programmes, as far as a message takes it. */
  wholeFrontier(programmes: readonly ProgrammeId[]): Pick<SyncHeader, 'frontier' | 'full'> {
    return toldFrontier(this.#lines(programmes), this.#context.ports.random);
  }

  #lines(programmes: readonly ProgrammeId[], since = -1): readonly FrontierLine[] {
    const lines: FrontierLine[] = [];
    for (const { line } of this.#replica.lines.since(since)) {
      if (this.#isIn(programmes, line.space)) lines.push(line);
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
    const plan = planExchange(this.#held(programmes, theirs), theirs, full, (want) =>
      this.#keeping.isWanted(want, peer),
    );
    const pushes = plan.pushes.filter((push) => push.space !== peer || isShelf(push));
    return {
      ...plan,
      wants: plan.wants.map((want) => this.#keeping.bounded(want, peer)),
      pushes: pushes.map((push) => this.#keeping.kept(push, programmes)),
    };
  }

  /**
   * Our lines of these programmes, and of logs that the peer named: until roster 0 is here nobody
   * can tell which of them are of a programme, and what is held of them is not wanted again.
   */
  #held(programmes: readonly ProgrammeId[], theirs: readonly FrontierLine[]) {
    const { lines } = this.#replica;
    const others = theirs.filter(({ space }) => !this.#isIn(programmes, space));
    return [...this.#lines(programmes), ...others.flatMap((line) => lines.of(line) ?? [])];
  }

  /** Lines of logs of which a peer still shows something else than we hold, after all was sent. */
  async parted(peer: SpaceId, theirs: readonly FrontierLine[]): Promise<readonly FrontierLine[]> {
    const found: FrontierLine[] = [];
    for (const line of theirs) {
      if (isShelf(line) || !(await this.#isParted(peer, line))) continue;
      this.#context.ports.logger.error('log-differs', { space: line.space, peer });
      found.push(line);
    }
    return found;
  }

  /** What a peer is to be sent of ended logs of which these lines show another history. */
  refills(lines: readonly FrontierLine[], programmes: readonly ProgrammeId[]) {
    const wants: SyncWant[] = [];
    for (const line of lines) {
      const from = this.#forks.refillFrom(line);
      const { space, incarnation } = line;
      if (from !== null) wants.push(this.#keeping.kept({ space, incarnation, from }, programmes));
    }
    return wants;
  }

  async #isParted(peer: SpaceId, line: FrontierLine): Promise<boolean> {
    const held = this.#replica.log(line);
    const isOwn = line.space === this.#context.identity.space;
    if (held === null || line.size === 0 || this.#forks.isVoid(line)) return false;
    if (!isOwn && !this.#keeping.keeps(line, held.head.size + 1, peer)) return false;
    if (line.size > held.head.size) return true;
    if (line.size === held.head.size) return held.root !== line.root;
    const { store, sha256 } = this.#context.ports;
    if (!(await knowsRoot(store, held.head, line.size))) return false;
    return encodeBase64url(await storedRoot(store, line, line.size, sha256)) !== line.root;
  }

  /**
   * The largest checkpoint that is held of a space's own log: what tells a restored node that it
   * lost something.
   */
  echo(space: SpaceId): { readonly echo?: string } {
    const checkpoint = this.#replica.latest(space)?.head.checkpoint;
    return checkpoint ? { echo: checkpoint } : {};
  }

  /** Our cosignature over that checkpoint for an answer to its space, until it has it. */
  async cosignature(space: SpaceId): Promise<Pick<SyncHeader, 'cosignature'>> {
    const { told, header } = await this.cosigned(space);
    if (told) this.#witness.noteAnswered(told);
    return header;
  }

  /** The same for a message to it: with what is to be said once that has arrived. */
  async cosigned(space: SpaceId) {
    const head = this.#replica.latest(space)?.head ?? null;
    const cosignature = head && (await this.#witness.tell(head));
    if (cosignature === null) return { told: null, header: {} };
    return { told: head, header: { cosignature } };
  }

  /** The message has arrived that had what `cosigned` gave. */
  noteTold(told: LogHead | null): void {
    if (told) this.#witness.noteTold(told);
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
    unasked: Partial<Pick<ExchangePlan, 'heartbeats' | 'forks'>> = {},
  ): Promise<Filled> {
    const asked = wants.filter((one) => this.#isIn(programmes, one.space));
    return this.#filling.fill(asked, unasked);
  }

  /** Takes what a message of `peer` brings: entries, heartbeats, and word of our own log. */
  async take(peer: SpaceId, message: SyncMessage): Promise<Ingested> {
    const { header, lines } = message;
    if (header.echo !== undefined) await this.#watch.listen(header.echo);
    if (header.cosignature !== undefined) await this.#witness.take(peer, header.cosignature);
    for (const proof of header.forks ?? []) await this.#takeFork(peer, proof);
    const ranges = (header.ranges ?? []).flatMap((range, i) => {
      const { space, incarnation } = range;
      const entries = entryRangeOf(range, lines[i] ?? []);
      // Strays are not of the log, and what has no entries only serves a search for a fork.
      return isShelf(range) || range.count === 0 ? [] : [{ space, incarnation, ...entries }];
    });
    const kept = ranges.filter((range) => this.#keeping.keeps(range, rangeEnd(range), peer));
    const ingested = await this.#ingest(distinct(kept));
    let { entries } = ingested;
    for (const { log, strays } of offeredStrays(message)) {
      const isKept = this.#keeping.isWanted({ ...log, from: 0, fork: true }, peer);
      if (isKept) entries += await this.#forks.takeStrays(log, strays);
    }
    await this.#watch.note(ingested);
    await this.#replica.ingestHeartbeats(header.heartbeats ?? [], this.#context.now());
    if (header.beat !== undefined) await this.#takeBeat(peer, header.beat);
    return { ...ingested, entries };
  }

  async #takeFork(peer: SpaceId, proof: ForkProof): Promise<void> {
    const { space, incarnation } = proof;
    if (!this.#keeping.isWanted({ space, incarnation, from: 0, fork: true }, peer)) return;
    try {
      await this.#forks.take(proof);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#context.ports.logger.warn('fork-refused', { peer, space, code: error.code });
    }
  }

  /** Takes earlier incarnations before later ones. */
  async #ingest(ranges: readonly OfferedRange[]): Promise<Ingested> {
    let whole: Ingested = { entries: 0, problems: [] };
    for (const incarnation of [...new Set(ranges.map((one) => one.incarnation))].toSorted(
      (a, b) => a - b,
    )) {
      const some = ranges.filter((one) => one.incarnation === incarnation);
      const { entries, problems } = await this.#replica.exclusively(async () => {
        await this.#forks.makeRoom(some);
        const ingested = await this.#replica.ingest(some);
        await this.#forks.settle(some);
        return ingested;
      });
      whole = { entries: whole.entries + entries, problems: [...whole.problems, ...problems] };
    }
    return whole;
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
