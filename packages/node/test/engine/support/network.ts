/**
 * Whole networks of real engines in one process: memory stores, one clock that a test moves, chance
 * from a seed, and a line between nodes that can be cut. Nothing here waits for the machine's time.
 */

import { encodeBase64url, encodeUtf8, parseUtf8, type SpaceId } from '@covisa/protocol';
import { nodeSignatureBackend } from '../../../dist/adapters/ed25519-node.js';
import type {
  Discovery,
  PeerAddress,
  PeerClient,
  PeerRequestOptions,
  PeerSelf,
} from '../../../dist/engine/gossip/peer-client.js';
import { PeerRefusal } from '../../../dist/engine/gossip/peer-client.js';
import { NodeError } from '../../../dist/errors.js';
import { recoveryKeyIn, resumedKey } from '../../../dist/http/opening-keys.js';
import { statusOf } from '../../../dist/http/status.js';
import { grantView } from '../../../dist/http/views.js';
import { TransportError } from '../../../dist/ports.js';
import { ManualClock } from '../../support/manual-clock.js';
import { type SpaceOptions, TestSpace } from './test-space.js';

const signatures = nodeSignatureBackend();

/** One request between two nodes, as a test may look at it. */
export interface Call {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly request: Uint8Array;
  /** Null if it failed. */
  answer: Uint8Array | null;
}

/**
 * Lets every promise that can go on go on: nothing in these networks waits for anything but
 * promises.
 */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export class Network {
  readonly clock: ManualClock;
  readonly seed: string;
  readonly spaces = new Map<string, TestSpace>();
  readonly calls: Call[] = [];
  readonly #cuts = new Set<string>();
  /** Milliseconds that an answer of a node takes. */
  readonly #delays = new Map<string, number>();
  readonly #losses = new Map<string, number>();

  constructor(seed = 'network', now = '2026-11-02T09:00:00Z') {
    this.seed = seed;
    this.clock = new ManualClock(Date.parse(now));
  }

  /** The network's time in seconds. */
  get now(): number {
    return Math.floor(this.clock.nowMilliseconds() / 1000);
  }

  /** A new space whose node runs. */
  async add(name: string, options: SpaceOptions = {}): Promise<TestSpace> {
    const space = await TestSpace.create(this, name, options);
    this.spaces.set(name, space);
    await space.start();
    await settle();
    return space;
  }

  /** New spaces, all with the same options. */
  addAll<const Names extends readonly string[]>(
    names: Names,
    options?: SpaceOptions,
  ): Promise<{ readonly [Index in keyof Names]: TestSpace }>;
  async addAll(names: readonly string[], options?: SpaceOptions): Promise<readonly TestSpace[]> {
    const spaces: TestSpace[] = [];
    for (const name of names) spaces.push(await this.add(name, options));
    return spaces;
  }

  /** Cuts each of these from each of those, in both directions. */
  cut(these: readonly TestSpace[], those: readonly TestSpace[]): void {
    for (const one of these) {
      for (const other of those) if (one !== other) this.#cuts.add(lineOf(one.name, other.name));
    }
  }

  /** Cuts all of these from each other. */
  cutApart(spaces: readonly TestSpace[]): void {
    this.cut(spaces, spaces);
  }

  /** Mends all cuts. */
  heal(): void {
    this.#cuts.clear();
  }

  /**
   * The next answers to this node are lost on their way: what it asked for was done all the same.
   */
  loseAnswers(to: TestSpace, count = 1): void {
    this.#losses.set(to.name, count);
  }

  /** From now on each answer of this node takes so long. */
  slowDown(space: TestSpace, milliseconds: number): void {
    this.#delays.set(space.name, milliseconds);
  }

  /** Lets time pass in steps, all nodes doing what falls due in each. */
  async pass(seconds: number, step = seconds): Promise<void> {
    for (let left = seconds; left > 0; left -= step) {
      this.clock.pass(Math.min(step, left) * 1000);
      await settle();
    }
  }

  async days(count: number): Promise<void> {
    await this.pass(count * 86_400, 6 * 3600);
  }

  /** Every running node syncs with all its peers, until everybody can have heard of everything. */
  async syncAll(rounds = 2): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      for (const space of this.spaces.values()) {
        if (space.isRunning) await space.engine.gossip.syncNow(null);
      }
      await settle();
    }
  }

  async stop(): Promise<void> {
    for (const space of this.spaces.values()) await space.stop();
  }

  /** The line of one run of a node to all others; `isAlive` ends with that run. */
  clientOf(from: TestSpace, self: PeerSelf, isAlive: () => boolean): PeerClient {
    return {
      send: async (peer, path, body, options = {}) => {
        const target = this.#reach(from, peer.url, isAlive, options);
        if (target.id !== peer.space) throw unreachable();
        return this.#send(from, self, target, { path, body, options }, isAlive);
      },
      discover: async (url) => discoveryOf(this.#reach(from, url, isAlive, {})),
      read: async (url, path) => publicAnswer(this.#reach(from, url, isAlive, {}), path),
    };
  }

  #reach(
    from: TestSpace,
    url: string,
    isAlive: () => boolean,
    { timeoutMilliseconds = 10_000 }: PeerRequestOptions,
  ): TestSpace {
    const target = [...this.spaces.values()].find((one) => one.url === url);
    const isCut = target && this.#cuts.has(lineOf(from.name, target.name));
    if (!target?.isRunning || !isAlive() || isCut) throw unreachable();
    if ((this.#delays.get(target.name) ?? 0) > timeoutMilliseconds) {
      throw new TransportError('PEER_TIMEOUT', 'peer: no answer in time');
    }
    return target;
  }

  async #send(
    from: TestSpace,
    self: PeerSelf,
    target: TestSpace,
    { path, body, options }: { path: string; body: Uint8Array; options: PeerRequestOptions },
    isAlive: () => boolean,
  ): Promise<Uint8Array> {
    const call: Call = { from: from.name, to: target.name, path, request: body, answer: null };
    this.calls.push(call);
    const answer = await admitted(target, self, path, body)
      .then(() => target.answer(self.space, path, body.slice()))
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
    if (!isAlive() || this.#isLost(from)) throw unreachable();
    call.answer = answer;
    options.observe?.({ bytesOut: body.length, bytesIn: answer.length, skewSeconds: 0 });
    return answer.slice();
  }

  #isLost({ name }: TestSpace): boolean {
    const left = this.#losses.get(name) ?? 0;
    this.#losses.set(name, Math.max(0, left - 1));
    return left > 0;
  }
}

/** As the signed routes: whoever signs by another key than the caller's is sent away. */
async function admitted(
  target: TestSpace,
  self: PeerSelf,
  path: string,
  body: Uint8Array,
): Promise<void> {
  const key = keyOf(target, self.space, path, body);
  if (key === null) return;
  const message = encodeUtf8(path);
  const signature = await self.signAsPeer(message);
  if (await signatures.verify({ publicKey: key, message, signature })) return;
  throw new NodeError('REQUEST_SIGNATURE_INVALID', "signature: expected the caller's peer key");
}

/** The key by which a caller is checked; null where it is a stranger. */
function keyOf(
  target: TestSpace,
  caller: SpaceId,
  path: string,
  body: Uint8Array,
): Uint8Array | null {
  if (path === '/covisa/v1/resume') return resumedKey(caller, body);
  if (path === '/covisa/v1/recovery') return recoveryKeyIn(caller, body);
  return target.script ? null : target.engine.peerKey(caller);
}

/** What a node's routes do with a request, by its path. */
export async function answerOf(
  engine: TestSpace['engine'],
  caller: SpaceId,
  path: string,
  body: Uint8Array,
): Promise<Uint8Array> {
  switch (path) {
    case '/covisa/v1/sync':
      return engine.gossip.answer(caller, body);
    case '/covisa/v1/resume':
      return engine.resumes.take(caller, body);
    case '/covisa/v1/recovery':
      return engine.resumes.give(caller, body);
    case '/covisa/v1/apply':
      return engine.programmes.apply(caller, body);
    case '/covisa/v1/grant': {
      const answer = await engine.home.grant(caller, JSON.parse(parseUtf8(body)));
      return encodeUtf8(JSON.stringify(grantView(answer)));
    }
    case '/covisa/v1/spoken/collect': {
      const { code } = JSON.parse(parseUtf8(body));
      return encodeUtf8(JSON.stringify({ token: engine.spoken.collect(caller, code) }));
    }
    case '/covisa/v1/messages':
      return engine.messages.take(caller, body);
    case '/covisa/v1/messages/collect':
      return engine.messages.giveOut(caller, body);
    default:
      throw new Error(`path: expected one of the protocol's, got ${path}`);
  }
}

/** A peer's address, for a test that speaks for itself. */
export function addressOf(space: TestSpace): PeerAddress {
  const peerKey = space.engine.peerKey(space.id);
  if (!space.url || !peerKey) throw new Error(`${space.name}: expected a node with an address`);
  return { space: space.id, url: space.url, peerKey };
}

/** What a node shows to everybody, or a test in its place. */
function publicAnswer(target: TestSpace, path: string): Promise<Uint8Array> {
  return target.script?.(path, new Uint8Array(0)) ?? publicLog(target, path);
}

/** The public routes of a node's log. */
export async function publicLog({ engine }: TestSpace, path: string): Promise<Uint8Array> {
  const below = path.replace('/covisa/v1/log/', '');
  if (below === 'checkpoint') return encodeUtf8(engine.logs.checkpoint());
  return engine.logs.tile(below.replace('tile/', ''));
}

async function discoveryOf(target: TestSpace): Promise<Discovery> {
  const { space: _, ...address } = addressOf(target);
  const openings = await target.engine.logs.openings();
  return {
    space: target.id,
    incarnation: openings.length - 1,
    name: target.name,
    url: address.url,
    openings,
    peerKey: address.peerKey,
  };
}

function lineOf(one: string, other: string): string {
  return [one, other].sort().join(' | ');
}

function unreachable(): TransportError {
  return new TransportError('PEER_UNREACHABLE', 'peer: no answer');
}

function refusalOf(error: unknown): PeerRefusal {
  const hasCode = error instanceof Error && 'code' in error;
  const code = hasCode ? String(error.code) : 'INTERNAL';
  return new PeerRefusal(statusOf(error), code, String(error), true);
}

/** base64url of 32 equal bytes: stands for keys and digests that nobody looks into. */
export function filler(byte: number): string {
  return encodeBase64url(new Uint8Array(32).fill(byte));
}
