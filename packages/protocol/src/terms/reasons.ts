/**
 * The closed list of reason codes and assumptions, with one plain English sentence each. Codes are
 * stable (spec); the sentences are data, so that pages can translate them. `{name}` stands for a
 * parameter.
 */

/**
 * What a reason is: a rule of terms, offer or agreement; the host's own choice; the visa; or a note
 * that decides nothing.
 */
export type ReasonClass = 'free' | 'rule' | 'local' | 'visa' | 'note';

interface ReasonEntry {
  readonly class: ReasonClass;
  readonly sentence: string;
}

/** One entry a code, in the order of the specification. */
export const REASONS = {
  FREE_DAY: { class: 'free', sentence: 'This visit is free.' },
  SAME_DAY: {
    class: 'free',
    sentence: 'Already checked in here on {date}; coming back on the same day changes nothing.',
  },

  SPACE_REFUSED: {
    class: 'local',
    sentence: 'This space does not take members of that space: {reason}',
  },
  VISA_REFUSED: { class: 'local', sentence: 'This space does not take this member: {reason}' },
  HOST_NOT_TAKING: { class: 'local', sentence: 'This space takes no visiting members at present.' },
  VISA_EXPIRED: { class: 'visa', sentence: 'The visa has expired.' },

  STATIC_NOT_ACCEPTED: {
    class: 'rule',
    sentence: 'Printed visas are not good for a free day here.',
  },
  BLACKOUT: { class: 'rule', sentence: 'There are no free days on {date}. {name}' },
  VENUE_CLOSED: { class: 'rule', sentence: 'The venue is closed on {date}.' },
  OUTSIDE_HOURS: { class: 'rule', sentence: 'Free visits begin only in these hours: {hours}.' },
  CAPACITY_FULL: { class: 'rule', sentence: 'There is no room today.' },
  CAPACITY_DAY: {
    class: 'rule',
    sentence: 'All {limit} places for visiting members are taken on {date}.',
  },
  CAPACITY_HOME: {
    class: 'rule',
    sentence: 'All {limit} places for members of that space are taken on {date}.',
  },
  NOTICE_MISSING: {
    class: 'rule',
    sentence: 'A {kind} is needed before arrival, and there is none.',
  },
  NOTICE_SHORT: { class: 'rule', sentence: 'Notice must be given {hours} hours before arrival.' },
  NOTICE_UNANSWERED: { class: 'rule', sentence: 'The booking has not been answered yet.' },
  NOTICE_LAPSED: {
    class: 'rule',
    sentence: 'The booking was not answered within {hours} hours and has lapsed.',
  },
  NOTICE_DECLINED: { class: 'rule', sentence: 'The host has declined this visit.' },
  PLAN_NOT_ELIGIBLE: { class: 'rule', sentence: 'The plan "{plan}" does not include free days.' },
  PLAN_WITHOUT_ALLOWANCE: {
    class: 'rule',
    sentence: 'No free days are set for the plan "{plan}".',
  },
  PRICE_TOO_LOW: {
    class: 'rule',
    sentence: 'Free days are for plans of at least {price} a month.',
  },
  MEMBERSHIP_TOO_SHORT: {
    class: 'rule',
    sentence: 'Free days are for those who have been members since {since} or longer.',
  },
  TOO_NEAR: {
    class: 'rule',
    sentence: 'The home space is {km} km away; free days are for homes at least {least} km away.',
  },
  PARTY_TOO_LARGE: { class: 'rule', sentence: 'More people came along than the terms include.' },
  ALLOWANCE_HOST_USED: {
    class: 'rule',
    sentence: 'The free days here are used up: {used} of {limit} {window}.',
  },
  ALLOWANCE_PROGRAMME_USED: {
    class: 'rule',
    sentence: 'The free days in the whole programme are used up: {used} of {limit} {window}.',
  },
  ALLOWANCE_HOME_AT_HOST_USED: {
    class: 'rule',
    sentence:
      'The free days here for all members of that space are used up: {used} of {limit} {window}.',
  },
  CONSECUTIVE_DAYS_USED: { class: 'rule', sentence: 'No more than {limit} free days in a row.' },
  HOME_SHARE_LOW: {
    class: 'rule',
    sentence: 'At least {percent} % of all visits must be at home {window}.',
  },
  LATE_ENTRY_TOO_OLD: {
    class: 'rule',
    sentence: 'A forgotten visit can be entered up to {days} days later; this one is of {date}.',
  },
  GRANT_NEEDED: {
    class: 'rule',
    sentence: 'A free day on this visa needs the consent of the home space.',
  },
  HOME_REFUSED: { class: 'rule', sentence: 'The home space did not consent to a free day.' },
  OFFLINE_HOME_SILENT: {
    class: 'rule',
    sentence: 'The home space has not been heard of for too long (limit {limit} hours).',
  },
  OFFLINE_TOO_MANY: {
    class: 'rule',
    sentence:
      'The home space is out of reach, and {count} of its members have had a free day here on {date}.',
  },

  OFFLINE_HOME_AGEING: {
    class: 'note',
    sentence: 'The home space was last heard of {hours} hours ago.',
  },
  OFFLINE_MANY: {
    class: 'note',
    sentence:
      'The home space is out of reach; {count} of its members have had a free day here on {date}.',
  },
  HALF_DAY_NOT_COUNTED: {
    class: 'note',
    sentence: 'Half days are not counted here: this is a whole day.',
  },
  HALF_DAY_TOO_LONG: {
    class: 'note',
    sentence: 'A half day is at most {minutes} minutes here: this is a whole day.',
  },
  COMPANIONS_PAY: { class: 'note', sentence: '{count} of those who came along pay.' },
  NOTICE_TO_BE_GIVEN: {
    class: 'note',
    sentence: 'Give notice first: a {kind}, {hours} hours before arrival.',
  },
  GRANT_TO_BE_ASKED: {
    class: 'note',
    sentence: 'The host will ask the home space for its consent.',
  },
  GRANT_NOT_USED: {
    class: 'note',
    sentence: 'The consent of the home space is for another host, date or length of visit.',
  },
} as const satisfies { readonly [code: string]: ReasonEntry };

/** Why a verdict is as it is. */
export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

/**
 * One reason: its code, the rule that spoke (`terms/allowance/host`), and what its sentence needs.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly rule: string;
  readonly parameters: { readonly [name: string]: string | number };
}

/** Why a rule counts as met although nobody here can know. */
export const ASSUMPTIONS = {
  KNOWN_TO_HOME: 'Only the home space can check this; without its consent it counts as met.',
  BEFORE_VISA_NUMBER:
    'Visits before this visa year are known to the home space alone and are not counted.',
  NOT_STATED: 'The space has not stated what this rule needs; it counts as met.',
  NOT_COUNTED: 'How many have come is not known here; the rule counts as met.',
  ARRIVAL_UNKNOWN: 'The time of arrival is not known; the rule counts as met.',
  VISA_RENEWED: 'It is assumed that the membership goes on and the visa is renewed by then.',
  TIME_ZONE_UNKNOWN: 'The time zone of the venue is not known here; UTC is used.',
} as const satisfies { readonly [code: string]: string };
export type AssumptionCode = keyof typeof ASSUMPTIONS;

/** A rule that counted as met without knowledge. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly rule: string;
}

/** A sentence with its parameters filled in. A parameter that is missing stays visible. */
export function fillSentence(
  sentence: string,
  parameters: { readonly [name: string]: string | number },
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : whole,
  );
}
