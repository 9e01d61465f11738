/**
 * The line between nodes: what HTTP and the internet do to a request. It takes time, is lost, comes
 * twice, overtakes another, or meets a wall; and the routes, the freshness of requests and the keys
 * of callers are those of the real server. Only the encoding of signatures in headers is left out:
 * a caller proves its key once in each run.
 */

import {
  type Discovery,
  type PeerClient,
  PeerRefusal,
  type PeerRequestOptions,
  type PeerSelf,
  statusOf,
  TransportError,
} from '@covisa/node';
import { encodeUtf8, type SpaceId } from '@covisa/protocol';
import { PROOF_OF_KEY } from './bend.js';
import type { Chance } from './chance.js';
import { codeOf } from './refusal.js';
import type { Run } from './run.js';
import type { SimSpace } from './sim-space.js';
import type { World } from './world.js';

const DEFAULT_TIMEOUT = 10_000;

/** How bad the line is; all of it may change while a world runs. */
export interface Weather {
  /** Probability that a request, or an answer, is lost. */
  loss: number;
  /** Probability that a request comes twice. */
  duplication: number;
  /** Mean time of one way, in milliseconds; exponential, so that messages overtake each other. */
  delay: number;
}

/** One exchange of bodies, as it went; for those who count bytes. */
export interface Exchanged {
  readonly from: SimSpace;
  readonly to: SimSpace;
  readonly path: string;
  /** What was asked. */
  readonly body: Uint8Array;
  readonly bytesOut: number;
  readonly bytesIn: number;
}

/** All lines of a world. */
export class Line {
  readonly weather: Weather = { loss: 0, duplication: 0, delay: 0 };
  /** Told of every answer that arrives. */
  observe: ((exchanged: Exchanged) => void) | null = null;
  /** How many requests met which fault. */
  readonly faults = { lost: 0, duplicated: 0, walled: 0, late: 0 };
  readonly #world: World;
  readonly #chance: Chance;
  /** Directions in which nothing passes: from a name to another. */
  readonly #walls = new Map<string, Set<string>>();

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  /** Nothing passes any more from each of these to each of those. */
  wall(these: readonly SimSpace[], those: readonly SimSpace[]): void {
    for (const one of these) {
      const walls = this.#walls.get(one.name) ?? new Set();
      this.#walls.set(one.name, walls);
      for (const other of those) if (one !== other) walls.add(other.name);
    }
  }

  /** Hears of exchanges, beside whoever did before, until it is called off. */
  listen(hear: (exchanged: Exchanged) => void): () => void {
    const before = this.observe;
    let isHeard = true;
    const observe = (exchanged: Exchanged): void => {
      before?.(exchanged);
      if (isHeard) hear(exchanged);
    };
    this.observe = observe;
    return () => {
      isHeard = false;
      if (this.observe === observe) this.observe = before;
    };
  }

  /** Everything passes again. */
  heal(): void {
    this.#walls.clear();
  }

  /** The client of one run of a node. */
  clientOf(from: SimSpace, run: Run, self: PeerSelf): PeerClient {
    let proof: Promise<Uint8Array> | null = null;
    return {
      send: async (peer, path, body, options = {}) => {
        proof ??= self.signAsPeer(PROOF_OF_KEY);
        const signed = { space: self.space, created: from.now, proof: await proof };
        const answer = await this.#carry(from, run, peer.url, options, async (target) => {
          if (target.id !== peer.space) throw unreachable();
          return target.answer(signed, path, body.slice());
        });
        const to = this.#world.at(peer.url);
        if (to) this.#note({ from, to, path, body, answer, options });
        return answer.slice();
      },
      discover: (url) =>
        this.#carry(from, run, url, {}, (target) => discoveryOf(target, target.engine)),
      read: (url, path) => this.#carry(from, run, url, {}, (target) => publicLog(target, path)),
    };
  }

  #note({ from, to, path, body, answer, options }: Noted): void {
    options.observe?.({
      bytesOut: body.length,
      bytesIn: answer.length,
      skewSeconds: Math.round((to.skew - from.skew) / 1000),
    });
    this.observe?.({ from, to, path, body, bytesOut: body.length, bytesIn: answer.length });
  }

  /** There and back, with all that may happen on the way. */
  async #carry<Answer>(
    from: SimSpace,
    run: Run,
    url: string,
    { timeoutMilliseconds = DEFAULT_TIMEOUT }: PeerRequestOptions,
    answer: (target: SimSpace) => Promise<Answer>,
  ): Promise<Answer> {
    const { clock } = this.#world;
    const began = clock.nowMilliseconds();
    const target = this.#world.at(url);
    await this.#way();
    const isStopped = !target || this.#isWalled(from, target) || this.#isLost();
    if (isStopped) return this.#timeout(began, timeoutMilliseconds);
    if (!target.isRunning) throw unreachable();
    const answered = await this.#answered(target, answer).catch((error: unknown) => {
      if (error instanceof TransportError) throw error;
      return refusalOf(error);
    });
    await this.#way();
    if (!run.isAlive) throw unreachable();
    if (this.#isWalled(target, from) || this.#isLost()) {
      return this.#timeout(began, timeoutMilliseconds);
    }
    if (clock.nowMilliseconds() - began > timeoutMilliseconds) {
      this.faults.late += 1;
      throw timedOut();
    }
    if (answered instanceof PeerRefusal) throw answered;
    return answered;
  }

  /** The node that is called may end meanwhile: then there is no answer. */
  async #answered<Answer>(
    target: SimSpace,
    answer: (target: SimSpace) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#chance.happens(this.weather.duplication)) {
      this.faults.duplicated += 1;
      // Whoever repeats a request has lost the answer to the first one.
      void target.whileRunning(this.#watched(target, answer)).catch(() => undefined);
    }
    return target.whileRunning(this.#watched(target, answer));
  }

  /** What breaks a node off is no refusal, though its caller is told no more than of one. */
  async #watched<Answer>(
    target: SimSpace,
    answer: (target: SimSpace) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await answer(target);
    } catch (error) {
      if (codeOf(error) === null) this.#world.crashed?.(target, error);
      throw error;
    }
  }

  async #way(): Promise<void> {
    const { delay } = this.weather;
    if (delay > 0) await this.#world.clock.sleep(this.#chance.exponential(delay));
  }

  async #timeout(began: number, timeout: number): Promise<never> {
    const { clock } = this.#world;
    // Without weather nobody has to wait for what is known.
    if (this.weather.delay > 0) {
      await clock.sleep(Math.max(0, began + timeout - clock.nowMilliseconds()));
    }
    throw timedOut();
  }

  #isWalled(from: SimSpace, to: SimSpace): boolean {
    if (!this.#walls.get(from.name)?.has(to.name)) return false;
    this.faults.walled += 1;
    return true;
  }

  #isLost(): boolean {
    if (!this.#chance.happens(this.weather.loss)) return false;
    this.faults.lost += 1;
    return true;
  }
}

interface Noted {
  readonly from: SimSpace;
  readonly to: SimSpace;
  readonly path: string;
  readonly body: Uint8Array;
  readonly answer: Uint8Array;
  readonly options: PeerRequestOptions;
}

async function publicLog({ engine }: SimSpace, path: string): Promise<Uint8Array> {
  const below = path.replace('/covisa/v1/log/', '');
  if (below === 'checkpoint') return encodeUtf8(engine.logs.checkpoint());
  return engine.logs.tile(below.replace('tile/', ''));
}

async function discoveryOf(
  { id, name, url }: SimSpace,
  engine: SimSpace['engine'],
): Promise<Discovery> {
  const openings = await engine.logs.openings();
  const peerKey = engine.peerKey(id as SpaceId);
  if (peerKey === null) throw new Error(`${name}: expected a node that knows its own key`);
  return { space: id, incarnation: openings.length - 1, name, url, openings, peerKey };
}

function unreachable(): TransportError {
  return new TransportError('PEER_UNREACHABLE', 'peer: no answer');
}

function timedOut(): TransportError {
  return new TransportError('PEER_TIMEOUT', 'peer: no answer in time');
}

function refusalOf(error: unknown): PeerRefusal {
  return new PeerRefusal(statusOf(error), codeOf(error) ?? 'INTERNAL', String(error), true);
}
