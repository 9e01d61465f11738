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
  peakSubtrees,
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
import { knowsRoot, storedRoot } from '../log/tree-hashes.js';
import { pick } from '../random.js';
import type { View } from '../view.js';

/** Logs that are searched for a fork in one sync. */
export const SEARCHES_MAX = 4;
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

/** Where two histories part: at one size they have one root, and at a larger one two. */
interface Parting {
  readonly same: number;
  readonly other: number;
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

  /** Searches some of these logs, and adds their roots; gives in how many it found something. */
  async some(lines: readonly FrontierLine[], searched: Set<string>): Promise<number> {
    let found = 0;
    // Any of them: those whose entries are refused stay parted, and would keep others from it.
    for (const line of pick(lines, SEARCHES_MAX, this.#context.ports.random)) {
      searched.add(line.root);
      if (await this.#search(line, line)) found += 1;
    }
    return found;
  }

  /**
   * Searches where a log parts from what the peer holds, and takes what it finds. False if the peer
   * shows no other history.
   */
  async #search(log: LogId, theirs: FrontierLine): Promise<boolean> {
    if (log.incarnation > 0 && (await this.#isRival(log))) return true;
    const head = this.#parts.replica.log(log)?.head;
    if (head === undefined || !isProvable(head)) return false;
    try {
      const proof = await this.#proofOf(head, Math.min(head.size, theirs.size));
      return proof !== null && (await this.#take(proof));
    } catch (error) {
      // Another sync has found the fork meanwhile: what the log was cut by can be shown no more.
      if (error instanceof RangeError && !this.#isWhole(head)) return false;
      throw error;
    }
  }

  /** Whether the log still has all that it had at this head. */
  #isWhole(head: LogHead): boolean {
    const held = this.#parts.replica.log(head)?.head;
    return held !== undefined && held.size >= head.size;
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
    // If a gap is across `upper`, it begins at the end of one of these.
    const ends = peakSubtrees(upper).map(({ to }) => to);
    // All histories have the first entry in common.
    let parting = narrowed({ same: 1, other: Infinity }, await this.#compare(head, ends));
    if (parting.other === Infinity) return null;
    while (parting.other - parting.same > 1) {
      const { same, other } = parting;
      const found = await this.#compare(head, probesBetween(same, other));
      // One of us has a gap across that number, and the gap is all that is in between: a gap that
      // ended earlier would end at a number that is more aligned, since gaps are subtrees.
      if (!found.has(mostAlignedBetween(same, other))) break;
      parting = narrowed(parting, found);
    }
    return this.#evidence(head, parting);
  }

  /** Of those of these sizes that both of us can show, whether both have one root there. */
  async #compare(head: LogHead, sizes: readonly number[]): Promise<ReadonlyMap<number, boolean>> {
    const { store, sha256 } = this.#context.ports;
    const shown = await this.#shown(head, sizes);
    const found = new Map<number, boolean>();
    for (const size of sizes) {
      const theirs = shown.get(size);
      if (theirs === undefined || !(await knowsRoot(store, head, size))) continue;
      found.set(size, equalBytes(theirs.root, await storedRoot(store, head, size, sha256)));
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

  async #evidence(head: LogHead, { same, other }: Parting): Promise<ForkProof | null> {
    const { space, incarnation, checkpoint } = head;
    const shown = await this.#shown(head, [same, other]);
    const [atCommon, beyond] = [shown.get(same), shown.get(other)];
    if (atCommon === undefined || beyond === undefined || checkpoint === null) return null;
    // A peer that wrote on meanwhile shows another checkpoint: the next sync searches again.
    if (atCommon.note !== beyond.note) return null;
    const ports = this.#context.ports;
    const [oursAtCommon, oursBeyond] = await Promise.all([
      provenConsistency(ports, head, same),
      provenConsistency(ports, head, other),
    ]);
    const ours = {
      checkpoint,
      atCommon: oursAtCommon.map(encodeBase64url),
      beyond: oursBeyond.map(encodeBase64url),
    };
    const theirs = {
      checkpoint: beyond.note,
      atCommon: atCommon.proof,
      beyond: beyond.proof,
    };
    const parted = other > same + 1 ? { parted: other } : {};
    return { space, incarnation, common: same, ...parted, sides: [ours, theirs] };
  }
}

function want({ space, incarnation }: LogId, from: number): SyncWant {
  return { space, incarnation, from, bare: true };
}

function isOf(log: LogId, range: LogId): boolean {
  return logKeyOf(log) === logKeyOf(range);
}

/** Takes in at which sizes both have one root. */
function narrowed({ same, other }: Parting, found: ReadonlyMap<number, boolean>): Parting {
  const sizes = [...found.keys()];
  const first = sizes.find((size) => found.get(size) === false) ?? other;
  return { same: sizes.findLast((size) => size < first) ?? same, other: first };
}

/** How many multiples of a number are between two others. */
function countBetween(step: number, low: number, high: number): number {
  return Math.ceil(high / step) - Math.floor(low / step) - 1;
}

/** The one number between two others that the greatest power of two divides. */
function mostAlignedBetween(low: number, high: number): number {
  let step = 1;
  while (countBetween(2 * step, low, high) > 0) step *= 2;
  return (Math.floor(low / step) + 1) * step;
}

/** The most aligned numbers between two others, as many as are asked for at once, ascending. */
function probesBetween(low: number, high: number): readonly number[] {
  let step = 1;
  while (countBetween(step, low, high) > PROBES) step *= 2;
  const first = Math.floor(low / step) + 1;
  return Array.from({ length: countBetween(step, low, high) }, (_, i) => (first + i) * step);
}
