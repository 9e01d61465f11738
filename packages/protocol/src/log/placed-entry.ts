/** An entry at its place in a log. */

import { type Sha256, sha256 } from '../crypto/hash.js';
import { ProtocolError } from '../errors.js';
import { type Entry, parseEntry } from './entries.js';
import { leafHash } from './tree.js';

/** An entry at its place in a log. */
export interface PlacedEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
  /** The leaf hash, 32 bytes. */
  readonly hash: Uint8Array;
  readonly entry: Entry;
}

/** What is wrong with a range. */
export function rangeInvalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('RANGE_INVALID', `range: expected ${expected}`, { cause });
}

/** @throws ProtocolError RANGE_INVALID */
export function placeEntry(index: number, bytes: Uint8Array, hash: Sha256 = sha256): PlacedEntry {
  try {
    return { index, bytes, hash: leafHash(bytes, hash), entry: parseEntry(bytes) };
  } catch (cause) {
    throw rangeInvalid(`an entry at index ${index}`, cause);
  }
}
