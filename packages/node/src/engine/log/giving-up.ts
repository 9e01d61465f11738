/**
 * Giving up entries for a pruned range: the last entries of a log, in a tile that is not full, go
 * where the owner has summed up the whole tile. Whoever shows the range is not believed with what
 * is held: it must be the same history, and old.
 */

import {
  type Extension,
  equalBytes,
  isPassing,
  leafHash,
  ProtocolError,
  parseEntry,
} from '@covisa/protocol';
import type { LogHead, StoredEntry } from '@covisa/store';
import type { EnginePorts } from '../context.js';
import { isProvable, provenSubtree } from '../forks/proven-hashes.js';
import type { SteadyClock } from '../steady-clock.js';
import { dateOfEntry, lastOldDate } from './age.js';
import { knowsRoot } from './tree-hashes.js';

/** Looks at what would be given up. */
export class GivingUp {
  readonly #ports: Pick<EnginePorts, 'store' | 'sha256'>;
  readonly #clock: SteadyClock | null;

  /** Without a clock nothing is given up that tells of a day. */
  constructor(ports: Pick<EnginePorts, 'store' | 'sha256'>, clock: SteadyClock | null) {
    this.#ports = ports;
    this.#clock = clock;
  }

  /**
   * PRUNE-7: what is held of a pruned range's first tile is given up only if the range has the same
   * in its places, and nothing of it tells of a day within the last 400 days by a steady clock.
   * @throws ProtocolError LOG_FORKED, RANGE_INVALID, RANGE_EARLY
   */
  async check(extension: Extension, head: LogHead): Promise<void> {
    const held = await this.#ports.store.entriesWithin(head, extension.from, head.size);
    const rest = this.#besides(held, extension);
    await this.#checkGaps(extension, head);
    const entries = rest.map(({ bytes }) => parseEntry(bytes));
    if (!entries.every(isPassing)) {
      throw new ProtocolError('RANGE_INVALID', 'range: expected all entries that stay');
    }
    // At no instant nothing is old.
    const limit = lastOldDate((await this.#clock?.instant()) ?? 0);
    if (entries.some((entry) => dateOfEntry(entry) > limit)) {
      throw new ProtocolError(
        'RANGE_EARLY',
        'range: expected what is held to be old, got a day that may still count',
      );
    }
  }

  /** The held entries that are not among those of the range; the others are the same there. */
  #besides(held: readonly StoredEntry[], extension: Extension): readonly StoredEntry[] {
    const kept = new Map(extension.entries.map(({ index, hash }) => [index, hash]));
    return held.filter(({ index, bytes }) => {
      const hash = kept.get(index);
      if (hash === undefined) return true;
      if (!equalBytes(hash, leafHash(bytes, this.#ports.sha256))) throw otherHistory(index);
      return false;
    });
  }

  /**
   * The gaps hash to what is held, and what the held checkpoint has beyond it; of one that reaches
   * beyond that, too, nobody can tell.
   */
  async #checkGaps(extension: Extension, head: LogHead): Promise<void> {
    const end = isProvable(head) ? head.checkpointSize : head.size;
    for (const gap of extension.gaps) {
      if (gap.from >= head.size || gap.to > end) continue;
      await this.#checkEdges(gap, head);
      const hash = await provenSubtree(this.#ports, head, gap);
      if (!equalBytes(hash, gap.hash)) throw otherHistory(gap.from);
    }
  }

  /** A log that was cut within what was pruned has gaps of its own, of which nothing is shown. */
  async #checkEdges({ from, to }: Extension['gaps'][number], head: LogHead): Promise<void> {
    const { store } = this.#ports;
    if ((await knowsRoot(store, head, from)) && (await knowsRoot(store, head, to))) return;
    throw new ProtocolError('RANGE_INVALID', 'range: expected the gaps that are held');
  }
}

function otherHistory(index: number): ProtocolError {
  return new ProtocolError(
    'LOG_FORKED',
    `log: expected one history, got a second one from entry ${index} on`,
  );
}
