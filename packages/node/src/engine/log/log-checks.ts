/** Held logs, hashed again from their entries. */

import {
  appendLeaves,
  appendSubtrees,
  type CompactRange,
  checkpointCheck,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  equalBytes,
  leafHash,
  parseCheckpoint,
  type ReadCheckpoint,
  recomputeRoots,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { EnginePorts } from '../context.js';
import { isProvable, provenConsistency } from '../forks/proven-hashes.js';
import type { LogCheck } from '../services.js';
import type { View } from '../view.js';
import type { HeldLog } from './held-logs.js';
import type { Replica } from './replica.js';
import { heldPieces, storedRoot } from './tree-hashes.js';

const ENTRIES_MAX = 1000;
const ENTRIES_BYTES_MAX = 4 * 1024 * 1024;

type CheckPorts = Pick<EnginePorts, 'store' | 'sha256' | 'signatures'>;

/** Checks held logs. */
export class LogChecks {
  readonly #ports: CheckPorts;
  readonly #view: View;
  readonly #replica: Replica;

  constructor(ports: CheckPorts, view: View, replica: Replica) {
    this.#ports = ports;
    this.#view = view;
    this.#replica = replica;
  }

  /** Reads a whole log again: each hash, the root and the signature. @throws NodeError NOT_FOUND */
  async verify(log: LogId): Promise<LogCheck> {
    const held = this.#replica.log(log);
    if (held === null) throw new NodeError('NOT_FOUND', 'log: expected one that is held');
    const compact = await this.#rehash(held);
    const root = compactRoot(compact, this.#ports.sha256);
    const problem = await this.#problemOf(held, compact.size, root);
    return { size: compact.size, root: encodeBase64url(root), ok: problem === null, problem };
  }

  /** The root (32 bytes) of the first `size` entries, which are held. */
  rootAt(log: LogId, size: number): Promise<Uint8Array> {
    return storedRoot(this.#ports.store, log, size, this.#ports.sha256);
  }

  /** The tiles of which entries were pruned: by what is held of them, and the hashes between. */
  async #rehashPruned({ head }: HeldLog): Promise<CompactRange> {
    const { store, sha256 } = this.#ports;
    let compact: CompactRange = EMPTY_COMPACT_RANGE;
    while (compact.size < (head.pruned ?? 0)) {
      const tile = { from: compact.size, to: compact.size + TILE_WIDTH };
      const pieces = await heldPieces(store, head, tile, sha256);
      const missing = pieces.findIndex(({ from }, i) => from !== (pieces[i - 1]?.to ?? tile.from));
      const whole = missing < 0 ? pieces : pieces.slice(0, missing);
      compact = appendSubtrees(compact, whole, sha256);
      if (compact.size < tile.to) break;
    }
    return compact;
  }

  async #rehash(held: HeldLog): Promise<CompactRange> {
    const { head } = held;
    const { store, sha256 } = this.#ports;
    let compact = await this.#rehashPruned(held);
    if (compact.size < (head.pruned ?? 0)) return compact;
    while (compact.size < head.size) {
      const page = await store.entries(head, compact.size, ENTRIES_MAX, ENTRIES_BYTES_MAX);
      if (page.length === 0) return compact;
      compact = appendLeaves(
        compact,
        page.map((entry) => leafHash(entry.bytes, sha256)),
        sha256,
      );
    }
    return compact;
  }

  async #problemOf({ head }: HeldLog, size: number, root: Uint8Array): Promise<string | null> {
    if (size !== head.size) return `entries are missing from index ${size} on`;
    if (!head.checkpoint || !isProvable(head)) return 'it is still being caught up with';
    const checkpoint = parseCheckpoint(head.checkpoint);
    if (!(await this.#leadsTo(head, checkpoint, root)))
      return "the entries do not hash to the checkpoint's root";
    const key = this.#view.opening(head)?.logKey;
    const holds = key && (await this.#ports.signatures.verify(checkpointCheck(checkpoint, key)));
    return holds ? null : "the checkpoint's signature does not hold";
  }

  /** The checkpoint of a log that has forked, or is being caught up with, is of more entries. */
  async #leadsTo(head: LogHead, checkpoint: ReadCheckpoint, root: Uint8Array): Promise<boolean> {
    if (head.size === checkpoint.size) return equalBytes(checkpoint.root, root);
    const proof = await provenConsistency(this.#ports, head, head.size);
    const roots = recomputeRoots(head.size, checkpoint.size, proof, this.#ports.sha256);
    if (roots === undefined) return false;
    return equalBytes(roots.oldRoot, root) && equalBytes(roots.newRoot, checkpoint.root);
  }
}
