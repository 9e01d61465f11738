/**
 * The look-up of a visa's stamps: which markers to ask the store for next, and when to stop. A
 * plain state that the caller carries from batch to batch; it never asks anybody itself.
 */

import { compareSpaces } from '../bytes/spaces.js';
import type { CalendarDate, Marker, SpaceId } from '../ids.js';
import { LOOKUP_INDICES_MAX, LOOKUP_MISSES_MAX, STAMPS_OF_MARKER_MAX } from '../limits.js';
import type { StampEntry } from '../log/entries.js';
import { stampMarker } from './markers.js';

const BATCH = 32;

/** Where a marker found a stamp: in the log of its host. */
export interface StampPlace {
  readonly host: SpaceId;
  readonly incarnation: number;
  /** Index in the host's log. */
  readonly index: number;
  /** The visa's index: the k whose marker found it. */
  readonly k: number;
}

/** One stamp that a marker found. */
export interface FoundStamp extends StampPlace {
  readonly entry: StampEntry;
  /** The dates of the voids in the same log, after the stamp, that name it. */
  readonly voids: readonly CalendarDate[];
}

/** Where a look-up stands. */
export interface Lookup {
  readonly visaNumber: Uint8Array;
  /** Indices below were asked for. */
  readonly next: number;
  /** The highest index at which anything was found, whether it counts or not; -1 before that. */
  readonly highest: number;
  readonly found: readonly StampPlace[];
}

/** A look-up from index 0. `visaNumber` is 16 bytes. */
export function startLookup(visaNumber: Uint8Array): Lookup {
  return { visaNumber, next: 0, highest: -1, found: [] };
}

/** A marker to ask for, with the index that it stands for. */
export interface LookupMarker {
  readonly k: number;
  readonly marker: Marker;
}

/**
 * The next markers to ask for, at most 32; none when the look-up has ended. `markerOf` gives what
 * `stampMarker` does, to callers that have kept it.
 */
export function nextMarkers(
  state: Lookup,
  markerOf: (visaNumber: Uint8Array, k: number) => Marker = stampMarker,
): readonly LookupMarker[] {
  // STAMP-4: look-up stops after 16 indices in a row without a stamp, and in any case after 1,024
  // indices.
  const end = Math.min(state.highest + 1 + LOOKUP_MISSES_MAX, LOOKUP_INDICES_MAX);
  if (state.next >= end) return [];
  const last = Math.min(state.next + BATCH, LOOKUP_INDICES_MAX);
  const markers: LookupMarker[] = [];
  for (let k = state.next; k < last; k++) {
    markers.push({ k, marker: markerOf(state.visaNumber, k) });
  }
  return markers;
}

/** The order in which stamps claim proofs: lowest index of the visa, then lowest host id. */
export function comparePlaces(left: StampPlace, right: StampPlace): number {
  return (
    left.k - right.k ||
    compareSpaces(left.host, right.host) ||
    left.incarnation - right.incarnation ||
    left.index - right.index
  );
}

/** STAMP-15: of one log, the first eight stamps under one marker are seen. */
function firstOfMarkers(found: readonly StampPlace[]): readonly StampPlace[] {
  let [seen, before]: [number, StampPlace | null] = [0, null];
  const kept: StampPlace[] = [];
  for (const place of [...found].sort(comparePlaces)) {
    if (before !== null && comparePlaces(before, place) === 0) continue;
    const same =
      before?.k === place.k &&
      before.host === place.host &&
      before.incarnation === place.incarnation;
    seen = same ? seen + 1 : 1;
    before = place;
    if (seen <= STAMPS_OF_MARKER_MAX) kept.push(place);
  }
  return kept;
}

/**
 * The state after the answers to the last batch: in all logs the places of the stamps whose marker
 * was asked for, at least the first eight of one log and marker.
 */
export function addFound(state: Lookup, found: readonly StampPlace[]): Lookup {
  const kept: StampPlace[] = [];
  let highest = state.highest;
  for (const place of firstOfMarkers(found)) {
    // A batch reaches further than 16 misses: what lies behind them is not seen, whatever the
    // batch's size.
    if (place.k > highest + LOOKUP_MISSES_MAX) break;
    // A stamp that will not count uses no index, but it carries the look-up on all the same: else a
    // host could hide what others wrote behind stamps of its own that it spoils later.
    highest = Math.max(highest, place.k);
    kept.push(place);
  }
  return {
    visaNumber: state.visaNumber,
    next: Math.min(state.next + BATCH, LOOKUP_INDICES_MAX),
    highest,
    found: [...state.found, ...kept],
  };
}
