/** How values of the port stand in columns. */

import type { Visit } from '../port.js';

const KINDS = ['courtesy', 'free', 'paid'] as const;
/** Indices that one log can have: place ids are `log × 2^32 + index`. */
const INDICES = 2 ** 32;

/** 0 courtesy, 1 free, 2 paid: in the order of the words. */
export function kindNumber(kind: Visit['kind']): number {
  return KINDS.indexOf(kind);
}

export function kindOfNumber(number: number): Visit['kind'] {
  const kind = KINDS[number];
  if (kind === undefined) throw new RangeError(`kind: expected 0 to 2, got ${number}`);
  return kind;
}

/** Weights as halves: 1 or 2. */
export function halves(weight: 1 | 0.5): number {
  return weight * 2;
}

export function weightOfHalves(number: number): 1 | 0.5 {
  return number === 1 ? 0.5 : 1;
}

/** The id of the entry at `index` of a log. @throws RangeError if a log cannot have the index */
export function placeId(log: number, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= INDICES) {
    throw new RangeError(`index: expected a whole number below 2^32, got ${index}`);
  }
  return log * INDICES + index;
}

/** The first id that belongs to the next log. */
export function placesEnd(log: number): number {
  return (log + 1) * INDICES;
}

/** The index in an entry's id. */
export function indexOfPlace(place: number): number {
  return place % INDICES;
}

/** The log in an entry's id. */
export function logOfPlace(place: number): number {
  return Math.floor(place / INDICES);
}

/** A plain view of the driver's Buffer. */
export function bytesOf(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
