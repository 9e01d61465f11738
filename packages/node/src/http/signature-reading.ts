/**
 * What a message signature of another node has to look like, requests and answers alike, before
 * anything is made of it.
 */

import {
  ProtocolError,
  type Seconds,
  type Sha256,
  type SpaceId,
  spaceId as spaceIdShape,
} from '@covisa/protocol';
import { NodeError, type NodeErrorCode } from '../errors.js';
import {
  contentDigestHolds,
  type HeaderValues,
  type ReadSignature,
  readSignature,
} from './signature-base.js';

/** The `tag` of every signature between nodes. */
export const SIGNATURE_TAG = 'covisa';

/**
 * The signature, which covers exactly what it should: less would leave something open, more has no
 * use here.
 */
export function requireSignature(
  code: NodeErrorCode,
  headers: HeaderValues,
  covers: readonly string[],
  parameters: readonly string[],
): ReadSignature {
  const read = readSignature(headers, SIGNATURE_TAG);
  if (read === null) {
    throw new NodeError(code, `signature: expected one with tag "${SIGNATURE_TAG}" (RFC 9421)`);
  }
  // HTTP-3: it covers the components of its kind, in their order, without parameters, and no
  // others.
  if (read.covered.join() !== covers.join()) {
    throw new NodeError(code, `signature-input: expected it to cover ${covers.join(' ')}`);
  }
  // HTTP-4: it has the parameters of its kind, in any order, and no others.
  if ([...read.parameters.keys()].sort().join() !== [...parameters].sort().join()) {
    throw new NodeError(code, `signature-input: expected the parameters ${parameters.join(', ')}`);
  }
  // HTTP-5: `alg` is `ed25519`, and the signature has 64 bytes.
  if (read.parameters.get('alg') !== 'ed25519') {
    throw new NodeError(code, 'alg: expected "ed25519"');
  }
  if (read.signature.length !== 64) throw new NodeError(code, 'signature: expected 64 bytes');
  return read;
}

/** The content has this `content-digest`. */
export function requireDigest(
  code: NodeErrorCode,
  field: string,
  content: Uint8Array,
  sha256: Sha256,
): void {
  if (contentDigestHolds(field, content, sha256)) return;
  throw new NodeError(code, 'content-digest: expected the SHA-256 of the content as sent');
}

/** Who signed, and when. */
export function common(
  code: NodeErrorCode,
  read: ReadSignature,
): { keyid: SpaceId; created: Seconds } {
  // HTTP-6: `created` is whole seconds since 1970, `keyid` the signer's space id (or, to recover,
  // the digest of its recovery key).
  const created = read.parameters.get('created');
  if (typeof created !== 'number' || !Number.isSafeInteger(created) || created < 0) {
    throw new NodeError(code, 'created: expected whole seconds since 1970');
  }
  try {
    return { keyid: spaceIdShape.parse(read.parameters.get('keyid')), created };
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new NodeError(code, 'keyid: expected a space id', { cause });
  }
}
