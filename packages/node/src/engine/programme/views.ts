/** A programme as the owner is shown it. */

import {
  describeTerms,
  ENDORSEMENTS_DEFAULT,
  type PendingRoster,
  type ProgrammeState,
  type RosterEntry,
  type RosterHash,
  type SpaceId,
  type Successor,
  sortSpaces,
  standingOf,
  termsPeriods,
  thresholdOf,
} from '@covisa/protocol';
import type {
  ProgrammeSpace,
  ProgrammeView,
  RosterDraft,
  RosterSettings,
  SiblingRoster,
  Standing,
} from '../services.js';
import type { View } from '../view.js';
import type { Joined } from './book.js';

/** What a view needs beside the state. */
interface Surroundings {
  readonly own: SpaceId;
  readonly applied: readonly SpaceId[];
  readonly silent: readonly SpaceId[];
  /** Where several rosters hold: those that the owner chose. */
  readonly chosen: readonly RosterHash[];
  readonly view: View;
}

type NameOf = (space: SpaceId) => string | null;

/** The view of a programme whose state is known. */
export function viewOfState(
  state: ProgrammeState,
  { own, applied, silent, chosen, view }: Surroundings,
): ProgrammeView {
  const nameOf: NameOf = (space) => view.space(space)?.profile?.name ?? null;
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
    threshold: state.roster.threshold,
    votesNeeded: thresholdOf(state.roster, state.members.length),
    endorsements: state.roster.endorsements,
    spaces: spacesOf(state, new Set(silent), nameOf),
    applicants: applicantsOf(state, own, applied, nameOf),
    drafts: state.pending.map((pending) => draftOf(pending, own)),
    rivals: state.rivals.map((rival) => draftOf(rival, own)),
    resting: state.resting.map((resting) => draftOf(resting, own)),
    siblings: state.siblings.map(({ version, held, followed }) => ({
      version,
      chosen: chosen.includes(followed),
      rosters: held.map((one) => siblingOf(one, followed, nameOf)),
    })),
  };
}

function draftOf(roster: PendingRoster, own: SpaceId): RosterDraft {
  const { entry } = roster;
  return {
    roster: roster.hash,
    version: entry.version,
    add: entry.add,
    remove: entry.remove.map((one) => one.space),
    silent: entry.silent ?? [],
    changesTerms: entry.terms !== undefined,
    sets: settingsOf(entry),
    votes: roster.have,
    needed: roster.needed,
    signedByUs: roster.voters.includes(own),
  };
}

function settingsOf({ name, purpose, threshold, endorsements }: RosterEntry): RosterSettings {
  return {
    ...(name !== undefined && { name }),
    ...(purpose !== undefined && { purpose }),
    ...(threshold !== undefined && { threshold }),
    ...(endorsements !== undefined && { endorsements }),
  };
}

function siblingOf(
  { roster, ever }: Successor,
  followed: RosterHash,
  nameOf: NameOf,
): SiblingRoster {
  const { hash, time, name, purpose, terms, members } = roster;
  return {
    roster: hash,
    followed: hash === followed,
    time,
    name,
    purpose,
    terms,
    termsInWords: describeTerms(terms),
    members: members.map((space) => ({ space, name: nameOf(space) })),
    voters: ever.voters,
  };
}

function ownStanding(standing: ReturnType<typeof standingOf>): Standing {
  if (standing === 'none') return 'applicant';
  return standing === 'closed' ? 'left' : standing;
}

function spacesOf(
  state: ProgrammeState,
  silent: ReadonlySet<SpaceId>,
  nameOf: NameOf,
): readonly ProgrammeSpace[] {
  const standings = standingsOf(state);
  return sortSpaces(standings.keys()).flatMap((space) => {
    const standing = standings.get(space);
    if (standing === undefined) return [];
    return [{ space, name: nameOf(space), standing, silent: silent.has(space) }];
  });
}

/** What `standingOf` says of each space of a programme, applicants aside: there may be many. */
function standingsOf(state: ProgrammeState): ReadonlyMap<SpaceId, ProgrammeSpace['standing']> {
  if (!state.founded) return new Map(state.roster.members.map((one) => [one, 'founder-pending']));
  const applicants = new Set(state.applicants.map(({ space }) => space));
  // What is put in later holds before what was.
  return new Map([
    ...state.removed.map(({ space }) => [space, 'removed'] as const),
    ...state.removed.flatMap(({ space }) =>
      applicants.has(space) ? [[space, 'applicant'] as const] : [],
    ),
    ...state.left.map((space) => [space, 'left'] as const),
    ...state.closed.map((space) => [space, 'closed'] as const),
    ...state.admitted.map((space) => [space, 'admitted'] as const),
    ...state.members.map((space) => [space, 'member'] as const),
  ]);
}

function applicantsOf(
  state: ProgrammeState,
  own: SpaceId,
  applied: readonly SpaceId[],
  nameOf: NameOf,
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
    threshold: null,
    votesNeeded: 0,
    endorsements: ENDORSEMENTS_DEFAULT,
    spaces: [],
    applicants: [],
    drafts: [],
    rivals: [],
    resting: [],
    siblings: [],
  };
}
