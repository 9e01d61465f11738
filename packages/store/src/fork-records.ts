/** What the store keeps of logs that have forked. */

import type { LogHead, LogId, LogPlace, NewEntry, StoredEntry } from './records.js';

/** A log that has forked. Its evidence is opaque to the store. */
export interface StoredFork extends LogId {
  /** Entries that its histories have in common. */
  readonly common: number;
  readonly proof: Uint8Array;
}

/** Where a stray stands in its history, and what proves it. */
export interface StrayEvidence {
  /** Its index in its history; `index` is its place on the shelf. */
  readonly position: number;
  readonly checkpoint: string;
  /** Hashes of 32 bytes, one after the other. */
  readonly proof: Uint8Array;
}

/** A stray on its way to a shelf: `incarnation` names the shelf. */
export interface NewStray extends NewEntry, LogPlace, StrayEvidence {}

/** A stray as it is held. */
export interface StoredStray extends StoredEntry, StrayEvidence {}

/** A shelf of strays: `incarnation` names it. */
export interface Shelf extends LogId {
  readonly strays: readonly { readonly index: number; readonly leaf: Uint8Array }[];
}

/** What becomes of shelves. */
export interface StrayChanges {
  readonly drop: readonly LogPlace[];
  /** None of them is held. */
  readonly add: readonly NewStray[];
}

/** What becomes of a log of which a fork is proven. */
export interface Freeze {
  /** Takes the place of what was known of the log's forks. */
  readonly fork: StoredFork;
  /**
   * The log from now on: of what is held, the entries below its size. Null: the log stays as it is,
   * or is not held.
   */
  readonly head: LogHead | null;
  /** Logs that are forgotten whole. */
  readonly dropped: readonly LogId[];
  readonly strays: StrayChanges;
}
