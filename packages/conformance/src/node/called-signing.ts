/** The other side of signed requests: what the node sends to a test space, and its answers. */

import { encodeBase64, encodeUtf8, type Seconds } from '@covisa/protocol';
import { isInnerList, parseDictionary, serializeInnerList } from 'structured-headers';
import { ed25519 } from '../platform/ed25519.js';
import type { Heard, Reply } from '../platform/listener.js';
import { check, same } from './expect.js';
import { contentDigest } from './signing.js';

const COVERED = ['@method', '@path', '@query', 'content-digest', 'covisa-recipient'];
const PARAMETERS = ['alg', 'created', 'keyid', 'nonce', 'tag'];
const WINDOW_SECONDS = 300;

/** Who has to have signed a request, and for whom. */
export interface Caller {
  readonly space: string;
  /** 32 bytes. */
  readonly peerKey: Uint8Array;
  readonly recipient: string;
  readonly now: Seconds;
}

function header({ headers }: Heard, name: string): string {
  const value = headers[name];
  check(typeof value === 'string', `request: expected the header ${name}, once`);
  return value;
}

/** @throws Failure unless the request is signed as it must be; gives its nonce */
export function checkRequest(heard: Heard, { space, peerKey, recipient, now }: Caller): string {
  const inputs = parseDictionary(header(heard, 'signature-input'));
  const signatures = parseDictionary(header(heard, 'signature'));
  const [found, ...more] = [...inputs].filter(([, member]) => member[1].get('tag') === 'covisa');
  check(found !== undefined && more.length === 0, 'request: expected one signature of tag covisa');
  const [label, list] = found;
  check(isInnerList(list), 'signature-input: expected a list of components');
  same('components', list[0].map(([name]) => name).join(' '), COVERED.join(' '));
  const parameters = list[1];
  same('parameters', [...parameters.keys()].sort().join(' '), PARAMETERS.join(' '));
  same('alg', parameters.get('alg'), 'ed25519');
  same('keyid', parameters.get('keyid'), space);
  same('covisa-recipient', header(heard, 'covisa-recipient'), recipient);
  same('content-digest', header(heard, 'content-digest'), contentDigest(heard.body));
  const off = Math.abs(Number(parameters.get('created')) - now);
  check(off <= WINDOW_SECONDS, `created: expected the time of now, got one that is ${off} s off`);
  const nonce = parameters.get('nonce');
  check(typeof nonce === 'string' && /^[\w-]{21}[AQgw]$/u.test(nonce), 'nonce: expected 16 bytes');
  const [path = '', query] = heard.target.split(/(?=\?)/u);
  const values = [heard.method, path, query ?? '?', contentDigest(heard.body), recipient];
  const lines = COVERED.map((name, i) => `"${name}": ${values[i]}`);
  const base = [...lines, `"@signature-params": ${serializeInnerList(list)}`].join('\n');
  const signature = signatures.get(label)?.[0];
  check(signature instanceof ArrayBuffer, 'signature: expected bytes');
  const bytes = new Uint8Array(signature);
  const signed = { publicKey: peerKey, message: encodeUtf8(base), signature: bytes };
  check(ed25519.verify(signed), "request: expected a signature by the node's peer key");
  return nonce;
}

/** What goes around the body of an answer. */
export interface Around {
  readonly status?: number;
  readonly contentType?: string;
  readonly space: string;
  /** The nonce of the request. */
  readonly nonce: string;
  readonly created: Seconds;
  /** The seed (32 bytes) of the key that signs; null: nobody does. */
  readonly seed: Uint8Array | null;
}

/** An answer as it goes out. */
export function signedReply(body: Uint8Array, around: Around): Reply {
  const { status = 200, contentType = 'application/covisa-sync' } = around;
  const { space, nonce, created, seed } = around;
  if (seed === null) return { status, headers: { 'content-type': contentType }, body };
  const digest = contentDigest(body);
  const names = '("@status" "content-digest" "covisa-request-nonce")';
  const input = `${names};created=${created};keyid="${space}";alg="ed25519";tag="covisa"`;
  const base = [
    `"@status": ${status}`,
    `"content-digest": ${digest}`,
    `"covisa-request-nonce": ${nonce}`,
    `"@signature-params": ${input}`,
  ].join('\n');
  const signature = ed25519.sign(seed, encodeUtf8(base));
  return {
    status,
    headers: {
      'content-type': contentType,
      'content-digest': digest,
      'covisa-request-nonce': nonce,
      'signature-input': `covisa=${input}`,
      signature: `covisa=:${encodeBase64(signature)}:`,
    },
    body,
  };
}
