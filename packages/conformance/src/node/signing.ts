/**
 * Signed requests and answers: RFC 9421 over an RFC 9530 digest, as spec/http.md has them. A test
 * may change any part of a request before or after it is signed.
 */

import { encodeBase64, encodeUtf8, type Seconds, sha256 } from '@covisa/protocol';
import { isInnerList, parseDictionary, serializeInnerList } from 'structured-headers';
import { ed25519 } from '../platform/ed25519.js';
import type { Answer } from '../platform/http.js';
import { check, reading, same } from './expect.js';

/** Everything that a request's signature speaks of. */
export interface RequestFields {
  readonly method: string;
  readonly path: string;
  /** `?` where there is none. */
  readonly query: string;
  readonly digest: string;
  readonly recipient: string;
  readonly created: Seconds;
  /** 16 bytes in base64url. */
  readonly nonce: string;
  readonly keyid: string;
  readonly alg: string;
  readonly tag: string;
  /** The name of the signature, which means nothing. */
  readonly label: string;
}

/** The digest of content as it is sent. */
export function contentDigest(content: Uint8Array): string {
  return `sha-256=:${encodeBase64(sha256(content))}:`;
}

function baseOf(components: readonly (readonly [string, string])[], input: string): Uint8Array {
  const lines = components.map(([name, value]) => `"${name}": ${value}`);
  return encodeUtf8([...lines, `"@signature-params": ${input}`].join('\n'));
}

/** The headers of a signed request; `seed` (32 bytes) is that of the signing key. */
export function signedHeaders(
  fields: RequestFields,
  seed: Uint8Array,
): Readonly<Record<string, string>> {
  const { method, path, query, digest, recipient, created, nonce, keyid, alg, tag } = fields;
  const covered = [
    ['@method', method],
    ['@path', path],
    ['@query', query],
    ['content-digest', digest],
    ['covisa-recipient', recipient],
  ] as const;
  const names = covered.map(([name]) => `"${name}"`).join(' ');
  const parameters = `;created=${created};nonce="${nonce}";keyid="${keyid}";alg="${alg}"`;
  const input = `(${names})${parameters};tag="${tag}"`;
  const signature = ed25519.sign(seed, baseOf(covered, input));
  return {
    'content-digest': digest,
    'covisa-recipient': recipient,
    'signature-input': `${fields.label}=${input}`,
    signature: `${fields.label}=:${encodeBase64(signature)}:`,
  };
}

const COVERED = ['@status', 'content-digest', 'covisa-request-nonce'];
const PARAMETERS = ['alg', 'created', 'keyid', 'tag'];

/** Who has to have signed an answer, and to what. */
export interface Answerer {
  readonly space: string;
  /** 32 bytes. */
  readonly peerKey: Uint8Array;
  /** The nonce of the request. */
  readonly nonce: string;
}

/** Whether an answer carries a signature with the protocol's tag at all. */
export function isSigned({ headers }: Answer): boolean {
  return /;\s*tag="covisa"/u.test(String(headers['signature-input'] ?? ''));
}

function header({ headers }: Answer, name: string): string {
  const value = headers[name];
  check(typeof value === 'string', `answer: expected the header ${name}`);
  return value;
}

/** @throws Failure unless the answer is signed as it must be; gives when it was signed */
export function checkAnswer(answer: Answer, { space, peerKey, nonce }: Answerer): Seconds {
  const inputs = reading('signature-input', () =>
    parseDictionary(header(answer, 'signature-input')),
  );
  const signatures = reading('signature', () => parseDictionary(header(answer, 'signature')));
  const [found, ...more] = [...inputs].filter(([, member]) => member[1].get('tag') === 'covisa');
  check(found !== undefined && more.length === 0, 'answer: expected one signature of tag covisa');
  const [label, list] = found;
  check(isInnerList(list), 'signature-input: expected a list of components');
  const covered = list[0].map(([name, parameters]) => (parameters.size === 0 ? name : ''));
  same('signature-input: components', covered.join(' '), COVERED.join(' '));
  const parameters = [...list[1].keys()].sort().join(' ');
  same('signature-input: parameters', parameters, PARAMETERS.join(' '));
  same('signature-input: alg', list[1].get('alg'), 'ed25519');
  same('signature-input: keyid', list[1].get('keyid'), space);
  same('covisa-request-nonce', header(answer, 'covisa-request-nonce'), nonce);
  same('content-digest', header(answer, 'content-digest'), contentDigest(answer.body));
  const components = [
    ['@status', String(answer.status)],
    ['content-digest', header(answer, 'content-digest')],
    ['covisa-request-nonce', nonce],
  ] as const;
  const bytes = signatures.get(label)?.[0];
  check(bytes instanceof ArrayBuffer && bytes.byteLength === 64, 'signature: expected 64 bytes');
  const message = baseOf(components, serializeInnerList(list));
  const signature = new Uint8Array(bytes);
  const holds = ed25519.verify({ publicKey: peerKey, message, signature });
  check(holds, "answer: expected a signature by the node's peer key");
  const created = list[1].get('created');
  check(
    typeof created === 'number' && Number.isSafeInteger(created),
    'created: expected whole seconds',
  );
  return created;
}
