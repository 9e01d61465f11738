import { absenceOf, isParticipant, participants, standingOf } from '@covisa/protocol';
import { expect } from 'chai';
import { TEST_INSTANT } from '../support/fixed.js';
import { DAY, Logs, PROFILE, space, spaces } from './programme-samples.js';

describe("a programme's state", () => {
  it('PROG-1: roster 0 holds when every founder signed it', () => {
    const logs = new Logs(3, {}, 2);
    const before = logs.state();
    expect([before.founded, before.members, standingOf(before, space(2))]).to.deep.equal([
      false,
      [],
      'founder-pending',
    ]);
    const [pending] = before.pending;
    expect([pending?.have, pending?.needed]).to.deep.equal([2, 3]);
    logs.sign(space(2), logs.zero, 0);
    const state = logs.state();
    expect([state.founded, state.name, state.members]).to.deep.equal([
      true,
      'Pacific Visa',
      spaces(3),
    ]);
  });

  it('PROG-3: a roster holds from its threshold on, for one to six members', () => {
    for (const [n, needed] of [
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 3],
      [5, 3],
      [6, 5],
    ] as const) {
      const logs = new Logs(n);
      const next = logs.propose({ add: [space(n)] });
      logs.signAll(spaces(needed - 1), next);
      const waiting = logs.state();
      const [pending] = waiting.pending;
      const seen = [waiting.roster.version, pending?.have, pending?.needed];
      expect(seen, `${n} members, one short`).to.deep.equal([0, needed - 1, needed]);
      logs.sign(space(needed - 1), next);
      expect(logs.state().members, `${n} members`).to.deep.equal(spaces(n + 1));
    }
  });

  it('PROG-3: only members of the roster before vote', () => {
    const logs = new Logs(3);
    const next = logs.propose({ add: [space(3)] });
    logs.signAll([space(0), space(3), space(4)], next);
    expect(logs.state().pending[0]?.voters).to.deep.equal([space(0)]);
  });

  it('PROG-3: a threshold of its own holds for the next roster, and null returns to the rule', () => {
    const logs = new Logs(3, { threshold: 3 });
    const first = logs.propose({ threshold: null });
    logs.signAll(spaces(2), first);
    expect(logs.state().roster.version).to.equal(0);
    logs.sign(space(2), first);
    const second = logs.propose({ name: 'Renamed' });
    logs.signAll(spaces(2), second, 2);
    expect([logs.state().roster.version, logs.state().name]).to.deep.equal([2, 'Renamed']);
  });

  it('PROG-3: members that left or closed do not count in n', () => {
    const logs = new Logs(4);
    const next = logs.propose({ add: [space(4)] });
    logs.signAll(spaces(2), next);
    expect(logs.state().pending[0]?.needed).to.equal(3);
    logs.leave(space(3));
    expect(logs.state().roster.version).to.equal(1);
    const six = new Logs(6);
    const wanted = six.propose({ add: [space(7)] });
    six.signAll(spaces(3), wanted);
    six.close(space(5));
    expect(six.state().roster.version).to.equal(1);
    expect(six.state().closed).to.deep.equal([space(5)]);
  });

  it('PROG-2: a roster dated over ten minutes ahead is held back', () => {
    const logs = new Logs(1);
    logs.sign(space(0), logs.propose({ time: TEST_INSTANT + 601 }));
    expect(logs.state().roster.version).to.equal(0);
    expect(logs.state([], TEST_INSTANT + 1).roster.version).to.equal(1);
  });

  it('PROG-4: a vote moves with the last signature until a roster is final', () => {
    const logs = new Logs(3);
    const { roster } = logs.state();
    const first = logs.propose({ add: [space(3)] }, roster);
    const second = logs.propose({ add: [space(4)] }, roster);
    logs.signAll(spaces(2), first);
    expect(logs.state().roster.hash).to.equal(first);
    const [rival] = logs.state().rivals;
    expect([rival?.hash, rival?.have, rival?.needed]).to.deep.equal([second, 0, 2]);
    logs.sign(space(1), second);
    expect(logs.state().roster.hash).to.equal(logs.zero);
    logs.sign(space(2), second);
    expect(logs.state().roster.hash).to.equal(second);
    expect(logs.state().siblings).to.deep.equal([]);
  });

  it('PROG-5: a roster with a successor that had its votes is final: votes move no more', () => {
    const logs = new Logs(3);
    const { roster } = logs.state();
    const first = logs.propose({ name: 'First' }, roster);
    const other = logs.propose({ name: 'Other' }, roster);
    logs.signAll(spaces(2), first);
    const next = logs.propose({ name: 'Next' });
    logs.signAll(spaces(2), next, 2);
    logs.sign(space(1), other);
    logs.sign(space(2), other);
    expect(logs.state().chain.map((one) => one.name)).to.deep.equal([
      'Pacific Visa',
      'First',
      'Next',
    ]);
    expect(logs.state().rivals).to.deep.equal([]);
  });

  it('PROG-6: two final siblings are shown, and an owner chooses', () => {
    const logs = new Logs(3);
    const { roster } = logs.state();
    const time = roster.time + DAY;
    const hashes = ['Left', 'Right'].map((name, side) => {
      const one = logs.propose({ name }, roster);
      const next = logs.propose({ purpose: name }, { ...roster, hash: one, version: 1, time });
      logs.signAll([space(side), space(2)], one);
      logs.signAll([space(side), space(2)], next, 2);
      return one;
    });
    const state = logs.state();
    expect(state.siblings.map((one) => [one.version, one.rosters])).to.deep.equal([
      [1, [...hashes].sort()],
    ]);
    for (const chosen of hashes) expect(logs.state([chosen]).chain[1]?.hash).to.equal(chosen);
  });

  it('ADMIT-1: two endorsements admit an applicant with a profile, and a roster seats it', () => {
    const logs = new Logs(3);
    logs.endorse(space(0), space(3), logs.zero);
    expect(logs.state().applicants).to.deep.equal([
      { space: space(3), endorsers: [space(0)], needed: 2, hasProfile: false, returns: 0 },
    ]);
    logs.endorse(space(1), space(3), logs.zero);
    expect(logs.state().admitted).to.deep.equal([]);
    logs.write(space(3), PROFILE);
    const state = logs.state();
    expect([state.admitted, state.members.length]).to.deep.equal([[space(3)], 3]);
    expect(participants(state)).to.deep.equal(spaces(4));
    logs.signAll(spaces(2), logs.propose({ add: [space(3)] }));
    expect(standingOf(logs.state(), space(3))).to.equal('member');
    expect(logs.state().admitted).to.deep.equal([]);
  });

  it('ADMIT-1: the admitted endorse nobody, and the same endorser counts once', () => {
    const logs = new Logs(2);
    for (const one of spaces(2)) logs.endorse(one, space(2), logs.zero);
    logs.write(space(2), PROFILE);
    logs.write(space(3), PROFILE);
    for (const one of [space(0), space(0), space(2)]) logs.endorse(one, space(3), logs.zero);
    expect(logs.state().applicants[0]?.endorsers).to.deep.equal([space(0)]);
  });

  it('ADMIT-2: the first three endorsements of a member that cite one roster count', () => {
    const logs = new Logs(1, { endorsements: 1 });
    for (const n of [1, 2, 2, 3, 4]) {
      logs.endorse(space(0), space(n), logs.zero);
      logs.write(space(n), PROFILE);
    }
    expect(logs.state().admitted).to.deep.equal([space(1), space(2), space(3)]);
  });

  it('ADMIT-4: where there are fewer members, all of them admit', () => {
    const logs = new Logs(2, { endorsements: 5 });
    logs.write(space(2), PROFILE);
    logs.endorse(space(0), space(2), logs.zero);
    expect(logs.state().applicants[0]?.needed).to.equal(2);
    logs.endorse(space(1), space(2), logs.zero);
    expect(logs.state().admitted).to.deep.equal([space(2)]);
  });

  it('ADMIT-1: the admitted stay for one roster that does not list them, and not for two', () => {
    const logs = new Logs(3);
    logs.write(space(3), PROFILE);
    for (const one of spaces(2)) logs.endorse(one, space(3), logs.zero);
    logs.signAll(spaces(2), logs.propose({ name: 'One' }));
    expect(logs.state().admitted).to.deep.equal([space(3)]);
    logs.signAll(spaces(2), logs.propose({ name: 'Two' }), 2);
    expect(standingOf(logs.state(), space(3))).to.equal('none');
  });

  it('ADMIT-3: a roster that removes an admitted space, or its endorser, ends the admission', () => {
    for (const removed of [space(3), space(1)]) {
      const logs = new Logs(3);
      logs.write(space(3), PROFILE);
      for (const one of spaces(2)) logs.endorse(one, space(3), logs.zero);
      logs.signAll([space(0), space(2)], logs.propose({ remove: [{ space: removed, size: 9 }] }));
      expect(logs.state().removed).to.deep.equal([{ space: removed, size: 9 }]);
      expect(isParticipant(logs.state(), space(3))).to.equal(false);
    }
  });

  it('LEAVE-1: leaving is at once; after a return a later roster seats the space again', () => {
    const logs = new Logs(3);
    logs.leave(space(2), 50);
    const state = logs.state();
    expect([state.members, state.left]).to.deep.equal([spaces(2), [space(2)]]);
    const back = logs.propose({ add: [space(2)], time: TEST_INSTANT - 48 * DAY });
    logs.signAll(spaces(2), back);
    expect(standingOf(logs.state(), space(2)), 'not against its will').to.equal('left');
    logs.comeBack(space(2));
    expect(standingOf(logs.state(), space(2))).to.equal('member');
    expect(logs.state().roster.members).to.deep.equal(spaces(3));
  });

  it('LEAVE-1: a leave dated a day before the roster that seats the space still holds (time zones)', () => {
    const logs = new Logs(2);
    logs.leave(space(1), 101);
    logs.comeBack(space(1));
    expect(standingOf(logs.state(), space(1))).to.equal('applicant');
    const old = new Logs(2);
    old.leave(space(1), 102);
    expect(standingOf(old.state(), space(1))).to.equal('left');
    old.comeBack(space(1));
    expect(standingOf(old.state(), space(1))).to.equal('member');
  });

  it('LEAVE-2: endorsements bring back who returned if they name its return, on the same day too', () => {
    const logs = new Logs(3);
    logs.write(space(3), PROFILE);
    for (const one of spaces(2)) logs.endorse(one, space(3), logs.zero);
    logs.leave(space(3));
    for (const one of spaces(3)) logs.endorse(one, space(3), logs.zero, 1);
    expect(standingOf(logs.state(), space(3)), 'not against its will').to.equal('left');
    const again = new Logs(3);
    again.write(space(3), PROFILE);
    for (const one of spaces(2)) again.endorse(one, space(3), again.zero);
    again.leave(space(3));
    again.comeBack(space(3));
    expect(again.state().applicants).to.deep.equal([
      { space: space(3), endorsers: [], needed: 2, hasProfile: true, returns: 1 },
    ]);
    again.endorse(space(0), space(3), again.zero, 1);
    expect(again.state().applicants[0]?.endorsers).to.deep.equal([space(0)]);
    again.endorse(space(1), space(3), again.zero, 1);
    expect(standingOf(again.state(), space(3))).to.equal('admitted');
    again.leave(space(3));
    expect(standingOf(again.state(), space(3))).to.equal('left');
    again.comeBack(space(3));
    expect(standingOf(again.state(), space(3)), 'each return anew').to.equal('applicant');
  });

  it('LEAVE-2: a return without a leave, and copies of either, change nothing', () => {
    const logs = new Logs(2);
    logs.comeBack(space(1));
    expect(standingOf(logs.state(), space(1))).to.equal('member');
    logs.leave(space(1));
    logs.leave(space(1));
    logs.comeBack(space(1));
    logs.comeBack(space(1));
    const { programme, entries } = logs;
    const twice = [...entries, ...entries];
    expect(absenceOf(programme, space(1), twice)).to.deep.equal({ isAway: false, returns: 1 });
  });

  it('LEAVE-3: a member that returned applies, and is admitted without a vote until it is seated', () => {
    const logs = new Logs(3);
    logs.write(space(2), PROFILE);
    logs.leave(space(2));
    logs.comeBack(space(2));
    expect(standingOf(logs.state(), space(2))).to.equal('applicant');
    for (const one of spaces(2)) logs.endorse(one, space(2), logs.zero, 1);
    expect(standingOf(logs.state(), space(2))).to.equal('admitted');
    logs.sign(space(2), logs.propose({ name: 'Mine' }));
    expect(logs.state().pending[0]).to.deep.include({ have: 0, needed: 2, voters: [] });
  });

  it('who closed is closed, whether seated or admitted, and votes no more', () => {
    const logs = new Logs(3);
    logs.write(space(3), PROFILE);
    for (const one of spaces(2)) logs.endorse(one, space(3), logs.zero);
    logs.close(space(3));
    logs.close(space(0));
    const next = logs.propose({ name: 'Late' });
    logs.sign(space(0), next);
    const state = logs.state();
    expect(state.closed).to.deep.equal([space(0), space(3)]);
    expect(state.pending[0]?.voters).to.deep.equal([]);
  });
});
