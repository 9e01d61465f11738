/**
 * One space of a test network: its disk (store and head file), its secret, and the engine that runs
 * over them.
 */

import {
  encodeUtf8,
  type ProfileEntry,
  recoveryDigest,
  type SpaceId,
  sha256,
} from '@covisa/protocol';
import { type MemorySnapshot, type MemoryStore, openMemoryStore, type Store } from '@covisa/store';
import { nodeSignatureBackend } from '../../../dist/adapters/ed25519-node.js';
import { nodeSha256 } from '../../../dist/adapters/sha256-node.js';
import type { EnginePorts, EngineSettings } from '../../../dist/engine/context.js';
import { createEngine, initialiseSpace } from '../../../dist/engine/engine.js';
import { Recoverable, type Recovered, type RecoverOrder } from '../../../dist/engine/recover.js';
import type { Engine } from '../../../dist/engine/services.js';
import type { Clock, Mail } from '../../../dist/ports.js';
import { answerOf, type Network, settle } from './network.js';
import { EventLog, MemoryHeadFile, seededRandom } from './ports.js';

/** What may differ from space to space. */
export interface SpaceOptions {
  /** False: a node that only calls out. */
  readonly isPublic?: boolean;
  /** Instead of the network's clock. */
  readonly clock?: Clock;
  readonly mail?: Mail;
  readonly settings?: Partial<EngineSettings>;
  readonly profile?: Partial<ProfileEntry>;
  /** Instead of one in memory; such a space cannot crash, nor be restored. */
  readonly store?: Store;
  /** Another space of which this is a copied node: its secret, its disk, its settings. */
  readonly copyOf?: TestSpace;
}

/** A node whose clock is moved on purpose: what falls due by it is done at once. */
export const TEST_CLOCK = { testClockOffset: () => 0 } as const;

/** What lies on a node's disk. */
export interface Backup {
  readonly store: MemorySnapshot;
  readonly head: Uint8Array | null;
}

/** One life of a node: what it set or sent means nothing any more once it has ended. */
interface Run {
  readonly engine: Engine;
  isAlive: boolean;
}

const signatures = nodeSignatureBackend();

export class TestSpace {
  readonly name: string;
  readonly url: string | null;
  readonly events = new EventLog();
  headFile = new MemoryHeadFile();
  store: MemoryStore = openMemoryStore();
  /** Stands in for the engine's answer, where a test plays the peer. */
  script: ((path: string, body: Uint8Array) => Promise<Uint8Array>) | null = null;
  readonly #network: Network;
  readonly #options: SpaceOptions;
  #secret: Uint8Array;
  /** The recovery keys that the space has had. */
  #recoveries = 0;
  #id: SpaceId | null = null;
  #run: Run | null = null;
  #runs = 0;

  private constructor(network: Network, name: string, options: SpaceOptions) {
    this.#network = network;
    this.#options = options;
    this.name = name;
    const url = options.isPublic === false ? null : `https://${name}.example`;
    this.url = options.copyOf ? options.copyOf.url : url;
    this.#secret = options.copyOf?.secret ?? sha256(encodeUtf8(`${network.seed}/${name}`));
  }

  /** A space whose log has its first entries; its node does not run yet. */
  static async create(network: Network, name: string, options: SpaceOptions): Promise<TestSpace> {
    const space = new TestSpace(network, name, options);
    if (options.copyOf) {
      const { store, head } = options.copyOf.backup();
      space.#id = options.copyOf.id;
      space.place(store, head);
      return space;
    }
    const beginnings = {
      recoveryDigest: await space.recoveryDigest(),
      profile: space.#profile(),
    };
    space.#id = await initialiseSpace(
      space.#ports(() => true),
      space.#settings(),
      space.#secret,
      beginnings,
    );
    return space;
  }

  get id(): SpaceId {
    if (this.#id === null) throw new Error(`${this.name}: has no log yet`);
    return this.#id;
  }

  get secret(): Uint8Array {
    return this.#secret;
  }

  get isRunning(): boolean {
    return this.#run !== null;
  }

  get engine(): Engine {
    if (this.#run === null) throw new Error(`${this.name}: does not run`);
    return this.#run.engine;
  }

  async start(): Promise<void> {
    const run = { isAlive: true };
    const isAlive = () => run.isAlive;
    const engine = await createEngine(this.#ports(isAlive), this.#settings(), this.#secret);
    this.#run = Object.assign(run, { engine });
    await engine.start();
  }

  async stop(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    if (run === null) return;
    await run.engine.stop();
    run.isAlive = false;
  }

  /**
   * Ends the node at once: timers, running work and answers on their way are lost, and so is what
   * it still writes.
   */
  crash(): void {
    if (this.#run) this.#run.isAlive = false;
    this.#run = null;
    this.place(this.store.snapshot(), this.headFile.bytes);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
    await settle();
  }

  backup(): Backup {
    return { store: this.store.snapshot(), head: this.headFile.bytes };
  }

  /** Crashes the node and starts it over what `backup` held. */
  async restore({ store }: Backup, head: Uint8Array | null): Promise<void> {
    this.crash();
    await settle();
    this.place(store, head);
    await this.start();
    await settle();
  }

  /** The recovery key that holds now: its seed, 32 bytes. */
  recoverySeed(number = this.#recoveries): Uint8Array {
    return sha256(encodeUtf8(`${this.#network.seed}/${this.name}/recovery/${number}`));
  }

  async recoveryDigest(number = this.#recoveries): Promise<string> {
    return recoveryDigest(await signatures.publicKey(this.recoverySeed(number)));
  }

  /** What `covisa recover` does over this disk, with the words on paper; then the node starts. */
  async recover({
    peers = [],
    recoverySeed = this.recoverySeed(),
    accept = null,
  }: Partial<RecoverOrder> = {}): Promise<Recovered> {
    this.crash();
    const nextRecovery = await this.recoveryDigest(this.#recoveries + 1);
    const order = { recoverySeed, nextRecovery, peers, accept };
    const recoverable = new Recoverable(
      this.#ports(() => true),
      this.#settings(),
      order,
    );
    await recoverable.prepare();
    this.#secret = sha256(encodeUtf8(`${this.name} after recovery ${this.#recoveries}`));
    const recovered = await recoverable.finish(this.#secret);
    this.#recoveries += 1;
    await this.start();
    await settle();
    return recovered;
  }

  /** Puts these onto the node's disk; it does not run. */
  place(store: MemorySnapshot, head: Uint8Array | null): void {
    this.store = openMemoryStore(store);
    this.headFile = new MemoryHeadFile(head);
  }

  answer(caller: SpaceId, path: string, body: Uint8Array): Promise<Uint8Array> {
    return this.script?.(path, body) ?? answerOf(this.engine, caller, path, body);
  }

  #ports(isAlive: () => boolean): EnginePorts {
    this.#runs += 1;
    return {
      store: this.#options.store ?? this.store,
      clock: clockOfRun(this.#options.clock ?? this.#network.clock, isAlive),
      random: seededRandom(`${this.#network.seed}/${this.name}/${this.#runs}`),
      connect: (self) => this.#network.clientOf(this, self, isAlive),
      headFile: this.headFile,
      mail: this.#options.mail ?? null,
      logger: this.events,
      signatures,
      sha256: nodeSha256,
    };
  }

  #settings(): EngineSettings {
    return {
      publicUrl: this.url,
      syncIntervalSeconds: 6 * 3600,
      heartbeatIntervalSeconds: 6 * 3600,
      grantBudgetMilliseconds: 1500,
      testClockOffset: () => null,
      ...this.#options.settings,
    };
  }

  #profile(): ProfileEntry {
    return {
      type: 'profile',
      signed: this.#network.now,
      name: this.name,
      open: true,
      venues: [
        {
          id: 'main',
          name: 'Main',
          address: '1 Main Street',
          latitude: 0,
          longitude: 0,
          timeZone: 'UTC',
          amenities: [],
        },
      ],
      rate: { amount: 2500, currency: 'EUR' },
      offer: {},
      languages: ['en'],
      node: this.url,
      ...this.#options.profile,
    };
  }
}

/** Timers of a run that has ended do not fire. */
function clockOfRun(clock: Clock, isAlive: () => boolean): Clock {
  return {
    nowMilliseconds: () => clock.nowMilliseconds(),
    after: (milliseconds, run) =>
      clock.after(milliseconds, () => {
        if (isAlive()) run();
      }),
  };
}
