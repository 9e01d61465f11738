/** The line to a peer for one sync, with what went over it. */

import type { Seconds } from '@covisa/protocol';
import type { PeerAddress, PeerClient } from './peer-client.js';

/** Messages of one sync at most: a catch-up of a large network takes some hundreds. */
const ROUNDS_MAX = 2000;

/** Sends, and counts. */
export class CountedLine {
  readonly #client: PeerClient;
  readonly #peer: PeerAddress;
  #rounds = 0;
  #bytesOut = 0;
  #bytesIn = 0;
  #skew: Seconds | null = null;

  constructor(client: PeerClient, peer: PeerAddress) {
    this.#client = client;
    this.#peer = peer;
  }

  /** The peer's clock less ours; null before its first answer. */
  get skew(): Seconds | null {
    return this.#skew;
  }

  /** Messages that went out, and the bytes of bodies, as a report tells them. */
  get counts() {
    return { rounds: this.#rounds, bytesOut: this.#bytesOut, bytesIn: this.#bytesIn };
  }

  /** @throws whatever the transport throws */
  send(body: Uint8Array): Promise<Uint8Array> {
    return this.#client.send(this.#peer, '/covisa/v1/sync', body, {
      observe: ({ bytesOut, bytesIn, skewSeconds }) => {
        this.#bytesOut += bytesOut;
        this.#bytesIn += bytesIn;
        this.#skew = skewSeconds;
      },
    });
  }

  /**
   * Counts a message that is being made; true for the first one.
   * @throws RangeError for a sync without end
   */
  begin(): boolean {
    this.#rounds += 1;
    if (this.#rounds > ROUNDS_MAX)
      throw new RangeError(`sync: expected at most ${ROUNDS_MAX} messages`);
    return this.#rounds === 1;
  }
}
