/**
 * What was worked out of the stamps of visas that were shown here lately: a visit is judged when
 * the code is scanned, again when it is recorded, and a member comes back. Which stamps there are
 * is always read anew; what bytes that were seen before come to is not worked out twice.
 */

import {
  type AnnouncedKey,
  type CheckedStamp,
  encodeBase64url,
  equalBytes,
  type FoundStamp,
  type KnownProof,
  type Marker,
  parseEntry,
  provenStamp,
  type Seconds,
  type Sha256,
  type StampEntry,
  type StampedVisa,
  type StampPlace,
  type StampUsage,
  stampChecks,
  stampMarker,
  stampName,
  type VisaClaims,
} from '@covisa/protocol';
import type { StoredStamp } from '@covisa/store';

/** Stamps that are kept of one visa: bounds memory. A visa year seldom has more. */
const STAMPS_MAX = 64;

interface Seen {
  readonly bytes: Uint8Array;
  readonly entry: StampEntry;
  checked: { readonly keys: readonly AnnouncedKey[]; readonly stamp: CheckedStamp } | null;
}

/** What a visa's stamps added up to, and what that stands on. */
export interface SeenUsage {
  readonly usage: StampUsage;
  /** The count of news before anything was read. */
  readonly since: number;
  readonly keys: readonly AnnouncedKey[];
  /** All stamps that were read, with whether their logs' programme still counted them. */
  readonly read: readonly { readonly stamp: FoundStamp; readonly stillCounts: boolean }[];
}

function nameOf({ host, incarnation, index, k }: StampPlace): string {
  return `${host}/${incarnation}/${index}/${k}`;
}

/** What the store remembers of checks of a visa's stamps. */
export interface RememberedChecks {
  /** Results of signature checks by the ids of these. */
  readonly results: Map<string, boolean>;
  /** Proofs by the names of the stamps in which they were found. */
  readonly proofs: ReadonlyMap<string, KnownProof>;
}

/** The memory of one visa, as one presentation shows it. */
export class SeenStamps {
  /** Null before it was read. */
  remembered: RememberedChecks | null = null;
  #usage: SeenUsage | null = null;
  readonly #markers: Marker[] = [];
  readonly #seen = new Map<string, Seen>();

  /** As `stampMarker` of the visa's number. */
  readonly markerOf = (visaNumber: Uint8Array, k: number, hash?: Sha256): Marker => {
    this.#markers[k] ??= stampMarker(visaNumber, k, hash);
    return this.#markers[k];
  };

  /** What the stamps added up to; null where that is not kept. */
  get usage(): SeenUsage | null {
    return this.#usage;
  }

  /** Keeps what the stamps add up to, of no visa with very many. */
  keep(usage: SeenUsage): void {
    const isMuch = usage.read.length > STAMPS_MAX || this.#markers.length > 2 * STAMPS_MAX;
    this.#usage = isMuch ? null : usage;
  }

  /** The markers that were asked for. */
  get markers(): readonly Marker[] {
    return this.#markers;
  }

  /** Keeps no more of a visa with very many stamps than of others. */
  trim(): void {
    if ((this.remembered?.results.size ?? 0) > 2 * STAMPS_MAX) this.remembered = null;
    this.#markers.length = Math.min(this.#markers.length, 2 * STAMPS_MAX);
  }

  /** The stamp that is held at a place; null if that is none. */
  found(place: StampPlace, { bytes, voids }: StoredStamp): FoundStamp | null {
    const name = nameOf(place);
    const seen = this.#seen.get(name);
    if (seen && equalBytes(seen.bytes, bytes)) return { ...place, entry: seen.entry, voids };
    const entry = parseEntry(bytes);
    if (entry.type !== 'stamp') return null;
    if (this.#seen.size < STAMPS_MAX) this.#seen.set(name, { bytes, entry, checked: null });
    return { ...place, entry, voids };
  }

  /** As `stampChecks`. */
  check(
    found: readonly FoundStamp[],
    visa: StampedVisa,
    keys: readonly AnnouncedKey[],
    hash?: Sha256,
  ): readonly CheckedStamp[] {
    return found.flatMap((stamp) => {
      const seen = this.#seen.get(nameOf(stamp));
      const isSeen = seen?.entry === stamp.entry;
      if (isSeen && seen.checked?.keys === keys) return { ...seen.checked.stamp, stamp };
      const proof = this.#proofOf(stamp, visa, hash);
      if (proof !== null) return provenStamp(stamp, proof);
      const checked = stampChecks([stamp], visa, keys, hash);
      if (isSeen && checked[0]) seen.checked = { keys, stamp: checked[0] };
      return checked;
    });
  }

  /** The name of a stamp whose bytes are kept, by which what it came to is known again. */
  checkedName(stamp: FoundStamp, visa: StampedVisa, hash?: Sha256): string | null {
    const seen = this.#seen.get(nameOf(stamp));
    return seen?.entry === stamp.entry ? stampName(seen.bytes, stamp, visa, hash) : null;
  }

  /** The proof that was found in these very bytes before, and whether it holds is known. */
  #proofOf(stamp: FoundStamp, visa: StampedVisa, hash?: Sha256): KnownProof | null {
    const { results, proofs } = this.remembered ?? {};
    if (results === undefined || proofs === undefined || proofs.size === 0) return null;
    const name = this.checkedName(stamp, visa, hash);
    const proof = name === null ? undefined : proofs.get(name);
    return proof !== undefined && results.has(proof.id) ? proof : null;
  }
}

/** Visas of which something is kept: bounds memory. */
const VISAS_MAX = 128;
/** What was seen is kept so long in memory: no visa number stays there for good. */
const KEPT_SECONDS = 86_400;

/** The memory of the visas that were shown lately. */
export class SeenVisas {
  readonly #visas = new Map<string, { readonly made: Seconds; readonly seen: SeenStamps }>();

  /** What was seen of a visa of this home, with these holder keys. */
  of({ issuer, number, holderKey, former }: VisaClaims, now: Seconds): SeenStamps {
    for (const [name, { made }] of this.#visas) {
      const isOld = Math.abs(now - made) > KEPT_SECONDS;
      if (isOld) this.#visas.delete(name);
    }
    const parts = [number, holderKey ?? new Uint8Array(0), ...former];
    const name = [issuer, ...parts.map(encodeBase64url)].join('/');
    const known = this.#visas.get(name) ?? { made: now, seen: new SeenStamps() };
    this.#visas.delete(name);
    this.#visas.set(name, known);
    const [oldest] = this.#visas.keys();
    if (this.#visas.size > VISAS_MAX && oldest !== undefined) this.#visas.delete(oldest);
    return known.seen;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#visas.clear();
  }
}
