/**
 * A log that a test writes by itself, with the keys of its space: for peers that send what no
 * engine would.
 */

import {
  appendLeaves,
  type CompactRange,
  checkpointToSign,
  compactRoot,
  deriveNodeKeys,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeCheckpoint,
  encodeEntry,
  encodeHeartbeat,
  encodeSync,
  encodeUtf8,
  heartbeatToSign,
  type KnownEntry,
  leafHash,
  type ProgrammeId,
  parseCheckpoint,
  type SpaceId,
  type SyncHeader,
  type SyncHeartbeat,
  type SyncRange,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '../../../dist/adapters/ed25519-node.js';
import { filler } from './network.js';
import type { TestSpace } from './test-space.js';

const signatures = nodeSignatureBackend();

export class ScriptedLog {
  readonly space: SpaceId;
  readonly lines: Uint8Array[] = [];
  readonly secret: Uint8Array;
  readonly #keys: ReturnType<typeof deriveNodeKeys>;
  #compact: CompactRange = EMPTY_COMPACT_RANGE;

  /** Starts with these lines, or empty. */
  constructor(space: SpaceId, secret: Uint8Array, lines: readonly Uint8Array[] = []) {
    this.space = space;
    this.secret = secret;
    this.#keys = deriveNodeKeys(secret);
    for (const line of lines) this.#add(line);
  }

  /** What the node of this space holds of its own log: the test goes on in its place. */
  static async of(space: TestSpace, count = Number.MAX_SAFE_INTEGER): Promise<ScriptedLog> {
    const log = { space: space.id, incarnation: 0 };
    const entries = await space.store.entries(log, 0, count, Number.MAX_SAFE_INTEGER);
    return new ScriptedLog(
      space.id,
      space.secret,
      entries.map((entry) => entry.bytes),
    );
  }

  add(...entries: readonly (KnownEntry | string)[]): this {
    for (const entry of entries) {
      this.#add(typeof entry === 'string' ? encodeUtf8(entry) : encodeEntry(entry));
    }
    return this;
  }

  #add(line: Uint8Array): void {
    this.lines.push(line);
    this.#compact = appendLeaves(this.#compact, [leafHash(line)]);
  }

  get checkpoint(): string {
    const log = { space: this.space, incarnation: 0 };
    const claims = { log, size: this.#compact.size, root: compactRoot(this.#compact) };
    const key = signatures.publicKey(this.#keys.log);
    return encodeCheckpoint(claims, key, signatures.sign(this.#keys.log, checkpointToSign(claims)));
  }

  get root(): string {
    return encodeBase64url(compactRoot(this.#compact));
  }

  heartbeat(time: number): SyncHeartbeat {
    const { checkpoint, space } = this;
    return { ...{ space, incarnation: 0 }, checkpoint, line: this.cosignature(checkpoint, time) };
  }

  get witnessKey(): Uint8Array {
    return signatures.publicKey(this.#keys.witness);
  }

  /** Over any log's checkpoint: over its own it is a heartbeat. */
  cosignature(checkpoint: string, time: number): string {
    const { text } = parseCheckpoint(checkpoint);
    const signature = signatures.sign(this.#keys.witness, heartbeatToSign(time, text));
    return encodeHeartbeat({ space: this.space, incarnation: 0 }, this.witnessKey, time, signature);
  }

  /** All lines from `from` on, up to the checkpoint. */
  range(from = 0): SyncRange {
    const count = this.lines.length - from;
    return { space: this.space, incarnation: 0, from, count, checkpoint: this.checkpoint };
  }
}

/** A sync body with these logs, from the indices named (0 by default) to their ends. */
export function bodyOf(
  programme: ProgrammeId,
  logs: readonly (readonly [ScriptedLog, number])[],
  more: Partial<SyncHeader> = {},
): Uint8Array {
  const ranges = logs.map(([log, from]) => log.range(from));
  const header = { sync: 1, digests: [{ programme, digest: filler(7) }], ranges, ...more } as const;
  return encodeSync(
    header,
    logs.map(([log, from]) => log.lines.slice(from)),
  );
}
