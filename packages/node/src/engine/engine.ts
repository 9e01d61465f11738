/**
 * The engine: all parts of a node over its ports, put together. Nothing here reads a clock, draws a
 * random number or touches disk or network but through them, so that the simulator runs this very
 * engine.
 */

import { directory, type Listing, type ProfileEntry, type SpaceId } from '@covisa/protocol';
import { type Context, type EnginePorts, type EngineSettings, secondsOf } from './context.js';
import { AccountsService } from './desk/accounts.js';
import { DeskService } from './desk/desk.js';
import { GrantClient } from './desk/grant-client.js';
import { Journal } from './desk/journal.js';
import { Judging } from './desk/judging.js';
import { UsageReader } from './desk/usage.js';
import { Exchange } from './gossip/exchange.js';
import { GossipService } from './gossip/gossip.js';
import { Peers } from './gossip/peers.js';
import { Grants } from './home/grants.js';
import { HomeService } from './home/home.js';
import { announceIssuingKey, Issuer } from './home/issuer.js';
import { findOwnSpace, identityOf, makeInception, spaceOf } from './identity.js';
import { Chores } from './log/chores.js';
import { LogsService } from './log/logs.js';
import { OwnLog } from './log/own-log.js';
import { OwnSpace } from './log/own-space.js';
import { Recovery } from './log/recovery.js';
import { Replica } from './log/replica.js';
import { Applications } from './programme/applications.js';
import { ProgrammeBook } from './programme/book.js';
import { ProgrammesService } from './programme/programmes.js';
import { ProgrammeStates } from './programme/states.js';
import type { Engine, ProfileChange, Status } from './services.js';
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
  const context = await contextOf(ports, settings, secret, space);
  const view = new View();
  const ownLog = new OwnLog(context, new Replica(ports, view));
  await ownLog.open();
  const keys = await announceIssuingKey(context, secret, 0, context.now());
  await ownLog.append([inception, keys, beginnings.profile]);
  await ownLog.beat(context.now());
  return space;
}

async function contextOf(
  ports: EnginePorts,
  settings: EngineSettings,
  secret: Uint8Array,
  space: SpaceId,
): Promise<Context> {
  const identity = await identityOf(ports, secret, space);
  return { ports, settings, identity, now: () => secondsOf(ports.clock) };
}

/**
 * The engine of the space whose secret (32 bytes) this is, over a store that was initialised.
 * @throws NodeError SECRETS_INVALID
 */
export async function createEngine(
  ports: EnginePorts,
  settings: EngineSettings,
  secret: Uint8Array,
): Promise<Engine> {
  const view = new View();
  const book = new ProgrammeBook(ports.store);
  await book.load();
  await view.load(
    ports.store,
    book.joined.map((one) => one.programme),
  );
  const space = await findOwnSpace(ports, secret, view);
  const context = await contextOf(ports, settings, secret, space);
  const replica = new Replica(ports, view);
  await replica.load();
  return new NodeEngine(context, secret, { view, replica, book });
}

interface Held {
  readonly view: View;
  readonly replica: Replica;
  readonly book: ProgrammeBook;
}

/** All services of one node. */
class NodeEngine implements Engine {
  readonly space: SpaceId;
  readonly programmes: ProgrammesService;
  readonly home: HomeService;
  readonly desk: DeskService;
  readonly accounts: AccountsService;
  readonly gossip: GossipService;
  readonly logs: LogsService;
  readonly #context: Context;
  readonly #held: Held;
  readonly #states: ProgrammeStates;
  readonly #peers: Peers;
  readonly #ownLog: OwnLog;
  readonly #ownSpace: OwnSpace;
  readonly #journal: Journal;
  readonly #recovery: Recovery;
  readonly #chores: Chores;
  readonly #applications: Applications;
  #revision = 0;

  constructor(context: Context, secret: Uint8Array, held: Held) {
    const { view, replica, book } = held;
    const { ports, identity } = context;
    this.#context = context;
    this.#held = held;
    this.space = identity.space;
    const states = new ProgrammeStates(context, view, replica, book);
    const ownLog = new OwnLog(context, replica);
    const peers = new Peers(ports.store, view, states, book);
    const client = ports.connect({
      space: identity.space,
      signAsPeer: (message) => this.signAsPeer(message),
    });
    const exchange = new Exchange(context, replica, ownLog, states);
    const recovery = new Recovery(
      ownLog,
      () => states.peers(),
      ports.logger,
      () => this.#recovered(),
    );
    const gossip = new GossipService(context, {
      exchange,
      replica,
      client,
      peers,
      membership: states,
      recovery,
    });
    const usage = new UsageReader(ports, view, (stamp) => states.stillCounts(stamp));
    const issuer = new Issuer(context, view, ownLog, secret);
    const judging = new Judging(context, { view, replica, membership: states });
    const journal = new Journal(context, ownLog, usage, (homes) => gossip.push(homes));
    const ownSpace = new OwnSpace(context, view, ownLog);
    const rules = states;
    const grants = new Grants(context, { view, usage, issuer, judging, rules });
    const grantClient = new GrantClient(context, client, peers);
    const applications = new Applications(context, { replica, ownLog, book, states, client });
    this.#states = states;
    this.#peers = peers;
    this.#ownLog = ownLog;
    this.#ownSpace = ownSpace;
    this.#journal = journal;
    this.#recovery = recovery;
    this.#chores = new Chores(context, { ownLog, ownSpace, issuer });
    this.#applications = applications;
    this.gossip = gossip;
    this.logs = new LogsService(context, replica, view);
    this.accounts = new AccountsService(context, view, usage);
    this.home = new HomeService(context, { view, ownLog, usage, issuer, grants, gossip });
    this.desk = new DeskService(context, {
      view,
      ownLog,
      usage,
      judging,
      rules,
      journal,
      grants: grantClient,
      gossip,
    });
    this.programmes = new ProgrammesService(context, {
      view,
      replica,
      ownLog,
      book,
      states,
      client,
      applications,
      gossip,
    });
  }

  async start(): Promise<void> {
    await this.#peers.load();
    await this.#ownLog.open();
    // A space that knows no peers has nobody to ask for what it lost.
    await this.#recovery.attempt();
    if (!this.#recovery.isNeeded) await this.#journal.flush();
    await this.#chores.start();
    this.gossip.start();
    this.#held.replica.onChange(() => void this.#welcome());
    await this.#welcome();
  }

  /**
   * Calls the applicants that have been admitted since the programmes last changed. Never fails.
   */
  async #welcome(): Promise<void> {
    const { revision } = this.#held.view.governance;
    if (revision === this.#revision) return;
    this.#revision = revision;
    try {
      const admitted = await this.#applications.takeAdmitted();
      if (admitted.length > 0) this.gossip.push(admitted);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown';
      this.#context.ports.logger.error('welcome-failed', { message });
    }
  }

  async stop(): Promise<void> {
    await this.gossip.stop();
    await this.#chores.stop();
    // Whatever still appends ends first.
    await this.#held.replica.exclusively(() => Promise.resolve());
  }

  async #recovered(): Promise<void> {
    await this.#chores.run();
    await this.#journal.flush();
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
      mode: this.#ownLog.mode,
      modeReason: this.#ownLog.modeReason,
      logSize: own?.head.size ?? 0,
      logRoot: own?.root ?? '',
      lastHeartbeat: own?.head.heartbeat?.time ?? null,
      pendingVisits: (await this.#journal.pending()).length,
      members: (await ports.store.members()).length,
      programmes,
      peers: this.#peers.known().length,
      publicUrl: settings.publicUrl,
    };
  }

  directory(): Promise<readonly Listing[]> {
    const { view } = this.#held;
    const profiles = new Map<SpaceId, ProfileEntry>();
    for (const { space, profile } of view.spaces.values())
      if (profile) profiles.set(space, profile);
    const listings = directory({
      states: this.#states.ids().flatMap((programme) => this.#states.state(programme) ?? []),
      profiles,
      heartbeats: this.#states.heartbeats(),
      instant: this.#context.now(),
    });
    return Promise.resolve(listings);
  }

  profile(): ProfileEntry {
    return this.#ownSpace.profile();
  }

  async changeProfile(change: ProfileChange): Promise<ProfileEntry> {
    const profile = await this.#ownSpace.change(change);
    this.gossip.push([]);
    return profile;
  }

  async closeSpace(): Promise<void> {
    const peers = this.#peers.known();
    await this.#ownSpace.close();
    this.gossip.push(peers);
  }

  peerKey(space: SpaceId): Uint8Array | null {
    const introduced = this.#held.book.introduced(space);
    return this.#held.view.space(space)?.peerKey ?? introduced?.peerKey ?? null;
  }

  async signAsPeer(message: Uint8Array): Promise<Uint8Array> {
    const { ports, identity } = this.#context;
    return ports.signatures.sign(identity.keys.peer, message);
  }
}
