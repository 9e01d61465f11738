/**
 * Chance from a seed: the same label gives the same draws for ever. Good for plans and faults; the
 * keys of a simulated world come from it too, and are worth nothing outside of it.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, a few additions and
 * shifts a draw.
 */

import type { Random } from '@covisa/node';
import { encodeUtf8, sha256 } from '@covisa/protocol';

/** A stream of draws. Children are independent streams, so that one draw more moves no others. */
export class Chance implements Random {
  readonly label: string;
  readonly #state: Uint32Array;

  constructor(label: string) {
    this.label = label;
    const digest = sha256(encodeUtf8(label));
    this.#state = new Uint32Array(digest.slice(0, 16).buffer);
  }

  /** The stream of a part, by its name. */
  child(name: string): Chance {
    return new Chance(`${this.label}/${name}`);
  }

  /** 0 to 2^32 - 1. */
  next(): number {
    const state = this.#state;
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const drawn = (a + b + counter) >>> 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + drawn;
    return drawn;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  real(): number {
    return this.next() / 2 ** 32;
  }

  /** A whole number from `min` to `max`, both inclusive. */
  between(min: number, max: number): number {
    return min + Math.floor(this.real() * (max - min + 1));
  }

  /** A whole number from `min` to `max`, each power of two with the same chance. */
  logUniform(min: number, max: number): number {
    const drawn = min * ((max + 1) / min) ** this.real();
    return Math.min(max, Math.floor(drawn));
  }

  /** A time until the next of events that come `mean` apart, and no sooner after one than else. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.real());
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.real() < probability;
  }

  /** One of these. @throws RangeError if there is none */
  one<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('items: expected one at least');
    return item;
  }

  /** At most `count` of these, in any order. */
  some<T>(items: readonly T[], count: number): readonly T[] {
    const rest = [...items];
    const end = Math.min(count, rest.length);
    for (let at = 0; at < end; at++) {
      const other = this.between(at, rest.length - 1);
      [rest[at], rest[other]] = [rest[other] as T, rest[at] as T];
    }
    return rest.slice(0, end);
  }

  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 4) {
      const drawn = this.next();
      for (let shift = 0; shift < 4 && at + shift < length; shift++) {
        bytes[at + shift] = drawn >>> (8 * shift);
      }
    }
    return bytes;
  }
}
