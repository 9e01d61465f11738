/** Collects the presentation behind a spoken code from the home that the member named. */

import { encodeUtf8, ProtocolError, parseUtf8, type SpaceId, shape } from '@covisa/protocol';
import { NodeError } from '../../../errors.js';
import { type PeerClient, PeerRefusal } from '../../gossip/peer-client.js';
import type { Peers } from '../../gossip/peers.js';

const ANSWER_BYTES_MAX = 8 * 1024;
const TIMEOUT_MILLISECONDS = 5000;
const answerShape = shape.open({ token: shape.text({ min: 1, max: 4096 }) });

/** The desk's line to the homes, for codes. */
export class SpokenClient {
  readonly #client: PeerClient;
  readonly #peers: Peers;

  constructor(client: PeerClient, peers: Peers) {
    this.#client = client;
    this.#peers = peers;
  }

  /**
   * The token that the home keeps under a code.
   * @throws NodeError PEER_UNREACHABLE where the home has no address, NOT_FOUND for a wrong code
   */
  async collect(home: SpaceId, code: string): Promise<string> {
    const peer = this.#peers.address(home);
    if (!peer) {
      throw new NodeError('PEER_UNREACHABLE', 'home: its node has no address', {
        remedy: 'Scan the code, or ask the member to show it bigger.',
      });
    }
    const body = encodeUtf8(JSON.stringify({ code }));
    try {
      const answer = await this.#client.send(peer, '/covisa/v1/spoken/collect', body, {
        contentType: 'application/json',
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
        bytesMax: ANSWER_BYTES_MAX,
      });
      return tokenIn(answer);
    } catch (error) {
      if (!(error instanceof PeerRefusal) || error.peerCode !== 'NOT_FOUND') throw error;
      throw new NodeError('NOT_FOUND', 'code: the home knows no such code', {
        remedy: 'Check the home space and the code; it is good for two minutes, once.',
        cause: error,
      });
    }
  }
}

function tokenIn(body: Uint8Array): string {
  try {
    return answerShape.parse(JSON.parse(parseUtf8(body))).token;
  } catch (cause) {
    if (cause instanceof ProtocolError) throw cause;
    throw new ProtocolError('JSON_INVALID', 'spoken code: expected an answer of JSON', { cause });
  }
}
