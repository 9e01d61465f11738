/**
 * The texts of a verdict as data, in English: a page in another language brings its own catalogue
 * of this type.
 */

import { ASSUMPTIONS, type AssumptionCode, REASONS, type ReasonCode } from './reasons.js';

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
  knownUpTo: 'Visits are known up to {time} UTC.',
  homeUnreachable: 'The home space is out of reach; visits are known up to {time} UTC.',
  olderSpaces: 'Spaces of which less is known: {count}.',
  photoId: 'Please look at a photo ID.',
  included: 'Included: {items}.',
  excluded: 'Not included: {items}.',
  halfDay: 'It counts as a half day.',
  askGrant: 'The consent of the home space is needed for a free day.',
  visaYear: 'in the visa year',
  calendarMonth: 'in the calendar month',
  calendarYear: 'in the calendar year',
  periodYears: 'within {count} year(s)',
  periodMonths: 'within {count} month(s)',
  periodDays: 'within {count} day(s)',
} as const satisfies { readonly [name: string]: string };
export type PhraseName = keyof typeof PHRASES;

/** All texts of a language. */
export interface Catalogue {
  readonly reasons: { readonly [code in ReasonCode]: { readonly sentence: string } };
  readonly assumptions: { readonly [code in AssumptionCode]: string };
  readonly phrases: { readonly [name in PhraseName]: string };
}

export const ENGLISH: Catalogue = { reasons: REASONS, assumptions: ASSUMPTIONS, phrases: PHRASES };
