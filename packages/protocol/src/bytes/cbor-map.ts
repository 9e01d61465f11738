/** Reads a decoded CBOR map member by member, and refuses what nobody asked for. */

import { type ErrorCode, ProtocolError } from '../errors.js';
import type { CalendarDate } from '../ids.js';
import { dateOfDay } from './dates.js';

/** 2000-01-01 and 2998-12-31 as days since 1970. */
const DAY_MIN = 10_957;
const DAY_MAX = 375_834;

/**
 * One map, read under one error code. Each member is taken once; `end` refuses those that are left.
 */
export class CborMapReader {
  readonly #members: Map<unknown, unknown>;
  readonly #code: ErrorCode;
  readonly #what: string;

  /** @throws ProtocolError `code` if `value` is no map */
  constructor(value: unknown, code: ErrorCode, what: string) {
    this.#code = code;
    this.#what = what;
    if (!(value instanceof Map)) throw this.misfit('a map');
    this.#members = new Map(value);
  }

  /** An error of this map, to be thrown. */
  misfit(expected: string, key?: number): ProtocolError {
    const place = key === undefined ? this.#what : `${this.#what}, key ${key}`;
    return new ProtocolError(this.#code, `${place}: expected ${expected}`, {
      ...(key !== undefined && { path: `/${key}` }),
    });
  }

  /** Whether a member is there and not yet taken. */
  has(key: number): boolean {
    return this.#members.has(key);
  }

  /** Takes any member; undefined if it is missing. */
  take(key: number): unknown {
    const value = this.#members.get(key);
    this.#members.delete(key);
    return value;
  }

  /** Takes an unsigned integer of at most `max`. */
  uint(key: number, max: number): number {
    const value = this.take(key);
    if (typeof value !== 'number' || value < 0 || value > max) {
      throw this.misfit(`an integer from 0 to ${max}`, key);
    }
    return value;
  }

  /**
   * Takes a date, written as days since 1970 (years 2000 to 2998, so that each date has one a year
   * later).
   */
  date(key: number): CalendarDate {
    const day = this.uint(key, DAY_MAX);
    if (day < DAY_MIN) throw this.misfit(`a day from ${DAY_MIN}`, key);
    return dateOfDay(day);
  }

  /** Takes a byte string of exactly `length` bytes. */
  bytes(key: number, length: number): Uint8Array {
    const value = this.take(key);
    if (!(value instanceof Uint8Array) || value.length !== length) {
      throw this.misfit(`${length} bytes`, key);
    }
    return value;
  }

  /** Takes a text. */
  text(key: number): string {
    const value = this.take(key);
    if (typeof value !== 'string') throw this.misfit('a text', key);
    return value;
  }

  /** Takes a member that is either missing (false) or true; a written false is refused. */
  flag(key: number): boolean {
    if (!this.has(key)) return false;
    if (this.take(key) !== true) throw this.misfit('true, or no such member', key);
    return true;
  }

  /** Takes a map. */
  map(key: number): CborMapReader {
    return new CborMapReader(this.take(key), this.#code, `${this.#what}, key ${key}`);
  }

  /**
   * Refuses members that nobody took: a later version has another token prefix, so nothing here is
   * open.
   */
  end(): void {
    for (const key of this.#members.keys()) throw this.misfit(`no member ${String(key)}`);
  }
}
