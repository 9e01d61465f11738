/**
 * What a home tells a wallet at each contact, so that the wallet can answer offline where its
 * member may go, on which day, and at what price. It comes over HTTP from the home's node; a wallet
 * keeps several of them, of several homes, and trusts none further than its shape.
 */

import { calendarDate, programmeId, seconds, spaceId, venueId } from '../bytes/fields.js';
import {
  bool,
  integer,
  list,
  literal,
  nullable,
  number,
  open,
  optional,
  parseAs,
  type Shape,
  type Shaped,
  text,
} from '../bytes/shape.js';
import type { Listing } from '../directory/directory.js';
import { profileFields, rate, venue } from '../log/entry-shapes.js';
import { offer, terms } from '../terms/terms.js';

/**
 * Listings, visits and programmes that a wallet takes: bounds what a foreign node can fill it with.
 */
const LISTINGS_MAX = 10_000;
const VISITS_MAX = 5_000;
const PROGRAMMES_MAX = 64;
const DAYS_MAX = 1_000;
/** Changes of terms that are agreed on and do not hold yet. */
const COMING_MAX = 20;

const name = text({ min: 0, max: 80 });
const kind = literal('free', 'paid', 'courtesy');
const weight = literal(1, 0.5);

/** A directory's listing, as a node gives it. */
export const listing: Shape<Listing> = open({
  space: spaceId,
  status: literal('listed', 'quiet', 'unlisted', 'closed'),
  reason: literal(
    null,
    ...([
      'not-a-participant',
      'no-profile',
      'profile-old',
      'not-open',
      'forked',
      'silent',
    ] as const),
  ),
  programmes: list(open({ programme: programmeId, member: bool }), PROGRAMMES_MAX),
  heartbeat: nullable(seconds),
  ageSeconds: nullable(seconds),
  name: nullable(name),
  venues: list(venue, 50),
  rate: nullable(rate),
  offer: nullable(offer),
  languages: profileFields.languages,
  mailbox: nullable(profileFields.mailbox),
  site: nullable(profileFields.site),
  houseRules: nullable(profileFields.houseRules),
  node: nullable(text({ min: 8, max: 200, pattern: /^https?:\/\/\S+$/, what: 'a URL' })),
});

/** A visit as it is shown to its member, voided ones among them. */
const shownVisit = open({
  host: spaceId,
  hostName: nullable(name),
  venue: venueId,
  date: calendarDate,
  kind,
  weight,
  programme: programmeId,
  /** Where its stamp stands in the host's log. */
  incarnation: integer(0),
  index: integer(0),
  voided: bool,
  doubledWith: list(spaceId, LISTINGS_MAX),
});

/** A day that counts. */
const countedDay = open({
  host: spaceId,
  date: calendarDate,
  kind,
  weight,
  programme: programmeId,
  /** It counts at its own host alone (STAMP-8). */
  shared: bool,
});

const programme = open({
  id: programmeId,
  name,
  roster: integer(0),
  /** Those that hold now. */
  terms,
  /** Those that are agreed on already, in the order in which they will hold. */
  coming: optional(list(open({ from: calendarDate, roster: integer(0), terms }), COMING_MAX)),
  spaces: list(spaceId, LISTINGS_MAX),
});

/** The free days that all members of the home had at one host. */
const homeAtHost = open({
  host: spaceId,
  days: list(
    open({ date: calendarDate, weight: number(0, 100_000), visits: integer(0) }),
    DAYS_MAX,
  ),
});

/** A free day for which a host has a grant that it has not used yet. */
const grantedDay = open({ host: spaceId, date: calendarDate, weight });

/** What has to be readable in an answer. */
const frameMembers = {
  now: seconds,
  /** base64url of a fresh visa. */
  visa: text({ min: 1, max: 1200, pattern: /^[A-Za-z0-9_-]+$/, what: 'base64url' }),
  member: open({
    plan: text({ min: 1, max: 16 }),
    since: calendarDate,
    paidUntil: nullable(calendarDate),
    displayName: nullable(text({ min: 1, max: 24 })),
  }),
  home: open({
    space: spaceId,
    name,
    /** Where the home's node is reached, as the home itself says. */
    url: nullable(text({ min: 8, max: 200, pattern: /^https?:\/\/\S+$/, what: 'a URL' })),
    venues: list(venue, 50),
    offer,
  }),
  visits: list(shownVisit, VISITS_MAX),
  days: list(countedDay, VISITS_MAX),
  usageKnownUpTo: seconds,
  /** Spaces of whose logs less is known. */
  olderSpaces: integer(0),
} as const;
const frame = open(frameMembers);

/** What may be left out of an answer item by item. */
const parts = {
  programmes: [programme, PROGRAMMES_MAX],
  directory: [listing, LISTINGS_MAX],
  homeAtHost: [homeAtHost, LISTINGS_MAX],
  granted: [grantedDay, DAYS_MAX],
} as const;

export type WalletVisit = Shaped<typeof shownVisit>;
export type WalletProgramme = Shaped<typeof programme>;

/** What a home tells a wallet, as a whole; `parseWalletOverview` is less strict about its items. */
export const walletOverview = open({
  ...frameMembers,
  programmes: list(...parts.programmes),
  /** Spaces that people are shown. */
  directory: list(...parts.directory),
  homeAtHost: list(...parts.homeAtHost),
  granted: list(...parts.granted),
});
export type WalletOverview = Shaped<typeof walletOverview>;

/**
 * Items that do not fit are left out: a newer space's listing must not cost the whole directory.
 */
function readable<T>(item: Shape<T>, max: number, value: unknown): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, max).flatMap((one) => {
    try {
      return [item.parse(one)];
    } catch {
      return [];
    }
  });
}

function memberOf(value: unknown, member: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, member)
    ? (value as Readonly<Record<string, unknown>>)[member]
    : undefined;
}

/**
 * Reads a home's answer. Programmes, listings and hosts that this version cannot read are left out.
 * @throws ProtocolError SHAPE_INVALID
 */
export function parseWalletOverview(value: unknown): WalletOverview {
  const read = <T>([item, max]: readonly [Shape<T>, number], member: string) =>
    readable(item, max, memberOf(value, member));
  return {
    ...parseAs('SHAPE_INVALID', frame, value),
    programmes: read(parts.programmes, 'programmes'),
    directory: read(parts.directory, 'directory'),
    homeAtHost: read(parts.homeAtHost, 'homeAtHost'),
    granted: read(parts.granted, 'granted'),
  };
}
