/** Small things for byte strings. Encodings live beside this file, one a file. */

import { ProtocolError } from '../errors.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The guard for byte arguments.
 * @throws TypeError if `value` is no Uint8Array, or not `length` bytes long.
 */
export function assertBytes(
  value: unknown,
  name: string,
  length?: number,
): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array))
    throw new TypeError(`${name}: expected a Uint8Array, got ${typeof value}`);
  if (length !== undefined && value.length !== length) {
    throw new TypeError(`${name}: expected ${length} bytes, got ${value.length}`);
  }
}

/** All parts, one after the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes. Not constant in time: for public values only. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** Orders byte strings by their first differing byte, then by length. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** UTF-8 bytes of a text. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Up to here, a loop is faster than the platform's decoder. */
const SHORT_BYTES_MAX = 32;

/** The text of bytes that are all ASCII, else null. */
function asciiText(bytes: Uint8Array): string | null {
  let text = '';
  for (const byte of bytes) {
    if (byte > 127) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

/**
 * The text of UTF-8 bytes, a byte order mark kept as a character.
 * @throws ProtocolError UTF8_INVALID
 */
export function parseUtf8(bytes: Uint8Array): string {
  const ascii = bytes.length <= SHORT_BYTES_MAX ? asciiText(bytes) : null;
  if (ascii !== null) return ascii;
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new ProtocolError('UTF8_INVALID', 'text: expected UTF-8, got other bytes', { cause });
  }
}

/** Four bytes, big-endian. @throws RangeError if `value` is no unsigned 32-bit integer */
export function encodeUint32(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw new RangeError(`value: expected an unsigned 32-bit integer, got ${value}`);
  }
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** Eight bytes, big-endian. @throws RangeError if `value` is no safe unsigned integer */
export function encodeUint64(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`value: expected a safe unsigned integer, got ${value}`);
  }
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}
