/**
 * What `judge` works out once: the venue's date and time, the usage as a set, the weight, the
 * grant, the sides.
 */

import { venueClock } from '../bytes/dates.js';
import type { CalendarDate, SpaceId } from '../ids.js';
import type { Assumption } from './reasons.js';
import { type Side, sidesOf } from './sides.js';
import type { JudgedGrant, JudgedVisit, JudgeInput, VisitKind } from './verdict.js';
import { dateOf, dayNumber } from './windows.js';

/**
 * Seconds of 2000-01-02 and 2999-12-30: within them every time zone has a date that can be named.
 */
const INSTANT_FIRST = 946_771_200;
const INSTANT_LAST = 32_503_507_200;

/** One (host, date) of the usage. Halves: 2 for a day, 1 for a half day. */
export interface UsedHalves {
  readonly day: number;
  readonly atHost: boolean;
  readonly atHome: boolean;
  readonly kind: VisitKind;
  readonly halves: number;
  /** It counts at its own host alone. */
  readonly isShared: boolean;
}

/** The input with all that follows from it at once. */
export interface Context {
  readonly input: JudgeInput;
  readonly sides: readonly [Side, ...Side[]];
  readonly date: CalendarDate;
  readonly day: number;
  /** The venue's date at the instant of judging. */
  readonly todayDay: number;
  /** Minutes after 00:00 of `date` at arrival; null where it is not known. */
  readonly arrivalMinutes: number | null;
  readonly used: readonly UsedHalves[];
  /** The grant, if it is for this host, date and weight. */
  readonly grant: JudgedGrant | null;
  readonly assumed: Assumption[];
}

interface VenueTime {
  readonly day: number;
  readonly minutes: number;
  readonly isZoneKnown: boolean;
}

/**
 * Date and minutes at the venue; before the day boundary it is minute 1440 and later of the day
 * before.
 */
function venueTime(instant: number, timeZone: string, dayBoundary: number): VenueTime {
  const bounded = Math.min(Math.max(instant, INSTANT_FIRST), INSTANT_LAST);
  const { date, minutes, isZoneKnown } = venueClock(bounded, timeZone);
  const late = minutes < dayBoundary;
  return {
    day: dayNumber(date) - (late ? 1 : 0),
    minutes: minutes + (late ? 1440 : 0),
    isZoneKnown,
  };
}

const KIND_RANK: { readonly [kind in VisitKind]: number } = { courtesy: 0, paid: 1, free: 2 };

function stronger(one: UsedHalves, other: UsedHalves): UsedHalves {
  const isMore =
    one.kind === other.kind
      ? one.halves >= other.halves
      : KIND_RANK[one.kind] > KIND_RANK[other.kind];
  return { ...(isMore ? one : other), isShared: one.isShared && other.isShared };
}

/**
 * Usage is a set of (host, date): where two visits share both, a free one counts, and the whole day
 * before the half.
 */
function usageSet(input: JudgeInput): readonly UsedHalves[] {
  // JUDGE-3: usage is a set of (host, date): order and repeats change nothing.
  const byHost = new Map<SpaceId, Map<number, UsedHalves>>();
  for (const visit of input.usage) {
    const byDay = byHost.get(visit.host) ?? new Map<number, UsedHalves>();
    byHost.set(visit.host, byDay);
    const one = usedHalves(input, visit);
    const other = byDay.get(one.day);
    byDay.set(one.day, other ? stronger(one, other) : one);
  }
  return [...byHost.values()].flatMap((byDay) => [...byDay.values()]);
}

function usedHalves(input: JudgeInput, visit: JudgedVisit): UsedHalves {
  const { host, date, kind, weight, shared = false } = visit;
  return {
    day: dayNumber(date),
    atHost: host === input.host.space,
    atHome: host === input.home.space,
    kind,
    halves: weight === 1 ? 2 : 1,
    isShared: shared,
  };
}

/** The context of an input. */
export function contextOf(input: JudgeInput): Context {
  const { request, host, terms } = input;
  const boundary = host.offer?.dayBoundary ?? terms.dayBoundary ?? 0;
  const now = venueTime(input.instant, host.venue.timeZone, boundary);
  const arrival = request.at === null ? now : venueTime(request.at, host.venue.timeZone, boundary);
  const day = request.date === null ? arrival.day : dayNumber(request.date);
  const atKnown = request.at !== null ? day === arrival.day : request.date === null;
  const date = dateOf(day);
  const assumed: Assumption[] = [];
  if (!now.isZoneKnown) assumed.push({ code: 'TIME_ZONE_UNKNOWN', rule: 'venue/time-zone' });
  return {
    input,
    sides: sidesOf(input, date),
    date,
    day,
    todayDay: now.day,
    arrivalMinutes: atKnown ? arrival.minutes : null,
    used: usageSet(input),
    grant: input.grant?.host === host.space && input.grant.date === date ? input.grant : null,
    assumed,
  };
}
