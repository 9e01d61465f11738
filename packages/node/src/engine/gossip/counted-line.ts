/** The line to a peer for one sync, with what went over it. */

import type { Seconds } from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import { TransportError } from '../../ports.js';
import type { PeerAddress, PeerClient } from './peer-client.js';

/**
 * Messages of one sync at most: a catch-up of a large network takes some hundreds. A peer may
 * always have one entry more, and a disk may lose what was taken.
 */
const ROUNDS_MAX = 2000;

/** Messages that a sync has left when its node stops: enough for what was just written. */
const LAST_ROUNDS_MAX = 8;

/** What a line is made of. */
export interface LineParts {
  readonly client: PeerClient;
  readonly isStopped: () => boolean;
}

/** Sends, and counts. */
export class CountedLine {
  readonly #parts: LineParts;
  readonly #peer: PeerAddress;
  #rounds = 0;
  #lastRounds = 0;
  #bytesOut = 0;
  #bytesIn = 0;
  #skew: Seconds | null = null;

  constructor(parts: LineParts, peer: PeerAddress) {
    this.#parts = parts;
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
    return this.#parts.client.send(this.#peer, '/covisa/v1/sync', body, {
      observe: ({ bytesOut, bytesIn, skewSeconds }) => {
        this.#bytesOut += bytesOut;
        this.#bytesIn += bytesIn;
        this.#skew = skewSeconds;
      },
    });
  }

  /**
   * Counts a message that is being made; true for the first one.
   * @throws TransportError PEER_ENDLESS; NodeError NOT_READY where the node stops
   */
  begin(): boolean {
    if (this.#parts.isStopped()) this.#lastRounds += 1;
    if (this.#lastRounds > LAST_ROUNDS_MAX) {
      throw new NodeError('NOT_READY', 'sync: expected a node that runs, got one that stops');
    }
    if (this.#rounds >= ROUNDS_MAX) {
      throw new TransportError('PEER_ENDLESS', `sync: expected an end in ${ROUNDS_MAX} messages`);
    }
    this.#rounds += 1;
    return this.#rounds === 1;
  }
}
