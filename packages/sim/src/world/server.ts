/** What a node's server does with a signed request: the checks and routes of the real one. */

import {
  type Engine,
  NodeError,
  type NodeSignatureBackend,
  nodeSha256,
  type PeerRoute,
  peerRoutes,
  ReplayGuard,
} from '@covisa/node';
import { type Caller, PROOF_OF_KEY } from './bend.js';

/** The server of one run of a node. */
export class Server {
  readonly #engine: Engine;
  readonly #signatures: Pick<NodeSignatureBackend, 'verify'>;
  readonly #now: () => number;
  readonly #routes: Readonly<Record<string, PeerRoute>>;
  readonly #replays = new ReplayGuard();
  #nonces = 0;

  constructor(engine: Engine, signatures: Pick<NodeSignatureBackend, 'verify'>, now: () => number) {
    this.#engine = engine;
    this.#signatures = signatures;
    this.#now = now;
    this.#routes = peerRoutes(engine, nodeSha256);
  }

  async answer(
    { space, created, proof }: Caller,
    path: string,
    body: Uint8Array,
  ): Promise<Uint8Array> {
    const route = this.#routes[path];
    if (!route) throw new NodeError('NOT_FOUND', `path: expected a route, got ${path}`);
    const read = { keyid: space, created, nonce: `${this.#nonces++}` };
    this.#replays.checkTime(read, this.#now());
    const known = route.isKeyNew === true ? null : this.#engine.peerKey(space);
    const key = known ?? route.keyInBody?.(space, body) ?? null;
    if (key === null) throw new NodeError('PEER_UNKNOWN', 'caller: expected a known space');
    const check = { publicKey: key, message: PROOF_OF_KEY, signature: proof };
    if (!this.#signatures.verify(check)) {
      throw new NodeError('REQUEST_SIGNATURE_INVALID', "signature: expected the caller's peer key");
    }
    this.#replays.admit(read, this.#now());
    return route.answer(space, body);
  }
}
