/**
 * Bent edges of a node: what a liar changes of what its engine sends and answers. The engine is the
 * real one; an honest node has no bend.
 */

import type { PeerClient } from '@covisa/node';
import { encodeUtf8, type SpaceId } from '@covisa/protocol';
import type { SimSpace } from './sim-space.js';

/** What a caller signs by its peer key, once for a whole run. */
export const PROOF_OF_KEY = encodeUtf8('covisa sim: this is my peer key');

/** Who calls, by whose clock and with whose key. */
export interface Caller {
  readonly space: SpaceId;
  /** Seconds, by the caller's clock. */
  readonly created: number;
  /** A signature of `PROOF_OF_KEY`. */
  readonly proof: Uint8Array;
}

/** A request that the liar's engine sends. */
export interface Sent {
  readonly peer: SpaceId;
  readonly path: string;
  readonly body: Uint8Array;
}

/** A request that comes to the liar. */
export interface Asked {
  readonly caller: Caller;
  readonly path: string;
  readonly body: Uint8Array;
}

/** What the honest node would have done with a body: its own, or another one. */
export type Honest = (body: Uint8Array) => Promise<Uint8Array>;

export interface Bend {
  readonly send?: (sent: Sent, honest: Honest) => Promise<Uint8Array>;
  readonly answer?: (asked: Asked, honest: Honest) => Promise<Uint8Array>;
}

/** The client of a node, whatever its bend is at the time. */
export function bentClient(space: SimSpace, client: PeerClient): PeerClient {
  return {
    ...client,
    send(peer, path, body, options) {
      const honest = (bytes: Uint8Array) => client.send(peer, path, bytes, options);
      return space.bend?.send?.({ peer: peer.space, path, body }, honest) ?? honest(body);
    },
  };
}
