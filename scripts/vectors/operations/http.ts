/**
 * Operations of the chapter http. What they call is the node's: the protocol's library knows no
 * transport.
 */

import { ProtocolError, seconds, sha256, shape, spaceId, tweetnaclBackend } from '@covisa/protocol';
import { NodeError } from '#node/errors.js';
import { ReplayGuard } from '#node/http/replay.js';
import {
  type Prepared,
  parseAnswer,
  parseRequest,
  prepareAnswer,
  prepareRequest,
} from '#node/http/signature.js';
import { encodeContentDigest } from '#node/http/signature-base.js';
import { anyText, bytes, count, type Operations, operation } from './operation.js';

const headers = shape.record(/^[a-z-]+$/u, anyText, 100);

function toSign({ base, headers: headersOf }: Prepared) {
  const { signature: _signature, ...fields } = headersOf(new Uint8Array(64));
  return { base, headers: fields };
}

/** The code of an error of protocol or node; null for a fault. */
export function codeOf(error: unknown): string | null {
  return error instanceof ProtocolError || error instanceof NodeError ? error.code : null;
}

export const httpOperations: Operations = {
  'content-digest': operation(shape.closed({ content: bytes }), ({ content }) => ({
    field: encodeContentDigest(content, sha256),
  })),
  'request-to-sign': operation(
    shape.closed({
      method: anyText,
      url: anyText,
      content: bytes,
      keyid: spaceId,
      recipient: spaceId,
      created: seconds,
      nonce: bytes,
    }),
    (request) => toSign(prepareRequest(request)),
  ),
  'verify-request': operation(
    shape.closed({
      method: anyText,
      target: anyText,
      headers,
      content: bytes,
      recipient: spaceId,
      peerKey: bytes,
      instant: seconds,
    }),
    ({ recipient, peerKey, instant, ...request }) => {
      const read = parseRequest(request, recipient);
      new ReplayGuard().checkTime(read, instant);
      if (!tweetnaclBackend.verify(read.check(peerKey))) {
        throw new NodeError('REQUEST_SIGNATURE_INVALID', 'request: the signature does not hold');
      }
      const { keyid, created, nonce } = read;
      return { keyid, created, nonce };
    },
  ),
  'answer-to-sign': operation(
    shape.closed({
      status: count,
      content: bytes,
      keyid: spaceId,
      created: seconds,
      requestNonce: anyText,
    }),
    (answer) => toSign(prepareAnswer(answer)),
  ),
  'verify-answer': operation(
    shape.closed({
      status: count,
      headers,
      content: bytes,
      keyid: spaceId,
      requestNonce: anyText,
      peerKey: bytes,
    }),
    ({ keyid, requestNonce, peerKey, ...answer }) => {
      const read = parseAnswer(answer, { keyid, requestNonce });
      if (!tweetnaclBackend.verify(read.check(peerKey))) {
        throw new NodeError('PEER_SIGNATURE_INVALID', 'answer: the signature does not hold');
      }
      return { keyid: read.keyid, created: read.created };
    },
  ),
};
