/**
 * What the engine asks of other nodes: signed requests with signed answers, and the unsigned look at a node that it does
 * not know yet. The network itself is the Transport port; the signatures are those of http/signature.ts.
 */

import type { SpaceId } from '@covisa/protocol';

/** Whom to ask. */
export interface PeerAddress {
  readonly space: SpaceId;
  /** The node's address, http or https; a path in it is kept. */
  readonly url: string;
  /** 32 bytes, Ed25519: what its answers must be signed by. */
  readonly peerKey: Uint8Array;
}

/** What a node says of itself, as far as it can be checked: the space id is the hash of the inception. */
export interface Discovery {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly name: string;
  /** Where the node says that it is reached; null for a node that only calls out. */
  readonly url: string | null;
  /** The bytes of the log's first entry. */
  readonly inception: Uint8Array;
  /** 32 bytes, from the inception. */
  readonly peerKey: Uint8Array;
}

/** What may be set for one request. */
export interface PeerRequestOptions {
  /** Default `application/covisa-sync`. */
  readonly contentType?: string;
  /** For the whole exchange; default 10,000. */
  readonly timeoutMilliseconds?: number;
  /** Of the answer's body; default SYNC_BYTES_MAX. */
  readonly bytesMax?: number;
}

/** Requests to other nodes. */
export interface PeerClient {
  /**
   * Posts a signed request to `path` (from `/covisa/…`) and returns the body of the verified answer.
   * @throws TransportError; NodeError PEER_SIGNATURE_INVALID, PEER_ANSWER_INVALID, PEER_REFUSED (see `peerCodeOf`)
   */
  send(
    peer: PeerAddress,
    path: string,
    body: Uint8Array,
    options?: PeerRequestOptions,
  ): Promise<Uint8Array>;
  /**
   * Looks at an unknown node. Nothing is signed; the space id is checked against the inception.
   * @throws TransportError; NodeError PEER_ANSWER_INVALID, PEER_REFUSED
   */
  discover(url: string): Promise<Discovery>;
}
