/**
 * C2SP signed notes: a text that ends in a newline, an empty line, and signature lines
 * `— <key name> <base64(key id ‖ signature)>`. https://c2sp.org/signed-note
 */

import { encodeBase64, parseBase64 } from '../bytes/base64url.js';
import { concatBytes, encodeUtf8 } from '../bytes/bytes.js';
import { sha256 } from '../crypto/hash.js';
import { ProtocolError } from '../errors.js';
import { NOTE_CHARACTERS_MAX, NOTE_SIGNATURES_MAX } from '../limits.js';

/** The signature types that covisa uses, as the first byte of a key's material. */
export const NOTE_ED25519 = 0x01;
export const NOTE_COSIGNATURE = 0x04;

/** One signature line, taken apart. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  /** What follows the key id: 64 bytes of Ed25519, or time and signature of a cosignature. */
  readonly signature: Uint8Array;
}

/** A note that was read, not verified. */
export interface ReadNote {
  /** What is signed, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('NOTE_INVALID', `note: expected ${expected}`, { cause });
}

/** NOTE-2: a key id is the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
export function noteKeyId(name: string, type: number, publicKey: Uint8Array): Uint8Array {
  const bytes = concatBytes(encodeUtf8(`${name}\n`), Uint8Array.of(type), publicKey);
  return sha256(bytes).slice(0, 4);
}

/** One signature line, without its newline. */
export function encodeSignatureLine(one: NoteSignature): string {
  return `— ${one.name} ${encodeBase64(concatBytes(one.keyId, one.signature))}`;
}

/** The signature in one line without its newline. @throws ProtocolError NOTE_INVALID */
export function parseSignatureLine(line: string): NoteSignature {
  if (line.length > NOTE_CHARACTERS_MAX) throw invalid('a signature line of bounded length');
  // NOTE-1: the name has no white space and no plus sign, or the line could be read in two ways.
  const match = /^— ([^\s+\p{Cc}]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  const [name, blob] = [match?.[1], match?.[2]];
  if (name === undefined || blob === undefined) {
    throw invalid('a signature line: dash, key name, base64');
  }
  let bytes: Uint8Array;
  try {
    bytes = parseBase64(blob);
  } catch (cause) {
    throw invalid('strict base64 in a signature line', cause);
  }
  if (bytes.length < 5) throw invalid('a key id and a signature in a signature line');
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the rule is about control characters.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/**
 * The text and the signatures of a note; no signature is verified.
 * @throws ProtocolError NOTE_INVALID
 */
export function parseNote(note: string): ReadNote {
  if (note.length > NOTE_CHARACTERS_MAX) {
    throw invalid(`at most ${NOTE_CHARACTERS_MAX} characters, got ${note.length}`);
  }
  if (CONTROL.test(note) || !note.isWellFormed()) throw invalid('text without control characters');
  const end = note.lastIndexOf('\n\n');
  if (end < 1 || !note.endsWith('\n')) {
    throw invalid('a text, an empty line, and signature lines that end in a newline');
  }
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > NOTE_SIGNATURES_MAX)
    throw invalid(`at most ${NOTE_SIGNATURES_MAX} signatures`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

/** A note with these signature lines. @throws TypeError if the text does not end in a newline */
export function encodeNote(text: string, lines: readonly string[]): string {
  if (!text.endsWith('\n')) throw new TypeError('note text: expected a newline at its end');
  return `${text}\n${lines.map((line) => `${line}\n`).join('')}`;
}
