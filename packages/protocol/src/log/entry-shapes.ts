/**
 * The entries of a space's log: their shapes and types. What an entry *does* is decided where its
 * topic lives (stamps, programme, directory).
 *
 * Types that come later have their place here: complaint, feedback. Until then they are read as
 * unknown entries: kept, relayed and ignored.
 */

import {
  calendarDate,
  currency,
  key32,
  marker,
  programmeId,
  rosterHash,
  seconds,
  spaceId,
  venueId,
} from '../bytes/fields.js';
import {
  bool,
  integer,
  list,
  literal,
  nullable,
  number,
  open,
  optional,
  type Shaped,
  text,
  together,
} from '../bytes/shape.js';
import { LOG_SIZE_MAX, ROSTER_CHANGES_MAX } from '../limits.js';
import { offer, terms } from '../terms/terms.js';
import {
  type InceptionEntry,
  inception,
  type KeyRevocationEntry,
  type KeysEntry,
  keyRevocation,
  keys,
  type ResumeEntry,
  resume,
} from './key-shapes.js';
import { TILE_WIDTH } from './tiles.js';

export * from './key-shapes.js';

const url = text({
  min: 8,
  max: 200,
  pattern: /^https?:\/\/[^\s"<>\\^`{|}]+$/,
  what: 'an http or https URL',
});
/**
 * A name on one line: without control characters, and without those that turn the direction of
 * writing around, as in a visa's texts (VISA-6). Every node refuses them, so that a name reads as
 * what it is on pages, in mails and on terminals.
 */
export const shortName = text({
  min: 1,
  max: 80,
  pattern: /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u,
  what: 'a name without control characters',
});
const index = integer(0);

/** Opening hours of a weekday: `from` and `to` as minutes of the local day. */
const hoursOfDay = open({ from: integer(0, 1440), to: integer(0, 2880) });

/** What an owner says of one place. */
export const venueFields = {
  name: shortName,
  address: text({ min: 0, max: 300 }),
  latitude: optional(number(-90, 90)),
  longitude: optional(number(-180, 180)),
  /** IANA name. */
  timeZone: text({ min: 1, max: 64, pattern: /^[A-Za-z0-9_+/-]+$/, what: 'an IANA time zone' }),
  /** Seven lists, Monday first; an empty list is a closed day. Missing: not stated. */
  hours: optional(list(list(hoursOfDay, 4), 7, 7)),
  seats: optional(integer(0, 100_000)),
  amenities: list(text({ min: 1, max: 40 }), 40),
} as const;

/** One place of a space. Both coordinates are missing where they were not given. */
export const venue = together(open({ id: venueId, ...venueFields }), 'latitude', 'longitude');

/** A price for one day: `amount` in the currency's minor units (cents). */
export const rate = open({ amount: integer(0, 100_000_000), currency });

/** What an owner says of the space: the members of a profile that people may change. */
export const profileFields = {
  name: shortName,
  /** Whether the space takes visiting members. */
  open: bool,
  venues: list(venue, 50, 1),
  rate: nullable(rate),
  offer,
  languages: list(
    text({ min: 2, max: 35, pattern: /^[A-Za-z0-9-]+$/, what: 'a language tag' }),
    20,
  ),
  mailbox: text({ min: 3, max: 254, pattern: /^[^\s@]+@[^\s@]+$/, what: 'a mail address' }),
  site: url,
  /** For visiting members to read before they come: where to sit, when it is quiet, who to ask. */
  houseRules: text({ min: 1, max: 2000 }),
} as const;

/** A space's listing: business facts only. A register: the latest in the log holds. */
export const profile = open({
  type: literal('profile'),
  signed: seconds,
  ...profileFields,
  mailbox: optional(profileFields.mailbox),
  site: optional(profileFields.site),
  houseRules: optional(profileFields.houseRules),
  /** Where other nodes reach this one; null for a node that only calls out. */
  node: nullable(url),
});

/** The public receipt of a visit. */
export const stamp = open({
  type: literal('stamp'),
  marker,
  home: spaceId,
  venue: venueId,
  date: calendarDate,
  kind: literal('free', 'paid', 'courtesy'),
  weight: literal(1, 0.5),
  programme: programmeId,
  /** The number of the roster by whose terms the visit was judged. */
  roster: integer(0),
  /** base64url of nonce (24 bytes) and secretbox. */
  seal: text({ min: 54, max: 1200, pattern: /^[A-Za-z0-9_-]+$/, what: 'base64url' }),
});

/** Cancels the stamp at `index` of the same log. */
export const voidEntry = open({ type: literal('void'), index, date: calendarDate });

/** Why a host did not take a visiting member. `rules`: what the terms or its offer say. */
export const REFUSAL_REASONS = ['full', 'closed', 'rules', 'identity', 'conduct', 'other'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/**
 * The log's owner did not take a member of `home` who showed a visa. Says nothing of the person.
 */
export const refusal = open({
  type: literal('refusal'),
  home: spaceId,
  venue: venueId,
  date: calendarDate,
  programme: programmeId,
  /** The number of the roster whose terms held. */
  roster: integer(0),
  reason: literal(...REFUSAL_REASONS),
});

/** Visas issued before `time` under the visa number behind the marker are dead. */
export const revocation = open({ type: literal('revocation'), marker, time: seconds });

/** A member of `programme` vouches for `space`, as of the roster that it cites. */
export const endorsement = open({
  type: literal('endorsement'),
  programme: programmeId,
  roster: rosterHash,
  space: spaceId,
  /** How often the space had left and returned by then; missing: never. */
  returns: optional(integer(1, 1_000_000)),
});

/**
 * A version of a programme's list of spaces and its terms. Its SHA-256 is its hash; roster 0's is
 * the programme's id.
 */
export const roster = open({
  type: literal('roster'),
  version: integer(0, 1_000_000),
  /** Null in roster 0 only. */
  programme: nullable(programmeId),
  /** The hash of the roster before; null in roster 0 only. */
  previous: nullable(rosterHash),
  time: seconds,
  add: list(spaceId, ROSTER_CHANGES_MAX),
  /** `size`: how many entries of the removed space's log still count. */
  remove: list(open({ space: spaceId, size: integer(0) }), ROSTER_CHANGES_MAX),
  /**
   * SHA-256 over the sorted space ids (32 bytes each, one after the other) of the members after
   * this roster.
   */
  members: key32,
  /** Roster 0 has all four; later ones have what changes. */
  name: optional(shortName),
  purpose: optional(text({ min: 0, max: 500 })),
  terms: optional(terms),
  /** How many signatures the next roster needs; null returns to the default rule. */
  threshold: optional(nullable(integer(1, 100_000))),
  /** How many endorsements admit an applicant. */
  endorsements: optional(integer(1, 100)),
  /** Members of the roster before that were not heard of for 60 days, and do not count in n. */
  silent: optional(list(spaceId, ROSTER_CHANGES_MAX)),
});

/** The vote of the log's owner for a roster. */
export const rosterSignature = open({
  type: literal('roster-signature'),
  programme: programmeId,
  version: integer(0, 1_000_000),
  roster: rosterHash,
});

/** The log's owner leaves a programme, at once. */
export const leave = open({ type: literal('leave'), programme: programmeId, date: calendarDate });

/** The log's owner, having left a programme, applies to it again. */
export const returnEntry = open({
  type: literal('return'),
  programme: programmeId,
  date: calendarDate,
});

/**
 * What stays of the log's entries before index `before`, so that others may forget the rest.
 * `stays` is the digest of the indices (`staysDigest`).
 */
export const pruning = open({
  type: literal('pruning'),
  before: integer(TILE_WIDTH, LOG_SIZE_MAX),
  stays: key32,
});

/** The space closes for good. */
export const closing = open({ type: literal('closing'), date: calendarDate });

/** The shapes by type, in the order of the specification. */
export const entryShapes = {
  inception,
  resume,
  keys,
  'key-revocation': keyRevocation,
  profile,
  stamp,
  void: voidEntry,
  refusal,
  revocation,
  endorsement,
  roster,
  'roster-signature': rosterSignature,
  leave,
  return: returnEntry,
  pruning,
  closing,
} as const;

export type Venue = Shaped<typeof venue>;
export type Rate = Shaped<typeof rate>;
export type ProfileEntry = Shaped<typeof profile>;
export type StampEntry = Shaped<typeof stamp>;
export type VoidEntry = Shaped<typeof voidEntry>;
export type RefusalEntry = Shaped<typeof refusal>;
export type RevocationEntry = Shaped<typeof revocation>;
export type EndorsementEntry = Shaped<typeof endorsement>;
export type RosterEntry = Shaped<typeof roster>;
export type RosterSignatureEntry = Shaped<typeof rosterSignature>;
export type LeaveEntry = Shaped<typeof leave>;
export type ReturnEntry = Shaped<typeof returnEntry>;
export type PruningEntry = Shaped<typeof pruning>;
export type ClosingEntry = Shaped<typeof closing>;

/**
 * An entry of a type, or with members, that this version cannot read: kept, relayed and ignored.
 */
export interface UnknownEntry {
  readonly type: 'unknown';
  /** The type that the entry itself names. */
  readonly named: string;
}

export type KnownEntry =
  | InceptionEntry
  | ResumeEntry
  | KeysEntry
  | KeyRevocationEntry
  | ProfileEntry
  | StampEntry
  | VoidEntry
  | RefusalEntry
  | RevocationEntry
  | EndorsementEntry
  | RosterEntry
  | RosterSignatureEntry
  | LeaveEntry
  | ReturnEntry
  | PruningEntry
  | ClosingEntry;
export type Entry = KnownEntry | UnknownEntry;
