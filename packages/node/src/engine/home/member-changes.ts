/** What an owner may change of a member, and what it means for visas that are out already. */

import { dayOfDate, type Seconds } from '@covisa/protocol';
import type { Member } from '@covisa/store';
import type { ChangedField, MemberChange } from '../services.js';
import { visaEnd } from './issuer.js';

/** A member as it was, and as it is to be. */
export interface Changed {
  readonly before: Member;
  readonly after: Member;
}

/** The member with the change; the member itself if nothing differs. */
export function withChange(before: Member, change: MemberChange): Member {
  const after = { ...before, ...change };
  return changedFields({ before, after }).length > 0 ? after : before;
}

const FIELDS = ['name', 'displayName', 'contact', 'plan', 'since', 'paidUntil'] as const;

/** What differs. */
export function changedFields({ before, after }: Changed): readonly ChangedField[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

/** Whether a visa that is out would live past what is paid up now: it has to be revoked. */
export function outlives({ before, after }: Changed, now: Seconds): boolean {
  if (before.status !== 'active' || before.issued === null || after.paidUntil === null)
    return false;
  const end = visaEnd(before, before.issued);
  return end > now && end > (dayOfDate(after.paidUntil) + 1) * 86_400;
}
