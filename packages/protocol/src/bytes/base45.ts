/**
 * Strict base45 (RFC 9285), for QR codes in alphanumeric mode: one text for some bytes, and no
 * other.
 */

import { ProtocolError } from '../errors.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

function invalid(what: string): ProtocolError {
  return new ProtocolError(
    'BASE45_INVALID',
    `base45: expected the encoding of some bytes, got ${what}`,
  );
}

/** base45: three characters for two bytes, two characters for a last single one. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const second = bytes[i + 1];
    const value = second === undefined ? (bytes[i] ?? 0) : (bytes[i] ?? 0) * 256 + second;
    text += ALPHABET.charAt(value % 45) + ALPHABET.charAt(Math.floor(value / 45) % 45);
    if (second !== undefined) text += ALPHABET.charAt(Math.floor(value / 2025));
  }
  return text;
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const value = code < 128 ? (VALUES[code] ?? -1) : -1;
  if (value < 0) throw invalid(`a character outside of the alphabet at ${at}`);
  return value;
}

/**
 * The bytes of a base45 text.
 * @throws ProtocolError BASE45_INVALID for a bad length, character or group (`GGW` is 65,536)
 */
export function parseBase45(text: string): Uint8Array {
  const rest = text.length % 3;
  if (rest === 1) throw invalid('a length that base45 cannot have');
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  let at = 0;
  for (let i = 0; i + 2 < text.length; i += 3) {
    const value = digit(text, i) + 45 * digit(text, i + 1) + 2025 * digit(text, i + 2);
    if (value > 0xffff) throw invalid(`a group over 65535 at ${i}`);
    bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  if (rest === 2) {
    const value = digit(text, text.length - 2) + 45 * digit(text, text.length - 1);
    if (value > 0xff) throw invalid(`a last group over 255 at ${text.length - 2}`);
    bytes[at] = value;
  }
  return bytes;
}
