/**
 * The terms language: a programme's terms, and one space's offer within them. Declarative JSON; the
 * single rules are in rules.ts.
 *
 * How an offer meets the terms (decided rule by rule, spec/decisions/0007-offers-within-terms.md):
 * a family of rules that the terms leave to the host (`hostDecides`) is the offer's alone, so it
 * may be stricter. In every other family a visit passes if the terms *or* the offer let it pass: a
 * space may always offer more and cannot promise less. Allowances are three families, one a
 * `count`. What is neither strict nor generous (day boundary, amenities, photo ID) is the offer's
 * where it says so.
 */

import { calendarDate, spaceId } from '../bytes/fields.js';
import {
  closed,
  integer,
  list,
  literal,
  optional,
  record,
  type Shaped,
  text,
} from '../bytes/shape.js';
import {
  allowances,
  amenities,
  blackout,
  capacity,
  consecutive,
  consequence,
  distance,
  eligible,
  halfDays,
  homeShare,
  hours,
  notice,
  offline,
  otherwise,
  party,
  planName,
} from './rules.js';

/** What the terms can leave to each host. `allowances` are all three counts. */
export const RULE_FAMILIES = [
  'allowances',
  'after',
  'consecutive',
  'distance',
  'eligible',
  'notice',
  'hours',
  'blackout',
  'capacity',
  'party',
  'halfDays',
  'staticVisas',
  'offline',
] as const;
export type RuleFamily = (typeof RULE_FAMILIES)[number];
const family = literal(...RULE_FAMILIES);

/** The rules that terms and offers share. */
const rules = {
  allowances: optional(allowances),
  /** What follows when an allowance is used up. Missing: the regular rate. */
  after: optional(consequence),
  consecutive: optional(consecutive),
  distance: optional(distance),
  eligible: optional(eligible),
  notice: optional(notice),
  hours: optional(hours),
  blackout: optional(blackout),
  capacity: optional(capacity),
  party: optional(party),
  halfDays: optional(halfDays),
  staticVisas: optional(literal('allowed', 'pay', 'refuse')),
  offline: optional(offline),
  /** Minutes after midnight at which a venue's date begins: 180 is 03:00. Missing: midnight. */
  dayBoundary: optional(integer(0, 720)),
  amenities: optional(amenities),
  photoId: optional(literal('never', 'static', 'always')),
};

/** A programme's rules. */
export const terms = closed({
  ...rules,
  /**
   * `min`: what the host gives or what the visiting member's home gives as a host, whichever is
   * less. Missing: `host`.
   */
  reciprocity: optional(literal('host', 'min')),
  hostDecides: optional(list(family, RULE_FAMILIES.length)),
  homeShare: optional(homeShare),
  /**
   * Who bears a free day that a partition gave in excess: the host (its courtesy; default), the
   * home, or the member.
   */
  overspend: optional(literal('host', 'home', 'member')),
  /**
   * How many days later staff may enter a forgotten visit (free only with a grant; default 0), and
   * until when correct one.
   */
  lateEntry: optional(
    closed({
      days: integer(0, 30),
      correctWithinHours: optional(integer(0, 48)),
      otherwise: optional(otherwise),
    }),
  ),
  /** Whether a booked visit that nobody turned up for uses a free day. */
  noShows: optional(literal('count', 'free')),
  /** Days of notice before changed terms hold, and before a space that leaves stops hosting. */
  changes: optional(
    closed({
      termsNoticeDays: optional(integer(0, 366)),
      leavingNoticeDays: optional(integer(0, 366)),
    }),
  ),
  /** Who may use a visiting member's contact data for marketing. */
  marketing: optional(literal('home', 'home-and-host-if-asked')),
});
export type Terms = Shaped<typeof terms>;

/** What a host may waive for everybody, or for one space. */
const waivable = literal('distance', 'eligible', 'notice', 'consecutive', 'hours', 'party');

/**
 * What two named spaces agreed. Said by both in their offers, word for word (only `space` differs),
 * it stands in place of the terms; said by the host alone, it can only add.
 */
export const agreement = closed({
  space: spaceId,
  from: optional(calendarDate),
  /** The last date. */
  until: optional(calendarDate),
  allowances: optional(allowances),
  after: optional(consequence),
  consecutive: optional(consecutive),
  waive: optional(list(waivable, 6)),
});
export type Agreement = Shaped<typeof agreement>;

/** One space's own rules within the programme's, public within the programme. */
export const offer = closed({
  ...rules,
  /**
   * The space's own plans by the names that the programme's terms use. A plan that is not listed
   * keeps its name.
   */
  plans: optional(record(/^.{1,16}$/u, planName, 60)),
  waive: optional(list(waivable, 6)),
  agreements: optional(list(agreement, 60)),
  /** Spaces whose members this host does not take, and why. */
  refuses: optional(list(closed({ space: spaceId, reason: text({ min: 1, max: 200 }) }), 60)),
});
export type Offer = Shaped<typeof offer>;
