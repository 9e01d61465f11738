/**
 * The closed list of reason codes and assumptions. Codes are stable (spec); what they mean in words
 * stands in a catalogue.
 */

/**
 * What a reason is: a rule of terms, offer or agreement; the host's own choice; the visa; or a note
 * that decides nothing.
 */
export type ReasonClass = 'free' | 'rule' | 'local' | 'visa' | 'note';

/** One entry a code, in the order of the specification. */
export const REASONS = {
  FREE_DAY: 'free',
  SAME_DAY: 'free',
  SPACE_REFUSED: 'local',
  VISA_REFUSED: 'local',
  HOST_NOT_TAKING: 'local',
  VISA_EXPIRED: 'visa',
  STATIC_NOT_ACCEPTED: 'rule',
  BLACKOUT: 'rule',
  VENUE_CLOSED: 'rule',
  OUTSIDE_HOURS: 'rule',
  CAPACITY_FULL: 'rule',
  CAPACITY_DAY: 'rule',
  CAPACITY_HOME: 'rule',
  NOTICE_MISSING: 'rule',
  NOTICE_SHORT: 'rule',
  NOTICE_UNANSWERED: 'rule',
  NOTICE_LAPSED: 'rule',
  NOTICE_DECLINED: 'rule',
  PLAN_NOT_ELIGIBLE: 'rule',
  PLAN_WITHOUT_ALLOWANCE: 'rule',
  PRICE_TOO_LOW: 'rule',
  MEMBERSHIP_TOO_SHORT: 'rule',
  TOO_NEAR: 'rule',
  PARTY_TOO_LARGE: 'rule',
  ALLOWANCE_HOST_USED: 'rule',
  ALLOWANCE_PROGRAMME_USED: 'rule',
  ALLOWANCE_HOME_AT_HOST_USED: 'rule',
  CONSECUTIVE_DAYS_USED: 'rule',
  HOME_SHARE_LOW: 'rule',
  LATE_ENTRY_TOO_OLD: 'rule',
  GRANT_NEEDED: 'rule',
  HOME_REFUSED: 'rule',
  OFFLINE_HOME_SILENT: 'rule',
  OFFLINE_TOO_MANY: 'rule',
  OFFLINE_HOME_AGEING: 'note',
  OFFLINE_MANY: 'note',
  HALF_DAY_NOT_COUNTED: 'note',
  HALF_DAY_TOO_LONG: 'note',
  COMPANIONS_PAY: 'note',
  NOTICE_TO_BE_GIVEN: 'note',
  GRANT_TO_BE_ASKED: 'note',
  GRANT_NOT_USED: 'note',
} as const satisfies { readonly [code: string]: ReasonClass };

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
export const ASSUMPTIONS = [
  'KNOWN_TO_HOME',
  'BEFORE_VISA_NUMBER',
  'NOT_STATED',
  'NOT_COUNTED',
  'ARRIVAL_UNKNOWN',
  'VISA_RENEWED',
  'TIME_ZONE_UNKNOWN',
] as const;
export type AssumptionCode = (typeof ASSUMPTIONS)[number];

/** A rule that counted as met without knowledge. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly rule: string;
}
