/** Votes that name what is no successor, or not yet one. */

import type { RosterEntry, RosterHash } from '@covisa/protocol';
import { expect } from 'chai';
import { TEST_INSTANT } from '../support/fixed.js';
import { DAY, Logs, space, spaces } from './programme-samples.js';

/** A roster that two of three sign; one of them signs another of the same predecessor after it. */
function signedAfter(change: Partial<RosterEntry>): Logs {
  const logs = new Logs(3);
  const before = logs.state().roster;
  logs.signAll(spaces(2), logs.propose({ name: 'Good' }, before));
  const other = { ...logs.draft({ name: 'Other', add: [space(3)] }, before), ...change };
  logs.sign(space(1), logs.writeRoster(other), other.version);
  return logs;
}

describe('a vote', () => {
  it('moves to another successor that breaks no rule', () => {
    expect(signedAfter({}).state().roster.version).to.equal(0);
  });

  const flaws: readonly (readonly [string, Partial<RosterEntry>])[] = [
    ['ROSTER-2', { version: 2 }],
    ['ROSTER-3', { time: TEST_INSTANT - 101 * DAY }],
    ['ROSTER-4', { add: [space(3), space(3)] }],
    ['ROSTER-5', { members: 'A'.repeat(43) }],
    ['ROSTER-6', { threshold: 2 }],
    ['ROSTER-8', { terms: { after: { kind: 'discount' } } }],
    ['ROSTER-9', { silent: [space(4)] }],
  ];
  for (const [rule, change] of flaws) {
    it(`PROG-10: does not move to a roster that breaks ${rule}`, () => {
      expect(signedAfter(change).state().name).to.equal('Good');
    });
  }

  it('PROG-10: does not move to a roster that nobody holds', () => {
    const logs = new Logs(3);
    logs.signAll(spaces(2), logs.propose({ name: 'Good' }));
    logs.sign(space(1), 'A'.repeat(43) as RosterHash);
    expect(logs.state().name).to.equal('Good');
  });

  it('PROG-2, PROG-10: moves to a roster from the future as soon as its time has come', () => {
    const logs = signedAfter({ time: TEST_INSTANT + 601 });
    expect(logs.state().name).to.equal('Good');
    expect(logs.state([], TEST_INSTANT + 1).roster.version).to.equal(0);
  });

  it('PROG-12: weighs no more when its voter leaves after it', () => {
    const after = (votes: number, ...leavers: readonly number[]) => {
      const logs = new Logs(6);
      const next = logs.propose({ name: 'Next' });
      logs.signAll(spaces(votes), next);
      for (const one of leavers) logs.leave(space(one));
      const { name, pending } = logs.state();
      return name === 'Next' ? 'holds' : pending.map(({ have, needed }) => `${have}/${needed}`)[0];
    };
    expect(after(4)).to.equal('4/5');
    expect(after(4, 0)).to.equal('4/5');
    expect(after(4, 0, 1, 2)).to.equal('4/5');
    expect(after(5, 0, 1)).to.equal('holds');
    expect(after(3, 5)).to.equal('holds');
    expect(after(3, 5, 0, 1, 2)).to.equal('holds');
  });

  it('PROG-12: makes n no larger where its voter moved it to another roster, and left', () => {
    const logs = new Logs(6);
    const before = logs.state().roster;
    const next = logs.propose({ name: 'Next' }, before);
    const other = logs.propose({ name: 'Other' }, before);
    logs.signAll([space(5), ...spaces(3)], next);
    logs.sign(space(5), other);
    expect(logs.state().roster.version).to.equal(0);
    logs.leave(space(5));
    // Three of the five that are left.
    expect(logs.state().name).to.equal('Next');
  });

  it('PROG-11: counts nowhere with another version than that of its roster', () => {
    const logs = new Logs(3);
    const next = logs.propose({ name: 'Next' });
    logs.sign(space(0), next);
    logs.sign(space(1), next, 2);
    expect(logs.state().roster.version).to.equal(0);
    expect(logs.state().pending.map(({ have }) => have)).to.deep.equal([1]);
    logs.sign(space(1), next);
    expect(logs.state().name).to.equal('Next');
  });

  it('PROG-1, PROG-11: founds nothing with another version than 0', () => {
    const logs = new Logs(3, {}, 2);
    logs.sign(space(2), logs.zero, 1);
    expect(logs.state().founded).to.equal(false);
    logs.sign(space(2), logs.zero, 0);
    expect(logs.state().founded).to.equal(true);
  });
});
