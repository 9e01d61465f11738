/** A programme as a node answers it to its owner. */

import { programmeId } from '@covisa/protocol';
import type { ProgrammeView } from '../../../dist/api/programme-views.js';

/** One of two members where nothing waits, but for a change. */
export const programme = (change: object = {}): ProgrammeView => ({
  id: programmeId.parse('A'.repeat(43)),
  name: 'Rivers',
  founded: true,
  rosterVersion: 1,
  standing: 'member',
  members: 2,
  admitted: 0,
  purpose: 'Work',
  terms: {},
  termsFrom: null,
  threshold: null,
  votesNeeded: 2,
  endorsements: 2,
  spaces: [],
  applicants: [],
  drafts: [],
  rivals: [],
  resting: [],
  siblings: [],
  ...change,
});
