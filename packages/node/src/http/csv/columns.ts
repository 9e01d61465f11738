/** The columns of a list of members, as they are written, and as they are recognised. */

import type { MemberFields } from '../../engine/services.js';

type Column = keyof MemberFields;

/** Heads in the order in which they are written. `status` is written only. */
export const HEADS: readonly (readonly [column: Column | 'status', head: string])[] = [
  ['name', 'name'],
  ['displayName', 'display name'],
  ['contact', 'mail address'],
  ['plan', 'plan'],
  ['since', 'since'],
  ['paidUntil', 'paid until'],
  ['isStatic', 'card'],
  ['status', 'status'],
];

/** What else the mail address is called, by older lists too. */
const CONTACT = new Set(['contact', 'mail', 'email', 'emailaddress']);

/** The column of a head, whatever its case and spaces; null for one that is passed over. */
export function columnOf(head: string): Column | null {
  const found = knownColumn(head);
  return found === undefined || found === 'status' ? null : found;
}

/** Whether a head is one of those that are written. */
export function isKnown(head: string): boolean {
  return knownColumn(head) !== undefined;
}

function knownColumn(head: string): Column | 'status' | undefined {
  const plain = head.toLowerCase().replaceAll(/[^a-z]/gu, '');
  if (CONTACT.has(plain)) return 'contact';
  return HEADS.find(([, known]) => known.replaceAll(' ', '') === plain)?.[0];
}
