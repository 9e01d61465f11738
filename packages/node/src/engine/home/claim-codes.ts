/** Claim codes: what a member types, or a link holds, to claim a visa once. */

import { encodeUtf8, type Seconds, type Sha256 } from '@covisa/protocol';
import type { Random } from '../../ports.js';

/** A claim code serves once, within a week. */
export const CLAIM_LIFETIME_SECONDS: Seconds = 7 * 86_400;
/** A phone's code for the phone after it: both are at hand. */
export const MOVE_LIFETIME_SECONDS: Seconds = 15 * 60;
/** Digits and letters without I, L, O and U, which people misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 bits. */
const LENGTH = 10;

/** A fresh code of ten digits and letters. */
export function makeClaimCode(random: Random): string {
  return [...random.bytes(LENGTH)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
}

/**
 * What is kept of a code: SHA-256 over a label and its letters, whatever their case and however O,
 * I and L were read.
 */
export function claimDigest(code: string, sha256: Sha256): Uint8Array {
  const digits = code.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return sha256(encodeUtf8(`covisa/claim/1${digits.replaceAll(/[^A-Z0-9]/g, '')}`));
}
