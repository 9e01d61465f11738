/**
 * What all vectors are made of: an instant, and bytes, keys and spaces that follow from labels. No
 * clock, no chance.
 */

import {
  boxPublicKey,
  type CalendarDate,
  deriveNodeKeys,
  encodeBase64url,
  encodeEntry,
  encodeUtf8,
  type InceptionEntry,
  type KnownEntry,
  type NodeKeys,
  parseCalendarDate,
  parseUtf8,
  recoveryDigest,
  type SpaceId,
  sha256,
  tweetnaclBackend,
} from '@covisa/protocol';

/** 2026-05-12T09:00:00Z. */
export const INSTANT = 1_778_576_400;
export const DAY = 86_400;

/** The UTC date some days after that of `INSTANT`. */
export function dateAfter(days: number): CalendarDate {
  const day = new Date((INSTANT + days * DAY) * 1000).toISOString();
  return parseCalendarDate(day.slice(0, 10));
}

/** 32 bytes of a label. */
export function seedOf(label: string): Uint8Array {
  return sha256(encodeUtf8(`covisa/vectors/${label}`));
}

/** The first bytes of a label, at most 32. */
export function bytesOf(label: string, length: number): Uint8Array {
  return seedOf(label).slice(0, length);
}

/** Bytes written in hexadecimal digits; white space means nothing. */
export function hex(text: string): Uint8Array {
  const pairs = text.replace(/\s/gu, '').match(/../gu) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** base64url of a public key. */
export function publicText(seed: Uint8Array): string {
  return encodeBase64url(tweetnaclBackend.publicKey(seed));
}

/** The same bytes with one bit of the byte at `at` turned; from the end where negative. */
export function bent(bytes: Uint8Array, at = 0): Uint8Array {
  const copy = bytes.slice();
  const index = at < 0 ? bytes.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}

/** The line of an entry. */
export function lineOf(entry: KnownEntry): string {
  return parseUtf8(encodeEntry(entry));
}

/** A space with its secrets. */
export interface Space {
  readonly name: string;
  readonly id: SpaceId;
  readonly secret: Uint8Array;
  /** 32 secret bytes each. */
  readonly keys: NodeKeys;
  readonly recovery: Uint8Array;
  /** Its first entry. */
  readonly inception: string;
}

/** The four public keys of a node and the digest of its recovery key, as entries hold them. */
export function announced(keys: NodeKeys, recovery: Uint8Array) {
  return {
    log: publicText(keys.log),
    witness: publicText(keys.witness),
    peer: publicText(keys.peer),
    box: encodeBase64url(boxPublicKey(keys.box)),
    recovery: recoveryDigest(tweetnaclBackend.publicKey(recovery)),
  };
}

/** A space by its name. */
export function spaceOf(name: string): Space {
  const secret = seedOf(`node/${name}`);
  const keys = deriveNodeKeys(secret);
  const recovery = seedOf(`recovery/${name}`);
  const entry: InceptionEntry = { type: 'inception', version: 1, ...announced(keys, recovery) };
  const inception = lineOf(entry);
  const id = encodeBase64url(sha256(encodeUtf8(inception))) as SpaceId;
  return { name, id, secret, keys, recovery, inception };
}

/** The home of the visas. */
export const MELBOURNE = spaceOf('melbourne');
/** The host that most of them are shown to. */
export const SHANGHAI = spaceOf('shanghai');
/** Another host. */
export const SYDNEY = spaceOf('sydney');

/** The issuing public key of a space, 32 bytes. */
export function issuingKeyOf(space: Space): Uint8Array {
  return tweetnaclBackend.publicKey(space.keys.issuing);
}
