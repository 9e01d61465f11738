/** The texts of a verdict in English. Dates, times and amounts are in the plain forms of ISO. */

import type { Catalogue, Text } from '../catalogue.js';
import { PLAIN_FORMATS } from '../formats.js';
import type { AssumptionCode, ReasonCode } from '../reasons.js';
import { TERMS_PHRASES } from './english-terms.js';

const REASON_TEXTS: { readonly [code in ReasonCode]: Text } = {
  FREE_DAY: 'This visit is free.',
  SAME_DAY: 'Already checked in here on {date}; coming back on the same day changes nothing.',
  SPACE_REFUSED:
    'The owner of this space has decided not to take members of that home space: {reason}',
  VISA_REFUSED: 'This space does not take this member: {reason}',
  HOST_NOT_TAKING: 'This space takes no visiting members at present.',
  VISA_EXPIRED: 'The visa has expired.',
  STATIC_NOT_ACCEPTED: 'Printed visas are not good for a free day here.',
  BLACKOUT: 'There are no free days on {date}. {name}',
  VENUE_CLOSED: 'The venue is closed on {date}.',
  OUTSIDE_HOURS: 'Free visits begin only in these hours: {hours}.',
  CAPACITY_FULL: 'There is no room today.',
  CAPACITY_DAY: 'All {limit} places for visiting members are taken on {date}.',
  CAPACITY_HOME: 'All {limit} places for members of that space are taken on {date}.',
  NOTICE_MISSING: 'A {kind} is needed before arrival, and there is none.',
  NOTICE_SHORT: {
    by: 'hours',
    one: 'Notice must be given {hours} hour before arrival.',
    other: 'Notice must be given {hours} hours before arrival.',
  },
  NOTICE_UNANSWERED: 'The booking has not been answered yet.',
  NOTICE_LAPSED: {
    by: 'hours',
    one: 'The booking was not answered within {hours} hour and has lapsed.',
    other: 'The booking was not answered within {hours} hours and has lapsed.',
  },
  NOTICE_DECLINED: 'The host has declined this visit.',
  PLAN_NOT_ELIGIBLE: 'The plan "{plan}" does not include free days.',
  PLAN_WITHOUT_ALLOWANCE: 'No free days are set for the plan "{plan}".',
  PRICE_TOO_LOW: 'Free days are for plans of at least {price} a month.',
  MEMBERSHIP_TOO_SHORT: 'Free days are for those who have been members since {since} or longer.',
  TOO_NEAR: 'The home space is {km} km away; free days are for homes at least {least} km away.',
  PARTY_TOO_LARGE: 'More people came along than the terms include.',
  ALLOWANCE_HOST_USED: 'The free days here are used up: {used} of {limit} {window}.',
  ALLOWANCE_PROGRAMME_USED:
    'The free days in the whole programme are used up: {used} of {limit} {window}.',
  ALLOWANCE_HOME_AT_HOST_USED:
    'The free days here for all members of that space are used up: {used} of {limit} {window}.',
  CONSECUTIVE_DAYS_USED: {
    by: 'limit',
    one: 'No more than {limit} free day in a row.',
    other: 'No more than {limit} free days in a row.',
  },
  HOME_SHARE_LOW: 'At least {percent} % of all visits must be at home {window}.',
  LATE_ENTRY_TOO_OLD: {
    by: 'days',
    one: 'A forgotten visit can be entered up to {days} day later; this one is of {date}.',
    other: 'A forgotten visit can be entered up to {days} days later; this one is of {date}.',
  },
  GRANT_NEEDED: 'A free day on this visa needs the consent of the home space.',
  HOME_REFUSED: 'The home space did not consent to a free day.',
  OFFLINE_HOME_SILENT: 'Nothing has been heard of the home space for more than {limit}.',
  OFFLINE_TOO_MANY: {
    one: 'The home space is out of reach, and {count} of its members has had a free day here on {date}.',
    other:
      'The home space is out of reach, and {count} of its members have had a free day here on {date}.',
  },
  OFFLINE_HOME_AGEING: 'The home space was last heard of {hours} ago.',
  OFFLINE_MANY: {
    one: 'The home space is out of reach; {count} of its members has had a free day here on {date}.',
    other:
      'The home space is out of reach; {count} of its members have had a free day here on {date}.',
  },
  HALF_DAY_NOT_COUNTED: 'Half days are not counted here: this is a whole day.',
  HALF_DAY_TOO_LONG: {
    by: 'minutes',
    one: 'A half day is at most {minutes} minute here: this is a whole day.',
    other: 'A half day is at most {minutes} minutes here: this is a whole day.',
  },
  COMPANIONS_PAY: {
    one: '{count} of those who came along pays.',
    other: '{count} of those who came along pay.',
  },
  NOTICE_TO_BE_GIVEN: {
    by: 'hours',
    one: 'Give notice first: a {kind}, {hours} hour before arrival.',
    other: 'Give notice first: a {kind}, {hours} hours before arrival.',
  },
  GRANT_TO_BE_ASKED: 'The host will ask the home space for its consent.',
  GRANT_NOT_USED: 'The consent of the home space is for another host, date or length of visit.',
};

const ASSUMPTION_TEXTS: { readonly [code in AssumptionCode]: Text } = {
  KNOWN_TO_HOME: 'Only the home space can check this; without its consent it counts as met.',
  BEFORE_VISA_NUMBER:
    'Visits before this visa year are known to the home space alone and are not counted.',
  NOT_STATED: 'The space has not stated what this rule needs; it counts as met.',
  NOT_COUNTED: 'How many have come is not known here; the rule counts as met.',
  ARRIVAL_UNKNOWN: 'The time of arrival is not known; the rule counts as met.',
  VISA_RENEWED: 'It is assumed that the membership goes on and the visa is renewed by then.',
  TIME_ZONE_UNKNOWN: 'The time zone of the venue is not known here; UTC is used.',
};

/** What surrounds the reasons. `{name}` stands for a parameter. */
export const PHRASES = {
  free: 'Free.',
  paid: 'Paid.',
  refuse: 'Not accepted.',
  freeLeft: 'Free days left after this one: {left}; then {payment}.',
  nothing: 'nothing',
  regular: 'the regular rate',
  regularOf: 'the regular rate, {rate}',
  discount: '{percent} % off the regular rate',
  discountOf: '{percent} % off the regular rate: {discounted} instead of {rate}',
  perk: '{payment}, with this: {perk}',
  refused: 'no visit',
  pays: 'To pay: {payment}.',
  perHost: 'Free days left here: {after} (before this visit: {before}).',
  perProgramme: 'Free days left in the whole programme: {after} (before this visit: {before}).',
  homeAtHost:
    'Free days left here for all members of that space: {after} (before this visit: {before}).',
  exact: 'The count is exact.',
  knownUpTo: 'Visits are known up to {time}.',
  homeUnreachable: 'The home space is out of reach; visits are known up to {time}.',
  olderSpaces: 'Spaces whose latest visits may be missing here: {count}.',
  photoId: 'Please look at a photo ID.',
  included: 'Included: {items}.',
  excluded: 'Not included: {items}.',
  halfDay: 'It counts as a half day.',
  askGrant: 'The consent of the home space is needed for a free day.',
  visaYear: 'in the visa year',
  calendarMonth: 'in the calendar month',
  calendarYear: 'in the calendar year',
  years: { one: '{count} year', other: '{count} years' },
  months: { one: '{count} month', other: '{count} months' },
  days: { one: '{count} day', other: '{count} days' },
  hours: { one: '{count} hour', other: '{count} hours' },
  period: 'within {period}',
  and: 'and',
  message: 'message',
  booking: 'booking',
} as const satisfies { readonly [name: string]: Text };

export const ENGLISH: Catalogue = {
  formats: PLAIN_FORMATS,
  reasons: REASON_TEXTS,
  assumptions: ASSUMPTION_TEXTS,
  phrases: PHRASES,
  terms: TERMS_PHRASES,
};
