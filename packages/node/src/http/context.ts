/** What all routes share: the engine behind them and what the operator decided. */

import type { Seconds, Sha256, SignatureBackend } from '@covisa/protocol';
import type { Access } from '../access/index.js';
import type { Engine } from '../engine/services.js';
import type { Clock, Logger } from '../ports.js';
import type { SetUp } from './set-up/routes.js';

/**
 * Requests that one address (or IPv6 /56) may make in a minute; null for no limit, for trials on
 * one machine.
 */
export interface RateLimits {
  /** Wallets: claim, renew, visits. A claim code must not be guessed. */
  readonly wallet: number | null;
  /** Other nodes. */
  readonly peers: number | null;
  /** People's routes and public reads; of pages and their files ten times as many. */
  readonly people: number | null;
}

/** The explicit test clock. */
export interface TestClock {
  /** Moves the clock on. Returns when what became due has been started. */
  advance(seconds: Seconds): void | Promise<void>;
}

export interface AppSettings {
  /**
   * Where others reach this node, without a trailing slash; null for a node that only calls out.
   */
  readonly publicUrl: string | null;
  /** Proxies whose word about the caller's address is taken: hops, or addresses and ranges. */
  readonly trustProxy: number | readonly string[];
  readonly rateLimits: RateLimits;
}

/** Everything that the HTTP shell stands on. */
export interface AppOptions {
  readonly engine: Engine;
  readonly settings: AppSettings;
  /** Who may call the people's routes. */
  readonly access: Access;
  readonly now: () => Seconds;
  /** Measures how long strangers take. */
  readonly clock: Clock;
  readonly logger: Logger;
  /** Null: off. */
  readonly testClock: TestClock | null;
  readonly signatures: SignatureBackend;
  readonly sha256: Sha256;
  /** The folder of built pages; null for a node without pages. */
  readonly pages: string | null;
  /** First set-up of a space that has no password yet; null for none. */
  readonly setUp: SetUp | null;
}

/**
 * Requests for pages and their files. A wallet or desk that is put on a device fetches all of its
 * files at once, and a whole space may do so from behind one address.
 */
export function pagesPerMinute({ people }: RateLimits): number | null {
  return people === null ? null : 10 * people;
}

/** Generous to a whole space behind one address, too few to guess a claim code. */
export const DEFAULT_RATE_LIMITS: RateLimits = { wallet: 120, peers: 1200, people: 1200 };
