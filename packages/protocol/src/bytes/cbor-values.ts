/**
 * The values of CBOR items whose bounds were scanned. One encoding of a value differs from another
 * by longer heads or by the order of its keys alone, so both are looked at where they are read.
 */

import { ProtocolError } from '../errors.js';
import { parseUtf8 } from './bytes.js';
import {
  type Head,
  headAt,
  headBytes,
  invalid,
  MAJOR_ARRAY,
  MAJOR_BYTES,
  MAJOR_MAP,
  MAJOR_NEGATIVE,
  MAJOR_TEXT,
  MAJOR_UNSIGNED,
} from './cbor-scan.js';

const SIMPLE_FALSE = 20;
const SIMPLE_TRUE = 21;

/** Reads on from `at`, and notes whether all was written in the one way. */
interface Reading {
  readonly bytes: Uint8Array;
  at: number;
  isDeterministic: boolean;
}

/**
 * The value of the one item in these bytes; maps become `Map`, strings of bytes are copied.
 * @throws ProtocolError CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function valueIn(bytes: Uint8Array): unknown {
  const reading = { bytes, at: 0, isDeterministic: true };
  const value = readItem(reading);
  // CBOR-1: the bytes are the only encoding of their value.
  if (!reading.isDeterministic) {
    throw new ProtocolError(
      'CBOR_NOT_DETERMINISTIC',
      'CBOR: expected the deterministic encoding, got another one of the same value',
    );
  }
  return value;
}

function readItem(reading: Reading): unknown {
  const { at } = reading;
  const head = headAt(reading.bytes, at);
  if (head.end - at !== headBytes(head.value)) reading.isDeterministic = false;
  reading.at = head.end;
  switch (head.major) {
    case MAJOR_UNSIGNED:
      return safeInteger(head.value, at);
    case MAJOR_NEGATIVE:
      return safeInteger(-1 - head.value, at);
    case MAJOR_BYTES:
      // A plain copy, whatever kind of array the bytes are.
      return new Uint8Array(stringOf(reading, head));
    case MAJOR_TEXT:
      // CBOR-3: a text is all of its bytes: a byte order mark at its start is its first character.
      return parseUtf8(stringOf(reading, head));
    case MAJOR_ARRAY:
      return Array.from({ length: head.value }, () => readItem(reading));
    case MAJOR_MAP:
      return readMap(reading, head.value);
    default:
      return head.value === SIMPLE_FALSE ? false : head.value === SIMPLE_TRUE ? true : null;
  }
}

function safeInteger(value: number, at: number): number {
  if (!Number.isSafeInteger(value)) throw invalid('an integer of at most 2^53 - 1 either way', at);
  return value;
}

function stringOf(reading: Reading, { end, value }: Head): Uint8Array {
  reading.at = end + value;
  return reading.bytes.subarray(end, reading.at);
}

function readMap(reading: Reading, members: number): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  let before = -1;
  for (let i = 0; i < members; i++) {
    const { at } = reading;
    const key = readItem(reading);
    if (map.has(key)) throw invalid('each key once', at);
    if (before >= 0 && !isAscending(reading.bytes, before, at)) reading.isDeterministic = false;
    before = at;
    map.set(key, readItem(reading));
  }
  return map;
}

/** Whether of two different keys the first comes first: no encoding of a key begins another. */
function isAscending(bytes: Uint8Array, first: number, second: number): boolean {
  let i = 0;
  while (bytes[first + i] === bytes[second + i] && second + i < bytes.length) i++;
  return (bytes[first + i] ?? 0) < (bytes[second + i] ?? 0);
}
