/** What the desk's routes answer. */

import {
  calendarDate,
  offer,
  programmeId,
  REFUSAL_REASONS,
  seconds,
  shape,
  spaceId,
  terms,
  venueId,
} from '@covisa/protocol';
import type { Recorder } from '@covisa/store';
import type {
  Arrival,
  CheckResult,
  DeskOverview,
  DeskRefusal,
  DeskSettings,
  DeskVisit,
  Erasure,
  Welcome,
} from '#node/engine/services.js';
import {
  anyText,
  count,
  exactly,
  many,
  oneOf,
  rate,
  textOrNull,
  visitKind,
  weight,
} from './parts.js';
import { verdict } from './verdict.js';

const { bool, closed, literal, nullable } = shape;

const recorder = exactly<Recorder>()(
  oneOf(
    closed({ kind: literal('person', 'token'), name: anyText }),
    closed({ kind: literal('owner', 'self', 'command-line'), name: literal(null) }),
  ),
);

/** What is never shown of a visit, and what is said in its place (http/views.ts). */
type ShownVisit = Omit<DeskVisit, Hidden> & {
  readonly recordedBy: Recorder | null;
  readonly published: boolean;
  readonly voided: boolean;
  readonly erased: boolean;
};
type Hidden = 'visaNumber' | 'visaUntil' | 'seal' | 'proofDigest' | 'recordedBy' | 'incarnation';

/** A visit at this desk. */
export const deskVisit = exactly<ShownVisit>()(
  closed({
    id: anyText,
    home: spaceId,
    homeName: textOrNull,
    venue: venueId,
    date: calendarDate,
    kind: visitKind,
    weight,
    programme: programmeId,
    roster: count,
    recorded: seconds,
    recordedBy: nullable(recorder),
    displayName: textOrNull,
    amount: nullable(count),
    note: textOrNull,
    k: count,
    index: nullable(count),
    voidIndex: nullable(count),
    undoUntil: nullable(seconds),
    published: bool,
    voided: bool,
    erased: bool,
  }),
);
/** What is left of an erased visit, and how many records were erased with it. */
export const erasure = exactly<Omit<Erasure, 'visit'> & { readonly visit: ShownVisit }>()(
  closed({ visit: deskVisit, visits: count, refusals: count }),
);
/** A member who was not taken. */
export const deskRefusal = exactly<DeskRefusal>()(
  closed({
    id: anyText,
    home: spaceId,
    homeName: textOrNull,
    venue: venueId,
    date: calendarDate,
    programme: programmeId,
    roster: count,
    reason: literal(...REFUSAL_REASONS),
    recorded: seconds,
    recordedBy: nullable(recorder),
    displayName: textOrNull,
    note: textOrNull,
    index: nullable(count),
    erased: bool,
  }),
);
/** A presentation that was judged here. */
export const checkResult = exactly<
  Omit<CheckResult, 'visit'> & { readonly visit: ShownVisit | null }
>()(
  closed({
    id: anyText,
    home: spaceId,
    homeName: textOrNull,
    displayName: textOrNull,
    plan: anyText,
    date: calendarDate,
    verdict,
    sentence: anyText,
    venue: venueId,
    hostBound: bool,
    visit: nullable(deskVisit),
    grant: literal('had', 'refused', 'unreachable', 'not-asked'),
  }),
);
/** What members who were taken are shown. */
export const welcome = exactly<Welcome>()(
  closed({
    wifi: nullable(closed({ ssid: anyText, password: anyText, hidden: bool })),
    note: textOrNull,
  }),
);
export const deskSettings = exactly<DeskSettings>()(closed({ selfCheckIn: bool }));
/** What a member at the door is answered. */
export const arrival = exactly<Arrival>()(
  closed({
    checkedIn: bool,
    verdict,
    sentence: anyText,
    visit: nullable(closed({ date: calendarDate, kind: visitKind })),
    hostName: anyText,
    venueName: anyText,
    timeZone: anyText,
    welcome: nullable(welcome),
    houseRules: textOrNull,
  }),
);
const mode = literal('ready', 'recovering', 'superseded');
/** What the desk shows before anybody comes. */
export const deskOverview = exactly<
  Omit<DeskOverview, 'visits'> & { readonly visits: readonly ShownVisit[] }
>()(
  closed({
    space: spaceId,
    name: anyText,
    now: seconds,
    date: calendarDate,
    venue: venueId,
    timeZone: anyText,
    venues: many(closed({ id: venueId, name: anyText, timeZone: anyText })),
    rate: nullable(rate),
    offer,
    houseRules: textOrNull,
    capacity: nullable(closed({ limit: count, used: count, left: count })),
    visits: many(deskVisit),
    refusals: many(deskRefusal),
    homes: many(closed({ space: spaceId, name: textOrNull, reachable: bool })),
    programmes: many(closed({ id: programmeId, name: anyText, roster: count, terms })),
    mode,
    modeReason: textOrNull,
    pendingVisits: count,
    selfCheckIn: bool,
  }),
);
