/**
 * The shapes of the single rules of the terms language, one a family. Every rule is optional, a
 * missing rule is no rule, and every object is closed: a rule that this version does not know is
 * refused, never half understood. What the rules mean is said here; `judge` applies them;
 * `checkTerms` looks for what a shape cannot see.
 */

import { calendarDate, currency, spaceId } from '../bytes/fields.js';
import {
  bool,
  closed,
  integer,
  list,
  literal,
  number,
  optional,
  type Shaped,
  text,
} from '../bytes/shape.js';
import { PLAN_CHARACTERS_MAX } from '../limits.js';

const label = text({ min: 1, max: 60 });
/** ISO 8601 duration of whole days, weeks, months or years: `P30D`, `P2W`, `P1M`. */
const period = text({
  min: 3,
  max: 16,
  pattern: /^P(?=\d)(\d{1,2}Y)?(\d{1,2}M)?(\d{1,2}W)?(\d{1,3}D)?$/,
  what: 'a period such as P30D or P1M',
});
/** In which days visits are counted. */
const window = text({
  min: 3,
  max: 16,
  pattern:
    /^(visa-year|calendar-month|calendar-year|P(?=\d)(\d{1,2}Y)?(\d{1,2}M)?(\d{1,2}W)?(\d{1,3}D)?)$/,
  what: 'visa-year, calendar-month, calendar-year or a period such as P30D',
});
/** A plan's name, as the visa carries it or as `offer.plans` maps it. */
export const planName = text({ min: 1, max: PLAN_CHARACTERS_MAX });
/** Days in steps of one half. */
const days = number(0, 366);
/** 1 Monday to 7 Sunday. */
const weekday = integer(1, 7);
/** Minutes after 00:00 of the venue's date; past 1440 is the night that follows. */
const minutes = integer(0, 2880);

/**
 * What happens to a visit that breaks a requirement: it pays the regular rate, or the desk refuses
 * it.
 */
export const otherwise = literal('pay', 'refuse');
export type Otherwise = Shaped<typeof otherwise>;

/**
 * What follows when an allowance is used up. `discount`: percent off the regular rate. `perk`: the
 * regular rate, and something else in place of free days. An allowance of 0 days with a discount of
 * 50 is a class of 50 % (zoos, museums).
 */
export const consequence = closed({
  kind: literal('regular', 'discount', 'perk', 'refuse'),
  percent: optional(integer(1, 99)),
  perk: optional(label),
  /** A sentence for the member, for example "after 28 days please transfer your membership". */
  note: optional(text({ min: 1, max: 200 })),
});
export type Consequence = Shaped<typeof consequence>;

/** Either only these plans, or all but these. */
export const plans = closed({
  only: optional(list(planName, 40, 1)),
  except: optional(list(planName, 40, 1)),
});
export type Plans = Shaped<typeof plans>;

/**
 * Free days in a window. `host`: of one visa at one host. `programme`: of one visa over all hosts.
 * `home-at-host`: of all members of one home at one host. Windows: the visa year; the month or year
 * of the calendar; or a rolling ISO 8601 period, the visit's date included. Nothing is carried
 * over. Several allowances must all hold.
 */
export const allowance = closed({
  days,
  count: literal('host', 'programme', 'home-at-host'),
  window,
  /** Missing: every plan. */
  plans: optional(plans),
  /** `visits`: a half day uses as much as a whole one ("twice a year"). Default `days`. */
  unit: optional(literal('days', 'visits')),
  /** Instead of the general `after`. */
  after: optional(consequence),
});
export type Allowance = Shaped<typeof allowance>;
export const allowances = list(allowance, 16);

/**
 * At most `days` free dates at one host in a row; `pause` dates without a visit (default 1) end the
 * row.
 */
export const consecutive = closed({
  days: integer(1, 366),
  pause: optional(integer(1, 366)),
  otherwise: optional(otherwise),
});

/**
 * The host's venue is at least `km` from the nearest venue of the home (great circle; 90 miles are
 * 144.84 km).
 */
export const distance = closed({
  km: number(0, 20_100),
  /** Pairs of spaces that the programme excuses, in both directions. */
  waivedPairs: optional(list(list(spaceId, 2, 2), 100)),
  otherwise: optional(otherwise),
});

/** Which memberships a free day is for. */
export const eligible = closed({
  plans: optional(plans),
  /** The member has been one for this long on the day of the visit. */
  membership: optional(period),
  /**
   * The plan costs at least this a month (minor units; one for each currency). Prices are known to
   * the home alone.
   */
  price: optional(list(closed({ amount: integer(0, 100_000_000), currency }), 40, 1)),
  otherwise: optional(otherwise),
});

/** What a member does before it arrives. A booking needs an answer; unanswered, it lapses. */
export const notice = closed({
  kind: literal('none', 'message', 'booking'),
  /** At least so many hours before arrival. */
  hours: optional(integer(0, 2160)),
  /** A request for a booking that is not answered in so many hours lapses. */
  lapsesAfterHours: optional(integer(1, 2160)),
  otherwise: optional(otherwise),
});

/** When a visit may begin, in the venue's time. */
export const hours = closed({
  /** Only while the venue is open, by its own opening hours. */
  opening: optional(bool),
  /** Only in one of these windows, for example business hours, mornings, evenings. */
  windows: optional(
    list(
      closed({
        name: optional(label),
        /** Missing: every day. */
        weekdays: optional(list(weekday, 7, 1)),
        from: minutes,
        /** Exclusive. */
        to: minutes,
      }),
      21,
      1,
    ),
  ),
  otherwise: optional(otherwise),
});

const monthDay = text({
  min: 5,
  max: 5,
  pattern: /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  what: 'MM-DD',
});

/**
 * Days that are not for free visits. Exactly one of: `date`, or a range from `date` to `until`;
 * `yearly`, or a yearly range (it may pass the year's end); `weekday`, every week, or with `nth` (1
 * to 5, -1 the last) of each month, or of `month`; `easter`, days from western Easter Sunday (-2
 * Good Friday, 1 Easter Monday, 39 Ascension).
 */
export const blackoutDay = closed({
  /** What the day is, for example "Labour Day" or "our summer party". */
  name: optional(label),
  date: optional(calendarDate),
  until: optional(calendarDate),
  yearly: optional(monthDay),
  yearlyUntil: optional(monthDay),
  weekday: optional(weekday),
  nth: optional(literal(1, 2, 3, 4, 5, -1)),
  month: optional(integer(1, 12)),
  easter: optional(integer(-70, 70)),
});
export type BlackoutDay = Shaped<typeof blackoutDay>;
export const blackout = closed({ days: list(blackoutDay, 150, 1), otherwise: optional(otherwise) });

/**
 * Visiting members a day, of all homes and of one home; `spaceAllowing`: the desk may say that the
 * room is full.
 */
export const capacity = closed({
  perDay: optional(integer(0, 100_000)),
  perHome: optional(integer(0, 100_000)),
  spaceAllowing: optional(bool),
  otherwise: optional(otherwise),
});

/**
 * Who may come along without paying. `adults` counts the member; `companions` counts everybody
 * else.
 */
export const party = closed({
  adults: optional(integer(1, 100)),
  children: optional(integer(0, 100)),
  companions: optional(integer(0, 100)),
  /**
   * `companions-pay` (default): those beyond the number pay, the member's own visit stays as it is.
   */
  otherwise: optional(literal('companions-pay', 'pay', 'refuse')),
});

/**
 * A stay of at most `percent` of the day's opening hours counts one half of a day; the desk
 * chooses.
 */
export const halfDays = closed({ allowed: bool, percent: optional(integer(1, 99)) });

/** Shown, not judged. */
export const amenities = closed({
  included: list(label, 40),
  /** What is not part of a free day, or has a price: "meeting rooms: EUR 20 an hour". */
  excluded: list(label, 40),
});

const range = closed({ lower: number(0, 100_000), upper: number(0, 100_000) });
/**
 * How far a host goes without a grant. Up to the lower limit: free. Above it: free, with a warning.
 * Above the upper one (for counts: at it): the regular rate.
 */
export const offline = closed({
  /** Hours since the latest heartbeat of the home that the host holds. */
  homeAgeHours: optional(range),
  /** Free visits of this home at this host on this date, before this one. */
  freePerHomeAndDay: optional(range),
});

/**
 * Visits at home are at least `percent` of all visits in `window`, this one included. Known to the
 * home alone.
 */
export const homeShare = closed({
  percent: integer(1, 99),
  window,
  otherwise: optional(otherwise),
});
