/** The logs, to read: our own for the public, all that are held for the owner. */

import { parseTilePath, type SpaceId, TILE_WIDTH, tileWidth } from '@covisa/protocol';
import type { StoredEntry } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { AuditReport, LogCheck, LogEntryView, Logs } from '../services.js';
import type { Auditor } from './audit.js';
import type { HeldLog } from './held-logs.js';
import { keptEntries } from './kept-entries.js';
import type { LogChecks } from './log-checks.js';
import type { Receipts } from './receipts.js';
import type { Replica } from './replica.js';

const HASH_BYTES = 32;
const ENTRIES_MAX = 1000;
const ENTRIES_BYTES_MAX = 4 * 1024 * 1024;

interface Parts {
  readonly replica: Replica;
  readonly checks: LogChecks;
  readonly auditor: Auditor;
  readonly receipts: Receipts;
}

/** Reading logs. */
export class LogsService implements Logs {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  async receipt(space: SpaceId, index: number): Promise<string> {
    return this.#parts.receipts.receipt(this.#held(space).head, index);
  }

  async openings(): Promise<readonly Uint8Array[]> {
    const { identity, ports } = this.#context;
    const found: Uint8Array[] = [];
    for (const incarnation of this.#parts.replica.incarnationsOf(identity.space)) {
      const log = { space: identity.space, incarnation };
      for (const { bytes } of await ports.store.entries(log, 0, 1, 0)) found.push(bytes);
    }
    return found;
  }

  checkpoint(): string {
    const checkpoint = this.#parts.replica.log(this.#context.identity.log)?.head.checkpoint;
    if (checkpoint) return checkpoint;
    throw new NodeError('NOT_READY', 'checkpoint: this log is empty');
  }

  async tile(path: string): Promise<Uint8Array> {
    const tile = parseTilePath(`/tile/${path}`);
    const size = this.#parts.replica.log(this.#context.identity.log)?.head.size ?? 0;
    const width = tile ? tileWidth(tile.level, tile.index, size) : 0;
    const asked = tile?.width ?? 0;
    if (!tile || asked === 0 || asked > width) {
      throw new NodeError('NOT_FOUND', `tile ${path}: expected one of this log, got another`);
    }
    const { identity, ports } = this.#context;
    const from = tile.index * TILE_WIDTH;
    const hashes = await ports.store.hashes(identity.log, tile.level, from, asked);
    if (hashes.length === asked * HASH_BYTES) return hashes;
    throw new NodeError('NOT_FOUND', `tile ${path}: its entries were pruned`);
  }

  async entries(space: SpaceId, from: number, count: number): Promise<readonly LogEntryView[]> {
    const { head } = this.#held(space);
    const { store } = this.#context.ports;
    const { pruned = 0 } = head;
    const countMax = Math.min(count, ENTRIES_MAX);
    const kept: StoredEntry[] = [];
    let bytes = 0;
    for await (const tile of keptEntries(store, head, from, pruned)) {
      for (const entry of tile.slice(0, countMax - kept.length)) {
        bytes += entry.bytes.length;
        if (bytes > ENTRIES_BYTES_MAX) return kept;
        kept.push(entry);
      }
      if (kept.length === countMax) return kept;
    }
    const left = countMax - kept.length;
    const next = Math.max(from, pruned);
    const rest = await store.entries(head, next, left, ENTRIES_BYTES_MAX - bytes);
    return [...kept, ...rest];
  }

  async verify(space: SpaceId): Promise<LogCheck> {
    return this.#parts.checks.verify(this.#held(space).head);
  }

  audit(space: SpaceId): Promise<AuditReport> {
    return this.#parts.auditor.audit(space);
  }

  #held(space: SpaceId): HeldLog {
    const held = this.#parts.replica.latest(space);
    if (held) return held;
    throw new NodeError('NOT_FOUND', `log ${space}: expected one that is held, got another`);
  }
}
