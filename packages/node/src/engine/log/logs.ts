/** The logs, to read: our own for the public, all that are held for the owner. */

import {
  appendLeaves,
  type CompactRange,
  checkpointCheck,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  equalBytes,
  leafHash,
  parseCheckpoint,
  parseTilePath,
  type SpaceId,
  TILE_WIDTH,
  tileWidth,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { LogEntryView, Logs } from '../services.js';
import type { View } from '../view.js';
import type { HeldLog, Replica } from './replica.js';

const ENTRIES_MAX = 1000;
const ENTRIES_BYTES_MAX = 4 * 1024 * 1024;

/** Reading logs. */
export class LogsService implements Logs {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #view: View;

  constructor(context: Context, replica: Replica, view: View) {
    this.#context = context;
    this.#replica = replica;
    this.#view = view;
  }

  async openings(): Promise<readonly Uint8Array[]> {
    const { identity, ports } = this.#context;
    const found: Uint8Array[] = [];
    for (const incarnation of this.#replica.incarnationsOf(identity.space)) {
      const log = { space: identity.space, incarnation };
      for (const { bytes } of await ports.store.entries(log, 0, 1, 0)) found.push(bytes);
    }
    return found;
  }

  checkpoint(): string {
    const checkpoint = this.#replica.log(this.#context.identity.log)?.head.checkpoint;
    if (checkpoint) return checkpoint;
    throw new NodeError('NOT_READY', 'checkpoint: this log is empty');
  }

  async tile(path: string): Promise<Uint8Array> {
    const tile = parseTilePath(`/tile/${path}`);
    const size = this.#replica.log(this.#context.identity.log)?.head.size ?? 0;
    const width = tile ? tileWidth(tile.level, tile.index, size) : 0;
    const asked = tile?.width ?? 0;
    if (!tile || asked === 0 || asked > width) {
      throw new NodeError('NOT_FOUND', `tile ${path}: expected one of this log, got another`);
    }
    const from = tile.index * TILE_WIDTH;
    return this.#context.ports.store.hashes(this.#context.identity.log, tile.level, from, asked);
  }

  async entries(space: SpaceId, from: number, count: number): Promise<readonly LogEntryView[]> {
    const held = this.#held(space);
    const countMax = Math.min(count, ENTRIES_MAX);
    return this.#context.ports.store.entries(held.head, from, countMax, ENTRIES_BYTES_MAX);
  }

  async verify(space: SpaceId): ReturnType<Logs['verify']> {
    const held = this.#held(space);
    const compact = await this.#rehash(held);
    const root = compactRoot(compact, this.#context.ports.sha256);
    const problem = await this.#problemOf(held, compact.size, root);
    return { size: compact.size, root: encodeBase64url(root), ok: problem === null, problem };
  }

  #held(space: SpaceId): HeldLog {
    const held = this.#replica.latest(space);
    if (held) return held;
    throw new NodeError('NOT_FOUND', `log ${space}: expected one that is held, got another`);
  }

  async #rehash({ head }: HeldLog): Promise<CompactRange> {
    const { store, sha256 } = this.#context.ports;
    let compact: CompactRange = EMPTY_COMPACT_RANGE;
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
    if (!head.checkpoint || head.checkpointSize !== size) return 'it is still being caught up with';
    const checkpoint = parseCheckpoint(head.checkpoint);
    if (!equalBytes(checkpoint.root, root))
      return "the entries do not hash to the checkpoint's root";
    const key = this.#view.opening(head)?.logKey;
    const holds =
      key && (await this.#context.ports.signatures.verify(checkpointCheck(checkpoint, key)));
    return holds ? null : "the checkpoint's signature does not hold";
  }
}
