/** Claim codes: what a member types, or a link holds, to claim a visa once. */

import { encodeUtf8, type Seconds, type Sha256 } from '@covisa/protocol';
import type { Random } from '../../ports.js';
import { makeCode, plainCode } from '../codes.js';

/** A claim code serves once, within a week. */
export const CLAIM_LIFETIME_SECONDS: Seconds = 7 * 86_400;
/** A phone's code for the phone after it: both are at hand. */
export const MOVE_LIFETIME_SECONDS: Seconds = 15 * 60;
/** 50 bits. */
const LENGTH = 10;

/** A fresh code of ten digits and letters. */
export function makeClaimCode(random: Random): string {
  return makeCode(random, LENGTH);
}

/** What is kept of a code: SHA-256 over a label and the code, however it was written and read. */
export function claimDigest(code: string, sha256: Sha256): Uint8Array {
  return sha256(encodeUtf8(`covisa/claim/1${plainCode(code)}`));
}

/** The link by which a member claims a visa. What stands behind `#` is sent to no server. */
export function claimLink(url: string, code: string, space: string): string {
  return `${url.replace(/\/+$/, '')}/claim#${code}.${space}`;
}
