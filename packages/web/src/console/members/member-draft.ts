/** A member as it is typed, and as the node takes it. */

import type { MemberView } from '../../api/owner-views.js';
import { isDisplayName, proposedDisplayName } from './list.js';

export interface MemberDraft {
  readonly name: string;
  /** Null: proposed from the name until the owner types another. */
  readonly displayName: string | null;
  readonly contact: string;
  readonly plan: string;
  readonly since: string;
  readonly paidUntil: string;
  readonly isStatic: boolean;
}

export type MemberProblem = 'name' | 'displayName' | 'contact' | 'plan';

/** Nothing typed yet. */
export function newMemberDraft(plan: string): MemberDraft {
  return {
    name: '',
    displayName: null,
    contact: '',
    plan,
    since: '',
    paidUntil: '',
    isStatic: false,
  };
}

/** A member, to be edited. */
export function memberDraft(member: MemberView): MemberDraft {
  return {
    name: member.name,
    displayName: member.displayName ?? '',
    contact: member.contact ?? '',
    plan: member.plan,
    since: member.since,
    paidUntil: member.paidUntil ?? '',
    isStatic: member.isStatic,
  };
}

/** The display name as it stands in the field. */
export function shownDisplayName(draft: MemberDraft): string {
  return draft.displayName ?? proposedDisplayName(draft.name);
}

/** The fields that are wrong. */
export function wrongMember(draft: MemberDraft): readonly MemberProblem[] {
  const wrong: MemberProblem[] = [];
  const [name, plan] = [draft.name.trim(), draft.plan.trim()];
  if (name === '' || name.length > 200) wrong.push('name');
  if (!isDisplayName(shownDisplayName(draft))) wrong.push('displayName');
  if (draft.contact.trim().length > 254) wrong.push('contact');
  if (plan === '' || [...plan].length > 16) wrong.push('plan');
  return wrong;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What can be changed later. */
export function memberChange(draft: MemberDraft) {
  return {
    name: draft.name.trim(),
    displayName: orNull(shownDisplayName(draft)),
    contact: orNull(draft.contact),
    plan: draft.plan.trim(),
    paidUntil: orNull(draft.paidUntil),
  };
}

/** A new member. */
export function newMember(draft: MemberDraft) {
  return { ...memberChange(draft), since: orNull(draft.since), isStatic: draft.isStatic };
}
