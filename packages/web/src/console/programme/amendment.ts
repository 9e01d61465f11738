/** A change of a programme as the form holds it, and as the node takes it. */

import type { SpaceId, Terms } from '@covisa/protocol';
import type { ProgrammeView } from '../../api/programme-views.js';

export interface ChangeDraft {
  readonly seatAdmitted: boolean;
  /** Members that were not heard of for long do not count. */
  readonly leaveOutSilent: boolean;
  readonly add: readonly SpaceId[];
  readonly remove: readonly SpaceId[];
  readonly name: string;
  readonly purpose: string;
  /** Votes that the next rosters need, as it is typed; empty: the default rule. */
  readonly threshold: string;
  /** Endorsements that admit a space, as it is typed. */
  readonly endorsements: string;
  /** Null: the terms stay. */
  readonly terms: Terms | null;
}

/** What is missing stays as it is. */
export interface Amendment {
  readonly seatAdmitted: boolean;
  readonly leaveOutSilent?: true;
  readonly add: readonly SpaceId[];
  readonly remove: readonly SpaceId[];
  readonly name?: string;
  readonly purpose?: string;
  /** Null: the default rule. */
  readonly threshold?: number | null;
  readonly endorsements?: number;
  readonly terms?: Terms;
}

/** Whether a number of votes can be meant by this; how many there may be the node knows. */
export function isThreshold(text: string): boolean {
  return /^([1-9]\d{0,4})?$/.test(text.trim());
}

/** Whether this is a number of endorsements: 1 to 100. */
export function isEndorsements(text: string): boolean {
  return /^([1-9]\d?|100)$/.test(text.trim());
}

/** The change, with what stays left out. */
export function amendmentOf(
  before: Pick<ProgrammeView, 'name' | 'purpose' | 'terms' | 'threshold' | 'endorsements'>,
  { seatAdmitted, leaveOutSilent, add, remove, name, purpose, terms, ...typed }: ChangeDraft,
): Amendment {
  const threshold = typed.threshold.trim() === '' ? null : Number(typed.threshold);
  const endorsements = Number(typed.endorsements);
  const isOther = terms !== null && JSON.stringify(terms) !== JSON.stringify(before.terms);
  return {
    seatAdmitted,
    add,
    remove,
    ...(leaveOutSilent && { leaveOutSilent }),
    ...(name.trim() !== '' && name.trim() !== before.name && { name: name.trim() }),
    ...(purpose.trim() !== before.purpose && { purpose: purpose.trim() }),
    ...(threshold !== before.threshold && { threshold }),
    ...(endorsements !== before.endorsements && { endorsements }),
    ...(isOther && { terms }),
  };
}

/** Whether it changes anything. */
export function isChange(amendment: Amendment): boolean {
  const { seatAdmitted, leaveOutSilent: _, add, remove, ...rest } = amendment;
  return seatAdmitted || add.length > 0 || remove.length > 0 || Object.keys(rest).length > 0;
}
