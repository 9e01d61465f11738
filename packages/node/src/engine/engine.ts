/**
 * The engine: all parts of a node over its ports, put together. Nothing here reads a clock, draws a
 * random number or touches disk or network but through them, so that the simulator runs this very
 * engine.
 */

import type { Listing, ProfileEntry, SpaceId } from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import { assemble, type Held, type Parts } from './assemble.js';
import { type Context, type EnginePorts, type EngineSettings, secondsOf } from './context.js';
import { announceIssuingKey } from './home/issuing-keys.js';
import { findOwnLog, identityOf, makeInception, spaceOf } from './identity.js';
import { listingsOf } from './listings.js';
import { RECOVERING_IN_VAIN } from './log/mode-reason.js';
import { OwnLog } from './log/own-log.js';
import { Replica } from './log/replica.js';
import { ProgrammeBook } from './programme/book.js';
import { noteFounded } from './programme/founded.js';
import type { Engine, ProfileChange, Status } from './services.js';
import { latestOpening } from './space-view.js';
import { SteadyClock } from './steady-clock.js';
import { View } from './view.js';

/** What a new space starts with. */
export interface Beginnings {
  /** base64url of SHA-256 of the recovery public key (32 bytes). */
  readonly recoveryDigest: string;
  readonly profile: ProfileEntry;
}

/**
 * Writes the first entries of a new space's log: inception, issuing key, profile. The store must
 * hold nothing.
 */
export async function initialiseSpace(
  ports: EnginePorts,
  settings: EngineSettings,
  secret: Uint8Array,
  beginnings: Beginnings,
): Promise<SpaceId> {
  const inception = await makeInception(ports, secret, beginnings.recoveryDigest);
  const space = spaceOf(inception, ports);
  const context = await contextOf(ports, settings, secret, { space, incarnation: 0 });
  const view = new View();
  const ownLog = new OwnLog(context, new Replica(ports, view));
  await ownLog.open();
  const keys = await announceIssuingKey(context, secret, 0, context.now());
  await ownLog.append([inception, keys, beginnings.profile]);
  await ownLog.beat(context.now());
  return space;
}

/** Ports, settings and the identity of the node whose secret writes this log. */
export async function contextOf(
  ports: EnginePorts,
  settings: EngineSettings,
  secret: Uint8Array,
  log: LogId,
): Promise<Context> {
  const identity = await identityOf(ports, secret, log);
  return { ports, settings, identity, now: () => secondsOf(ports.clock) };
}

/**
 * The engine of the space whose secret (32 bytes) this is, over a store that was initialised.
 * @throws NodeError SECRETS_INVALID, NODE_REPLACED
 */
export async function createEngine(
  ports: EnginePorts,
  settings: EngineSettings,
  secret: Uint8Array,
): Promise<Engine> {
  const view = new View(ports.parseEntry);
  const book = new ProgrammeBook(ports.store);
  await book.load();
  await view.load(
    ports.store,
    book.joined.map((one) => one.programme),
  );
  const log = await findOwnLog(ports, secret, view);
  const context = await contextOf(ports, settings, secret, log);
  const steadyClock = new SteadyClock(context);
  const replica = new Replica(ports, view, steadyClock);
  await replica.load();
  return new NodeEngine(context, secret, { view, replica, book, steadyClock });
}

/** All services of one node. */
class NodeEngine implements Engine {
  readonly space: SpaceId;
  readonly programmes: Parts['programmes'];
  readonly keys: Parts['keys'];
  readonly home: Parts['home'];
  readonly wallets: Parts['wallets'];
  readonly requests: Parts['requests'];
  readonly spoken: Parts['spoken'];
  readonly desk: Parts['desk'];
  readonly accounts: Parts['accounts'];
  readonly gossip: Parts['gossip'];
  readonly resumes: Parts['resumes'];
  readonly logs: Parts['logs'];
  readonly messages: Parts['messages'];
  readonly #context: Context;
  readonly #held: Held;
  readonly #parts: Parts;
  #revision = 0;

  constructor(context: Context, secret: Uint8Array, held: Held) {
    this.#context = context;
    this.#held = held;
    this.space = context.identity.space;
    const parts = assemble(context, secret, held, {
      signAsPeer: (message) => this.signAsPeer(message),
      recovered: () => this.#recovered(),
    });
    this.#parts = parts;
    this.programmes = parts.programmes;
    this.keys = parts.keys;
    this.home = parts.home;
    this.wallets = parts.wallets;
    this.requests = parts.requests;
    this.spoken = parts.spoken;
    this.desk = parts.desk;
    this.accounts = parts.accounts;
    this.gossip = parts.gossip;
    this.resumes = parts.resumes;
    this.logs = parts.logs;
    this.messages = parts.messages;
  }

  async start(): Promise<void> {
    await this.#parts.peers.load();
    await this.#parts.witness.load();
    await this.#parts.ownLog.open();
    await this.#parts.forks.stopOwnLog();
    await this.#parts.forks.settleAll();
    // A space that knows no peers has nobody to ask for what it lost.
    await this.#parts.recovery.attempt();
    if (this.#parts.ownLog.mode === 'ready') await this.#publishWaiting();
    await this.#noteFounded();
    await this.#parts.chores.start();
    this.gossip.start();
    await this.messages.start();
    this.#held.replica.onChange(() => void this.#welcome());
    await this.#welcome();
  }

  /**
   * Calls the applicants that have been admitted since the programmes last changed. Never fails.
   */
  async #welcome(): Promise<void> {
    const { revision } = this.#held.view.governance;
    if (revision === this.#revision) return;
    const before = this.#revision;
    this.#revision = revision;
    try {
      const admitted = await this.#parts.applications.takeAdmitted();
      if (admitted.length > 0) this.gossip.push(admitted);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown';
      this.#context.ports.logger.error('welcome-failed', { message });
      // Tried again with the next change of a log, unless a later turn has done it.
      if (this.#revision === revision) this.#revision = before;
    }
  }

  async stop(): Promise<void> {
    await this.gossip.stop();
    await this.messages.stop();
    await this.#parts.chores.stop();
    // Whatever still appends ends first.
    await this.#held.replica.exclusively(() => Promise.resolve());
  }

  async #noteFounded(): Promise<void> {
    const { view, book } = this.#held;
    await noteFounded(this.#context, view, book);
  }

  async #recovered(): Promise<void> {
    await this.#noteFounded();
    await this.#parts.chores.run();
    await this.#publishWaiting();
  }

  /** What desk and owner did while the log could not grow. */
  async #publishWaiting(): Promise<void> {
    await this.#parts.register.publishWaiting();
    await this.#parts.journal.flush();
    await this.#parts.refusals.flush();
  }

  async status(): Promise<Status> {
    const { identity, settings, ports, now } = this.#context;
    const own = this.#held.replica.log(identity.log);
    const programmes = await this.programmes.list();
    return {
      space: identity.space,
      name: this.profile().name,
      incarnation: identity.log.incarnation,
      now: now(),
      testClockOffset: settings.testClockOffset(),
      mode: this.#parts.ownLog.mode,
      modeReason: this.#modeReason(),
      logSize: own?.head.size ?? 0,
      logRoot: own?.root ?? '',
      lastHeartbeat: own?.head.heartbeat?.time ?? null,
      pendingVisits: (await this.#parts.journal.pending()).length,
      members: (await ports.store.members()).length,
      programmes,
      peers: this.#parts.peers.known().length,
      unreadMessages: await this.messages.unread(),
      publicUrl: settings.publicUrl,
    };
  }

  #modeReason(): string | null {
    const { ownLog, recovery } = this.#parts;
    if (!recovery.isNeeded) return ownLog.modeReason;
    const names = recovery
      .awaited()
      .map((space) => this.#held.view.space(space)?.profile?.name ?? space);
    const sentences = [
      ownLog.modeReason,
      ...(names.length > 0 ? [`Not answered yet: ${names.join(', ')}.`] : []),
      ...(recovery.isInVain ? [RECOVERING_IN_VAIN] : []),
    ];
    return sentences.join(' ');
  }

  directory(): Promise<readonly Listing[]> {
    const { view } = this.#held;
    return Promise.resolve(listingsOf(this.#context, view, this.#parts.states));
  }

  profile(): ProfileEntry {
    return this.#parts.ownSpace.profile();
  }

  async changeProfile(change: ProfileChange): Promise<ProfileEntry> {
    const profile = await this.#parts.ownSpace.change(change);
    this.gossip.push([]);
    return profile;
  }

  async closeSpace(): Promise<void> {
    const peers = this.#parts.peers.known();
    await this.#parts.ownSpace.close();
    this.gossip.push(peers);
  }

  peerKey(space: SpaceId): Uint8Array | null {
    const introduced = this.#held.book.introduced(space);
    return latestOpening(this.#held.view.space(space))?.peerKey ?? introduced?.peerKey ?? null;
  }

  async signAsPeer(message: Uint8Array): Promise<Uint8Array> {
    const { ports, identity } = this.#context;
    return ports.signatures.sign(identity.keys.peer, message);
  }
}
