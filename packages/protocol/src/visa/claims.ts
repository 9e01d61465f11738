/** What a visa claims, and the rules that its claims keep among themselves at any instant. */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { assertBytes, encodeUtf8 } from '../bytes/bytes.js';
import { dayOfDate, nextYear } from '../bytes/dates.js';
import { sha256 } from '../crypto/hash.js';
import { ProtocolError } from '../errors.js';
import type { CalendarDate, Seconds, SpaceId } from '../ids.js';
import { DISPLAY_NAME_BYTES_MAX, FORMER_KEYS_MAX, PLAN_CHARACTERS_MAX } from '../limits.js';

/** What a visa says. */
export interface VisaClaims {
  /** base64url of the first 16 bytes of the home's space id: 22 characters, see `issuerOf`. */
  readonly issuer: string;
  /** The visa number, 16 bytes. Secret from all who have not been shown the visa. */
  readonly number: Uint8Array;
  readonly issuedAt: Seconds;
  readonly expiresAt: Seconds;
  /** The holder's Ed25519 public key, 32 bytes; null makes it a static visa. */
  readonly holderKey: Uint8Array | null;
  readonly yearStart: CalendarDate;
  readonly memberSince: CalendarDate;
  /** At most 16 characters. */
  readonly plan: string;
  /** At most 24 bytes of UTF-8; null: none. */
  readonly displayName: string | null;
  /** `holderKeyDigest` (8 bytes) of each earlier holder key of this visa year, at most three. */
  readonly former: readonly Uint8Array[];
  /** Free days only with a grant. */
  readonly ask: boolean;
}

/**
 * The first 16 bytes of a space id, which stand for it where bytes are dear; the full id is in the
 * signed external data.
 */
export function shortSpaceId(space: SpaceId): Uint8Array {
  return parseBase64url(space).subarray(0, 16);
}

/** The issuer claim of a home space: 22 characters. */
export function issuerOf(home: SpaceId): string {
  return encodeBase64url(shortSpaceId(home));
}

/**
 * What stands for an earlier holder key in `former`: the first 8 bytes of SHA-256 of the key (32
 * bytes).
 */
export function holderKeyDigest(holderKey: Uint8Array): Uint8Array {
  assertBytes(holderKey, 'holderKey', 32);
  return sha256(holderKey).subarray(0, 8);
}

/** The first day that is no longer in a visa year. The year ends at 00:00 UTC of that day. */
export function visaYearEnd(yearStart: CalendarDate): CalendarDate {
  return nextYear(yearStart);
}

function misfit(expected: string): ProtocolError {
  return new ProtocolError('VISA_INVALID', `visa: expected ${expected}`);
}

/**
 * The rules that a visa's claims keep among themselves, whatever the instant.
 * @throws ProtocolError VISA_INVALID
 */
export function checkClaims(claims: VisaClaims): void {
  // VISA-1: the issuer is 22 characters of base64url, the visa number 16 bytes.
  if (!/^[A-Za-z0-9_-]{21}[AQgw]$/.test(claims.issuer)) throw misfit('an issuer of 22 characters');
  if (claims.number.length !== 16) throw misfit('a visa number of 16 bytes');
  // VISA-2: the expiry is after the issue time.
  if (claims.expiresAt <= claims.issuedAt) throw misfit('an expiry after the issue time');
  // VISA-3: a visa does not outlive its visa year.
  const yearEnd = dayOfDate(visaYearEnd(claims.yearStart)) * 86_400;
  if (claims.expiresAt > yearEnd) throw misfit('an expiry within the visa year');
  // VISA-4: a visa is not issued before its visa year; a day is left for time zones.
  const yearStart = dayOfDate(claims.yearStart) * 86_400;
  if (claims.issuedAt < yearStart - 86_400) throw misfit('an issue time within the visa year');
  // VISA-5: a visa without a holder key is static, and always asks.
  if (claims.holderKey === null && !claims.ask) throw misfit('ask in a static visa');
  if (claims.holderKey !== null && claims.holderKey.length !== 32) {
    throw misfit('a holder key of 32 bytes');
  }
  checkTexts(claims);
  checkFormer(claims);
}

function checkTexts({ plan, displayName }: VisaClaims): void {
  // VISA-6: the plan has 1 to 16 characters, the display name, if any, 1 to 24 bytes; neither has
  // control characters, or such as turn the direction of writing.
  if (!isLabel(plan) || [...plan].length > PLAN_CHARACTERS_MAX) {
    throw misfit(`a plan of 1 to ${PLAN_CHARACTERS_MAX} characters`);
  }
  if (displayName === null) return;
  if (!isLabel(displayName) || encodeUtf8(displayName).length > DISPLAY_NAME_BYTES_MAX) {
    throw misfit(`a display name of 1 to ${DISPLAY_NAME_BYTES_MAX} bytes`);
  }
}

function isLabel(text: string): boolean {
  // The second range turns the direction of writing, and with it the desk's line, around.
  return text !== '' && text.isWellFormed() && !/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(text);
}

function checkFormer({ former, holderKey }: VisaClaims): void {
  // VISA-7: at most three former holder keys, 8 bytes each; a static visa has none.
  if (former.length > FORMER_KEYS_MAX || (former.length > 0 && holderKey === null)) {
    throw misfit(`at most ${FORMER_KEYS_MAX} former keys, and none in a static visa`);
  }
  if (former.some((digest) => digest.length !== 8)) throw misfit('former keys of 8 bytes');
}
