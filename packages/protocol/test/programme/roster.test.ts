import {
  DEFAULT_TERMS,
  defaultThreshold,
  draftNextRoster,
  draftRosterZero,
  encodeBase64url,
  encodeUtf8,
  membersDigest,
  type ProgrammeId,
  programmeState,
  type RosterEntry,
  type RosterHash,
  rosterHashOf,
  type SpaceId,
  sha256,
  thresholdOf,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';
import { TEST_INSTANT } from '../support/fixed.js';
import { Logs, space, spaces } from './programme-samples.js';

const FOUNDING = {
  name: 'Pacific Visa',
  purpose: '',
  terms: DEFAULT_TERMS,
  founders: spaces(3),
  time: TEST_INSTANT,
};

describe('rosters', () => {
  it('PROG-3: the threshold is ⌊n/2⌋+1 up to five members and ⌊2n/3⌋+1 above', () => {
    const table = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => [n, defaultThreshold(n)]);
    expect(table).to.deep.equal([
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 3],
      [5, 3],
      [6, 5],
      [7, 5],
      [8, 6],
      [9, 7],
      [10, 7],
      [11, 8],
      [12, 9],
    ]);
  });

  it("PROG-3: a roster's own threshold stays between a majority and all that count", () => {
    const own = { threshold: 4 };
    const table = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => thresholdOf(own, n));
    expect(table).to.deep.equal([1, 2, 3, 4, 4, 4, 4, 5, 5]);
  });

  it('the members digest is SHA-256 over the ids in the order of their bytes', () => {
    expect(membersDigest(spaces(3))).to.equal('fnbIK-PJb_WLYsLaLqxXo0H8WPJlOX_5jsDYG7-J0mQ');
    expect(membersDigest([space(2), space(0), space(1), space(0)])).to.equal(
      'fnbIK-PJb_WLYsLaLqxXo0H8WPJlOX_5jsDYG7-J0mQ',
    );
  });

  it('ROSTER-5: the digest is of the raw ids, in the order of their bytes, not of their texts', () => {
    // base64url puts - (62) before A (0): as texts the first would come first.
    const [high, low] = [`-${'A'.repeat(42)}`, 'A'.repeat(43)] as SpaceId[];
    const raw = new Uint8Array(64);
    raw[32] = 0xf8;
    const digest = encodeBase64url(sha256(raw));
    expect(membersDigest([high, low] as SpaceId[])).to.equal(digest);
    expect(membersDigest([low, high] as SpaceId[])).to.equal(digest);
  });

  it("the roster hash is SHA-256 of the entry's bytes", () => {
    expect(rosterHashOf(encodeUtf8('abc'))).to.equal('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('ROSTER-1: roster 0 needs a founder, and a draft names each once', () => {
    expect(codeOf(() => draftRosterZero({ ...FOUNDING, founders: [] }))).to.equal('ROSTER_INVALID');
    const twice = draftRosterZero({ ...FOUNDING, founders: [space(1), space(0), space(1)] });
    expect(twice.add).to.deep.equal(spaces(2));
  });

  it('ROSTER-6: a threshold is from a majority to all members', () => {
    const codes = [1, 2, 3, 4].map((threshold) =>
      codeOf(() => draftRosterZero({ ...FOUNDING, threshold })),
    );
    expect(codes).to.deep.equal([
      'ROSTER_INVALID',
      'nothing thrown',
      'nothing thrown',
      'ROSTER_INVALID',
    ]);
    const { roster } = new Logs(2).state();
    expect(() => draftNextRoster(roster, { time: roster.time + 1, threshold: 3 })).to.throw(
      'roster: expected a threshold from a majority to all members, here from 2 to 2',
    );
    expect(() => draftRosterZero({ ...FOUNDING, threshold: 1 })).to.throw('here from 2 to 3');
  });

  it('a draft may seat a member anew, removes nobody it adds, and does not go back in time', () => {
    const { roster } = new Logs(3).state();
    const time = roster.time + 1;
    const codes = [
      { time, add: [space(0)] },
      { time, add: [space(4)], remove: [{ space: space(4), size: 1 }] },
      { time, remove: spaces(3).map((one) => ({ space: one, size: 1 })) },
      { time: roster.time - 1, add: [space(4)] },
      { time, add: [space(4)] },
    ].map((changes) => codeOf(() => draftNextRoster(roster, changes)));
    expect(codes).to.deep.equal([
      'nothing thrown',
      'ROSTER_INVALID',
      'ROSTER_INVALID',
      'ROSTER_INVALID',
      'nothing thrown',
    ]);
  });

  it('ROSTER-4, ROSTER-5: a roster that breaks a rule gets nowhere, whoever signs it', () => {
    const spoil: readonly ((entry: RosterEntry) => RosterEntry)[] = [
      (entry) => ({ ...entry, members: membersDigest(spaces(5)) }),
      (entry) => ({ ...entry, version: 2 }),
      (entry) => ({ ...entry, add: [...entry.add, ...entry.add] }),
      (entry) => ({ ...entry, previous: membersDigest([]) as RosterHash }),
      (entry) => ({ ...entry, time: 0 }),
      (entry) => ({ ...entry, threshold: 1 }),
      (entry) => ({ ...entry, programme: entry.previous as string as ProgrammeId, previous: null }),
    ];
    for (const change of spoil) {
      const logs = new Logs(3);
      const good = draftNextRoster(logs.state().roster, { time: TEST_INSTANT, add: [space(3)] });
      logs.signAll(spaces(3), logs.writeRoster(change(good)));
      expect(logs.state().roster.version).to.equal(0);
      expect(logs.state().pending).to.deep.equal([]);
    }
  });

  it('a programme whose roster 0 is not known or breaks a rule has no state', () => {
    const logs = new Logs(2);
    const input = { heartbeats: new Map(), instant: TEST_INSTANT, programme: logs.programme };
    expect(programmeState({ ...input, entries: [] })).to.equal(null);
    const [zero] = logs.entries;
    if (zero?.entry.type !== 'roster') throw new Error('no roster');
    const entry = { ...zero.entry, members: membersDigest(spaces(5)) };
    expect(programmeState({ ...input, entries: [{ ...zero, entry }] })).to.equal(null);
  });
});
