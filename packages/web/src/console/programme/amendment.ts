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
  readonly terms?: Terms;
}

/** The change, with what stays left out. */
export function amendmentOf(
  before: Pick<ProgrammeView, 'name' | 'purpose' | 'terms'>,
  { seatAdmitted, leaveOutSilent, add, remove, name, purpose, terms }: ChangeDraft,
): Amendment {
  const isOther = terms !== null && JSON.stringify(terms) !== JSON.stringify(before.terms);
  return {
    seatAdmitted,
    add,
    remove,
    ...(leaveOutSilent && { leaveOutSilent }),
    ...(name.trim() !== '' && name.trim() !== before.name && { name: name.trim() }),
    ...(purpose.trim() !== before.purpose && { purpose: purpose.trim() }),
    ...(isOther && { terms }),
  };
}

/** Whether it changes anything. */
export function isChange(amendment: Amendment): boolean {
  const { seatAdmitted, leaveOutSilent: _, add, remove, ...rest } = amendment;
  return seatAdmitted || add.length > 0 || remove.length > 0 || Object.keys(rest).length > 0;
}
