/**
 * The token: what the QR code carries. `CV1:` and base45 of the CBOR array [visa, proof], or [visa]
 * if it is static.
 */

import { encodeBase45, parseBase45 } from '../bytes/base45.js';
import { joinCborArray, splitCborArray } from '../bytes/cbor.js';
import { ProtocolError } from '../errors.js';
import { TOKEN_CHARACTERS_MAX } from '../limits.js';
import { type Proof, parseProof } from './proof.js';
import { parseVisa, type Visa } from './visa.js';

/** Names the version of the token's format. */
export const TOKEN_PREFIX = 'CV1:';

/** A visa with a proof of its holder, as read: no signature is verified. */
export interface PresentedToken {
  readonly kind: 'presented';
  readonly visa: Visa;
  readonly proof: Proof;
}

/**
 * A static visa (a printed card), as read: no signature is verified, and nothing shows who holds
 * it.
 */
export interface StaticToken {
  readonly kind: 'static';
  readonly visa: Visa;
  readonly proof: null;
}

export type Token = PresentedToken | StaticToken;

/**
 * The text of a token from the bytes of a visa and of a proof (none for a static visa), both byte
 * for byte.
 */
export function encodeToken(visa: Uint8Array, proof?: Uint8Array): string {
  return TOKEN_PREFIX + encodeBase45(joinCborArray(proof === undefined ? [visa] : [visa, proof]));
}

/**
 * Reads the text of a token. Nothing in it is verified: `checkPresentation` or `verifyPresentation`
 * come next.
 * @throws ProtocolError TOKEN_TOO_LONG, TOKEN_INVALID, BASE45_INVALID, and as `parseVisa` and
 * `parseProof`
 */
export function parseToken(text: string): Token {
  // TOKEN-1: a token has at most 1,200 characters.
  if (text.length > TOKEN_CHARACTERS_MAX) {
    throw new ProtocolError(
      'TOKEN_TOO_LONG',
      `token: expected at most ${TOKEN_CHARACTERS_MAX} characters, got ${text.length}`,
    );
  }
  // TOKEN-2: a token starts with CV1: in capitals.
  if (!text.startsWith(TOKEN_PREFIX)) throw invalid(`${TOKEN_PREFIX} at the start`);
  return parseTokenBytes(parseBase45(text.slice(TOKEN_PREFIX.length)));
}

/** Reads the bytes of a token (what stands in base45 in its text). @throws as `parseToken` */
export function parseTokenBytes(bytes: Uint8Array): Token {
  const [visaBytes, proofBytes, ...more] = splitCborArray(bytes);
  if (visaBytes === undefined || more.length > 0) throw invalid('a visa and perhaps a proof');
  const visa = parseVisa(visaBytes);
  // TOKEN-3: a static visa stands alone, any other one with its proof.
  if (visa.claims.holderKey === null) {
    if (proofBytes !== undefined) throw invalid('no proof beside a static visa');
    return { kind: 'static', visa, proof: null };
  }
  if (proofBytes === undefined) throw invalid('a proof beside the visa');
  return { kind: 'presented', visa, proof: parseProof(proofBytes) };
}

function invalid(expected: string): ProtocolError {
  return new ProtocolError('TOKEN_INVALID', `token: expected ${expected}`);
}
