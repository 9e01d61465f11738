/**
 * What was worked out of one visa's stamps while a check of it is open: a visit is judged when the
 * code is scanned, and again when it is recorded. Which stamps there are is always read anew; what
 * bytes that were seen before come to is not worked out twice.
 */

import {
  type AnnouncedKey,
  type CheckedStamp,
  equalBytes,
  type FoundStamp,
  type Marker,
  parseEntry,
  type StampEntry,
  type StampedVisa,
  type StampPlace,
  stampChecks,
  stampMarker,
} from '@covisa/protocol';
import type { StoredStamp } from '@covisa/store';

/** Stamps that are kept of one visa: bounds memory. A visa year seldom has more. */
const STAMPS_MAX = 64;

interface Seen {
  readonly bytes: Uint8Array;
  readonly entry: StampEntry;
  checked: { readonly keys: readonly AnnouncedKey[]; readonly stamp: CheckedStamp } | null;
}

function nameOf({ host, incarnation, index, k }: StampPlace): string {
  return `${host}/${incarnation}/${index}/${k}`;
}

/** The memory of one visa, as one presentation shows it. */
export class SeenStamps {
  /** Results of signature checks by the ids of these; null before they were read. */
  results: Map<string, boolean> | null = null;
  readonly #markers: Marker[] = [];
  readonly #seen = new Map<string, Seen>();

  /** As `stampMarker` of the visa's number. */
  readonly markerOf = (visaNumber: Uint8Array, k: number): Marker => {
    this.#markers[k] ??= stampMarker(visaNumber, k);
    return this.#markers[k];
  };

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
  ): readonly CheckedStamp[] {
    return found.flatMap((stamp) => {
      const seen = this.#seen.get(nameOf(stamp));
      const isSeen = seen?.entry === stamp.entry;
      if (isSeen && seen.checked?.keys === keys) return { ...seen.checked.stamp, stamp };
      const checked = stampChecks([stamp], visa, keys);
      if (isSeen && checked[0]) seen.checked = { keys, stamp: checked[0] };
      return checked;
    });
  }
}
