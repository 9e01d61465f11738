/**
 * Logs that are written at once, with the keys of their spaces, and signed when they are whole: a
 * programme of thousands of spaces is founded in seconds so.
 */

import { createHash } from 'node:crypto';
import {
  appendLeaves,
  checkpointToSign,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeCheckpoint,
  encodeHeartbeat,
  encodeUtf8,
  heartbeatToSign,
  type KnownEntry,
  leafHash,
  parseCheckpoint,
  type Seconds,
  type SpaceId,
  shape,
  spaceId,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '../../../node/dist/adapters/ed25519-node.js';
import { nodeSha256 } from '../../../node/dist/adapters/sha256-node.js';
import type { OfferedHeartbeat, OfferedRange } from '../../../node/dist/engine/log/intake.js';

const signatures = nodeSignatureBackend();

/** Bytes that follow from a name: the same in every run. */
export function bytesOf(name: string, count: number): Uint8Array {
  return new Uint8Array(createHash('shake256', { outputLength: count }).update(name).digest());
}

/** 32 bytes each. */
interface KeyPair {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The keys by which a log is written. */
export interface WriterKeys {
  readonly log: KeyPair;
  readonly witness: KeyPair;
}

/** The key pair of a seed. */
export function keyPairOf(seed: Uint8Array): KeyPair {
  return { seed, publicKey: signatures.publicKey(seed) };
}

/** One log. */
export class WrittenLog {
  readonly space: SpaceId;
  readonly lines: Uint8Array[];
  readonly #keys: WriterKeys;

  /** Starts with its inception, which has these keys. */
  constructor(keys: WriterKeys, inception: KnownEntry) {
    const line = encodeUtf8(JSON.stringify(inception));
    this.space = shape.parseAs('SHAPE_INVALID', spaceId, encodeBase64url(nodeSha256(line)));
    this.lines = [line];
    this.#keys = keys;
  }

  add(entry: KnownEntry): Uint8Array {
    const line = encodeUtf8(JSON.stringify(entry));
    this.lines.push(line);
    return line;
  }

  /** All of it, as a node offers it to another. */
  range(): OfferedRange {
    const log = { space: this.space, incarnation: 0 };
    const leaves = this.lines.map((line) => leafHash(line, nodeSha256));
    const compact = appendLeaves(EMPTY_COMPACT_RANGE, leaves, nodeSha256);
    const claims = { log, size: compact.size, root: compactRoot(compact, nodeSha256) };
    const { seed, publicKey } = this.#keys.log;
    const signature = signatures.sign(seed, checkpointToSign(claims));
    const checkpoint = encodeCheckpoint(claims, publicKey, signature);
    return { ...log, from: 0, lines: this.lines, checkpoint, proof: [] };
  }

  /** The sign of life over the checkpoint of `range`. */
  heartbeat({ checkpoint }: OfferedRange, time: Seconds): OfferedHeartbeat {
    const log = { space: this.space, incarnation: 0 };
    const message = heartbeatToSign(time, parseCheckpoint(checkpoint).text);
    const { seed, publicKey } = this.#keys.witness;
    const signature = signatures.sign(seed, message);
    return { ...log, checkpoint, line: encodeHeartbeat(log, publicKey, time, signature) };
  }
}
