/**
 * A sync that this node starts: digest, frontier, ranges, until both sides hold the same or nothing
 * moves any more. It keeps what it learns of the peer's frontier, and the two cursors.
 */

import {
  type ExchangePlan,
  encodeSync,
  type FrontierLine,
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
import type { SyncReport } from '../services.js';
import { AskingAhead, wantsAfter } from './asking-ahead.js';
import { CountedLine, type LineParts } from './counted-line.js';
import type { Exchange } from './exchange.js';
import type { Filled } from './filling.js';
import { ForkSearch, SEARCHES_MAX, type SearchParts } from './fork-search.js';
import type { Membership } from './membership.js';
import type { PeerAddress } from './peer-client.js';
import { PeerFrontier } from './peer-frontier.js';
import { type DigestPair, isSame, isSamePair, type Rest } from './rest.js';
import { ShelfPages } from './shelf-pages.js';

/** How far two nodes knew of each other when their last sync ended. */
export interface Cursors {
  /** What the peer gave: its changes since then are asked for. */
  readonly theirs: string | null;
  /** Our own count of changes then: ours since then are told. */
  readonly ours: number;
  /** Where the two came to rest without being equal. */
  readonly rest: Rest | null;
}

interface Parts extends SearchParts, LineParts {
  readonly exchange: Exchange;
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
  readonly #line: CountedLine;
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
  #rest: Rest | null = null;
  #received = 0;
  #sent = 0;

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
    this.#line = new CountedLine(parts, peer);
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
    const settled = await this.#settled();
    let answer = await this.#ask({
      ...this.#exchange.beat(),
      ...(theirs !== null && { since: theirs }),
      ...(settled && { settled }),
    });
    const { digests, frontier } = answer.header;
    // Who has something to say in spite of it sends its lines.
    const isAtRest = settled !== null && frontier === undefined && isSame(digests, settled);
    if (isAtRest) this.#rest = this.#cursors.rest;
    else if (!(await this.#isEqual(answer))) {
      answer = await this.#exchangeChanges(answer);
      if (!(await this.#isEqual(answer))) answer = await this.#settle(answer);
    }
    const cursors = { theirs: this.#cursor ?? theirs, ours, rest: this.#rest };
    const hasTold = await this.#hasTold(answer);
    return { report: this.#report(), skew: this.#line.skew, cursors, hasTold };
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

  /** The peer's digests at the last rest, if ours are still those that they were. */
  async #settled(): Promise<SyncHeader['digests'] | null> {
    const { rest } = this.#cursors;
    if (!rest?.isOver) return null;
    return isSame(rest.ours, await this.#exchange.digests(this.#programmes)) ? rest.theirs : null;
  }

  async #pairWith({ header }: SyncMessage): Promise<DigestPair> {
    return { ours: await this.#exchange.digests(this.#programmes), theirs: header.digests };
  }

  /** What is left after all is exchanged are other histories: those are searched for forks. */
  async #settle(last: SyncMessage): Promise<SyncMessage> {
    const before = await this.#pairWith(last);
    const { lines, answer } = await this.#exchangeAll();
    if (await this.#isEqual(answer)) return answer;
    const { rest } = this.#cursors;
    const searched = new Set(isSamePair(rest, before) ? rest?.searched : []);
    const parted = await this.#exchange.parted(this.#peer.space, lines);
    const left = parted.filter((line) => !searched.has(line.root));
    const found = await this.#search.some(left, searched);
    const refilled = await this.#refill(left.filter(({ root }) => searched.has(root)));
    const after = await this.#pairWith(refilled ?? answer);
    const isUnmoved = isSamePair(before, after);
    if (found > 0 || (refilled !== null && !isUnmoved)) return (await this.#exchangeAll()).answer;
    // Of a frontier that is told in part the next sync may tell other lines.
    const isOver = left.length <= SEARCHES_MAX;
    if (isUnmoved && this.#theirs.isFull) this.#rest = { ...after, searched, isOver };
    return refilled ?? answer;
  }

  /** Sends what resumes have accepted of logs of which the peer shows another history, once. */
  async #refill(lines: readonly FrontierLine[]): Promise<SyncMessage | null> {
    const refills = this.#exchange.refills(lines, this.#programmes);
    if (refills.length === 0) return null;
    return this.#ask({}, await this.#exchange.fill(refills, this.#programmes));
  }

  /** Phase 2 with the full frontier, and phase 3; gives the peer's lines as it told them. */
  async #exchangeAll() {
    const whole = this.#exchange.wholeFrontier(this.#programmes);
    let first = await this.#ask(whole);
    if (!whole.full) {
      // Whoever cannot tell all gives what the peer wants of it, then asks for the peer's lines.
      await this.#exchangeRanges(first);
      first = await this.#ask({});
    }
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
    return this.#exchange.fill(fresh, this.#programmes, { heartbeats: plan.heartbeats, forks });
  }

  async #ask(header: Partial<SyncHeader>, filled?: Filled): Promise<SyncMessage> {
    return this.#take(parseSync(await this.#send(header, filled)));
  }

  async #send(header: Partial<SyncHeader>, filled?: Filled): Promise<Uint8Array> {
    const isFirst = this.#line.begin();
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
    const answer = await this.#line.send(body);
    this.#exchange.noteTold(cosigned.told);
    return answer;
  }

  async #take(answer: SyncMessage): Promise<SyncMessage> {
    const { space: peer } = this.#peer;
    const { entries, problems } = await this.#exchange.take(peer, answer);
    this.#received += entries;
    this.#shelvesIn.note(answer.header.ranges ?? []);
    for (const { space, error } of problems) {
      this.#context.ports.logger.warn('range-refused', { peer, space, code: error.code });
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
    const [received, sent] = [this.#received, this.#sent];
    return { peer: this.#peer.space, ok: true, error: null, received, sent, ...this.#line.counts };
  }
}
