/** Members as the list shows them: how each stands, and which match a search. Pure. */

import { addDays, type CalendarDate, type Seconds, visaYearEnd } from '@covisa/protocol';
import type { MemberView } from '../../api/owner-views.js';

/** How a member stands, in the order in which it matters to the owner. */
export const MEMBER_STATES = [
  'active',
  'no-link',
  'unclaimed',
  'claim-lapsed',
  'ended',
  'paused',
  'revoked',
] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** The state of a member on a date (`YYYY-MM-DD`) and at an instant. */
export function memberState(member: MemberView, today: string, now: Seconds): MemberState {
  if (member.status !== 'active') return member.status;
  if (member.paidUntil !== null && member.paidUntil < today) return 'ended';
  if (member.isStatic || member.holderKey !== null) return 'active';
  if (member.claim === null) return 'no-link';
  return member.claim.lapses > now ? 'unclaimed' : 'claim-lapsed';
}

/** Whether it is only the member's phone that is missing. */
export function isNotFetched(state: MemberState): boolean {
  return state === 'no-link' || state === 'unclaimed' || state === 'claim-lapsed';
}

/** The last day of a printed card: that of the visa year, or of what is paid up before. */
export function cardEnd({ visaYearStart, paidUntil }: MemberView): CalendarDate {
  const last = addDays(visaYearEnd(visaYearStart), -1);
  return paidUntil !== null && paidUntil < last ? paidUntil : last;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Whether all words of a search stand in a member's name, display name, contact or plan. */
export function matches(member: MemberView, search: string): boolean {
  const { name, displayName, contact, plan } = member;
  const text = plain([name, displayName ?? '', contact ?? '', plan].join(' '));
  return plain(search)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** The plans that members have, for a choice. */
export function plansOf(members: readonly MemberView[]): readonly string[] {
  return [...new Set(members.map(({ plan }) => plan))].sort();
}

const NAME_BYTES_MAX = 24;

/** What a desk elsewhere is shown, if the owner says nothing else: the first name, as it fits. */
export function proposedDisplayName(name: string): string {
  let short = '';
  for (const character of name.trim().split(/\s+/u)[0] ?? '') {
    if (byteLength(short + character) > NAME_BYTES_MAX) break;
    short += character;
  }
  return short;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Whether a display name fits into a visa. */
export function isDisplayName(text: string): boolean {
  return byteLength(text.trim()) <= NAME_BYTES_MAX;
}

/** Whether a contact can be mailed to. */
export function isMailAddress(contact: string | null): boolean {
  return contact !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(contact);
}

/** A mail that the owner's own mail program is to send. */
export function mailtoLink(address: string, subject: string, body: string): string {
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return `mailto:${encodeURIComponent(address)}?${query}`;
}
