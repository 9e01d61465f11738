/**
 * A test space: keys and a log of its own, made by the specification. It does what an honest space
 * does, and hands out what a dishonest one needs.
 */

import {
  type CheckpointClaims,
  checkpointText,
  checkpointToSign,
  consistencyRanges,
  dayOf,
  deriveNodeKeys,
  encodeBase64url,
  encodeCheckpoint,
  encodeEntry,
  encodeHeartbeat,
  type ForkSide,
  type FrontierLine,
  heartbeatToSign,
  inclusionRanges,
  type KnownEntry,
  type LogId,
  leafHash,
  type NodeKeys,
  type ProfileEntry,
  type Seconds,
  type SyncRange,
  sha256,
  strayPlace,
  subtreeHash,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import { inceptionOf, type Opening, publicKey, resumeOf } from './openings.js';

const DAY_SECONDS = 86_400;
const KEY_LIFETIME_SECONDS = 60 * DAY_SECONDS;

/** A heartbeat, with the checkpoint that it is over. */
export interface OwnHeartbeat {
  readonly time: Seconds;
  readonly checkpoint: string;
  readonly line: string;
}

/** A space that exists for one run of the suite. */
export class TestSpace {
  readonly name: string;
  keys: NodeKeys;
  readonly log: LogId;
  readonly lines: Uint8Array[] = [];
  readonly #leaves: Uint8Array[] = [];
  heartbeat: OwnHeartbeat | null = null;
  /** The same space as it was when its log had its first three entries. */
  readonly #begin: () => TestSpace;

  /** The seed (32 bytes) of the recovery key. */
  readonly recoverySeed: Uint8Array;

  /**
   * `secret` has 32 bytes. The log starts with inception, issuing key and profile, or with the
   * resume that `resumed` gives in the place of the inception.
   */
  constructor(
    name: string,
    secret: Uint8Array,
    now: Seconds,
    resumed?: (keys: NodeKeys, recoverySeed: Uint8Array) => Opening,
  ) {
    this.name = name;
    this.#begin = () => new TestSpace(name, secret, now, resumed);
    this.keys = deriveNodeKeys(secret);
    this.recoverySeed = sha256(secret);
    const { line, log } = (resumed ?? inceptionOf)(this.keys, this.recoverySeed);
    const { issuing } = this.keys;
    this.log = log;
    this.appendLine(line);
    const until = now + KEY_LIFETIME_SECONDS;
    const from = now - DAY_SECONDS;
    this.append({ type: 'keys', generation: 0, issuing: publicKey(issuing), from, until });
    this.append(profileOf(name, now));
    this.beat(now);
  }

  /**
   * The same space with new keys, as its recovery key says; another key (a seed of 32 bytes) makes
   * a lie.
   */
  resume(secret: Uint8Array, now: Seconds, signer = this.recoverySeed): TestSpace {
    const accepted = { log: this.log, size: this.size, root: this.root() };
    return new TestSpace(this.name, secret, now, (keys, recoverySeed) =>
      resumeOf(accepted, keys, recoverySeed, signer, now),
    );
  }

  /**
   * Another history of the same log, as a copied node would write it: so many entries are common.
   * Another log key (a seed of 32 bytes) makes a lie.
   */
  fork(common: number, log = this.keys.log): TestSpace {
    const other = this.#begin();
    other.keys = { ...other.keys, log };
    while (other.size > common) other.removeLast();
    for (const line of this.lines.slice(other.size, common)) other.appendLine(line);
    return other;
  }

  get id(): LogId['space'] {
    return this.log.space;
  }

  get size(): number {
    return this.lines.length;
  }

  /** Appends an entry; its index. */
  append(entry: KnownEntry): number {
    return this.appendLine(encodeEntry(entry));
  }

  /** Appends any line; its index. */
  appendLine(line: Uint8Array): number {
    this.#leaves.push(leafHash(line));
    return this.lines.push(line) - 1;
  }

  /** Takes the last entry back, as if it had never been: for tests of what is not to be kept. */
  removeLast(): void {
    this.lines.pop();
    this.#leaves.pop();
  }

  /** The root (32 bytes) at a size. */
  root(size = this.size): Uint8Array {
    return subtreeHash(this.#leaves.slice(0, size));
  }

  /** The checkpoint of a size. Another root or another key (a seed of 32 bytes) makes a lie. */
  checkpoint(size = this.size, root = this.root(size), seed = this.keys.log): string {
    return this.sign({ log: this.log, size, root }, seed);
  }

  /** A checkpoint of any log, signed by this one's key or by another (a seed of 32 bytes). */
  sign(claims: CheckpointClaims, seed = this.keys.log): string {
    const signature = ed25519.sign(seed, checkpointToSign(claims));
    return encodeCheckpoint(claims, ed25519.publicKey(seed), signature);
  }

  /** A heartbeat over the checkpoint of the present size, which is not kept. */
  heartbeatAt(time: Seconds, witness = this.keys.witness): OwnHeartbeat {
    const text = checkpointText({ log: this.log, size: this.size, root: this.root() });
    const signature = ed25519.sign(witness, heartbeatToSign(time, text));
    const line = encodeHeartbeat(this.log, ed25519.publicKey(witness), time, signature);
    return { time, checkpoint: this.checkpoint(), line };
  }

  /** Says that the space lives. */
  beat(time: Seconds): OwnHeartbeat {
    this.heartbeat = this.heartbeatAt(time);
    return this.heartbeat;
  }

  /** The range of a sync from one index to another, under the checkpoint of `size`. */
  range(from: number, to = this.size, size = to): SyncRange {
    const range = { ...this.log, from, count: to - from, checkpoint: this.checkpoint(size) };
    const proof = this.#hashes(consistencyRanges(to, size));
    return proof.length > 0 ? { ...range, proof } : range;
  }

  #hashes(parts: readonly { readonly from: number; readonly to: number }[]): readonly string[] {
    return parts.map(({ from, to }) => encodeBase64url(subtreeHash(this.#leaves.slice(from, to))));
  }

  /** One side of a proof that this history parts from another after so many entries. */
  forkSide(common: number, checkpoint = this.checkpoint()): ForkSide {
    return {
      checkpoint,
      atCommon: this.#hashes(consistencyRanges(common, this.size)),
      beyond: this.#hashes(consistencyRanges(common + 1, this.size)),
    };
  }

  /** An entry as a range of its shelf, with the proof of its inclusion. */
  strayRange(index: number, checkpoint = this.checkpoint()): SyncRange {
    const place = strayPlace(this.log, leafHash(this.lines[index] ?? new Uint8Array()));
    const proof = this.#hashes(inclusionRanges(index, this.size));
    const { space, incarnation } = place;
    return { space, incarnation, from: index, count: 1, checkpoint, proof };
  }

  /** The space's own line of its frontier. */
  frontierLine(): FrontierLine {
    const day = this.heartbeat === null ? 0 : dayOf(this.heartbeat.time);
    return { ...this.log, size: this.size, root: encodeBase64url(this.root()), day };
  }
}

/** A listing with one venue, at which a day begins when it does in UTC. */
export function profileOf(name: string, signed: Seconds): ProfileEntry {
  return {
    type: 'profile',
    signed,
    name,
    open: true,
    venues: [{ id: 'main', name, address: 'Nowhere 1', timeZone: 'UTC', amenities: [] }],
    rate: { amount: 2000, currency: 'EUR' },
    offer: {},
    languages: ['en'],
    node: null,
  };
}
