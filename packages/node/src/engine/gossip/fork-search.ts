/**
 * The search for where a log parts: a peer shows a history that is not ours. Both of us hold a
 * checkpoint that the log's key has signed, and prove what they have in common; the search asks for
 * such proofs until it has the largest size at which both have one root.
 */

import {
  checkpointCheck,
  encodeBase64url,
  equalBytes,
  type ForkProof,
  type FrontierLine,
  logKeyOf,
  ProtocolError,
  parseBase64url,
  parseCheckpoint,
  recomputeRoots,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';
import type { Context } from '../context.js';
import type { Forks } from '../forks/forks.js';
import { isProvable, provenConsistency } from '../forks/proven-hashes.js';
import type { Replica } from '../log/replica.js';
import { storedRoot } from '../log/tree-hashes.js';
import type { View } from '../view.js';

/** Sizes that are asked for at once: five messages find one of a million. */
const PROBES = 15;

/** What a search stands on. */
export interface SearchParts {
  readonly view: View;
  readonly replica: Replica;
  readonly forks: Forks;
}

type Ask = (wants: readonly SyncWant[]) => Promise<SyncMessage>;

/** What a peer shows of one size: its checkpoint's note, a proof to it, and the root (32 bytes). */
interface Shown {
  readonly note: string;
  readonly proof: readonly string[];
  readonly root: Uint8Array;
}

/** Searches of one sync. */
export class ForkSearch {
  readonly #context: Context;
  readonly #parts: SearchParts;
  readonly #ask: Ask;

  constructor(context: Context, parts: SearchParts, ask: Ask) {
    this.#context = context;
    this.#parts = parts;
    this.#ask = ask;
  }

  /**
   * Searches where a log parts from what the peer holds, and takes what it finds. False if the peer
   * shows no other history.
   */
  async search(log: LogId, theirs: FrontierLine): Promise<boolean> {
    if (log.incarnation > 0 && (await this.#isRival(log))) return true;
    const head = this.#parts.replica.log(log)?.head;
    if (head === undefined || !isProvable(head)) return false;
    const proof = await this.#proofOf(head, Math.min(head.size, theirs.size));
    return proof !== null && this.#take(proof);
  }

  async #take(proof: ForkProof): Promise<boolean> {
    try {
      return await this.#parts.forks.takeFound(proof);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      return false;
    }
  }

  /** Of a later incarnation even the first entries may differ, and then the keys do. */
  async #isRival(log: LogId): Promise<boolean> {
    const { header, lines } = await this.#ask([want(log, 0)]);
    const at = (header.ranges ?? []).findIndex((range) => isOf(log, range) && range.from === 0);
    const [first] = lines[at] ?? [];
    return first !== undefined && this.#parts.forks.rival(log, first);
  }

  async #proofOf(head: LogHead, upper: number): Promise<ForkProof | null> {
    // Where they part within what was pruned, nobody can show it who has pruned.
    const base = head.pruned ?? 0;
    if (upper <= base) return null;
    const [lowest, last] = await this.#differing(head, base === 0 ? [upper] : [base, upper]);
    if (lowest === undefined || lowest === base) return null;
    // The first size at which the histories differ lies above `same`, and is `other` at the most.
    let [same, other] = [base, last ?? lowest];
    while (other - same > 1) {
      const probes = spread(same, other);
      const [first] = await this.#differing(head, probes);
      const below = probes.filter((size) => first === undefined || size < first);
      [same, other] = [below.at(-1) ?? same, first ?? other];
    }
    return this.#evidence(head, same);
  }

  /** Those of these sizes at which the peer's history has another root, ascending. */
  async #differing(head: LogHead, sizes: readonly number[]): Promise<readonly number[]> {
    const { store, sha256 } = this.#context.ports;
    const shown = await this.#shown(head, sizes);
    const found: number[] = [];
    for (const size of sizes) {
      const theirs = shown.get(size);
      const ours = await storedRoot(store, head, size, sha256);
      if (theirs && !equalBytes(theirs.root, ours)) found.push(size);
    }
    return found;
  }

  async #shown(log: LogId, sizes: readonly number[]): Promise<ReadonlyMap<number, Shown>> {
    const { header } = await this.#ask(sizes.map((size) => want(log, size)));
    const found = new Map<number, Shown>();
    for (const range of header.ranges ?? []) {
      if (!isOf(log, range) || range.count > 0) continue;
      const shown = await this.#read(log, range);
      if (shown) found.set(range.from, shown);
    }
    return found;
  }

  /** What a bare range shows, if the log's key has signed it. */
  async #read(
    log: LogId,
    { from, checkpoint: note, proof = [] }: SyncRange,
  ): Promise<Shown | null> {
    const { signatures, sha256 } = this.#context.ports;
    const key = this.#parts.view.opening(log)?.logKey;
    if (key === undefined) return null;
    try {
      const checkpoint = parseCheckpoint(note);
      if (logKeyOf(checkpoint.log) !== logKeyOf(log)) return null;
      if (!(await signatures.verify(checkpointCheck(checkpoint, key)))) return null;
      if (from === checkpoint.size) return { note, proof: [], root: checkpoint.root };
      const roots = recomputeRoots(from, checkpoint.size, proof.map(parseBase64url), sha256);
      if (roots === undefined || !equalBytes(roots.newRoot, checkpoint.root)) return null;
      return { note, proof, root: roots.oldRoot };
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      return null;
    }
  }

  async #evidence(head: LogHead, common: number): Promise<ForkProof | null> {
    const { space, incarnation, checkpoint } = head;
    const sizes = common === 0 ? [1] : [common, common + 1];
    const shown = await this.#shown(head, sizes);
    const [beyond, atCommon] = [shown.get(common + 1), shown.get(common)];
    // A peer that wrote on meanwhile shows another checkpoint: the next sync searches again.
    const isWhole = common === 0 || atCommon?.note === beyond?.note;
    if (beyond === undefined || checkpoint === null || !isWhole) return null;
    const ports = this.#context.ports;
    const [oursAtCommon, oursBeyond] = await Promise.all([
      provenConsistency(ports, head, common),
      provenConsistency(ports, head, common + 1),
    ]);
    const ours = {
      checkpoint,
      atCommon: oursAtCommon.map(encodeBase64url),
      beyond: oursBeyond.map(encodeBase64url),
    };
    const theirs = {
      checkpoint: beyond.note,
      atCommon: atCommon?.proof ?? [],
      beyond: beyond.proof,
    };
    return { space, incarnation, common, sides: [ours, theirs] };
  }
}

function want({ space, incarnation }: LogId, from: number): SyncWant {
  return { space, incarnation, from, bare: true };
}

function isOf(log: LogId, range: LogId): boolean {
  return logKeyOf(log) === logKeyOf(range);
}

/** Whole numbers between two others, as evenly as may be, ascending. */
function spread(low: number, high: number): readonly number[] {
  const count = Math.min(PROBES, high - low - 1);
  const step = (high - low) / (count + 1);
  return Array.from({ length: count }, (_, i) => low + Math.floor(step * (i + 1)));
}
