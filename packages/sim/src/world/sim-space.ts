/**
 * One space of a world: its disk, its secret, its clock, and the engine that runs over them. It can
 * be stopped, killed at any instant, restored from an image of its disk, copied, and recovered.
 */

import {
  createEngine,
  type Engine,
  type EnginePorts,
  type EngineSettings,
  initialiseSpace,
  type Joined,
  nodeSha256,
  Recoverable,
  type Recovered,
  type RecoverOrder,
  TransportError,
} from '@covisa/node';
import {
  deriveNodeKey,
  encodeBase64url,
  encodeUtf8,
  type KnownEntry,
  type ProfileEntry,
  recoveryDigest,
  type SpaceId,
  sha256,
} from '@covisa/protocol';
import { type Bend, bentClient, type Caller } from './bend.js';
import { appendByHand, type Machine, noteJoined, prepareByHand } from './by-hand.js';
import { Disk, type DiskImage } from './disk.js';
import { EventLog } from './event-log.js';
import { profileOf } from './profile.js';
import { brokenIn } from './refusal.js';
import { Run } from './run.js';
import { Server } from './server.js';
import type { World } from './world.js';

/** What may differ from space to space. */
export interface SpaceOptions {
  /** False: a node that only calls out. */
  readonly isPublic?: boolean;
  readonly settings?: Partial<EngineSettings>;
  readonly profile?: Partial<ProfileEntry>;
  /** Of its venue; default: UTC. */
  readonly timeZone?: string;
  /** What the node says that its address is; default: by its name. */
  readonly url?: string | null;
}

interface Running {
  readonly run: Run;
  readonly engine: Engine;
  readonly server: Server;
  /** Rejects when the run ends. */
  readonly ended: Promise<never>;
  readonly end: () => void;
}

export class SimSpace {
  readonly name: string;
  readonly url: string | null;
  readonly events = new EventLog();
  disk = new Disk();
  /** How often its disk was replaced by another one; a crash only opens it anew. */
  restores = 0;
  /** Milliseconds by which its clock is ahead. */
  skew = 0;
  /** Mean milliseconds of a write; 0: it is down at once. */
  diskDelay = 0;
  /** Timers that were set still when the node had been stopped; it should do nothing any more. */
  timersLeft = 0;
  /** How its edges are bent, where it lies. */
  bend: Bend | null = null;
  readonly #world: World;
  readonly #options: SpaceOptions;
  #secret: Uint8Array;
  #recoveries = 0;
  #id: SpaceId | null = null;
  #running: Running | null = null;
  #runs = 0;

  private constructor(world: World, name: string, options: SpaceOptions) {
    this.#world = world;
    this.#options = options;
    this.name = name;
    const url = options.isPublic === false ? null : `https://${name}.example`;
    this.url = options.url === undefined ? url : options.url;
    this.#secret = sha256(encodeUtf8(`${world.seed}/${name}`));
    this.events.observe = (one) => {
      const broken = brokenIn(one);
      if (broken !== null) world.crashed?.(this, `sync-failed: ${broken}`);
    };
  }

  /** A space whose log has its first entries; its node does not run yet. */
  static async create(world: World, name: string, options: SpaceOptions): Promise<SimSpace> {
    const space = new SimSpace(world, name, options);
    const run = new Run(0);
    space.#id = await initialiseSpace(space.#ports(run), space.#settings(), space.#secret, {
      recoveryDigest: await space.recoveryDigest(),
      profile: profileOf(space, options.timeZone, options.profile),
    });
    return space;
  }

  /** A cloned machine: secret, disk and address are the same, and nobody reaches it there. */
  clone(name: string): SimSpace {
    const copy = new SimSpace(this.#world, name, { ...this.#options, url: this.url });
    copy.#secret = this.#secret;
    copy.#id = this.#id;
    copy.skew = this.skew;
    copy.disk = new Disk(this.disk.image());
    return copy;
  }

  get id(): SpaceId {
    if (this.#id === null) throw new Error(`${this.name}: has no log yet`);
    return this.#id;
  }

  get secret(): Uint8Array {
    return this.#secret;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  get engine(): Engine {
    if (this.#running === null) throw new Error(`${this.name}: does not run`);
    return this.#running.engine;
  }

  /** Resolves when it runs. @throws TransportError when it is killed on the way */
  async start(): Promise<void> {
    if (this.#running !== null) return;
    const run = this.#nextRun();
    const engine = await createEngine(this.#ports(run), this.#settings(), this.#secret);
    let end = (): void => undefined;
    const ended = new Promise<never>((_, reject) => {
      end = () => reject(new TransportError('PEER_UNREACHABLE', 'peer: no answer'));
    });
    ended.catch(() => undefined);
    const server = new Server(engine, this.#world.signatures, () => this.now);
    this.#running = { run, engine, server, ended, end };
    await this.whileRunning(engine.start());
  }

  /** As an owner stops it: running work ends first. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    await running.engine.stop();
    this.timersLeft += running.run.timers;
    running.run.isAlive = false;
    running.end();
  }

  /** Kills the node: timers, running work, answers on their way and what it writes are lost. */
  crash(): void {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    running.run.isAlive = false;
    running.end();
    this.disk = new Disk(this.disk.image());
  }

  /** Crashes the node; the next start is over this image. */
  replaceDisk(image: DiskImage): void {
    this.crash();
    this.restores += 1;
    this.disk = new Disk(image);
  }

  /** The recovery key that holds now: its seed, 32 bytes. */
  recoverySeed(number = this.#recoveries): Uint8Array {
    return sha256(encodeUtf8(`${this.#world.seed}/${this.name}/recovery/${number}`));
  }

  async recoveryDigest(number = this.#recoveries): Promise<string> {
    return recoveryDigest(this.#world.signatures.publicKey(this.recoverySeed(number)));
  }

  /** What `covisa recover` does over this disk, with the words on paper; then the node starts. */
  async recover(order: Pick<RecoverOrder, 'peers'> = { peers: [] }): Promise<Recovered> {
    this.crash();
    const run = this.#nextRun();
    const recoverable = new Recoverable(this.#ports(run), this.#settings(), {
      recoverySeed: this.recoverySeed(),
      nextRecovery: await this.recoveryDigest(this.#recoveries + 1),
      accept: null,
      ...order,
    });
    await recoverable.prepare();
    this.#secret = sha256(encodeUtf8(`${this.#world.seed}/${this.name}/after/${this.#runs}`));
    const recovered = await recoverable.finish(this.#secret);
    this.#recoveries += 1;
    await this.start();
    return recovered;
  }

  /** Writes entries that its desk would not, by the keys of its log; then the node runs again. */
  async append(entries: readonly KnownEntry[]): Promise<void> {
    await this.stop();
    await appendByHand(this.#machine(), entries);
    await this.start();
  }

  /** Writes what its owner has written, and in which programmes it is, before the node runs. */
  async prepare(entries: readonly KnownEntry[], joined: readonly Joined[]): Promise<void> {
    await prepareByHand(this.#machine(), entries, this.now);
    await noteJoined(this.disk.store, joined);
  }

  /** How the book of whoever has followed its link names it; null: it has no address. */
  asIntroducer(): Joined['introducer'] {
    const { url, id } = this;
    const seed = deriveNodeKey(this.#secret, 'peer', 0);
    const peerKey = encodeBase64url(this.#world.signatures.publicKey(seed));
    return url === null ? null : { space: id, url, peerKey };
  }

  /** Of the next run. */
  #machine(): Machine {
    const ports = this.#ports(this.#nextRun());
    return { ports, settings: this.#settings(), secret: this.#secret };
  }

  /** The promise, as long as this run of the node lasts. @throws TransportError when it ends */
  whileRunning<T>(work: Promise<T>): Promise<T> {
    const running = this.#running;
    if (running === null) return Promise.reject(new TransportError('PEER_UNREACHABLE', 'peer'));
    return Promise.race([work, running.ended]);
  }

  /** What the node's server does with a signed request, its edges bent or not. */
  answer(caller: Caller, path: string, body: Uint8Array): Promise<Uint8Array> {
    const honest = (bytes: Uint8Array) => this.#answer(caller, path, bytes);
    return this.bend?.answer?.({ caller, path, body }, honest) ?? honest(body);
  }

  async #answer(caller: Caller, path: string, body: Uint8Array): Promise<Uint8Array> {
    const running = this.#running;
    if (running === null) throw new TransportError('PEER_UNREACHABLE', 'peer: no answer');
    return running.server.answer(caller, path, body);
  }

  /** Its clock, in seconds. */
  get now(): number {
    return Math.floor((this.#world.clock.nowMilliseconds() + this.skew) / 1000);
  }

  #ports(run: Run): EnginePorts {
    const world = this.#world;
    const user = {
      isAlive: () => run.isAlive,
      waits: () => this.#waits(),
      entryBytes: world.entryBytes,
    };
    return {
      store: this.disk.storeFor(user),
      headFile: this.disk.headFileFor(user),
      clock: run.clockOf(world.clock, () => this.skew),
      random: world.chance.child(`${this.name}/${run.number}`),
      connect: (self) => bentClient(this, world.line.clientOf(this, run, self)),
      mail: null,
      logger: this.events,
      signatures: world.signatures,
      sha256: nodeSha256,
      parseEntry: world.entryBytes.read,
      shareHead: world.entryBytes.shareHead,
    };
  }

  #waits(): Promise<void> | null {
    if (this.diskDelay === 0) return null;
    return this.#world.clock.sleep(this.#world.diskChance.exponential(this.diskDelay));
  }

  #nextRun(): Run {
    this.#runs += 1;
    return new Run(this.#runs);
  }

  #settings(): EngineSettings {
    return {
      publicUrl: this.url,
      syncIntervalSeconds: 60,
      heartbeatIntervalSeconds: 86_400,
      grantBudgetMilliseconds: 1500,
      testClockOffset: () => null,
      ...this.#options.settings,
    };
  }
}
