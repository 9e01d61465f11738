/**
 * The look-up of a visa's stamps: which markers to ask the store for next, and when to stop. A
 * plain state that the caller carries from batch to batch; it never asks anybody itself.
 */

import type { CalendarDate, Marker, SpaceId } from '../ids.js';
import { LOOKUP_INDICES_MAX, LOOKUP_MISSES_MAX } from '../limits.js';
import type { StampEntry } from '../log/entries.js';
import { stampMarker } from './markers.js';

const BATCH = 32;

/** One stamp that a marker found, in the log of its host. */
export interface FoundStamp {
  readonly host: SpaceId;
  readonly incarnation: number;
  /** Index in the host's log. */
  readonly index: number;
  /** The visa's index: the k whose marker found it. */
  readonly k: number;
  readonly entry: StampEntry;
  /** The dates of the voids in the same log, after the stamp, that name it. */
  readonly voids: readonly CalendarDate[];
}

/** Where a look-up stands. */
export interface Lookup {
  readonly visaNumber: Uint8Array;
  /** Indices below were asked for. */
  readonly next: number;
  /** The highest index at which anything was found; -1 before that. */
  readonly highest: number;
  readonly found: readonly FoundStamp[];
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

/** The next markers to ask for, at most 32; none when the look-up has ended. */
export function nextMarkers(state: Lookup): readonly LookupMarker[] {
  // STAMP-4: look-up stops after 16 unused indices in a row, and in any case after 4,096 indices.
  const end = Math.min(state.highest + 1 + LOOKUP_MISSES_MAX, LOOKUP_INDICES_MAX);
  if (state.next >= end) return [];
  const last = Math.min(state.next + BATCH, LOOKUP_INDICES_MAX);
  const markers: LookupMarker[] = [];
  for (let k = state.next; k < last; k++) {
    markers.push({ k, marker: stampMarker(state.visaNumber, k) });
  }
  return markers;
}

/**
 * The state after the answers to the last batch: all stamps of all logs whose marker was asked for.
 */
export function addFound(state: Lookup, found: readonly FoundStamp[]): Lookup {
  const ascending = [...found].sort((left, right) => left.k - right.k);
  const kept: FoundStamp[] = [];
  let highest = state.highest;
  for (const stamp of ascending) {
    // A batch reaches further than 16 misses: what lies behind them is not seen, whatever the
    // batch's size.
    if (stamp.k > highest + LOOKUP_MISSES_MAX) break;
    highest = Math.max(highest, stamp.k);
    kept.push(stamp);
  }
  return {
    visaNumber: state.visaNumber,
    next: Math.min(state.next + BATCH, LOOKUP_INDICES_MAX),
    highest,
    found: [...state.found, ...kept],
  };
}
