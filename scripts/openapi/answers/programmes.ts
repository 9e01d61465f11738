/** What is told of programmes: to their owners, to applicants, to everybody. */

import {
  calendarDate,
  programmeId,
  rosterHash,
  seconds,
  shape,
  shortName,
  spaceId,
  terms,
} from '@covisa/protocol';
import type {
  ProgrammeSpace,
  ProgrammeSummary,
  ProgrammeView,
  RosterDraft,
  SiblingRoster,
} from '#node/engine/services.js';
import { anyText, asShape, count, exactly, many, spaces, textOrNull } from './parts.js';

const { bool, closed, literal, nullable, optional } = shape;

const STANDINGS = [
  'founder-pending',
  'applicant',
  'admitted',
  'member',
  'left',
  'removed',
] as const;
const summary = {
  id: programmeId,
  name: anyText,
  founded: bool,
  rosterVersion: count,
  standing: literal(...STANDINGS),
  members: count,
  admitted: count,
} as const;
/** One programme, shortly. */
export const programmeSummary = exactly<ProgrammeSummary>()(closed(summary));
const draft = exactly<RosterDraft>()(
  closed({
    roster: asShape<string>(rosterHash.schema),
    version: count,
    add: spaces,
    remove: spaces,
    silent: spaces,
    changesTerms: bool,
    sets: closed({
      name: optional(anyText),
      purpose: optional(anyText),
      threshold: optional(nullable(count)),
      endorsements: optional(count),
    }),
    votes: count,
    needed: count,
    signedByUs: bool,
  }),
);
const sibling = exactly<SiblingRoster>()(
  closed({
    roster: rosterHash,
    followed: bool,
    time: seconds,
    name: anyText,
    purpose: anyText,
    termsInWords: many(anyText),
    terms,
    members: many(closed({ space: spaceId, name: textOrNull })),
    voters: spaces,
  }),
);
const space = exactly<ProgrammeSpace>()(
  closed({
    space: spaceId,
    name: textOrNull,
    standing: literal(...STANDINGS, 'closed'),
    silent: bool,
  }),
);
/** One programme, for its owners. */
export const programme = exactly<ProgrammeView>()(
  closed({
    ...summary,
    purpose: anyText,
    terms,
    termsInWords: many(anyText),
    termsFrom: nullable(calendarDate),
    threshold: nullable(count),
    votesNeeded: count,
    endorsements: count,
    spaces: many(space),
    applicants: many(
      closed({
        space: spaceId,
        name: textOrNull,
        endorsements: count,
        needed: count,
        endorsedByUs: bool,
        again: bool,
      }),
    ),
    drafts: many(draft),
    rivals: many(draft),
    resting: many(draft),
    siblings: many(closed({ version: count, chosen: bool, rosters: many(sibling) })),
  }),
);
export const invitationLink = closed({ link: anyText });
/** One programme, for everybody. */
export const publicProgramme = closed({
  id: programmeId,
  name: shortName,
  purpose: anyText,
  roster: count,
  members: count,
  admitted: count,
  terms,
});
/** What an applicant is answered. */
export const applied = closed({ name: shortName, purpose: anyText, terms, rosterVersion: count });
