/**
 * Deterministic CBOR (RFC 8949 §4.2.1), the part of it that covisa uses: integers, byte strings,
 * texts, arrays, maps, true, false and null. No tags, no floating point, no indefinite lengths.
 *
 * A scan of the heads comes first, so that depth and sizes are bounded before anything is built.
 */

import { encode, rfc8949EncodeOptions } from 'cborg';
import { concatBytes } from './bytes.js';
import {
  checkBounds,
  headAt,
  headBytes,
  invalid,
  itemEnd,
  MAJOR_ARRAY,
  MAJOR_BYTES,
} from './cbor-scan.js';
import { valueIn } from './cbor-values.js';

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

const ENCODE_OPTIONS = rfc8949EncodeOptions;

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
 * The deterministic encoding of bytes: the same as by `encodeCbor`, for what is done often.
 * @throws ProtocolError CBOR_INVALID for more than a head of three bytes can announce
 */
export function encodeCborBytes(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const headLength = headBytes(length);
  if (headLength > 3) throw invalid(`at most ${0xffff} bytes`, 0);
  const item = new Uint8Array(headLength + length);
  item[0] = (MAJOR_BYTES << 5) | (headLength === 1 ? length : 22 + headLength);
  if (headLength === 2) item[1] = length;
  if (headLength === 3) item.set([length >> 8, length & 0xff], 1);
  item.set(bytes, headLength);
  return item;
}

/**
 * The value of deterministic CBOR; maps become `Map`. The type is `unknown` until a reader has
 * looked at it.
 * @throws ProtocolError CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function parseCbor(bytes: Uint8Array): unknown {
  checkBounds(bytes);
  return valueIn(bytes);
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
