/**
 * Deterministic CBOR (RFC 8949 §4.2.1), the part of it that covisa uses: integers, byte strings,
 * texts, arrays, maps, true, false and null. No tags, no floating point, no indefinite lengths.
 *
 * CBOR-1: what is read is encoded again and must give the same bytes. A scan of the heads comes
 * first, so that depth and sizes are bounded before anything is built.
 */

import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { ProtocolError } from '../errors.js';
import { CBOR_BYTES_MAX, CBOR_DEPTH_MAX } from '../limits.js';
import { concatBytes, equalBytes, parseUtf8 } from './bytes.js';

/**
 * A value that covisa writes in CBOR. Numbers are safe integers; map keys are integers or texts.
 */
export type CborValue =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | CborMap;
export type CborMap = ReadonlyMap<number | string, CborValue>;

const MAJOR_BYTES = 2;
const MAJOR_TEXT = 3;
const MAJOR_ARRAY = 4;
const MAJOR_MAP = 5;
const MAJOR_TAG = 6;
const MAJOR_SIMPLE = 7;
/** Unsigned integer, negative integer, text. */
const KEY_MAJORS: ReadonlySet<number> = new Set([0, 1, MAJOR_TEXT]);
/** false, true, null. */
const SIMPLE_MIN = 20;
const SIMPLE_MAX = 22;

const ENCODE_OPTIONS = rfc8949EncodeOptions;
const DECODE_OPTIONS = {
  // A head that is longer than it needs is CBOR all the same: the comparison finds it.
  strict: false,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
} as const;

function invalid(expected: string, at: number): ProtocolError {
  return new ProtocolError('CBOR_INVALID', `CBOR: expected ${expected} at byte ${at}`);
}

interface Head {
  readonly major: number;
  readonly value: number;
  /** Index of the first byte after the head. */
  readonly end: number;
}

function headAt(bytes: Uint8Array, at: number): Head {
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
function itemEnd(bytes: Uint8Array, at: number, depth: number): number {
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

function checkBounds(bytes: Uint8Array): void {
  if (bytes.length > CBOR_BYTES_MAX) throw invalid(`at most ${CBOR_BYTES_MAX} bytes`, bytes.length);
  const end = itemEnd(bytes, 0, 0);
  if (end !== bytes.length) throw invalid('the end after one item', end);
}

/**
 * The deterministic encoding of a value.
 * @throws ProtocolError CBOR_INVALID for what covisa does not write (a fraction, undefined, a tag)
 */
export function encodeCbor(value: CborValue): Uint8Array {
  const bytes = encode(value, ENCODE_OPTIONS);
  checkBounds(bytes);
  return bytes;
}

/**
 * The value of deterministic CBOR; maps become `Map`. The type is `unknown` until a reader has
 * looked at it.
 * @throws ProtocolError CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function parseCbor(bytes: Uint8Array): unknown {
  checkBounds(bytes);
  let value: unknown;
  try {
    value = decode(bytes, DECODE_OPTIONS);
  } catch (cause) {
    throw new ProtocolError('CBOR_INVALID', 'CBOR: expected strict CBOR, got other bytes', {
      cause,
    });
  }
  // CBOR-1: the bytes are the only encoding of their value.
  if (!equalBytes(encode(value, ENCODE_OPTIONS), bytes)) {
    throw new ProtocolError(
      'CBOR_NOT_DETERMINISTIC',
      'CBOR: expected the deterministic encoding, got another one of the same value',
    );
  }
  return value;
}

/**
 * The items of a CBOR array, each as the bytes that arrived (views into `bytes`), at most 23 of
 * them. The items themselves are scanned, not decoded. @throws ProtocolError CBOR_INVALID
 */
export function splitCborArray(bytes: Uint8Array): Uint8Array[] {
  checkBounds(bytes);
  const { major, value, end } = headAt(bytes, 0);
  if (major !== MAJOR_ARRAY || value > 23 || end !== 1) throw invalid('a short array', 0);
  const items: Uint8Array[] = [];
  let at = end;
  for (let i = 0; i < value; i++) {
    const next = itemEnd(bytes, at, 1);
    items.push(bytes.subarray(at, next));
    at = next;
  }
  return items;
}

/**
 * The CBOR array of items that are encoded already, byte for byte.
 * @throws RangeError for over 23 items
 */
export function joinCborArray(items: readonly Uint8Array[]): Uint8Array {
  if (items.length > 23)
    throw new RangeError(`items: expected at most 23 items, got ${items.length}`);
  return concatBytes(Uint8Array.of((MAJOR_ARRAY << 5) | items.length), ...items);
}
