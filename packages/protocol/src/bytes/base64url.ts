/** Strict base64url without padding (RFC 4648 §5), and the strict base64 of signed notes (§4). */

import { ProtocolError } from '../errors.js';

const URL_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STANDARD_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function reverse(alphabet: string): Int8Array {
  const table = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) table[alphabet.charCodeAt(i)] = i;
  return table;
}

const URL_VALUES = reverse(URL_ALPHABET);
const STANDARD_VALUES = reverse(STANDARD_ALPHABET);

/** Characters that are put together at once: a call has room for so many arguments. */
const CHUNK = 4096;

function encodeWith(alphabet: string, bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    // What goes beyond the end is dropped.
    codes[at++] = alphabet.charCodeAt(word >> 18);
    codes[at++] = alphabet.charCodeAt((word >> 12) & 63);
    codes[at++] = alphabet.charCodeAt((word >> 6) & 63);
    codes[at++] = alphabet.charCodeAt(word & 63);
  }
  return textOf(codes);
}

/** In one piece: a text that was added to character by character takes many times the memory. */
function textOf(codes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) {
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + CHUNK));
  }
  return text;
}

function parseWith(values: Int8Array, text: string): Uint8Array {
  const rest = text.length % 4;
  if (rest === 1) throw invalid('a length that base64 cannot have');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (values[code] ?? -1) : -1;
    if (value < 0) throw invalid(`a character outside of the alphabet at ${i}`);
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  // The unused bits of the last character are zero, or two texts would name the same bytes.
  if ((held & ((1 << bits) - 1)) !== 0) throw invalid('bits that are not zero after the last byte');
  return bytes;
}

function invalid(what: string): ProtocolError {
  return new ProtocolError(
    'BASE64URL_INVALID',
    `base64: expected the one encoding of some bytes, got ${what}`,
  );
}

/** base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  return encodeWith(URL_ALPHABET, bytes);
}

/**
 * The bytes of a base64url text: no padding, no white space, unused bits zero.
 * @throws ProtocolError BASE64URL_INVALID
 */
export function parseBase64url(text: string): Uint8Array {
  return parseWith(URL_VALUES, text);
}

/** Standard base64 with padding, as C2SP signed notes use it. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeWith(STANDARD_ALPHABET, bytes);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** The bytes of a standard base64 text with its padding. @throws ProtocolError BASE64URL_INVALID */
export function parseBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw invalid('a text without its padding');
  const bare = text.endsWith('==')
    ? text.slice(0, -2)
    : text.endsWith('=')
      ? text.slice(0, -1)
      : text;
  if (text.length - bare.length !== (4 - (bare.length % 4)) % 4) throw invalid('a wrong padding');
  return parseWith(STANDARD_VALUES, bare);
}
