/**
 * What shows that the pruned part of a log has all that stays of it: its owner's sum, with its
 * place in the tree of a signed checkpoint. As long as a log holds the sum itself, that follows
 * from what is held. Of a log that was cut before its sum, or of which a peer has shown no more, it
 * is kept with the head.
 */

import {
  concatBytes,
  type EntryRange,
  encodeBase64url,
  encodeUtf8,
  key32,
  NOTE_CHARACTERS_MAX,
  PROOF_HASHES_MAX,
  PRUNED_STAYS_MAX,
  parseBase64url,
  parseCheckpoint,
  parseUtf8,
  shape,
} from '@covisa/protocol';
import type { LogHead } from '@covisa/store';
import {
  type HashPorts,
  isProvable,
  provenConsistency,
  provenInclusion,
} from '../forks/proven-hashes.js';
import type { Prunings } from './prunings.js';

const hashes = shape.list(key32, PROOF_HASHES_MAX);
const anyText = { min: 0, max: Infinity };

const keptSum = shape.closed({
  index: shape.integer(0),
  entry: shape.text({ ...anyText, what: 'an entry' }),
  stays: shape.list(shape.integer(0), PRUNED_STAYS_MAX),
  inclusion: hashes,
  checkpoint: shape.text({ min: 1, max: NOTE_CHARACTERS_MAX, what: 'a signed note' }),
  /** From the end of the pruned part to the checkpoint. */
  proof: hashes,
});
type KeptSum = shape.Shaped<typeof keptSum>;

/** A sum, and what shows it. */
export interface ShownSum {
  readonly index: number;
  /** The entry. */
  readonly bytes: Uint8Array;
  /** The indices of all that stays of what it sums up. */
  readonly stays: readonly number[];
  /** 32 bytes a hash. */
  readonly inclusion: readonly Uint8Array[];
  readonly checkpoint: string;
  /** The log at least up to the end of its pruned part, with that checkpoint. */
  readonly tree: LogHead;
}

/** `proof` leads from the end of the pruned part to the checkpoint. */
function encodeSum(
  { index, bytes, stays, inclusion, checkpoint }: Omit<ShownSum, 'tree'>,
  proof: readonly Uint8Array[],
): Uint8Array {
  const sum: KeptSum = {
    ...{ index, entry: parseUtf8(bytes), stays: [...stays], checkpoint },
    inclusion: inclusion.map(encodeBase64url),
    proof: proof.map(encodeBase64url),
  };
  return encodeUtf8(JSON.stringify(sum));
}

/** What is kept of a pruned range, which was verified; null of another one. */
export function sumOfRange({ lines, checkpoint, proof = [], pruned }: EntryRange) {
  const [bytes] = lines;
  if (pruned === undefined || bytes === undefined) return null;
  return encodeSum({ ...pruned, bytes, checkpoint }, proof);
}

function readSum(head: LogHead, kept: Uint8Array): ShownSum {
  const sum = keptSum.parse(JSON.parse(parseUtf8(kept)));
  const { index, stays, checkpoint } = sum;
  const tree: LogHead = {
    ...head,
    size: head.pruned ?? 0,
    ...{ checkpoint, checkpointSize: parseCheckpoint(checkpoint).size },
    proof: concatBytes(...sum.proof.map(parseBase64url)),
  };
  const inclusion = sum.inclusion.map(parseBase64url);
  return { index, bytes: encodeUtf8(sum.entry), stays, inclusion, checkpoint, tree };
}

/** Finds what shows the pruned parts of logs. */
export class ShownSums {
  readonly #ports: HashPorts;
  readonly #prunings: Prunings;

  constructor(ports: HashPorts, prunings: Prunings) {
    this.#ports = ports;
    this.#prunings = prunings;
  }

  /** Whether the pruned part of a log can be shown. */
  has(head: LogHead): boolean {
    if (this.#prunings.of(head, head.pruned ?? 0) === null) return head.sum !== undefined;
    return head.checkpoint !== null && isProvable(head);
  }

  /** What shows the pruned part of a log; null where it cannot be shown. */
  async of(head: LogHead): Promise<ShownSum | null> {
    const point = this.#prunings.of(head, head.pruned ?? 0);
    if (point === null) return head.sum === undefined ? null : readSum(head, head.sum);
    if (head.checkpoint === null || !isProvable(head)) return null;
    const { index, bytes } = point;
    const [stays, inclusion] = await Promise.all([
      this.#ports.store.indicesWithin(head, 0, point.before),
      provenInclusion(this.#ports, head, index),
    ]);
    return { index, bytes, stays, inclusion, checkpoint: head.checkpoint, tree: head };
  }

  /**
   * What is kept of the sum of a log that is to be cut to `size` entries; null where the sum is
   * among them, or cannot be shown.
   */
  async kept(head: LogHead, size: number): Promise<Uint8Array | null> {
    const { pruned = 0 } = head;
    const point = this.#prunings.of(head, pruned);
    const shown = point !== null && point.index < size ? null : await this.of(head);
    if (shown === null) return null;
    const end = Math.min(pruned, size);
    return encodeSum(shown, await provenConsistency(this.#ports, shown.tree, end));
  }
}
