import { DEFAULT_TERMS, programmeId, rosterHash } from '@covisa/protocol';
import { expect } from 'chai';
import { type ProgrammeJson, programmeText } from '../../dist/cli/commands/programme-text.js';

const DRAFT = {
  roster: rosterHash.parse(`${'B'.repeat(42)}A`),
  version: 4,
  ...{ add: [], remove: [], silent: [], changesTerms: false, sets: {} },
  ...{ votes: 1, needed: 5, signedByUs: true },
};

const VIEW: ProgrammeJson = {
  id: programmeId.parse('A'.repeat(43)),
  name: 'Rim',
  founded: true,
  rosterVersion: 3,
  standing: 'member',
  ...{ members: 6, admitted: 0, purpose: 'Visits', terms: DEFAULT_TERMS, termsInWords: [] },
  ...{ termsFrom: null, threshold: null, votesNeeded: 5, endorsements: 2 },
  ...{ spaces: [], applicants: [], drafts: [DRAFT], rivals: [], resting: [], siblings: [] },
};

/** The lines with these words. */
function linesWith(view: Partial<ProgrammeJson>, words: RegExp): readonly string[] {
  const lines = programmeText({ ...VIEW, ...view }).split('\n');
  return lines.filter((line) => words.test(line)).map((line) => line.replace(/ {2,}/g, ': '));
}

describe('cli: a programme as text', () => {
  it('says how many votes and endorsements are needed, and whether a roster set that', () => {
    const numbers = /^(votes needed|endorsements)/;
    expect(linesWith({}, numbers)).to.deep.equal([
      'votes needed: 5 of 6, by the default rule',
      'endorsements: 2',
    ]);
    expect(linesWith({ threshold: 4, votesNeeded: 4, endorsements: 1 }, numbers)).to.deep.equal([
      'votes needed: 4 of 6, as set: 4',
      'endorsements: 1',
    ]);
    expect(linesWith({ founded: false }, numbers)[0]).to.equal('votes needed: of all founders');
  });

  it('says all that a roster changes before it is signed', () => {
    const sets = { name: 'Rim and more', purpose: '', threshold: 6, endorsements: 1 };
    const drafts = [
      { ...DRAFT, sets, changesTerms: true },
      { ...DRAFT, sets: { threshold: null } },
    ];
    expect(linesWith({ drafts }, /^- roster/)).to.deep.equal([
      `- roster 4 (${DRAFT.roster}): 1 of 5 votes, one of them ours; adds 0, removes 0, changes the terms, names it "Rim and more", says "" of its purpose, lets the next rosters need 6 votes, admits by 1 endorsements`,
      `- roster 4 (${DRAFT.roster}): 1 of 5 votes, one of them ours; adds 0, removes 0, lets the next rosters need votes by the default rule`,
    ]);
  });
});
