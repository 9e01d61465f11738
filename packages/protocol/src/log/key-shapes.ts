/** The entries that announce a space's keys, and end them. */

import { key32, seconds, signature64, spaceId } from '../bytes/fields.js';
import { integer, literal, open, type Shaped } from '../bytes/shape.js';
import { LOG_SIZE_MAX } from '../limits.js';

/**
 * The log's first entry: its SHA-256 is the space id. Keys are Ed25519 except `box`, which is
 * X25519.
 */
export const inception = open({
  type: literal('inception'),
  version: literal(1),
  log: key32,
  witness: key32,
  peer: key32,
  box: key32,
  /** SHA-256 of the recovery public key. */
  recovery: key32,
});

/**
 * The first entry of incarnation 1 and of all later ones: new keys for the space, signed by its
 * recovery key.
 */
export const resume = open({
  type: literal('resume'),
  version: literal(1),
  space: spaceId,
  /** The one that it opens. */
  incarnation: integer(1, 0xffff_ffff),
  /** How much of the incarnation before is accepted. */
  previous: open({ size: integer(1, LOG_SIZE_MAX), root: key32 }),
  log: key32,
  witness: key32,
  peer: key32,
  box: key32,
  /** SHA-256 of the next recovery public key. */
  recovery: key32,
  time: seconds,
  /** The recovery public key whose digest the incarnation before names. */
  recoveryKey: key32,
  signature: signature64,
});

/**
 * Announces the issuing key that signs visas issued from `from` (inclusive) until `until`
 * (exclusive).
 */
export const keys = open({
  type: literal('keys'),
  generation: integer(0, 0xffff_ffff),
  issuing: key32,
  from: seconds,
  until: seconds,
});

/**
 * The issuing key of that generation, announced earlier in this log, is dead from this entry on.
 */
export const keyRevocation = open({
  type: literal('key-revocation'),
  generation: integer(0, 0xffff_ffff),
  time: seconds,
});

export type InceptionEntry = Shaped<typeof inception>;
export type ResumeEntry = Shaped<typeof resume>;
export type KeyRevocationEntry = Shaped<typeof keyRevocation>;
export type KeysEntry = Shaped<typeof keys>;
