/**
 * Spaces with logs of their own, made in bulk: the very keys, first entries and signed heads that
 * their nodes would have made.
 */

import {
  type CompactRange,
  checkpointToSign,
  compactRoot,
  deriveNodeKey,
  deriveNodeKeys,
  encodeCheckpoint,
  encodeCompactRange,
  encodeHeartbeat,
  growByLeaves,
  heartbeatToSign,
  leafHash,
  type NodeKeys,
  type ProfileEntry,
  parseCheckpoint,
  parseCompactRange,
  parseEntry,
  recoveryDigest,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import {
  type LogHead,
  type NewEntry,
  openMemoryStore,
  type Range,
  type Store,
} from '@covisa/store';
import { nodeSignatureBackend } from '../../../node/dist/adapters/ed25519-node.js';
import { systemRandom } from '../../../node/dist/adapters/random-system.js';
import { nodeSha256 } from '../../../node/dist/adapters/sha256-node.js';
import type { EnginePorts, EngineSettings } from '../../../node/dist/engine/context.js';
import { initialiseSpace } from '../../../node/dist/engine/engine.js';

/** Seeds whose import is kept: those of the spaces, and of the members who visit in turn. */
const KEYS_MAX = 8192;

/** The back end that signs for all of them. */
export const signatures = nodeSignatureBackend(KEYS_MAX, KEYS_MAX);

/** A space whose node runs nowhere: its secret, and how far its log has come. */
export class MadeSpace {
  readonly id: SpaceId;
  readonly #keys: NodeKeys;
  readonly #issuing: Uint8Array;
  #compact: CompactRange;

  constructor(id: SpaceId, secret: Uint8Array, head: LogHead) {
    this.id = id;
    this.#keys = deriveNodeKeys(secret);
    this.#issuing = deriveNodeKey(secret, 'issuing', 0);
    this.#compact = parseCompactRange(head.range);
  }

  /** Entries in the log. */
  get size(): number {
    return this.#compact.size;
  }

  /** 32 bytes. */
  get issuingKey(): Uint8Array {
    return signatures.publicKey(this.#issuing);
  }

  /** By the key that signs this space's visas. */
  signVisa(message: Uint8Array): Uint8Array {
    return signatures.sign(this.#issuing, message);
  }

  /**
   * The range by which entries follow on the log, under a checkpoint and a heartbeat of this time.
   */
  grow(entries: readonly NewEntry[], time: Seconds): Range {
    const from = this.#compact.size;
    const hashes = entries.map((entry) => entry.leafHash);
    const { compact, completed } = growByLeaves(this.#compact, hashes, nodeSha256);
    this.#compact = compact;
    return { from, entries, subtrees: completed, head: this.#head(time) };
  }

  #head(time: Seconds): LogHead {
    const log = { space: this.id, incarnation: 0 };
    const { size } = this.#compact;
    const claims = { log, size, root: compactRoot(this.#compact, nodeSha256) };
    const logKey = signatures.publicKey(this.#keys.log);
    const signature = signatures.sign(this.#keys.log, checkpointToSign(claims));
    const checkpoint = encodeCheckpoint(claims, logKey, signature);
    const beat = signatures.sign(
      this.#keys.witness,
      heartbeatToSign(time, parseCheckpoint(checkpoint).text),
    );
    const line = encodeHeartbeat(log, signatures.publicKey(this.#keys.witness), time, beat);
    return {
      ...{ ...log, size, checkpoint, checkpointSize: size },
      range: encodeCompactRange(this.#compact),
      heartbeat: { time, line, checkpoint },
    };
  }
}

/** Bytes as the store takes them, with what they say. */
export function newEntry(bytes: Uint8Array): NewEntry {
  return { bytes, leafHash: leafHash(bytes, nodeSha256), entry: parseEntry(bytes) };
}

function portsAt(store: Store, time: Seconds): EnginePorts {
  let head: Uint8Array | null = null;
  const headFile = {
    read: async () => head,
    write: async (bytes: Uint8Array) => {
      head = bytes;
    },
  };
  const clock = { nowMilliseconds: () => time * 1000, after: () => ({ cancel() {} }) };
  const logger = { info() {}, warn() {}, error() {} };
  const connect = (): never => {
    throw new Error('network: a space that is made calls nobody');
  };
  const shared = { random: systemRandom, signatures, sha256: nodeSha256, logger };
  return { ...shared, store, clock, headFile, connect, mail: null };
}

const SETTINGS: EngineSettings = {
  publicUrl: null,
  syncIntervalSeconds: 86_400,
  heartbeatIntervalSeconds: 86_400,
  grantBudgetMilliseconds: 0,
  testClockOffset: () => null,
};

function profile(name: string, signed: Seconds): ProfileEntry {
  const venue = { id: 'main', name, address: '1 Main Street', timeZone: 'UTC', amenities: [] };
  const rate = { amount: 2500, currency: 'EUR' };
  const about = { open: true, offer: {}, languages: ['en'], node: null };
  return { type: 'profile', signed, name, venues: [venue], rate, ...about };
}

/** A fresh space, made at that time by what every node is made by; its log goes to `store`. */
export async function makeSpace(store: Store, name: string, time: Seconds): Promise<MadeSpace> {
  const own = openMemoryStore();
  const secret = systemRandom.bytes(32);
  const digest = recoveryDigest(signatures.publicKey(systemRandom.bytes(32)));
  const beginnings = { recoveryDigest: digest, profile: profile(name, time) };
  const id = await initialiseSpace(portsAt(own, time), SETTINGS, secret, beginnings);
  const log = { space: id, incarnation: 0 };
  const [head] = await own.heads();
  if (head === undefined) throw new Error(`${name}: has no log`);
  const first = await own.entries(log, 0, head.size, Number.MAX_SAFE_INTEGER);
  const entries = first.map(({ bytes }) => newEntry(bytes));
  await store.ingestRanges([{ from: 0, entries, subtrees: [], head }]);
  return new MadeSpace(id, secret, head);
}

/** A space whose node was made in a data folder, as its store and secret say. */
export async function heldSpace(
  store: Store,
  space: SpaceId,
  secret: Uint8Array,
): Promise<MadeSpace> {
  const head = (await store.heads()).find((one) => one.space === space);
  if (head === undefined) throw new Error(`space ${space}: no log is held`);
  return new MadeSpace(space, secret, head);
}
