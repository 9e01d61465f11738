/**
 * The digest of a programme: 32 bytes by which two nodes see that they hold the same. SHA-256 over
 * a label, the sorted frontier in fixed binary lines, and the sorted forks. The lines are
 * kept between calls, so a change costs one line and the next digest one pass of SHA-256.
 */

import { encodeBase64url } from '../bytes/base64url.js';
import { compareBytes, concatBytes, encodeUint32, encodeUtf8, equalBytes } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { LogId } from '../log/checkpoint.js';
import {
  FRONTIER_LINE_BYTES,
  type FrontierLine,
  forkBytes,
  frontierBytes,
  logKeyOf,
} from './frontier.js';

const LABEL = encodeUtf8('covisa/frontier/1\n');

/** The digest of one programme's frontier, kept up to date line by line. */
export class FrontierDigest {
  readonly #hash: Sha256;
  /** What was hashed last, or would be but for logs that are new or gone since. */
  #preimage: Uint8Array = new Uint8Array(0);
  /** Where in it the binary line of each log begins. */
  readonly #places = new Map<string, number>();
  /** The binary lines of logs that have no place in it yet. */
  readonly #fresh = new Map<string, Uint8Array>();
  /** Of each log that has forked. */
  readonly #forks = new Map<string, Uint8Array>();
  /** Whether the set of logs, or what is known of forks, has changed. */
  #isStale = true;
  #digest: string | undefined;

  /** Starts with these lines; `hash` may be a faster SHA-256. */
  constructor(lines: Iterable<FrontierLine> = [], hash: Sha256 = sha256) {
    this.#hash = hash;
    for (const line of lines) this.set(line);
  }

  /** Puts a log's line in place of the one before, if there was one. */
  set(line: FrontierLine): void {
    const key = logKeyOf(line);
    const bytes = frontierBytes(line);
    this.#digest = undefined;
    this.#setFork(key, line);
    const place = this.#places.get(key);
    if (place !== undefined) {
      this.#preimage.set(bytes, place);
      return;
    }
    this.#fresh.set(key, bytes);
    this.#isStale = true;
  }

  #setFork(key: string, line: FrontierLine): void {
    const fork = line.common === undefined ? undefined : forkBytes(line, line.common);
    const held = this.#forks.get(key);
    if (fork === undefined ? held === undefined : held && equalBytes(fork, held)) return;
    if (fork === undefined) this.#forks.delete(key);
    else this.#forks.set(key, fork);
    this.#isStale = true;
  }

  /** Forgets a log, for example one that left the programme. */
  remove(log: LogId): void {
    const key = logKeyOf(log);
    const wasHeld = this.#places.delete(key) || this.#fresh.delete(key);
    if (!wasHeld) return;
    this.#forks.delete(key);
    this.#isStale = true;
    this.#digest = undefined;
  }

  /** SYNC-2: the digest, 32 bytes in base64url. */
  digest(): string {
    if (this.#isStale) this.#layOut();
    this.#digest ??= encodeBase64url(this.#hash(this.#preimage));
    return this.#digest;
  }

  /** Sorts the lines into one buffer: label, number of lines, lines, number of forks, forks. */
  #layOut(): void {
    const held = [...this.#places].map(
      ([key, at]) => [key, this.#preimage.subarray(at, at + FRONTIER_LINE_BYTES)] as const,
    );
    const sorted = [...held, ...this.#fresh].sort(([, left], [, right]) =>
      compareBytes(left, right),
    );
    const lines = sorted.map(([, line]) => line);
    const forks = [...this.#forks.values()].sort(compareBytes);
    this.#preimage = concatBytes(
      ...[LABEL, encodeUint32(lines.length), ...lines],
      ...[encodeUint32(forks.length), ...forks],
    );
    for (const [i, [key]] of sorted.entries()) {
      this.#places.set(key, LABEL.length + 4 + i * FRONTIER_LINE_BYTES);
    }
    this.#fresh.clear();
    this.#isStale = false;
  }
}

/** The digest (32 bytes in base64url) of a whole frontier, whatever the order of its lines. */
export function frontierDigest(lines: Iterable<FrontierLine>, hash: Sha256 = sha256): string {
  return new FrontierDigest(lines, hash).digest();
}
