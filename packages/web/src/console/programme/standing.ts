/** What waits for the owner in a programme. Pure. */

import type { ApplicantView, DraftView, ProgrammeView } from '../../api/programme-views.js';

/** Drafts that this space can still vote for; those that wait, where no others are given. */
export function openDrafts(
  { standing, ...programme }: ProgrammeView,
  drafts: readonly DraftView[] = programme.drafts,
): readonly DraftView[] {
  return mayVote(standing) ? drafts.filter(({ signedByUs }) => !signedByUs) : [];
}

/** Applicants that this space can still endorse. */
export function openApplicants({ standing, applicants }: ProgrammeView): readonly ApplicantView[] {
  return standing === 'member' ? applicants.filter(({ endorsedByUs }) => !endorsedByUs) : [];
}

/** Whether several rosters hold, and the owner has not chosen among them. */
export function hasOpenChoice(programme: ProgrammeView): boolean {
  return !isOver(programme) && programme.siblings.some(({ chosen }) => !chosen);
}

/** Founders sign the first roster before they are members. */
function mayVote(standing: ProgrammeView['standing']): boolean {
  return standing === 'member' || standing === 'founder-pending';
}

/** Whether the programme is ours no longer. */
export function isOver({ standing }: ProgrammeView): boolean {
  return standing === 'left' || standing === 'removed' || standing === 'closed';
}
