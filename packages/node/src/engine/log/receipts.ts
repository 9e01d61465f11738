/** Receipts: one entry of a held log with all that anybody needs to check it. */

import {
  encodeReceipt,
  inclusionRanges,
  parseCheckpoint,
  parseUtf8,
  type ReceiptExtra,
  type SpaceId,
} from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Witness } from '../gossip/witness.js';
import type { Replica } from './replica.js';
import { storedSubtreeHash } from './tree-hashes.js';

/** A checkpoint to stand on, with those who saw it. */
interface Ground {
  readonly checkpoint: string;
  readonly lines: readonly { readonly space: SpaceId; readonly line: string }[];
}

/** Makes receipts. */
export class Receipts {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #witness: Witness;

  constructor(context: Context, replica: Replica, witness: Witness) {
    this.#context = context;
    this.#replica = replica;
    this.#witness = witness;
  }

  /** The receipt of an entry. @throws NodeError NOT_FOUND */
  async receipt(log: LogId, index: number): Promise<string> {
    const { store, sha256 } = this.#context.ports;
    const [found] = await store.entries(log, index, 1, 0);
    const ground = await this.#ground(log, index);
    if (found?.index !== index || ground === null) {
      throw new NodeError('NOT_FOUND', `entry ${index}: expected one of a log that is held`);
    }
    const { size } = parseCheckpoint(ground.checkpoint);
    const hashes = inclusionRanges(index, size).map((subtree) =>
      storedSubtreeHash(store, log, subtree, sha256),
    );
    const witnesses = [...new Set(ground.lines.map((one) => one.space))];
    const extra: ReceiptExtra = {
      entry: parseUtf8(found.bytes),
      log: await this.#openings(log.space, log.incarnation),
      witnesses: await Promise.all(witnesses.map((space) => this.#openings(space))),
    };
    return encodeReceipt({
      ...{ extra, index, checkpoint: ground.checkpoint },
      proof: await Promise.all(hashes),
      cosignatures: ground.lines.map((one) => one.line),
    });
  }

  /**
   * Our own log stands on what peers have cosigned, where that reaches so far; another's on our own
   * cosignature.
   */
  async #ground(log: LogId, index: number): Promise<Ground | null> {
    const { identity } = this.#context;
    const head = this.#replica.log(log)?.head;
    if (!head?.checkpoint || head.checkpointSize !== head.size) return null;
    const { checkpoint } = head;
    if (log.space !== identity.space) {
      const line = await this.#witness.cosign(head);
      return { checkpoint, lines: line === null ? [] : [{ space: identity.space, line }] };
    }
    const { witnessed } = this.#witness;
    const isLong =
      witnessed !== null &&
      parseCheckpoint(witnessed.checkpoint).log.incarnation === log.incarnation &&
      parseCheckpoint(witnessed.checkpoint).size > index;
    return isLong ? witnessed : { checkpoint, lines: [] };
  }

  async #openings(space: SpaceId, until = Number.MAX_SAFE_INTEGER): Promise<ReceiptExtra['log']> {
    const lines: string[] = [];
    for (const incarnation of this.#replica.incarnationsOf(space)) {
      if (incarnation > until) break;
      const log = { space, incarnation };
      const [first] = await this.#context.ports.store.entries(log, 0, 1, 0);
      if (first) lines.push(parseUtf8(first.bytes));
    }
    return { space, lines };
  }
}
