/**
 * The directory: who takes visiting members, and how fresh that is. Listings expire unless their
 * spaces renew them.
 */

import { distanceMetres, type Place, placeOf } from '../bytes/distance.js';
import { sortSpaces } from '../bytes/spaces.js';
import type { ProgrammeId, Seconds, SpaceId } from '../ids.js';
import {
  HEARTBEAT_AHEAD_SECONDS,
  PROFILE_LIFETIME_SECONDS,
  QUIET_AFTER_SECONDS,
  UNLISTED_AFTER_SECONDS,
} from '../limits.js';
import type { ProfileEntry, Rate, Venue } from '../log/entries.js';
import { isMember, type ProgrammeState, participants } from '../programme/state.js';
import type { Offer } from '../terms/terms.js';

/**
 * `quiet`: no sign of life for three days, shown as such. `unlisted`: shown to nobody but owners.
 */
export type ListingStatus = 'listed' | 'quiet' | 'unlisted' | 'closed';

/** Why a listing is unlisted; null where it is not. */
export type UnlistedReason =
  | 'not-a-participant'
  | 'no-profile'
  | 'profile-old'
  | 'not-open'
  | 'forked'
  | 'silent';

/** One space in the directory. */
export interface Listing {
  readonly space: SpaceId;
  readonly status: ListingStatus;
  readonly reason: UnlistedReason | null;
  /**
   * The programmes by which it is listed: a member of them, or admitted (false: not yet on the
   * roster). Sorted.
   */
  readonly programmes: readonly { readonly programme: ProgrammeId; readonly member: boolean }[];
  /** The time of the latest heartbeat; null: none is known. */
  readonly heartbeat: Seconds | null;
  /** The age of the latest heartbeat; null: none is known. Not below 0. */
  readonly ageSeconds: number | null;
  readonly name: string | null;
  readonly venues: readonly Venue[];
  readonly rate: Rate | null;
  readonly offer: Offer | null;
  readonly languages: readonly string[];
  readonly mailbox: string | null;
  readonly site: string | null;
  readonly houseRules: string | null;
  /** Where its node is reached; null: it only calls out, and gives no live grants. */
  readonly node: string | null;
}

/** What a directory follows from. */
export interface DirectoryInput {
  readonly states: readonly ProgrammeState[];
  /** The latest profile of each space. */
  readonly profiles: ReadonlyMap<SpaceId, ProfileEntry>;
  readonly heartbeats: ReadonlyMap<SpaceId, Seconds>;
  /** Spaces whose latest log has forked; missing: none. */
  readonly forked?: ReadonlySet<SpaceId>;
  readonly instant: Seconds;
}

/** What one listing follows from. */
interface Findings {
  readonly isParticipant: boolean;
  readonly isForked: boolean;
  readonly profile: ProfileEntry | undefined;
  readonly silence: number | null;
  readonly instant: Seconds;
}

function reasonOf({ isParticipant, isForked, profile, silence, instant }: Findings) {
  if (!isParticipant) return 'not-a-participant';
  // DIR-4: a space whose latest log has forked is unlisted until its recovery key has settled it.
  if (isForked) return 'forked';
  if (profile === undefined) return 'no-profile';
  // DIR-2: a profile is good for 180 days after it was signed, and not before it was signed, but
  // for ten minutes in which clocks may differ.
  const age = instant - profile.signed;
  if (age < -HEARTBEAT_AHEAD_SECONDS) return 'no-profile';
  if (age >= PROFILE_LIFETIME_SECONDS) return 'profile-old';
  if (!profile.open) return 'not-open';
  // DIR-3: listed with a heartbeat under 3 days old, quiet under 14 days, unlisted after.
  return silence === null || silence >= UNLISTED_AFTER_SECONDS ? 'silent' : null;
}

function describe(profile: ProfileEntry | undefined) {
  return {
    name: profile?.name ?? null,
    venues: profile?.venues ?? [],
    rate: profile?.rate ?? null,
    offer: profile?.offer ?? null,
    languages: profile?.languages ?? [],
    mailbox: profile?.mailbox ?? null,
    site: profile?.site ?? null,
    houseRules: profile?.houseRules ?? null,
    node: profile?.node ?? null,
  };
}

function listing(input: DirectoryInput, space: SpaceId): Listing {
  const { states, profiles, heartbeats, instant } = input;
  const profile = profiles.get(space);
  const beat = heartbeats.get(space);
  // A heartbeat from the future is no sign of life now: HEARTBEAT-2 holds it back.
  const heartbeat = beat === undefined || beat > instant + HEARTBEAT_AHEAD_SECONDS ? null : beat;
  const ageSeconds = heartbeat === null ? null : Math.max(0, instant - heartbeat);
  const programmes = states
    .filter((state) => participants(state).includes(space))
    .map((state) => ({ programme: state.id, member: isMember(state, space) }))
    .sort((a, b) => (a.programme < b.programme ? -1 : 1));
  // DIR-1: a closing entry closes the space in every programme.
  const isClosed = states.some((state) => state.closed.includes(space));
  const reason = reasonOf({
    isParticipant: programmes.length > 0,
    isForked: input.forked?.has(space) ?? false,
    ...{ profile, silence: ageSeconds, instant },
  });
  const isQuiet = ageSeconds === null || ageSeconds >= QUIET_AFTER_SECONDS;
  const status = isClosed ? 'closed' : reason ? 'unlisted' : isQuiet ? 'quiet' : 'listed';
  return {
    space,
    status,
    reason: isClosed ? null : reason,
    programmes,
    heartbeat,
    ageSeconds,
    ...describe(profile),
  };
}

/**
 * A listing for every space that takes part in one of the programmes, or did until it left, closed
 * or was removed; sorted by the bytes of their ids. What people are shown are those with status
 * `listed` and `quiet`.
 */
export function directory(input: DirectoryInput): readonly Listing[] {
  const spaces = input.states.flatMap((state) => [
    ...participants(state),
    ...state.left,
    ...state.closed,
    ...state.removed.map((one) => one.space),
  ]);
  return sortSpaces(spaces).map((space) => listing(input, space));
}

/** Whether people are shown a listing. */
export function isShown(one: Listing): boolean {
  return one.status === 'listed' || one.status === 'quiet';
}

/** Metres to the nearest venue of a listing (great circle); null if none has given its place. */
export function distanceToListing(from: Place, one: Listing): number | null {
  const places = one.venues.flatMap((venue) => placeOf(venue) ?? []);
  if (places.length === 0) return null;
  return Math.min(...places.map((place) => distanceMetres(from, place)));
}
