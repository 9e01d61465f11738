/**
 * A scan of the heads of CBOR items (RFC 8949 §3), which bounds depth and lengths before anything
 * is built.
 */

import { ProtocolError } from '../errors.js';
import { CBOR_BYTES_MAX, CBOR_DEPTH_MAX } from '../limits.js';
import { parseUtf8 } from './bytes.js';

export const MAJOR_UNSIGNED = 0;
export const MAJOR_NEGATIVE = 1;
export const MAJOR_BYTES = 2;
export const MAJOR_TEXT = 3;
export const MAJOR_ARRAY = 4;
export const MAJOR_MAP = 5;
const MAJOR_TAG = 6;
const MAJOR_SIMPLE = 7;

/** Unsigned integer, negative integer, text. */
const KEY_MAJORS: ReadonlySet<number> = new Set([0, 1, MAJOR_TEXT]);
/** false, true, null. */
const SIMPLE_MIN = 20;
const SIMPLE_MAX = 22;

/** An error, to be thrown, of bytes that are no CBOR of ours. */
export function invalid(expected: string, at: number): ProtocolError {
  return new ProtocolError('CBOR_INVALID', `CBOR: expected ${expected} at byte ${at}`);
}

/** A head as it was read. */
export interface Head {
  readonly major: number;
  /** Inexact above 2^53. */
  readonly value: number;
  /** Index of the first byte after the head. */
  readonly end: number;
}

/** The head at an index. @throws ProtocolError CBOR_INVALID */
export function headAt(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw invalid('an item', at);
  const major = first >> 5;
  const minor = first & 31;
  if (minor < 24) return { major, value: minor, end: at + 1 };
  if (minor > 27 || major === MAJOR_SIMPLE) throw invalid('a definite item without floats', at);
  const end = at + 1 + (1 << (minor - 24));
  if (end > bytes.length) throw invalid('a whole head', at);
  let value = 0;
  for (let i = at + 1; i < end; i++) value = value * 256 + (bytes[i] ?? 0);
  return { major, value, end };
}

/** Bytes of the shortest head with this value. */
export function headBytes(value: number): number {
  if (value < 24) return 1;
  if (value < 0x100) return 2;
  if (value < 0x1_0000) return 3;
  return value < 0x1_0000_0000 ? 5 : 9;
}

function checkText(text: Uint8Array, at: number): void {
  try {
    parseUtf8(text);
  } catch {
    throw invalid('UTF-8', at);
  }
}

/**
 * The index after the item that starts at `at`: bounds depth and lengths, leaves all else to the
 * decoder.
 */
export function itemEnd(bytes: Uint8Array, at: number, depth: number): number {
  if (depth > CBOR_DEPTH_MAX) throw invalid(`at most ${CBOR_DEPTH_MAX} levels`, at);
  const { major, value, end } = headAt(bytes, at);
  if (major === MAJOR_TAG) throw invalid('no tag', at);
  if (major === MAJOR_SIMPLE) {
    if (value < SIMPLE_MIN || value > SIMPLE_MAX) throw invalid('true, false or null', at);
    return end;
  }
  if (major === MAJOR_BYTES || major === MAJOR_TEXT) {
    if (value > bytes.length - end) throw invalid('a whole string', at);
    if (major === MAJOR_TEXT) checkText(bytes.subarray(end, end + value), at);
    return end + value;
  }
  if (major !== MAJOR_ARRAY && major !== MAJOR_MAP) return end;
  const items = major === MAJOR_MAP ? value * 2 : value;
  if (items > bytes.length - end) throw invalid('as many items as announced', at);
  let next = end;
  for (let i = 0; i < items; i++) {
    // CBOR-2: map keys are integers or texts.
    if (major === MAJOR_MAP && i % 2 === 0 && !KEY_MAJORS.has((bytes[next] ?? 0) >> 5)) {
      throw invalid('an integer or a text as key', next);
    }
    next = itemEnd(bytes, next, depth + 1);
  }
  return next;
}

/**
 * Checks that the bytes are one item within the limits. What it leaves to the decoder is the order
 * of keys, and how short heads are. @throws ProtocolError CBOR_INVALID
 */
export function checkBounds(bytes: Uint8Array): void {
  if (bytes.length > CBOR_BYTES_MAX) throw invalid(`at most ${CBOR_BYTES_MAX} bytes`, bytes.length);
  const end = itemEnd(bytes, 0, 0);
  if (end !== bytes.length) throw invalid('the end after one item', end);
}
