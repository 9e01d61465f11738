/** What is the same in every test: an instant, keys by label, and bytes by label. */

import {
  encodeBase64url,
  encodeUtf8,
  parseCalendarDate,
  type SpaceId,
  sha256,
} from '@covisa/protocol';

/** 2026-05-12T09:00:00Z. */
export const TEST_INSTANT = 1_778_576_400;
/** The UTC date of `TEST_INSTANT`. */
export const TEST_DATE = parseCalendarDate('2026-05-12');

/** 32 bytes for a label: SHA-256 of it. Seeds of keys, secrets, ids. */
export function testSeed(label: string): Uint8Array {
  return sha256(encodeUtf8(label));
}

/** The first `length` (at most 32) of a label's bytes: nonces, visa numbers. */
export function testBytes(label: string, length: number): Uint8Array {
  return testSeed(label).slice(0, length);
}

/** A space id for a label. No inception entry stands behind it. */
export function testSpaceId(label: string): SpaceId {
  return encodeBase64url(testSeed(`space/${label}`)) as SpaceId;
}
