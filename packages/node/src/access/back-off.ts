/**
 * Back-off on wrong passwords, PINs and codes: some failures are free, since people mistype, and
 * each further one doubles the wait. Kept in memory: whoever can restart the node needs no
 * password.
 */

import type { Seconds } from '@covisa/protocol';
import { NodeError } from '../errors.js';

/** Failures in a row that cost no wait. */
const FREE_FAILURES = 4;
/** The wait after the first failure that costs one. */
const FIRST_WAIT_SECONDS = 5;
/** After so long without an attempt nothing is remembered. */
const MEMORY_SECONDS = 86_400;

interface Failures {
  count: number;
  /** Of the latest attempt. */
  at: Seconds;
  /** No attempt is taken before. */
  until: Seconds;
}

/** How hard a back-off is. */
export interface BackOffRule {
  readonly waitSecondsMax: Seconds;
  /** Keys remembered: bounds the memory that strangers can take. */
  readonly keysMax: number;
}

/** The attempts by key: an account, or a place from which attempts come. */
export class BackOff {
  readonly #now: () => Seconds;
  readonly #rule: BackOffRule;
  /** In the order of the latest attempt. */
  readonly #failures = new Map<string, Failures>();

  constructor(now: () => Seconds, rule: BackOffRule) {
    this.#now = now;
    this.#rule = rule;
  }

  /** Seconds until the next attempt is taken; 0: now. */
  wait(key: string): Seconds {
    return Math.max(0, (this.#failures.get(key)?.until ?? 0) - this.#now());
  }

  /**
   * Counts an attempt as failed, before it is looked at: so many attempts at once are no better
   * than one after the other.
   */
  begin(key: string): void {
    const now = this.#now();
    const before = this.#failures.get(key);
    const isFresh = before !== undefined && now - before.at < MEMORY_SECONDS;
    const count = (isFresh ? before.count : 0) + 1;
    this.#failures.delete(key);
    this.#failures.set(key, { count, at: now, until: now + this.#waitAfter(count) });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > this.#rule.keysMax && oldest !== undefined) {
      this.#failures.delete(oldest);
    }
  }

  /** Whether failures are held against the key. */
  hasFailed(key: string): boolean {
    const failures = this.#failures.get(key);
    return (
      failures !== undefined && failures.count > 0 && this.#now() - failures.at < MEMORY_SECONDS
    );
  }

  /** The attempt that began succeeded: nothing is held against the key any more. */
  forgive(key: string): void {
    this.#failures.delete(key);
  }

  /** The attempt that began succeeded; earlier failures stay. */
  takeBack(key: string): void {
    const failures = this.#failures.get(key);
    if (failures === undefined) return;
    failures.count -= 1;
    failures.until = this.#now();
  }

  #waitAfter(count: number): Seconds {
    // ACCESS-8: after four failures in a row each further one doubles the wait, from 5 s: to five
    // minutes for passwords and pairing codes, to an hour for PINs.
    if (count <= FREE_FAILURES) return 0;
    const wait = FIRST_WAIT_SECONDS * 2 ** (count - FREE_FAILURES - 1);
    return Math.min(wait, this.#rule.waitSecondsMax);
  }
}

/** So many of something in each hour. */
export class HourlyBudget {
  readonly #now: () => Seconds;
  readonly #max: number;
  #hour = 0;
  #spent = 0;

  constructor(now: () => Seconds, max: number) {
    this.#now = now;
    this.#max = max;
  }

  /** Takes one; false: none is left in this hour. */
  take(): boolean {
    const hour = Math.floor(this.#now() / 3600);
    if (hour !== this.#hour) this.#spent = 0;
    this.#hour = hour;
    if (this.#spent >= this.#max) return false;
    this.#spent += 1;
    return true;
  }
}

/** @throws NodeError RATE_LIMITED with the wait, where one of the waits is not over */
export function checkWait(...waits: readonly Seconds[]): void {
  const wait = Math.max(0, ...waits);
  if (wait === 0) return;
  throw new NodeError('RATE_LIMITED', 'sign-in: too many wrong attempts', {
    remedy: `Try again in ${wait} seconds.`,
    retryAfterSeconds: wait,
  });
}
