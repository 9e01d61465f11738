/**
 * Reading and writing a message, and the two layers around it: the sender's signature, and the box
 * that only the recipient opens. What a node does with messages stands elsewhere.
 */

import { assertBytes, concatBytes, encodeUtf8, parseUtf8 } from '../bytes/bytes.js';
import { daysBetween } from '../bytes/dates.js';
import { parseAs } from '../bytes/shape.js';
import {
  BOX_OVERHEAD_BYTES,
  boxPublicKey,
  NONCE_BYTES,
  openBox,
  sealBox,
} from '../crypto/boxes.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { Seconds, SpaceId } from '../ids.js';
import {
  MESSAGE_AGE_SECONDS_MAX,
  MESSAGE_AHEAD_SECONDS,
  MESSAGE_BYTES_MAX,
  MESSAGE_DAYS_MAX,
} from '../limits.js';
import { type Message, message } from './shapes.js';

const LABEL = encodeUtf8('covisa/message/1\n');
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** Bytes by which a sealed message is longer than its document. */
export const MESSAGE_OVERHEAD_BYTES =
  KEY_BYTES + NONCE_BYTES + BOX_OVERHEAD_BYTES + SIGNATURE_BYTES;

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('MESSAGE_INVALID', `message: expected ${expected}`, { cause });
}

function parseDocument(bytes: Uint8Array): unknown {
  if (bytes.length > MESSAGE_BYTES_MAX) {
    throw invalid(`at most ${MESSAGE_BYTES_MAX} bytes, got ${bytes.length}`);
  }
  try {
    return JSON.parse(parseUtf8(bytes));
  } catch (cause) {
    throw invalid('UTF-8 JSON', cause);
  }
}

/**
 * The message in a document, as its sender signed it.
 * @throws ProtocolError MESSAGE_INVALID
 */
export function parseMessage(document: Uint8Array): Message {
  // MSG-1: a message is one JSON object of at most 32 KiB in UTF-8, with the members of its kind
  // and no others.
  const value = parseDocument(document);
  const read = parseAs('MESSAGE_INVALID', message, value);
  checkContent(read);
  return read;
}

function checkContent(read: Message): void {
  if (read.kind === 'introduction') {
    const days = daysBetween(read.first, read.last);
    // MSG-3: an introduction's last day is not before its first, and at most 92 days after it.
    if (days < 0 || days > MESSAGE_DAYS_MAX) {
      throw invalid(`a last day from the first on, at most ${MESSAGE_DAYS_MAX} days after it`);
    }
  }
  // MSG-4: an answer "please note" says what is to be noted.
  if (read.kind === 'answer' && read.answer === 'note' && read.text === undefined) {
    throw invalid('a text in the answer "note"');
  }
}

/**
 * The document of a message that we write ourselves. @throws ProtocolError MESSAGE_INVALID
 */
export function encodeMessage(written: Message): Uint8Array {
  const document = encodeUtf8(JSON.stringify(written));
  parseMessage(document);
  return document;
}

/**
 * MSG-5: the sender's peer key signs the label `covisa/message/1` and a newline ‖ the document's
 * bytes, in which sender, recipient and id stand.
 */
export function messageToSign(document: Uint8Array): Uint8Array {
  assertBytes(document, 'document');
  return concatBytes(LABEL, document);
}

/** What a message is sealed with: a fresh key for each, and the box key of the recipient. */
export interface MessageSeal {
  /** An X25519 secret key of 32 random bytes, used for this message only and then forgotten. */
  readonly ephemeralSecret: Uint8Array;
  /** 24 random bytes. */
  readonly nonce: Uint8Array;
  /** 32 bytes: `box` in the first entry of the recipient's latest incarnation. */
  readonly recipientKey: Uint8Array;
}

/**
 * MSG-6: a sealed message is the ephemeral public key (32) ‖ nonce (24) ‖ nacl.box(signature (64) ‖
 * document) from the ephemeral key to the recipient's box key.
 */
export function sealMessage(
  document: Uint8Array,
  signature: Uint8Array,
  { ephemeralSecret, nonce, recipientKey }: MessageSeal,
): Uint8Array {
  assertBytes(signature, 'signature', SIGNATURE_BYTES);
  const keys = { theirPublicKey: recipientKey, ourSecretKey: ephemeralSecret };
  const box = sealBox(concatBytes(signature, document), nonce, keys);
  return concatBytes(boxPublicKey(ephemeralSecret), nonce, box);
}

/** A message that was opened; whether its sender signed it is still to be checked. */
export interface OpenedMessage {
  readonly message: Message;
  /** The bytes that were signed. */
  readonly document: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * Opens a sealed message with the recipient's box secret (32 bytes).
 * @throws ProtocolError MESSAGE_UNREADABLE, MESSAGE_INVALID
 */
export function openMessage(sealed: Uint8Array, boxSecret: Uint8Array): OpenedMessage {
  const plain = openSealed(sealed, boxSecret);
  if (plain === null) {
    const text = "message: expected one sealed to this space's box key, got another";
    throw new ProtocolError('MESSAGE_UNREADABLE', text);
  }
  const document = plain.slice(SIGNATURE_BYTES);
  return { message: parseMessage(document), document, signature: plain.slice(0, SIGNATURE_BYTES) };
}

function openSealed(sealed: Uint8Array, ourSecretKey: Uint8Array): Uint8Array | null {
  assertBytes(sealed, 'sealed');
  if (sealed.length < MESSAGE_OVERHEAD_BYTES) return null;
  if (sealed.length > MESSAGE_BYTES_MAX + MESSAGE_OVERHEAD_BYTES) return null;
  const theirPublicKey = sealed.slice(0, KEY_BYTES);
  const nonce = sealed.slice(KEY_BYTES, KEY_BYTES + NONCE_BYTES);
  return openBox(sealed.slice(KEY_BYTES + NONCE_BYTES), nonce, { theirPublicKey, ourSecretKey });
}

/** The check of a message's signature under its sender's peer key (32 bytes). */
export function messageCheck(opened: OpenedMessage, peerKey: Uint8Array): SignatureCheck {
  const { document, signature } = opened;
  return { publicKey: peerKey, message: messageToSign(document), signature };
}

/** Who hands a message over to whom, and when. */
export interface MessageDelivery {
  /** The node that brought it, or gave it out: its requests and answers are signed. */
  readonly from: SpaceId;
  readonly to: SpaceId;
  readonly instant: Seconds;
}

/** Checks what stands around a message. @throws ProtocolError MESSAGE_FORGED, MESSAGE_STALE */
export function checkDelivery(read: Message, { from, to, instant }: MessageDelivery): void {
  // MSG-7: a message is handed over by the space that wrote it, to the space that it names: nobody
  // can pass on as meant for a third what was written to it.
  if (read.from !== from || read.to !== to) {
    const text = 'message: expected one of the space that hands it over to this one, got another';
    throw new ProtocolError('MESSAGE_FORGED', text);
  }
  // MSG-8: a message is at most 31 days old and at most 600 s ahead when it is handed over: an id
  // has to be remembered for no longer.
  const age = instant - read.time;
  if (age > MESSAGE_AGE_SECONDS_MAX || age < -MESSAGE_AHEAD_SECONDS) {
    const text = `message: expected one of the last ${MESSAGE_AGE_SECONDS_MAX} seconds, got another`;
    throw new ProtocolError('MESSAGE_STALE', text);
  }
}
