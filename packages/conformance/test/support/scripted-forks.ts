/** What a scripted node knows of forks, and the shelves of strays that it keeps. */

import {
  consistencyRanges,
  emptyRoot,
  encodeBase64url,
  FIRST_SHELF,
  type ForkProof,
  type FrontierLine,
  fillShelf,
  inclusionRanges,
  isProtective,
  type LogId,
  leafHash,
  logKeyOf,
  logOfShelf,
  parseBase64url,
  parseEntry,
  readFork,
  readStray,
  type SyncRange,
  shelfRoot,
  strayPlace,
  subtreeHash,
} from '@covisa/protocol';
import { ed25519 } from '../../dist/platform/ed25519.js';

/** The ways in which it may be wrong. */
export type Lie =
  | 'believes-forks'
  | 'believes-strays'
  | 'bends-proofs'
  | 'drops-strays'
  | 'first-proof'
  | 'forks-apart'
  | 'grows-on'
  | 'hides-proofs'
  | 'ignores-forks'
  | 'ignores-rivals'
  | 'keeps-profiles'
  | 'one-shelf'
  | 'serves-beyond'
  | 'silent-forks'
  | 'takes-thirds';

/** A history of a log as it is held, whole. */
export interface History {
  readonly lines: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly logKey: Uint8Array | null;
  /** The recovery digest that its first entry names. */
  readonly recovery: string | null;
}

interface Known {
  readonly log: LogId;
  readonly proof: ForkProof;
  readonly common: number;
}

interface Filed {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly range: SyncRange;
  readonly line: Uint8Array;
}

type Part = { readonly from: number; readonly to: number };

function hashes(lines: readonly Uint8Array[], parts: readonly Part[]): readonly string[] {
  const leaves = lines.map((line) => leafHash(line));
  return parts.map(({ from, to }) => encodeBase64url(subtreeHash(leaves.slice(from, to))));
}

/** The consistency proof from a size to all of a history. */
export function consistency(lines: readonly Uint8Array[], size: number): readonly string[] {
  return hashes(lines, consistencyRanges(size, lines.length));
}

/** The root at a size, in base64url. */
export function rootAt(lines: readonly Uint8Array[], size: number): string {
  if (size === 0) return encodeBase64url(emptyRoot());
  return hashes(lines, [{ from: 0, to: size }])[0] ?? '';
}

/** Forks and strays. */
export class ScriptedForks {
  readonly #lies: ReadonlySet<Lie>;
  readonly #known = new Map<string, Known>();
  readonly #shelves = new Map<string, { readonly log: LogId; strays: readonly Filed[] }>();

  constructor(lies: ReadonlySet<Lie>) {
    this.#lies = lies;
  }

  commonOf(log: LogId): number | null {
    return this.#known.get(logKeyOf(log))?.common ?? null;
  }

  proofOf(log: LogId): readonly ForkProof[] {
    const proof = this.#known.get(logKeyOf(log))?.proof;
    return proof === undefined || this.#lies.has('hides-proofs') ? [] : [proof];
  }

  /** Takes a proof, if it holds and says something new. @throws ProtocolError */
  take(proof: ForkProof, held: History): void {
    const { space, incarnation, common } = proof;
    const log = { space, incarnation };
    const known = this.commonOf(log);
    if (this.#lies.has('ignores-forks') || (known ?? Number.POSITIVE_INFINITY) <= common) return;
    if (known !== null && this.#lies.has('first-proof')) return;
    if ('resumes' in proof && this.#lies.has('ignores-rivals')) return;
    if (!this.#lies.has('believes-forks') && !this.#holds(proof, held)) return;
    this.#known.set(logKeyOf(log), { log, proof, common });
    if (common === 0 || this.#lies.has('drops-strays')) return;
    for (const [index, line] of held.lines.entries()) {
      if (index < common || !this.#isKept(line)) continue;
      const proofHashes = hashes(held.lines, inclusionRanges(index, held.lines.length));
      const { checkpoint } = held;
      this.#file(log, { ...log, from: index, count: 1, checkpoint, proof: proofHashes }, line);
    }
  }

  #holds(proof: ForkProof, { lines, logKey, recovery }: History): boolean {
    const isFirst = proof.incarnation === 0;
    const known = isFirst ? { logKey, recovery: null } : { logKey: null, recovery };
    const fork = readFork(proof, known);
    if (!fork.checks.every((check) => ed25519.verify(check))) return false;
    if (!isFirst || lines.length < fork.common || this.#lies.has('takes-thirds')) return true;
    return rootAt(lines, fork.common) === fork.root;
  }

  #isKept(line: Uint8Array): boolean {
    const entry = parseEntry(line);
    return isProtective(entry) || (entry.type === 'profile' && this.#lies.has('keeps-profiles'));
  }

  #file(log: LogId, range: SyncRange, line: Uint8Array): void {
    const leaf = leafHash(line);
    const { index, space, ...place } = strayPlace(log, leaf);
    const incarnation = this.#lies.has('one-shelf') ? FIRST_SHELF : place.incarnation;
    const shelf = { space, incarnation };
    const held = this.#shelves.get(logKeyOf(shelf))?.strays ?? [];
    if (held.some((one) => encodeBase64url(one.leaf) === encodeBase64url(leaf))) return;
    const filed = { index, leaf, line, range: { ...range, incarnation } };
    this.#shelves.set(logKeyOf(shelf), { log: shelf, strays: fillShelf(held, [filed]) });
  }

  /** Takes a stray, if it is one. @throws ProtocolError */
  takeStray(range: SyncRange, line: Uint8Array, logKey: Uint8Array): void {
    const log = logOfShelf(range);
    const common = this.commonOf(log);
    if (common === null) return;
    const { from: index, checkpoint, proof = [] } = range;
    const offered = { index, bytes: line, checkpoint, proof: proof.map(parseBase64url) };
    if (!this.#lies.has('believes-strays')) {
      const { check } = readStray(log, offered, { common, logKey });
      if (!ed25519.verify(check)) return;
    }
    this.#file(log, range, line);
  }

  /** The lines of the shelves of a space, and of incarnations for which there are rivals. */
  linesOf(space: string): readonly FrontierLine[] {
    const shelves = [...this.#shelves.values()].map(({ log, strays }) => {
      const root = encodeBase64url(shelfRoot(strays));
      return { ...log, size: strays.length, root, day: 0 };
    });
    const rivals = [...this.#known.values()]
      .filter(({ common }) => common === 0)
      .map(({ log }) => {
        return { ...log, size: 0, root: encodeBase64url(emptyRoot()), day: 0, common: 0 };
      });
    return [...shelves, ...rivals].filter((line) => line.space === space);
  }

  /** The strays of a shelf from a place in their order on. */
  straysOf(shelf: LogId, from: number) {
    const { strays = [] } = this.#shelves.get(logKeyOf(shelf)) ?? {};
    return strays.slice(from).map(({ range, line }) => ({ range, lines: [line] }));
  }

  forget(log: LogId): void {
    this.#known.delete(logKeyOf(log));
  }
}
