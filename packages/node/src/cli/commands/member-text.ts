/** A member as a terminal shows it. */

import type { Member } from '@covisa/store';
import type { Json } from '../client.js';
import { instant, pairs } from '../text.js';

/** A member as it comes over HTTP. */
export type MemberJson = Omit<Json<Member>, 'visaNumber' | 'claim'> & {
  readonly claim: { readonly lapses: number } | null;
};

/** One line for each thing that is known. */
export function memberText(member: MemberJson): string {
  const visa = member.isStatic
    ? 'printed card'
    : member.holderKey === null
      ? 'not claimed'
      : 'claimed';
  return pairs([
    ['member', member.name],
    ['id', member.id],
    ['status', member.status],
    ['plan', member.plan],
    ['shown as', member.displayName],
    ['contact', member.contact],
    ['member since', member.since],
    ['paid until', member.paidUntil],
    ['visa', visa],
    ['visa issued', instant(member.issued)],
    ['visa year from', member.visaYearStart],
    ['phones before', member.former.length],
  ]);
}
