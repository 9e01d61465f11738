/**
 * Which issuing key speaks for a space at an instant, from the `keys` entries of its logs, and
 * which of them are dead.
 */

import { parseBase64url } from '../bytes/base64url.js';
import { ProtocolError } from '../errors.js';
import type { Seconds } from '../ids.js';
import { ISSUING_KEY_LIFETIME_SECONDS } from '../limits.js';
import type { KeyRevocationEntry, KeysEntry, ResumeEntry } from '../log/entries.js';

/** An issuing key as the log of its space tells of it. */
export interface AnnouncedKey {
  readonly entry: KeysEntry;
  /** Of the log that announced it. */
  readonly incarnation: number;
  /** When it was revoked, by an entry or by a resume; null: it was not. */
  readonly deadSince: Seconds | null;
}

/**
 * KEYS-3: an issuing key lives more than 0 seconds and at most 90 days. Other announcements
 * announce nothing.
 */
export function isIssuingPeriodValid(entry: Pick<KeysEntry, 'from' | 'until'>): boolean {
  const lifetime = entry.until - entry.from;
  return lifetime > 0 && lifetime <= ISSUING_KEY_LIFETIME_SECONDS;
}

/**
 * What is known of a space's issuing keys after one more entry of its logs, which come in their
 * order.
 */
export function followKeys(
  known: readonly AnnouncedKey[],
  incarnation: number,
  entry: KeysEntry | KeyRevocationEntry | ResumeEntry,
): readonly AnnouncedKey[] {
  if (entry.type === 'keys') return known.concat({ entry, incarnation, deadSince: null });
  // KEYS-5: a revocation kills the keys of its generation that stand before it in its log, a resume
  // those of all incarnations before its own.
  const isMeant = (key: AnnouncedKey): boolean =>
    entry.type === 'resume'
      ? key.incarnation < incarnation
      : key.incarnation === incarnation && key.entry.generation === entry.generation;
  return known.map((key) =>
    isMeant(key) ? { ...key, deadSince: Math.min(key.deadSince ?? entry.time, entry.time) } : key,
  );
}

/**
 * The key at an issue time, which may be dead; undefined: there is none. `known` stands in log
 * order. KEYS-4: the issuing key for a visa or grant is the last one in log order with a valid
 * period that holds its issue time (`from` inclusive, `until` exclusive).
 */
export function issuingKeyAt(
  known: readonly AnnouncedKey[],
  issuedAt: Seconds,
): AnnouncedKey | undefined {
  return known.findLast(
    ({ entry }) => isIssuingPeriodValid(entry) && entry.from <= issuedAt && issuedAt < entry.until,
  );
}

/**
 * The issuing key, 32 bytes, for what is shown now and says that it was issued at `issuedAt`.
 * @throws ProtocolError ISSUING_KEY_UNKNOWN, ISSUING_KEY_REVOKED
 */
export function livingKeyAt(known: readonly AnnouncedKey[], issuedAt: Seconds): Uint8Array {
  const key = issuingKeyAt(known, issuedAt);
  if (key === undefined) {
    throw new ProtocolError(
      'ISSUING_KEY_UNKNOWN',
      'visa: expected an issue time for which its home has announced a key, got another',
    );
  }
  // KEYS-6: whoever holds a stolen key writes any issue time: what it signed is refused whenever it
  // says that it was issued.
  if (key.deadSince !== null) {
    throw new ProtocolError(
      'ISSUING_KEY_REVOKED',
      'visa: expected a key that its home still uses, got one that it has revoked',
    );
  }
  return issuingPublicKey(key);
}

/**
 * The issuing key, 32 bytes, of a grant in a seal; undefined: there is none. KEYS-7: what was
 * granted before the key died still counts, and nothing dated later.
 */
export function sealedKeyAt(
  known: readonly AnnouncedKey[],
  issuedAt: Seconds,
): Uint8Array | undefined {
  const key = issuingKeyAt(known, issuedAt);
  if (key === undefined || (key.deadSince !== null && issuedAt >= key.deadSince)) return undefined;
  return issuingPublicKey(key);
}

/**
 * Whether a home has announced several keys for an issue time: then one that came later may have
 * taken the place of the one that signed.
 */
export function areKeysInDoubt(known: readonly AnnouncedKey[], issuedAt: Seconds): boolean {
  const holding = known.filter(
    ({ entry }) => isIssuingPeriodValid(entry) && entry.from <= issuedAt && issuedAt < entry.until,
  );
  return holding.length > 1;
}

/** The public key of an announcement, 32 bytes. */
export function issuingPublicKey({ entry }: Pick<AnnouncedKey, 'entry'>): Uint8Array {
  return parseBase64url(entry.issuing);
}
