/** A programme as the owner is shown it. */

import {
  describeTerms,
  type ProgrammeState,
  type SpaceId,
  sortSpaces,
  standingOf,
  termsPeriods,
} from '@covisa/protocol';
import type { ProgrammeSpace, ProgrammeView, Standing } from '../services.js';
import type { View } from '../view.js';
import type { Joined } from './book.js';

/** The view of a programme whose state is known. */
export function viewOfState(
  state: ProgrammeState,
  own: SpaceId,
  applied: readonly SpaceId[],
  view: View,
): ProgrammeView {
  const nameOf = (space: SpaceId) => view.space(space)?.profile?.name ?? null;
  const standing = standingOf(state, own);
  return {
    id: state.id,
    name: state.name,
    founded: state.founded,
    rosterVersion: state.roster.version,
    standing: ownStanding(standing),
    members: state.members.length,
    admitted: state.admitted.length,
    purpose: state.purpose,
    terms: state.terms,
    termsInWords: describeTerms(state.terms),
    termsFrom: termsPeriods(state.chain[0] ?? state.roster, state.chain).at(-1)?.from ?? null,
    spaces: spacesOf(state, nameOf),
    applicants: applicantsOf(state, own, applied, nameOf),
    drafts: state.pending.map((pending) => ({
      roster: pending.hash,
      version: pending.entry.version,
      add: pending.entry.add,
      remove: pending.entry.remove.map((one) => one.space),
      changesTerms: pending.entry.terms !== undefined,
      votes: pending.have,
      needed: pending.needed,
      signedByUs: pending.voters.includes(own),
    })),
  };
}

function ownStanding(standing: ReturnType<typeof standingOf>): Standing {
  if (standing === 'none') return 'applicant';
  return standing === 'closed' ? 'left' : standing;
}

function spacesOf(
  state: ProgrammeState,
  nameOf: (space: SpaceId) => string | null,
): readonly ProgrammeSpace[] {
  const spaces = state.founded
    ? [
        ...state.members,
        ...state.admitted,
        ...state.left,
        ...state.closed,
        ...state.removed.map((one) => one.space),
      ]
    : state.roster.members;
  return sortSpaces(spaces).flatMap((space) => {
    const standing = standingOf(state, space);
    return standing === 'none' ? [] : [{ space, name: nameOf(space), standing }];
  });
}

function applicantsOf(
  state: ProgrammeState,
  own: SpaceId,
  applied: readonly SpaceId[],
  nameOf: (space: SpaceId) => string | null,
): ProgrammeView['applicants'] {
  const endorsed = state.applicants.map((one) => ({
    space: one.space,
    name: nameOf(one.space),
    endorsements: one.endorsers.length,
    needed: one.needed,
    endorsedByUs: one.endorsers.includes(own),
    again: one.returns > 0,
  }));
  const known = new Set(endorsed.map((one) => one.space));
  const needed = Math.min(state.roster.endorsements, Math.max(1, state.members.length));
  const fresh = applied
    .filter((space) => !known.has(space) && standingOf(state, space) === 'none')
    .map((space) => ({
      space,
      name: nameOf(space),
      endorsements: 0,
      needed,
      endorsedByUs: false,
      again: false,
    }));
  return [...endorsed, ...fresh];
}

/** The view of a programme of which only its introducer's word is here. */
export function viewOfPreview({ programme, preview }: Joined): ProgrammeView {
  return {
    id: programme,
    name: preview?.name ?? '',
    founded: false,
    rosterVersion: preview?.rosterVersion ?? 0,
    standing: 'applicant',
    members: 0,
    admitted: 0,
    purpose: preview?.purpose ?? '',
    terms: preview?.terms ?? {},
    termsInWords: preview ? describeTerms(preview.terms) : [],
    termsFrom: null,
    spaces: [],
    applicants: [],
    drafts: [],
  };
}
