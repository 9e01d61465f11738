/**
 * Rosters: their hash, the digest of their members, what one may say after another, and drafts of
 * new ones.
 */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { concatBytes } from '../bytes/bytes.js';
import { sortSpaces } from '../bytes/spaces.js';
import { sha256 } from '../crypto/hash.js';
import { ProtocolError } from '../errors.js';
import type { ProgrammeId, RosterHash, Seconds, SpaceId } from '../ids.js';
import { ENDORSEMENTS_DEFAULT, ROSTER_CHANGES_MAX } from '../limits.js';
import type { RosterEntry } from '../log/entries.js';
import { checkTerms } from '../terms/check.js';
import type { Terms } from '../terms/terms.js';
import { defaultThreshold } from './ballot.js';
import { rememberedFirst, rememberedNext } from './remembered-rosters.js';

/** A roster at its place in the chain: what it says itself, and what it keeps from those before. */
export interface RosterVersion {
  readonly hash: RosterHash;
  readonly programme: ProgrammeId;
  readonly version: number;
  readonly time: Seconds;
  readonly name: string;
  readonly purpose: string;
  readonly terms: Terms;
  /** The version that last wrote the terms. */
  readonly termsVersion: number;
  /** Signatures that the next roster needs; null: by the default rule. */
  readonly threshold: number | null;
  /** Endorsements that admit an applicant. */
  readonly endorsements: number;
  /** Sorted by their bytes. */
  readonly members: readonly SpaceId[];
  /** The time of the roster that seated each member. */
  readonly seated: ReadonlyMap<SpaceId, Seconds>;
  readonly added: readonly SpaceId[];
  readonly removed: readonly RosterRemoval[];
  /** Members of the roster before that this one leaves out of n. */
  readonly silent: readonly SpaceId[];
}

/** A space that a roster removes, and how many entries of its log still count. */
export interface RosterRemoval {
  readonly space: SpaceId;
  readonly size: number;
}

/**
 * The roster hash: SHA-256 of the roster's entry, byte for byte as it stands in a log. Roster 0's
 * is the programme's id.
 */
export function rosterHashOf(entryBytes: Uint8Array): RosterHash {
  return encodeBase64url(sha256(entryBytes)) as RosterHash;
}

/**
 * SHA-256 in base64url over the sorted ids (32 bytes each, one after the other); copies make no
 * difference.
 */
export function membersDigest(members: Iterable<SpaceId>): string {
  return encodeBase64url(sha256(concatBytes(...sortSpaces(members).map(parseBase64url))));
}

function hasCopies(spaces: readonly SpaceId[]): boolean {
  return new Set(spaces).size !== spaces.length;
}

function makesSense(terms: Terms): boolean {
  try {
    checkTerms(terms);
    return true;
  } catch (error) {
    if (error instanceof ProtocolError) return false;
    throw error;
  }
}

/** What is wrong with a roster's own changes, which lead from members to others; or null. */
function changesFlaw(
  entry: RosterEntry,
  before: readonly SpaceId[],
  after: readonly SpaceId[],
): string | null {
  const removed = entry.remove.map((one) => one.space);
  // ROSTER-4: at most 200 changes, each space in one of them. Adding a member seats it anew, as one
  // needs that left and returned (LEAVE-1).
  if (entry.add.length + removed.length > ROSTER_CHANGES_MAX) return 'at most 200 changes';
  if (hasCopies([...entry.add, ...removed])) return 'each space in one change';
  if (after.length === 0) return 'a member';
  // ROSTER-5: the digest is that of the members after the changes: base64url of SHA-256 over their
  // ids, 32 raw bytes each, sorted by these bytes, each once.
  if (entry.members !== membersDigest(after)) return 'the digest of its members';
  // ROSTER-9: `silent` names members of the roster before, each once, and not all of them.
  const { silent = [] } = entry;
  const seated = new Set(before);
  if (hasCopies(silent) || silent.some((space) => !seated.has(space))) {
    return 'members of the roster before as silent ones, each once';
  }
  if (silent.length > 0 && silent.length >= before.length) return 'a member that is not silent';
  // ROSTER-6: a threshold is from ⌊n/2⌋+1 to n.
  const { threshold, terms } = entry;
  // ROSTER-8: terms make sense (TERMS-1 and what follows it).
  if (terms !== undefined && !makesSense(terms)) return 'terms that make sense';
  if (threshold === undefined || threshold === null) return null;
  const isWithin = threshold > after.length / 2 && threshold <= after.length;
  if (isWithin) return null;
  const [from, to] = [Math.floor(after.length / 2) + 1, after.length];
  return `a threshold from a majority to all members, here from ${from} to ${to}`;
}

/**
 * The members after a roster's changes. A removal may name a space that is no member: it bars one
 * that was admitted.
 */
function membersAfter(entry: RosterEntry, before: readonly SpaceId[]): readonly SpaceId[] {
  const removed = new Set(entry.remove.map((one) => one.space));
  return sortSpaces([...before.filter((space) => !removed.has(space)), ...entry.add]);
}

/** What is wrong with roster 0, or null. */
function foundingFlaw(entry: RosterEntry): string | null {
  // ROSTER-1: roster 0 has no predecessor, and says name, purpose, terms and founders.
  if (entry.version !== 0 || entry.programme !== null || entry.previous !== null) {
    return 'version 0 without predecessor';
  }
  if (entry.remove.length > 0) return 'no removals';
  const { name, purpose, terms } = entry;
  if (name === undefined || purpose === undefined || terms === undefined) {
    return 'name, purpose and terms';
  }
  return changesFlaw(entry, [], membersAfter(entry, []));
}

function invalid(expected: string): ProtocolError {
  return new ProtocolError('ROSTER_INVALID', `roster: expected ${expected}`);
}

/** Roster 0 as the first of its chain. @throws ProtocolError ROSTER_INVALID */
export function firstRoster(entry: RosterEntry, hash: RosterHash): RosterVersion {
  return rememberedFirst(entry, hash, () => readFirst(entry, hash));
}

function readFirst(entry: RosterEntry, hash: RosterHash): RosterVersion {
  const flaw = foundingFlaw(entry);
  const { name, purpose, terms } = entry;
  if (flaw !== null) throw invalid(flaw);
  if (name === undefined || purpose === undefined || terms === undefined) throw invalid('all');
  return {
    hash,
    programme: hash as string as ProgrammeId,
    version: 0,
    time: entry.time,
    name,
    purpose,
    terms,
    termsVersion: 0,
    threshold: entry.threshold ?? null,
    endorsements: entry.endorsements ?? ENDORSEMENTS_DEFAULT,
    members: sortSpaces(entry.add),
    seated: new Map(entry.add.map((space) => [space, entry.time])),
    added: entry.add,
    removed: [],
    silent: [],
  };
}

/**
 * A roster as the successor of another, whether or not it has its votes.
 * @throws ProtocolError ROSTER_INVALID
 */
export function nextRoster(
  before: RosterVersion,
  entry: RosterEntry,
  hash: RosterHash,
): RosterVersion {
  return rememberedNext(before, entry, hash, () => readNext(before, entry, hash));
}

function readNext(before: RosterVersion, entry: RosterEntry, hash: RosterHash): RosterVersion {
  // ROSTER-2: roster N+1 names its programme and roster N's hash.
  if (entry.version !== before.version + 1 || entry.programme !== before.programme) {
    throw invalid(`version ${before.version + 1} of this programme`);
  }
  if (entry.previous !== before.hash) throw invalid("the hash of the roster before, got another's");
  // ROSTER-3: a roster is not dated before its predecessor.
  if (entry.time < before.time) throw invalid('a time not before that of its predecessor');
  const members = membersAfter(entry, before.members);
  const flaw = changesFlaw(entry, before.members, members);
  if (flaw !== null) throw invalid(flaw);
  return {
    hash,
    programme: before.programme,
    version: entry.version,
    time: entry.time,
    name: entry.name ?? before.name,
    purpose: entry.purpose ?? before.purpose,
    terms: entry.terms ?? before.terms,
    termsVersion: entry.terms === undefined ? before.termsVersion : entry.version,
    threshold: entry.threshold === undefined ? before.threshold : entry.threshold,
    endorsements: entry.endorsements ?? before.endorsements,
    members,
    seated: new Map([
      ...members.map((space) => [space, before.seated.get(space) ?? entry.time] as const),
      ...entry.add.map((space) => [space, entry.time] as const),
    ]),
    added: entry.add,
    removed: entry.remove,
    silent: entry.silent ?? [],
  };
}

/** What a programme is founded with. */
export interface Founding {
  readonly name: string;
  readonly purpose: string;
  readonly terms: Terms;
  readonly founders: readonly SpaceId[];
  readonly time: Seconds;
  /** Signatures that the next roster needs; missing: by the default rule. */
  readonly threshold?: number;
  /** Endorsements that admit an applicant; missing: two. */
  readonly endorsements?: number;
}

/**
 * Roster 0, to be written to a log and signed by every founder.
 * @throws ProtocolError ROSTER_INVALID
 */
export function draftRosterZero(founding: Founding): RosterEntry {
  const entry: RosterEntry = {
    type: 'roster',
    version: 0,
    programme: null,
    previous: null,
    time: founding.time,
    add: sortSpaces(founding.founders),
    remove: [],
    members: membersDigest(founding.founders),
    name: founding.name,
    purpose: founding.purpose,
    terms: founding.terms,
    threshold: founding.threshold ?? null,
    endorsements: founding.endorsements ?? ENDORSEMENTS_DEFAULT,
  };
  const flaw = foundingFlaw(entry);
  if (flaw !== null) throw invalid(flaw);
  return entry;
}

/** What a new roster changes; unchanged what is missing. */
export interface RosterChanges {
  readonly time: Seconds;
  readonly add?: readonly SpaceId[];
  readonly remove?: readonly RosterRemoval[];
  readonly name?: string;
  readonly purpose?: string;
  readonly terms?: Terms;
  /** Null returns to the default rule. */
  readonly threshold?: number | null;
  readonly endorsements?: number;
  /** Members that it leaves out of n. */
  readonly silent?: readonly SpaceId[];
}

/**
 * The roster after `before`, to be written to a log and voted for.
 * @throws ProtocolError ROSTER_INVALID
 */
export function draftNextRoster(before: RosterVersion, changes: RosterChanges): RosterEntry {
  const { time, add = [], remove = [], silent = [], ...rest } = changes;
  const head = {
    type: 'roster',
    version: before.version + 1,
    programme: before.programme,
    previous: before.hash,
    time,
    add: sortSpaces(add),
    remove,
  } as const;
  const named = silent.length > 0 ? { silent: sortSpaces(silent) } : {};
  const draft: RosterEntry = { ...head, members: before.hash, ...rest, ...named };
  const entry = { ...draft, members: membersDigest(membersAfter(draft, before.members)) };
  nextRoster(before, entry, before.hash);
  return entry;
}

/** How many signatures the successor of a roster needs if `counted` of its members count. */
export function thresholdOf(roster: Pick<RosterVersion, 'threshold'>, counted: number): number {
  const majority = Math.floor(counted / 2) + 1;
  if (roster.threshold === null) return defaultThreshold(counted);
  // Members that left or fell silent make n smaller: the roster's own value stays between majority
  // and all.
  return Math.max(majority, Math.min(roster.threshold, counted));
}
