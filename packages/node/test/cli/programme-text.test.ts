import { DEFAULT_TERMS, programmeId, rosterHash, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import {
  movedVoteText,
  type ProgrammeJson,
  programmeText,
} from '../../dist/cli/commands/programme-text.js';
import { founded, UNCHANGED } from '../engine/support/government.js';
import { Network } from '../engine/support/network.js';

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
  it('shows a purpose, and that there is none', () => {
    expect(linesWith({}, /^purpose/)).to.deep.equal(['purpose: Visits']);
    expect(linesWith({ purpose: '' }, /^purpose/)).to.deep.equal(['purpose: –']);
  });

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
      `- roster 4 (${DRAFT.roster}): 1 of 5 votes, one of them ours; changes the terms, names it "Rim and more", takes its purpose away, lets the next rosters need 6 votes, admits by 1 endorsement`,
      `- roster 4 (${DRAFT.roster}): 1 of 5 votes, one of them ours; lets the next rosters need votes by the default rule`,
    ]);
  });

  it('leaves out what a founding leaves to the rules, and changes that are none', () => {
    const add = [spaceId.parse('A'.repeat(43)), spaceId.parse(`${'B'.repeat(42)}A`)];
    const sets = { name: 'Rim', purpose: '', threshold: null, endorsements: 2 };
    const drafts = [{ ...DRAFT, version: 0, add, sets, changesTerms: true }, DRAFT];
    expect(linesWith({ drafts }, /^- roster/)).to.deep.equal([
      `- roster 0 (${DRAFT.roster}): 1 of 5 votes, one of them ours; adds 2, sets the terms, names it "Rim", admits by 2 endorsements`,
      `- roster 4 (${DRAFT.roster}): 1 of 5 votes, one of them ours; changes nothing`,
    ]);
  });

  it('says how many endorsements are enough while there are fewer members', () => {
    expect(linesWith({ members: 1 }, /^endorsements/)).to.deep.equal([
      'endorsements: 2 (now 1, as there is one member)',
    ]);
    expect(linesWith({ members: 2, endorsements: 3 }, /^endorsements/)).to.deep.equal([
      'endorsements: 3 (now 2, as there are 2 members)',
    ]);
  });

  it('says that our vote has moved, from which roster to which', () => {
    const other = { ...DRAFT, roster: rosterHash.parse(`${'C'.repeat(42)}A`) };
    const before = { ...VIEW, drafts: [DRAFT] };
    const after = { ...VIEW, drafts: [{ ...DRAFT, signedByUs: false, votes: 0 }, other] };
    expect(movedVoteText(before, after)).to.equal(
      `Your vote has moved from roster ${DRAFT.roster} to roster ${other.roster}: only one of the two can hold.`,
    );
    expect(
      movedVoteText(VIEW, { ...VIEW, drafts: [DRAFT, { ...other, signedByUs: false }] }),
    ).to.equal('');
  });

  it('says so where the votes are those of a node', async () => {
    const [programme, one] = await founded(new Network('moved votes'), 2);
    const amended = async (name: string) =>
      (await one.engine.programmes.amend(programme, { ...UNCHANGED, name })) as ProgrammeJson;
    const [first, second] = [await amended('First'), await amended('Second')];
    const [from, to] = ['First', 'Second'].map(
      (name) => second.drafts.find(({ sets }) => sets.name === name)?.roster,
    );
    expect(from).to.be.a('string');
    expect(movedVoteText(first, second)).to.equal(
      `Your vote has moved from roster ${from} to roster ${to}: only one of the two can hold.`,
    );
  });
});
