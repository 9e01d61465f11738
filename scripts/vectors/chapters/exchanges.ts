/** Vectors of the chapter http: the example with which spec/http.md begins. */

import { encodeUtf8, tweetnaclBackend } from '@covisa/protocol';
import { prepareAnswer, prepareRequest } from '#node/http/signature.js';
import { bytesOf, INSTANT, MELBOURNE, SHANGHAI } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';
import { small } from './syncs.js';

const body = `${JSON.stringify(small)}\n`;
const content = encodeUtf8(body);
const type = { 'content-type': 'application/covisa-sync' };

const request = prepareRequest({
  method: 'POST',
  url: 'https://shanghai.example/covisa/v1/sync',
  content,
  keyid: MELBOURNE.id,
  recipient: SHANGHAI.id,
  created: INSTANT,
  nonce: bytesOf('sync nonce', 16),
});
const answer = prepareAnswer({
  status: 200,
  content,
  keyid: SHANGHAI.id,
  created: INSTANT,
  requestNonce: request.nonce,
});
const text = new TextDecoder();

/** Melbourne asks Shanghai, and both hold the same. */
export const exchangeVectors: readonly Vector[] = [
  vectorsOf('verify-request').ok(
    'request: a whole sync is taken',
    'HTTP-1 HTTP-2 HTTP-3 HTTP-4 HTTP-5 HTTP-6 HTTP-7 HTTP-8 HTTP-9 HTTP-12',
    {
      method: 'POST',
      target: '/covisa/v1/sync',
      headers: {
        ...type,
        ...request.headers(tweetnaclBackend.sign(MELBOURNE.keys.peer, request.base)),
      },
      content,
      recipient: SHANGHAI.id,
      peerKey: tweetnaclBackend.publicKey(MELBOURNE.keys.peer),
      instant: INSTANT,
    },
    { keyid: MELBOURNE.id, created: INSTANT, nonce: request.nonce },
    { body, base: text.decode(request.base) },
  ),
  vectorsOf('verify-answer').ok(
    'answer: the one to a whole sync is taken',
    'HTTP-1 HTTP-2 HTTP-3 HTTP-4 HTTP-5 HTTP-6 HTTP-13',
    {
      status: 200,
      headers: {
        ...type,
        ...answer.headers(tweetnaclBackend.sign(SHANGHAI.keys.peer, answer.base)),
      },
      content,
      keyid: SHANGHAI.id,
      requestNonce: request.nonce,
      peerKey: tweetnaclBackend.publicKey(SHANGHAI.keys.peer),
    },
    { keyid: SHANGHAI.id, created: INSTANT },
    { body, base: text.decode(answer.base) },
  ),
];
