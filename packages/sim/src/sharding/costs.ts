/** Bytes that a node sends, takes and keeps, in the plan and in version 1. */

import type { Stamps } from './stamps.js';
import { type Spread, spreadOf } from './statistics.js';

/** Bytes of a stamp's entry (STAMP-12), of a checkpoint, of a heartbeat over it. */
const ENTRY_BYTES = 520;
const CHECKPOINT_BYTES = 340;
const HEARTBEAT_BYTES = 240;
/** A hash of a proof, in base64. */
const HASH_BYTES = 44;
/** A signed request with its answer, without what was asked for. */
const REQUEST_BYTES = 1000;
/** Stamps of one asked-for prefix: among so many others one marker hides. */
export const BUCKET_STAMPS = 32;
const MARKER_BYTES = 16;
/** Indices looked up where nothing is found (STAMP-4), and the revocation's marker. */
export const LOOKED_UP = 17;
const HEARTBEATS_A_DAY = 24;

/** A stamp with what proves it: the checkpoint, and the way from the entry to its root. */
export function provenBytes(logSize: number): number {
  return ENTRY_BYTES + CHECKPOINT_BYTES + HASH_BYTES * Math.ceil(Math.log2(Math.max(2, logSize)));
}

/** What a check-in asks for and gets, with so many stamps found. */
function lookUpBytes(replicas: number, found: number, proven: number): number {
  const list = REQUEST_BYTES + BUCKET_STAMPS * MARKER_BYTES;
  // Lists come from all keepers; the stamps of a bucket in which one is found, from one of them.
  return (LOOKED_UP + found) * replicas * list + found * (REQUEST_BYTES + BUCKET_STAMPS * proven);
}

/** Bytes of nodes that keep shards, and of what a node of version 1 would have. */
export interface Costs {
  readonly bytesADay: Spread;
  readonly storedBytesAYear: Spread;
  readonly fullBytesADay: number;
  readonly fullStoredBytesAYear: number;
  readonly allHeadsBytesADay: number;
}

/** The costs of each node that keeps shards. */
export function costsOf(stamps: Stamps, replicas: number, meanEarlier: number): Costs {
  const { visits, places, kept, shards } = stamps;
  const spaces = visits.length;
  const whole = visits.reduce((sum, one) => sum + one, 0);
  const proven = provenBytes((365 * whole) / spaces);
  const perLookUp = lookUpBytes(replicas, meanEarlier, proven);
  const perVisit = (replicas + 1) * proven + perLookUp;
  const beats = replicas * HEARTBEATS_A_DAY * (HEARTBEAT_BYTES + CHECKPOINT_BYTES);
  const keeps = (id: number): boolean => (places[id] ?? 0) > 0;
  const ids = [...visits.keys()].filter(keeps);
  const bytesOf = (id: number): number => {
    // What keepers serve is spread as what they keep is; logs are copied to as many nodes.
    const served = ((places[id] ?? 0) / (shards * replicas)) * whole * perLookUp;
    const taken = ((kept[id] ?? 0) / 365) * proven;
    const copies = (replicas * ENTRY_BYTES * whole) / spaces;
    return (visits[id] ?? 0) * perVisit + served + taken + copies + 2 * beats;
  };
  const storedOf = (id: number): number =>
    (kept[id] ?? 0) * proven + replicas * ((365 * whole) / spaces) * ENTRY_BYTES;
  return {
    bytesADay: spreadOf(Float64Array.from(ids, bytesOf)),
    storedBytesAYear: spreadOf(Float64Array.from(ids, storedOf)),
    fullBytesADay: Math.round(whole * ENTRY_BYTES + spaces * HEARTBEAT_BYTES),
    fullStoredBytesAYear: Math.round(365 * whole * ENTRY_BYTES),
    allHeadsBytesADay: spaces * (HEARTBEAT_BYTES + CHECKPOINT_BYTES),
  };
}
