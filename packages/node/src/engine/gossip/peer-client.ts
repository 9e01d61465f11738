/**
 * What the engine asks of other nodes: requests that are signed by our peer key, answers that are
 * verified by theirs, and the look at a node that it does not know yet. Over HTTP this is
 * http/peer-client.ts.
 */

import type { SpaceId } from '@covisa/protocol';
import { NodeError } from '../../errors.js';

/** Whom to ask. */
export interface PeerAddress {
  readonly space: SpaceId;
  /** The node's address, http or https; a path in it is kept. */
  readonly url: string;
  /** 32 bytes, Ed25519: what its answers must be signed by. */
  readonly peerKey: Uint8Array;
}

/**
 * What a node says of itself, as far as it can be checked: the space id is the hash of the
 * inception, and each resume is signed by the recovery key that the one before names.
 */
export interface Discovery {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly name: string;
  /** Where the node says that it is reached; null for a node that only calls out. */
  readonly url: string | null;
  /** The bytes of the first entries of its incarnations. */
  readonly openings: readonly Uint8Array[];
  /** 32 bytes, from the last of them. */
  readonly peerKey: Uint8Array;
}

/** What may be set for one request. */
export interface PeerRequestOptions {
  /** Default `application/covisa-sync`. */
  readonly contentType?: string;
  /** For the whole exchange; default: the client's. */
  readonly timeoutMilliseconds?: number;
  /** Of the answer's body; default SYNC_BYTES_MAX. */
  readonly bytesMax?: number;
  /** Told of every answer whose signature holds, before it is returned or thrown. */
  readonly observe?: (exchange: PeerExchange) => void;
}

/** What an exchange cost, and what it says of the peer's clock. */
export interface PeerExchange {
  /** Of the bodies as sent, after any compression. */
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** The peer's clock less ours, in seconds. */
  readonly skewSeconds: number;
}

/** The peer answered with an error. */
export class PeerRefusal extends NodeError {
  /** The peer's code, stable; null where the answer has none, as those of proxies. */
  readonly peerCode: string | null;
  /** The answer's HTTP status. */
  readonly peerStatus: number;
  /**
   * Whether the peer itself said so: false for what a proxy, or anybody in between, may have said.
   */
  readonly isSigned: boolean;

  constructor(status: number, code: string | null, sentence: string | null, isSigned: boolean) {
    super(
      'PEER_REFUSED',
      `peer: refused with ${code ?? status}${sentence ? ` (${sentence})` : ''}`,
    );
    this.peerCode = code;
    this.peerStatus = status;
    this.isSigned = isSigned;
  }
}

/** Requests to other nodes. */
export interface PeerClient {
  /**
   * Posts a signed request to `path` (from `/covisa/…`) and returns the body of the verified
   * answer.
   * @throws TransportError; NodeError PEER_SIGNATURE_INVALID, PEER_ANSWER_INVALID; PeerRefusal with
   * the peer's code
   */
  send(
    peer: PeerAddress,
    path: string,
    body: Uint8Array,
    options?: PeerRequestOptions,
  ): Promise<Uint8Array>;
  /**
   * Looks at an unknown node. Nothing is signed; the space id is checked against the inception.
   * @throws TransportError; NodeError PEER_ANSWER_INVALID; PeerRefusal
   */
  discover(url: string): Promise<Discovery>;
  /**
   * What anybody may read at a node, by its path from `/covisa/…`. Nothing is signed.
   * @throws TransportError; PeerRefusal
   */
  read(url: string, path: string, bytesMax: number): Promise<Uint8Array>;
}

/** Who asks. */
export interface PeerSelf {
  readonly space: SpaceId;
  /** Signs with our own peer key. */
  readonly signAsPeer: (message: Uint8Array) => Promise<Uint8Array>;
}

/** The engine's port to other nodes: its line to them, once it knows who it is itself. */
export type Connect = (self: PeerSelf) => PeerClient;
