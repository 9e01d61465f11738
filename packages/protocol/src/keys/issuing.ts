/** Which issuing key speaks for a space at an instant, from the `keys` entries of its log. */

import { parseBase64url } from '../bytes/base64url.js';
import type { Seconds } from '../ids.js';
import { ISSUING_KEY_LIFETIME_SECONDS } from '../limits.js';
import type { KeysEntry } from '../log/entries.js';

/**
 * KEYS-3: an issuing key lives more than 0 seconds and at most 90 days. Other announcements
 * announce nothing.
 */
export function isIssuingPeriodValid(entry: Pick<KeysEntry, 'from' | 'until'>): boolean {
  const lifetime = entry.until - entry.from;
  return lifetime > 0 && lifetime <= ISSUING_KEY_LIFETIME_SECONDS;
}

/**
 * KEYS-4: the issuing key for a visa or grant issued at `issuedAt` is the last one in log order
 * with a valid period that holds `issuedAt` (`from` inclusive, `until` exclusive). `entries` stand
 * in log order. Undefined: there is none.
 */
export function issuingKeyAt(
  entries: readonly KeysEntry[],
  issuedAt: Seconds,
): KeysEntry | undefined {
  return entries.findLast(
    (entry) => isIssuingPeriodValid(entry) && entry.from <= issuedAt && issuedAt < entry.until,
  );
}

/** The public key of an announcement, 32 bytes. */
export function issuingPublicKey(entry: Pick<KeysEntry, 'issuing'>): Uint8Array {
  return parseBase64url(entry.issuing);
}
