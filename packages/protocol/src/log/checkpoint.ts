/**
 * The checkpoint: the signed head of a log. A signed note of exactly three lines: the origin
 * `covisa/<space id>/<incarnation>`, the size in decimal digits, the root in base64. Its one
 * signature is the log key's and its key name is the origin. https://c2sp.org/tlog-checkpoint
 */

import { encodeBase64, parseBase64 } from '../bytes/base64url.js';
import { assertBytes, encodeUtf8, equalBytes } from '../bytes/bytes.js';
import { spaceId } from '../bytes/fields.js';
import { integer, parseAs } from '../bytes/shape.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { SpaceId } from '../ids.js';
import { LOG_SIZE_MAX } from '../limits.js';
import {
  encodeNote,
  encodeSignatureLine,
  NOTE_ED25519,
  type NoteSignature,
  noteKeyId,
  parseNote,
} from './note.js';

/** Names a log: one incarnation of one space. */
export interface LogId {
  readonly space: SpaceId;
  readonly incarnation: number;
}

/** Which incarnations a log id may name: unsigned 32-bit integers. */
export const incarnation = integer(0, 0xffff_ffff);

/** What a checkpoint says. */
export interface CheckpointClaims {
  readonly log: LogId;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** A checkpoint that was read; its signature is not verified. */
export interface ReadCheckpoint extends CheckpointClaims {
  /** The whole signed note, as it came. */
  readonly note: string;
  /** The three lines that are signed. */
  readonly text: string;
  readonly signature: NoteSignature;
}

/**
 * `covisa/<space id>/<incarnation>`: the first line of the log's checkpoints and the name of its
 * key.
 */
export function logOrigin(log: LogId): string {
  return `covisa/${log.space}/${log.incarnation}`;
}

/** The three lines of a checkpoint. Their UTF-8 bytes are what the log key signs. */
export function checkpointText(claims: CheckpointClaims): string {
  assertBytes(claims.root, 'root', 32);
  return `${logOrigin(claims.log)}\n${claims.size}\n${encodeBase64(claims.root)}\n`;
}

/** The bytes that the log key signs. */
export function checkpointToSign(claims: CheckpointClaims): Uint8Array {
  return encodeUtf8(checkpointText(claims));
}

/**
 * The signed note, from the log's public key (32 bytes) and its signature (64 bytes) of
 * `checkpointToSign`.
 */
export function encodeCheckpoint(
  claims: CheckpointClaims,
  logKey: Uint8Array,
  signature: Uint8Array,
): string {
  assertBytes(signature, 'signature', 64);
  const name = logOrigin(claims.log);
  const keyId = noteKeyId(name, NOTE_ED25519, logKey);
  return encodeNote(checkpointText(claims), [encodeSignatureLine({ name, keyId, signature })]);
}

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('CHECKPOINT_INVALID', `checkpoint: expected ${expected}`, { cause });
}

/** The log that an origin names. @throws ProtocolError CHECKPOINT_INVALID */
export function parseOrigin(origin: string): LogId {
  const match = /^covisa\/([A-Za-z0-9_-]{43})\/(0|[1-9]\d{0,9})$/.exec(origin);
  if (match === null) throw invalid('an origin covisa/<space id>/<incarnation>');
  return {
    space: parseAs('CHECKPOINT_INVALID', spaceId, match[1]),
    incarnation: parseAs('CHECKPOINT_INVALID', incarnation, Number(match[2])),
  };
}

function parseText(text: string): CheckpointClaims {
  // CHECKPOINT-1: exactly three lines; extensions are refused.
  const lines = text.slice(0, -1).split('\n');
  const [origin, size, root] = lines;
  if (lines.length !== 3 || origin === undefined || size === undefined || root === undefined) {
    throw invalid('three lines: origin, size, root');
  }
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || Number(size) > LOG_SIZE_MAX) {
    throw invalid(`a size in decimal digits, at most ${LOG_SIZE_MAX}`);
  }
  return { log: parseOrigin(origin), size: Number(size), root: parseRoot(root) };
}

function parseRoot(text: string): Uint8Array {
  let root: Uint8Array;
  try {
    root = parseBase64(text);
  } catch (cause) {
    throw invalid('a root in base64', cause);
  }
  if (root.length !== 32) throw invalid('a root of 32 bytes');
  return root;
}

/**
 * The checkpoint in a signed note; its signature is not verified.
 * @throws ProtocolError NOTE_INVALID, CHECKPOINT_INVALID
 */
export function parseCheckpoint(note: string): ReadCheckpoint {
  const read = parseNote(note);
  const claims = parseText(read.text);
  // CHECKPOINT-2: one signature, by the key that the origin names, so that a checkpoint has one
  // form everywhere.
  const signature = read.signatures[0];
  if (signature === undefined || read.signatures.length !== 1) throw invalid('one signature');
  if (signature.name !== logOrigin(claims.log)) throw invalid('a key name equal to the origin');
  if (signature.signature.length !== 64) throw invalid('a signature of 64 bytes');
  return { ...claims, note, text: read.text, signature };
}

/**
 * The check of a checkpoint against the log's public key (32 bytes).
 * @throws ProtocolError CHECKPOINT_INVALID if it names another key
 */
export function checkpointCheck(checkpoint: ReadCheckpoint, logKey: Uint8Array): SignatureCheck {
  const { keyId, name, signature } = checkpoint.signature;
  if (!equalBytes(keyId, noteKeyId(name, NOTE_ED25519, logKey))) {
    throw invalid("the key id of the log's key");
  }
  return { publicKey: logKey, message: encodeUtf8(checkpoint.text), signature };
}
