/**
 * A programme of a thousand members with many rosters: what its state is, and how much of it is
 * looked at.
 */

import {
  isMember,
  membersDigest,
  type PlacedGovernance,
  programmeState,
  type RosterVersion,
  type SpaceId,
  sortSpaces,
} from '@covisa/protocol';
import { expect } from 'chai';
import { TEST_INSTANT, testSpaceId } from '../support/fixed.js';
import { DAY, Logs, spaces } from './programme-samples.js';

const NEWCOMERS = Array.from({ length: 989 }, (_, n) => testSpaceId(`large/${n}`));
/** Of 12, 212, 412, 612 and 812 members: how many seat the next ones. */
const SEATING = [9, 142, 275, 409, 542];

interface Large {
  readonly logs: Logs;
  /** The last one. */
  readonly roster: RosterVersion;
}

/** A thousand members by roster 5, and so many more rosters that rename the programme. */
function largeProgramme(renamings: number): Large {
  const logs = new Logs(12);
  SEATING.forEach((needed, at) => {
    const before = logs.state().roster;
    const add = NEWCOMERS.slice(0, 988).slice(200 * at, 200 * at + 200);
    logs.signAll(before.members.slice(0, needed), logs.propose({ add }, before), at + 1);
  });
  let { roster } = logs.state();
  for (let n = 1; n <= renamings; n++) {
    const hash = logs.propose({ name: `Name ${n}` }, roster);
    logs.signAll(roster.members.slice(0, 667), hash, roster.version + 1);
    roster = { ...roster, hash, version: roster.version + 1, time: roster.time + DAY };
  }
  return { logs, roster };
}

/** How often a fold reads of which roster a signature is, for each signature that there is. */
function looksPerVote({ entries, programme }: Logs): number {
  let looks = 0;
  let votes = 0;
  const watched = entries.map((placed): PlacedGovernance => {
    const { entry } = placed;
    if (entry.type !== 'roster-signature') return placed;
    votes += 1;
    const get = (signature: typeof entry, key: keyof typeof entry) => {
      if (key === 'roster') looks += 1;
      return signature[key];
    };
    return { ...placed, entry: new Proxy(entry, { get: (of, key) => get(of, key as 'roster') }) };
  });
  const input = { programme, entries: watched, heartbeats: new Map(), instant: TEST_INSTANT };
  expect(programmeState(input)).to.deep.equal(programmeState({ ...input, entries }));
  return looks / votes;
}

describe('a programme of a thousand members', () => {
  it('has the state that its logs say, and goes on by 667 votes and not by 666', () => {
    const { logs, roster } = largeProgramme(30);
    const state = logs.state();
    expect(state).to.deep.include({
      founded: true,
      isFinal: false,
      name: 'Name 30',
      purpose: 'Free days for travelling members',
      termsVersion: 0,
      admitted: [],
      applicants: [],
      left: [],
      closed: [],
      removed: [],
      pending: [],
      rivals: [],
      resting: [],
      siblings: [],
      contenders: [],
    });
    expect(state.chain.map((one) => [one.version, one.members.length])).to.deep.equal([
      [0, 12],
      [1, 212],
      [2, 412],
      [3, 612],
      [4, 812],
      ...Array.from({ length: 31 }, (_, n) => [n + 5, 1000]),
    ]);
    const all = sortSpaces([...spaces(12), ...NEWCOMERS.slice(0, 988)]);
    expect(state.members).to.deep.equal(all);
    expect(state.roster.hash).to.equal(roster.hash);
    expect(membersDigest(state.members)).to.equal('3ATrNyFzwZ6ooeOpQuKkfo2nNNquJ2pwVIu5FuPKTcw');

    const next = logs.propose({ add: NEWCOMERS.slice(988) }, roster);
    logs.signAll(all.slice(334), next, 36);
    const [waiting] = logs.state().pending;
    expect([waiting?.have, waiting?.needed]).to.deep.equal([666, 667]);
    logs.sign(all[0] as SpaceId, next, 36);
    const after = logs.state();
    expect([after.roster.version, after.roster.hash, after.members.length]).to.deep.equal([
      36,
      next,
      1001,
    ]);
    expect(isMember(after, testSpaceId('large/988'))).to.equal(true);
  });

  it('is folded with few looks at each vote, as few for many rosters as for some', () => {
    expect(looksPerVote(largeProgramme(5).logs)).to.be.at.most(3);
    expect(looksPerVote(largeProgramme(30).logs)).to.be.at.most(3);
  });
});
