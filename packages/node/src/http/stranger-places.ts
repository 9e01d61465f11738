/**
 * Places for requests of strangers, whose bodies are read before anything is known of them: bounds
 * the memory and the time that those can take who have shown nothing yet.
 */

import { NodeError } from '../errors.js';
import type { Clock } from '../ports.js';

/** Requests of strangers to one route that are read and answered at once. */
const STRANGERS_AT_ONCE_MAX = 4;
/** Milliseconds for the body of a stranger: an application over a slow line fits. */
const STRANGER_BODY_MILLISECONDS = 5000;

/** The places of one route; whoever comes when all are taken is sent away. */
export class StrangerPlaces {
  readonly #clock: Clock;
  readonly #isShared: boolean;
  readonly #taken: string[] = [];

  /** `isShared`: whether one address may take several of them, as in trials on one machine. */
  constructor(clock: Clock, isShared: boolean) {
    this.#clock = clock;
    this.#isShared = isShared;
  }

  /**
   * Does work for a stranger at this address in a place of its own.
   * @throws NodeError RATE_LIMITED
   */
  async hold<T>(address: string, work: () => Promise<T>): Promise<T> {
    // HTTP-18: of strangers a route reads four at once, and of one address one.
    const isHere = !this.#isShared && this.#taken.includes(address);
    if (isHere || this.#taken.length >= STRANGERS_AT_ONCE_MAX) {
      throw new NodeError('RATE_LIMITED', 'caller: this node reads other strangers just now', {
        remedy: 'Try again in a minute.',
      });
    }
    this.#taken.push(address);
    try {
      return await work();
    } finally {
      this.#taken.splice(this.#taken.indexOf(address), 1);
    }
  }

  /** What is read of a stranger's body; `onLate` is called if it takes too long. */
  async inTime<T>(read: Promise<T>, onLate: () => void): Promise<T> {
    let cancel = () => {};
    const late = new Promise<never>((_resolve, reject) => {
      // HTTP-19: a stranger's body is there within five seconds.
      const timer = this.#clock.after(STRANGER_BODY_MILLISECONDS, () => {
        onLate();
        reject(new NodeError('REQUEST_INVALID', 'body: expected the whole of it within 5 seconds'));
      });
      cancel = () => timer.cancel();
    });
    try {
      return await Promise.race([read, late]);
    } finally {
      cancel();
    }
  }
}
