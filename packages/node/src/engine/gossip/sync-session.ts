/**
 * A sync that this node starts: digest, frontier, ranges, until both sides hold the same or nothing
 * moves any more. It keeps no state but what it learns of the peer's frontier while it runs, and
 * the two cursors.
 */

import {
  type ExchangePlan,
  encodeSync,
  logKeyOf,
  type ProgrammeId,
  parseSync,
  type Seconds,
  type SyncHeader,
  type SyncMessage,
  type SyncWant,
} from '@covisa/protocol';
import type { Context } from '../context.js';
import type { Replica } from '../log/replica.js';
import { pick } from '../random.js';
import type { SyncReport } from '../services.js';
import { AskingAhead, wantsAfter } from './asking-ahead.js';
import type { Exchange } from './exchange.js';
import type { Filled } from './filling.js';
import { ForkSearch, type SearchParts } from './fork-search.js';
import type { Membership } from './membership.js';
import type { PeerAddress, PeerClient, PeerExchange } from './peer-client.js';
import { PeerFrontier } from './peer-frontier.js';
import { ShelfPages } from './shelf-pages.js';

/** Messages of one sync at most: a catch-up of a large network takes some hundreds. */
const ROUNDS_MAX = 2000;
/** Logs that are searched for a fork in one sync. */
const SEARCHES_MAX = 4;

/** How far two nodes knew of each other when their last sync ended. */
export interface Cursors {
  /** What the peer gave: its changes since then are asked for. */
  readonly theirs: string | null;
  /** Our own count of changes then: ours since then are told. */
  readonly ours: number;
}

interface Parts extends SearchParts {
  readonly exchange: Exchange;
  readonly client: PeerClient;
  readonly membership: Pick<Membership, 'isOutside'>;
}

/** What a sync came to. */
export interface SyncOutcome {
  readonly report: SyncReport;
  /** The peer's clock less ours. */
  readonly skew: Seconds | null;
  readonly cursors: Cursors;
  /** Whether the peer has told what it holds of our own log, and all of that is held here. */
  readonly hasTold: boolean;
}

/** One sync with one peer. Make a new one for each. */
export class SyncSession {
  readonly #context: Context;
  readonly #exchange: Exchange;
  readonly #replica: Replica;
  readonly #client: PeerClient;
  readonly #membership: Parts['membership'];
  readonly #search: ForkSearch;
  readonly #peer: PeerAddress;
  readonly #programmes: readonly ProgrammeId[];
  readonly #cursors: Cursors;
  readonly #theirs: PeerFrontier;
  readonly #shelvesIn = new ShelfPages();
  readonly #shelvesOut = new ShelfPages();
  readonly #ahead = new AskingAhead();
  #cursor: string | null = null;
  #received = 0;
  #sent = 0;
  #rounds = 0;
  #bytesOut = 0;
  #bytesIn = 0;
  #skew: Seconds | null = null;

  constructor(
    context: Context,
    parts: Parts,
    peer: PeerAddress,
    programmes: readonly ProgrammeId[],
    cursors: Cursors,
  ) {
    this.#context = context;
    this.#exchange = parts.exchange;
    this.#replica = parts.replica;
    this.#client = parts.client;
    this.#membership = parts.membership;
    this.#search = new ForkSearch(context, parts, (wants) => this.#ask({ wants }));
    this.#theirs = new PeerFrontier(parts.replica);
    this.#peer = peer;
    this.#programmes = programmes;
    this.#cursors = cursors;
  }

  /** @throws whatever the transport throws; ProtocolError SYNC_INVALID, SYNC_TOO_LARGE */
  async run(): Promise<SyncOutcome> {
    const ours = this.#replica.lines.sequence;
    const { theirs } = this.#cursors;
    let answer = await this.#ask({
      ...this.#exchange.beat(),
      ...(theirs !== null && { since: theirs }),
    });
    if (!(await this.#isEqual(answer))) {
      answer = await this.#exchangeChanges(answer);
      if (!(await this.#isEqual(answer))) answer = await this.#settle();
    }
    const cursors = { theirs: this.#cursor ?? theirs, ours };
    const hasTold = await this.#hasTold(answer);
    return { report: this.#report(), skew: this.#skew, cursors, hasTold };
  }

  /**
   * Whether the peer has told what it holds of our own log, and there is nothing of it that is not
   * held here: by a digest that is equal, or by its whole frontier.
   */
  async #hasTold(last: SyncMessage): Promise<boolean> {
    const { log } = this.#context.identity;
    if (this.#isCompared(last) && (await this.#isEqual(last))) return true;
    const size = this.#theirs.lines.get(logKeyOf(log))?.size ?? 0;
    return this.#theirs.isFull && size <= (this.#replica.log(log)?.head.size ?? 0);
  }

  /** Phase 2 with what changed since the last contact, and phase 3. */
  async #exchangeChanges(first: SyncMessage): Promise<SyncMessage> {
    this.#theirs.learn(first.header);
    const frontier = this.#exchange.frontier(this.#programmes, this.#cursors.ours);
    return this.#exchangeRanges(await this.#ask({ frontier, wants: this.#plan().wants }));
  }

  /** What is left after all is exchanged are other histories: those are searched for forks. */
  async #settle(): Promise<SyncMessage> {
    const { lines, answer } = await this.#exchangeAll();
    if (await this.#isEqual(answer)) return answer;
    let found = 0;
    const parted = await this.#exchange.parted(this.#peer.space, lines);
    // Any of them: those whose entries are refused stay parted, and would keep others from it.
    for (const line of pick(parted, SEARCHES_MAX, this.#context.ports.random)) {
      if (await this.#search.search(line, line)) found += 1;
    }
    return found > 0 ? (await this.#exchangeAll()).answer : answer;
  }

  /** Phase 2 with the full frontier, and phase 3; gives the peer's lines as it told them. */
  async #exchangeAll() {
    const frontier = this.#exchange.frontier(this.#programmes);
    const first = await this.#ask({ frontier, full: true });
    this.#theirs.learn(first.header);
    const lines = [...this.#theirs.lines.values()];
    return { lines, answer: await this.#exchangeRanges(first) };
  }

  /** Phase 3: asks and sends until neither side lacks anything, or a message moves nothing. */
  async #exchangeRanges(first: SyncMessage): Promise<SyncMessage> {
    let answer = first;
    for (;;) {
      if (await this.#isEqual(answer)) return answer;
      const plan = this.#plan();
      const pushes = await this.#pushes(answer, plan);
      const { ranges, heartbeats, forks } = pushes;
      const sendsNothing = ranges.length === 0 && heartbeats.length === 0 && forks.length === 0;
      if (sendsNothing && plan.wants.length === 0) return answer;
      const before = this.#received + this.#sent;
      answer = await this.#askRanges(plan.wants, sendsNothing ? null : pushes);
      this.#notePushed(pushes);
      if (this.#received + this.#sent === before) return answer;
    }
  }

  /** One message of phase 3; while its answer is taken in, the next one is on its way. */
  async #askRanges(wants: readonly SyncWant[], pushes: Filled | null): Promise<SyncMessage> {
    const guessed = await this.#ahead.take(pushes === null ? wants : []);
    const body = guessed ?? (await this.#send({ wants }, pushes ?? undefined));
    const answer = parseSync(body);
    const next = wantsAfter(wants, answer, this.#theirs.lines);
    this.#ahead.ask(next, (guess) => this.#send({ wants: guess }));
    // Taking in many entries leaves nothing else its turn: the question goes out first.
    await this.#context.ports.turn?.();
    return this.#take(answer);
  }

  #plan(): ExchangePlan {
    const theirs = [...this.#theirs.lines.values()];
    const { isFull } = this.#theirs;
    const plan = this.#exchange.plan(this.#peer.space, this.#programmes, theirs, isFull);
    return {
      ...plan,
      wants: plan.wants.map((want) => this.#shelvesIn.next(want)),
      pushes: plan.pushes.map((push) => this.#shelvesOut.next(push)),
    };
  }

  /** What the peer asked for, and what its frontier shows it to lack; nothing twice. */
  async #pushes(answer: SyncMessage, plan: ExchangePlan): Promise<Filled> {
    const asked = (answer.header.wants ?? []).map((want) => this.#shelvesOut.next(want));
    const named = new Set(asked.map(logKeyOf));
    const pushes = [...asked, ...plan.pushes.filter((push) => !named.has(logKeyOf(push)))];
    const fresh = pushes.filter((push) => !this.#theirs.isPushed(push));
    const forks = plan.forks.filter((log) => !this.#theirs.isPushed({ ...log, fork: true }));
    const { heartbeats } = plan;
    return this.#exchange.fill(fresh, this.#programmes, { heartbeats, forks });
  }

  async #ask(header: Partial<SyncHeader>): Promise<SyncMessage> {
    return this.#take(parseSync(await this.#send(header)));
  }

  async #send(header: Partial<SyncHeader>, filled?: Filled): Promise<Uint8Array> {
    this.#rounds += 1;
    if (this.#rounds > ROUNDS_MAX)
      throw new RangeError(`sync: expected at most ${ROUNDS_MAX} messages`);
    const isFirst = this.#rounds === 1;
    const cosigned = await this.#exchange.cosigned(this.#peer.space);
    const whole: SyncHeader = {
      sync: 1,
      digests: await this.#exchange.digests(this.#programmes),
      ...(!isFirst && this.#exchange.echo(this.#peer.space)),
      ...cosigned.header,
      ...header,
      ...(filled && { ranges: filled.ranges, heartbeats: filled.heartbeats }),
      ...(filled && filled.forks.length > 0 && { forks: filled.forks }),
    };
    const body = encodeSync(whole, filled?.lines);
    this.#sent += filled?.lines.reduce((sum, lines) => sum + lines.length, 0) ?? 0;
    const observe = (exchange: PeerExchange): void => {
      this.#bytesOut += exchange.bytesOut;
      this.#bytesIn += exchange.bytesIn;
      this.#skew = exchange.skewSeconds;
    };
    const answer = await this.#client.send(this.#peer, '/covisa/v1/sync', body, { observe });
    this.#exchange.noteTold(cosigned.told);
    return answer;
  }

  async #take(answer: SyncMessage): Promise<SyncMessage> {
    const { entries, problems } = await this.#exchange.take(this.#peer.space, answer);
    this.#received += entries;
    this.#shelvesIn.note(answer.header.ranges ?? []);
    for (const { space, error } of problems) {
      this.#context.ports.logger.warn('range-refused', {
        peer: this.#peer.space,
        space,
        code: error.code,
      });
    }
    if (answer.header.cursor !== undefined) this.#cursor = answer.header.cursor;
    return answer;
  }

  /** What was sent is held by the peer from now on. */
  #notePushed(filled: Filled): void {
    this.#shelvesOut.note(filled.ranges);
    this.#theirs.notePushed(filled);
  }

  /** Whether a programme is named on both sides: else nothing was compared. */
  #isCompared({ header }: SyncMessage): boolean {
    return header.digests.some(({ programme }) => this.#programmes.includes(programme));
  }

  /** A programme that is only applied for is not compared with who does not share it yet. */
  async #isEqual({ header }: SyncMessage): Promise<boolean> {
    const theirs = new Map(header.digests.map(({ programme, digest }) => [programme, digest]));
    const isSkipped = (programme: ProgrammeId) =>
      theirs.size > 0 && !theirs.has(programme) && this.#membership.isOutside(programme);
    const ours = await this.#exchange.digests(this.#programmes);
    return ours.every(
      ({ programme, digest }) => theirs.get(programme) === digest || isSkipped(programme),
    );
  }

  #report(): SyncReport {
    return {
      peer: this.#peer.space,
      ok: true,
      error: null,
      received: this.#received,
      sent: this.#sent,
      rounds: this.#rounds,
      bytesOut: this.#bytesOut,
      bytesIn: this.#bytesIn,
    };
  }
}
