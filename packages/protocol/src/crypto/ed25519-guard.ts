/**
 * covisa's one Ed25519 verification rule. JavaScript's libraries accept different sets of
 * signatures; a signature that one node takes and another refuses would let two honest nodes count
 * differently. So each back end runs this guard first, and then its own cofactorless check, which
 * compares the bytes of R (RFC 8032 §5.1.7).
 *
 * On ed25519-speccheck's 12 cases the answer is XXXVXXXXXXXX. What the guard cannot give is the
 * cofactorless equation itself: a back end that uses the cofactor would take speccheck's case 4, so
 * a new back end must pass the vectors.
 */

import type { SignatureCheck } from './signature.js';

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** L = 2^252 + 27742317777372353535851937790883648493, little-endian. */
const GROUP_ORDER = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');
/** p = 2^255 − 19, little-endian. */
const FIELD_PRIME = fromHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');

/**
 * The y coordinates of the eight points of small order, and the two other encodings that reduce to
 * one of them.
 */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map(fromHex);

function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

/** Byte `index` of a point's y coordinate: the highest bit of the last byte is the sign of x. */
function yByte(point: Uint8Array, index: number): number {
  const byte = point[index] ?? 0;
  return index === 31 ? byte & 0x7f : byte;
}

/** Whether a little-endian number of 32 bytes, read by `at`, is below `bound`. */
function isBelow(at: (index: number) => number, bound: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const difference = at(i) - (bound[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function isSmallOrder(point: Uint8Array): boolean {
  return SMALL_ORDER.some((small) => {
    for (let i = 0; i < 32; i++) if (yByte(point, i) !== small[i]) return false;
    return true;
  });
}

/**
 * Whether 32 bytes may be a public key at all: a canonical encoding, and no point of small order.
 */
export function isPublicKeyAcceptable(publicKey: Uint8Array): boolean {
  // CRYPTO-1: a public key has 32 bytes.
  if (publicKey.length !== PUBLIC_KEY_BYTES) return false;
  // CRYPTO-4: A is encoded canonically: y < p.
  if (!isBelow((i) => yByte(publicKey, i), FIELD_PRIME)) return false;
  // CRYPTO-5: A is not of small order.
  return !isSmallOrder(publicKey);
}

/**
 * Whether a check passes the rule's byte conditions. If not, the signature does not hold, whatever
 * a library says.
 */
export function passesEd25519Guard(check: SignatureCheck): boolean {
  const { publicKey, signature } = check;
  if (!isPublicKeyAcceptable(publicKey)) return false;
  // CRYPTO-2: a signature has 64 bytes.
  if (signature.length !== SIGNATURE_BYTES) return false;
  // CRYPTO-3: S < L, or S + L would be a second signature of the same message.
  if (!isBelow((i) => signature[32 + i] ?? 0, GROUP_ORDER)) return false;
  // CRYPTO-6: R is not of small order.
  return !isSmallOrder(signature.subarray(0, 32));
}
