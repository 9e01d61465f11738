/**
 * Gossip: when this node syncs, with whom, and how it answers. Own entries are pushed at once, to
 * the homes of their stamps and to three random peers; about every minute it syncs with a random
 * peer; at start and after an outage it catches up at once.
 */

import {
  encodeBase64url,
  encodeSync,
  parseSync,
  type SpaceId,
  type SyncHeader,
  type SyncMessage,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Timer } from '../../ports.js';
import type { Context } from '../context.js';
import type { Recovery } from '../log/recovery.js';
import { uniform } from '../random.js';
import type { Gossip, PeerView, SyncReport } from '../services.js';
import type { LineParts } from './counted-line.js';
import type { Exchange } from './exchange.js';
import { type Failure, failedReport, failureOf, failureText, isSentAway } from './failure.js';
import type { SearchParts } from './fork-search.js';
import type { Membership } from './membership.js';
import type { OwnLogReturn } from './own-log-return.js';
import type { OwnLogWatch } from './own-log-watch.js';
import type { PeerAddress, PeerClient } from './peer-client.js';
import type { Peers } from './peers.js';
import { isCovered } from './rest.js';
import type { ResumeService } from './resumes.js';
import { type Cursors, SyncSession } from './sync-session.js';

/** Random peers to which own entries are pushed at once, besides the homes of their stamps. */
const PUSH_PEERS = 3;
/** Digits of the count of changes in a cursor. */
const CURSOR_DIGITS = 10;
/** Peers that are asked at start. */
const START_PEERS = 8;

interface Parts extends SearchParts {
  readonly exchange: Exchange;
  readonly client: PeerClient;
  readonly peers: Peers;
  readonly membership: Membership;
  readonly recovery: Recovery;
  readonly resumes: ResumeService;
  readonly ownLogs: OwnLogReturn;
  readonly watch: OwnLogWatch;
}

/** Who is told that our log has grown. */
export type Pusher = Pick<GossipService, 'push'>;

interface Running {
  readonly done: Promise<SyncReport>;
  again: Promise<SyncReport> | null;
}

/** All dealings with other nodes. */
export class GossipService implements Gossip {
  readonly #context: Context;
  readonly #parts: Parts & LineParts;
  readonly #cursors = new Map<SpaceId, Cursors>();
  readonly #running = new Map<SpaceId, Running>();
  /**
   * Names this run of the node in the cursors that it gives, since counts of changes start anew
   * with each.
   */
  readonly #run: string;
  #timer: Timer | null = null;
  #stopped = true;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = { ...parts, isStopped: () => this.#stopped };
    this.#run = encodeBase64url(context.ports.random.bytes(6));
  }

  start(): void {
    this.#stopped = false;
    this.#callSome(START_PEERS);
    this.#arm();
  }

  /** Lets running syncs end, in a few messages. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await Promise.allSettled([...this.#running.values()].map((one) => one.again ?? one.done));
  }

  /** Pushes what is new: to these spaces and to some random ones. */
  push(homes: Iterable<SpaceId>): void {
    const { peers } = this.#parts;
    const random = peers.callable(this.#context.now(), PUSH_PEERS);
    // Those whom it concerns are called even if they are waiting for their next try.
    const named = [...homes].flatMap((home) => peers.address(home) ?? []);
    const targets = new Map([...named, ...random].map((peer) => [peer.space, peer]));
    for (const peer of targets.values()) this.#soon(peer);
  }

  async syncNow(space: SpaceId | null): Promise<readonly SyncReport[]> {
    const { peers } = this.#parts;
    const targets = space === null ? peers.known() : [space];
    const addresses = targets.flatMap((one) => peers.address(one) ?? []);
    if (space !== null && addresses.length === 0) {
      throw new NodeError('NOT_FOUND', `peer ${space}: expected a space with an address, got none`);
    }
    return Promise.all(addresses.map((peer) => this.#sync(peer)));
  }

  peers(): Promise<readonly PeerView[]> {
    return Promise.resolve(this.#parts.peers.views());
  }

  /** @throws NodeError FORBIDDEN, RATE_LIMITED; ProtocolError SYNC_INVALID */
  async answer(caller: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    const { exchange, membership, recovery, peers, ownLogs, watch } = this.#parts;
    const shared = membership.sharedWith(caller);
    if (shared.length === 0) return ownLogs.give(caller, body);
    if (peers.called(caller)) this.#catchUp(caller);
    const message = parseSync(body);
    const programmes = shared.filter((one) =>
      message.header.digests.some((d) => d.programme === one),
    );
    await exchange.take(caller, message);
    const digests = await exchange.digests(programmes);
    const isEqual = isCovered(message.header.digests, digests);
    if (recovery.isNeeded) {
      // Who compares nothing, and shows no checkpoint of it, has not told what it holds of our log.
      await recovery.heard(caller, isEqual || (await watch.holdsAllOf(message.header.echo)));
    }
    // A restored node has to hear what is held of its log, whatever was settled before.
    const isSettled = !recovery.isNeeded && isCovered(digests, message.header.settled ?? []);
    const asksNothing = !message.header.wants?.length && !message.header.frontier;
    if ((isEqual || isSettled) && asksNothing) {
      const cosignature = await exchange.cosignature(caller);
      return encodeSync({ sync: 1, digests, ...exchange.beat(), ...cosignature });
    }
    return this.#answerInFull(caller, message, programmes);
  }

  async #answerInFull(
    caller: SpaceId,
    { header }: SyncMessage,
    programmes: ReturnType<Membership['sharedWith']>,
  ): Promise<Uint8Array> {
    const { exchange, replica } = this.#parts;
    const theirs = header.frontier ?? [];
    const plan = exchange.plan(caller, programmes, theirs, header.full ?? false);
    const { forks } = plan;
    const filled = await exchange.fill(header.wants ?? [], programmes, { forks });
    const isFirst = isFirstMessage(header);
    const answer: SyncHeader = {
      sync: 1,
      digests: await exchange.digests(programmes),
      cursor: this.#cursor(replica.lines.sequence),
      ...exchange.echo(caller),
      ...(await exchange.cosignature(caller)),
      ...(isFirst && { frontier: exchange.frontier(programmes, this.#sinceOf(header.since)) }),
      ...(header.full && exchange.wholeFrontier(programmes)),
      ...(plan.wants.length > 0 && { wants: plan.wants }),
      ranges: filled.ranges,
      heartbeats: filled.heartbeats,
      ...(filled.forks.length > 0 && { forks: filled.forks }),
    };
    return encodeSync(answer, filled.lines);
  }

  /** Of one length, so that a sync with nothing to say costs the same however much is held. */
  #cursor(sequence: number): string {
    return `${this.#run}:${String(sequence).padStart(CURSOR_DIGITS, '0')}`;
  }

  /** The count in a cursor of this run; -1, so everything, for any other. */
  #sinceOf(cursor: string | undefined): number {
    const [run, count] = (cursor ?? '').split(':');
    return run === this.#run && /^\d{1,15}$/.test(count ?? '') ? Number(count) : -1;
  }

  /** A peer that was out of reach has called: what it missed is not left to chance. */
  #catchUp(space: SpaceId): void {
    const peer = this.#parts.peers.address(space);
    if (peer) this.#soon(peer);
  }

  #arm(): void {
    const { clock, random } = this.#context.ports;
    const interval = this.#context.settings.syncIntervalSeconds * 1000;
    // Jitter of a half up and down, so that nodes which started together do not sync together.
    const wait = interval * (0.5 + uniform(random));
    this.#timer = clock.after(wait, () => {
      if (this.#stopped) return;
      this.#callSome(1);
      this.#arm();
    });
  }

  /** Calls so many random peers; all of them, as long as they are to say what we lost. */
  #callSome(count: number): void {
    const { peers, recovery } = this.#parts;
    const { now, settings } = this.#context;
    // Two intervals: no wait between two such calls is longer.
    if (recovery.isNeeded) recovery.waits(now(), settings.syncIntervalSeconds * 2);
    const called = recovery.isNeeded ? Number.POSITIVE_INFINITY : count;
    // One of hundreds by chance: who has applied would wait for the one that can tell it for hours.
    const targets = [...peers.introducers(now()), ...peers.callable(now(), called)];
    for (const peer of new Map(targets.map((one) => [one.space, one])).values()) this.#soon(peer);
  }

  #soon(peer: PeerAddress): void {
    if (this.#stopped) return;
    void this.#sync(peer);
  }

  /** One sync at a time with each peer; what is asked for meanwhile is one more after it. */
  #sync(peer: PeerAddress): Promise<SyncReport> {
    const running = this.#running.get(peer.space);
    if (running) {
      running.again ??= running.done.then(() => this.#begin(peer));
      return running.again;
    }
    return this.#begin(peer);
  }

  #begin(peer: PeerAddress): Promise<SyncReport> {
    const done = this.#attempt(peer);
    const running: Running = { done, again: null };
    this.#running.set(peer.space, running);
    void done.then(() => {
      if (this.#running.get(peer.space) === running && running.again === null) {
        this.#running.delete(peer.space);
      }
    });
    return done;
  }

  /** Never fails: a report says what went wrong. */
  async #attempt(peer: PeerAddress): Promise<SyncReport> {
    const { peers, recovery, membership, ownLogs } = this.#parts;
    const { now, ports } = this.#context;
    const programmes = membership.namedTo(peer.space);
    const farewell = membership.farewell();
    const known = this.#cursors.get(peer.space) ?? { theirs: null, ours: -1, rest: null };
    const cursors = recovery.isNeeded ? { ...known, rest: null } : known;
    try {
      const outcome = await this.#parts.resumes.knownTo(peer, () =>
        new SyncSession(this.#context, this.#parts, peer, programmes, cursors).run(),
      );
      this.#cursors.set(peer.space, outcome.cursors);
      await peers.succeeded(peer.space, now(), outcome.skew);
      membership.noteFarewell(peer.space, farewell);
      if (recovery.isNeeded) await recovery.heard(peer.space, outcome.hasTold);
      return outcome.report;
    } catch (error) {
      if (isSentAway(error)) membership.noteFarewell(peer.space, farewell);
      const failure = failureOf(error);
      // That this node stops is no failure of the peer.
      if (this.#stopped) return failedReport(peer.space, failureText(failure));
      if (this.#isExpected(peer.space, failure.peerCode)) {
        ports.logger.info('peer-refuses-for-now', { peer: peer.space, code: failure.peerCode });
      } else {
        ports.logger.warn('sync-failed', { peer: peer.space, ...failure });
      }
      await this.#noteFailure(peer.space, failure);
      // What we lost may say that we left, or closed.
      if (isSentAway(error)) await ownLogs.ask(peer);
      return failedReport(peer.space, failureText(failure));
    }
  }

  /**
   * Refusals that are as it should be: who applies, or was named a founder, is not known everywhere
   * at once; and test clocks are moved one after the other.
   */
  #isExpected(space: SpaceId, code: string | undefined): boolean {
    if (code === 'REQUEST_STALE') return this.#context.settings.testClockOffset() !== null;
    const isNewcomer = code === 'FORBIDDEN' || code === 'PEER_UNKNOWN';
    return isNewcomer && !this.#parts.peers.isAcquainted(space);
  }

  /** A disk that is full must not end the node: what cannot be written down is only logged. */
  async #noteFailure(space: SpaceId, failure: Failure): Promise<void> {
    const { now, settings, ports } = this.#context;
    try {
      await this.#parts.peers.failed(space, now(), settings.syncIntervalSeconds, failure);
    } catch (error) {
      ports.logger.error('peer-not-noted', { peer: space, ...failureOf(error) });
    }
  }
}

/**
 * Whether a message only compares digests: from the second one on, a caller tells what it holds of
 * our log (`echo`).
 */
function isFirstMessage(header: SyncHeader): boolean {
  return header.frontier === undefined && header.wants === undefined && header.ranges === undefined;
}
