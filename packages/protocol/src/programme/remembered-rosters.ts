/**
 * What was made of rosters before: a state is folded anew with each vote, by the same rosters, and
 * many nodes of one process may hold the very same ones. A roster that was refused is read again.
 */

import type { RosterHash } from '../ids.js';
import type { RosterEntry } from '../log/entries.js';
import type { RosterVersion } from './roster.js';

type Remembered = WeakMap<RosterEntry, RosterVersion>;

const firsts: Remembered = new WeakMap();
const followers = new WeakMap<RosterVersion, Remembered>();

/** Roster 0, made once. */
export function rememberedFirst(
  entry: RosterEntry,
  hash: RosterHash,
  make: () => RosterVersion,
): RosterVersion {
  return remembered(firsts, entry, hash, make);
}

/** A roster after another one, made once for each. */
export function rememberedNext(
  before: RosterVersion,
  entry: RosterEntry,
  hash: RosterHash,
  make: () => RosterVersion,
): RosterVersion {
  const known: Remembered = followers.get(before) ?? new WeakMap();
  followers.set(before, known);
  return remembered(known, entry, hash, make);
}

function remembered(
  known: Remembered,
  entry: RosterEntry,
  hash: RosterHash,
  make: () => RosterVersion,
): RosterVersion {
  const kept = known.get(entry);
  if (kept?.hash === hash) return kept;
  const made = make();
  known.set(entry, made);
  return made;
}
