/** A member as a terminal shows it. */

import type { Member } from '@covisa/store';
import type { Json } from '../client.js';
import { instant, pairs } from '../text.js';

/** A member as it comes over HTTP. */
export type MemberJson = Omit<Json<Member>, 'visaNumber' | 'claim'> & {
  readonly claim: { readonly lapses: number } | null;
};

type Standing = Pick<MemberJson, 'status' | 'isStatic' | 'holderKey'>;

/** `active` is who has a visa that works, as on the console; a membership without one says so. */
export function stateText({ status, isStatic, holderKey }: Standing): string {
  return status === 'active' && !isStatic && holderKey === null ? 'not claimed' : status;
}

/** One line for each thing that is known. */
export function memberText(member: MemberJson): string {
  return pairs([
    ['member', member.name],
    ['id', member.id],
    ['status', stateText(member)],
    ['plan', member.plan],
    ['shown as', member.displayName],
    ['contact', member.contact],
    ['member since', member.since],
    ['paid until', member.paidUntil],
    ['visa', member.isStatic ? 'printed card' : 'phone'],
    ['visa issued', instant(member.issued)],
    ['visa year from', member.visaYearStart],
    ['phones before', member.former.length],
  ]);
}
