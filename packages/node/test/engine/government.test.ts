/** Programmes of every size that govern themselves, among real nodes. */

import type { ProgrammeId, RosterHash } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { admitted, founded, signAll, UNCHANGED } from './support/government.js';
import { filler, Network } from './support/network.js';
import { check, member, TERMS } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

async function standing(
  seenBy: TestSpace,
  programme: ProgrammeId,
  space: TestSpace,
): Promise<string | undefined> {
  const { spaces } = await seenBy.engine.programmes.show(programme);
  return spaces.find((one) => one.space === space.id)?.standing;
}

async function hashOf(space: TestSpace, programme: ProgrammeId): Promise<RosterHash> {
  const { drafts } = await space.engine.programmes.show(programme);
  return drafts[0]?.roster as RosterHash;
}

describe('A programme in which one endorsement admits', () => {
  it('takes a space whose log has grown long, at members that have never heard of it', async () => {
    const network = new Network('one endorsement');
    const numbers = { endorsements: 1 };
    const [programme, first, second, third] = await founded(network, 3, TERMS, {}, numbers);
    const fresh = await network.add('fresh');
    for (let i = 0; i < 70; i++) await fresh.engine.changeProfile({ name: `fresh ${i}` });
    await fresh.engine.programmes.join(await first.engine.programmes.invite(programme));
    await first.engine.programmes.endorse(programme, fresh.id);
    await network.syncAll(3);
    for (const space of [first, second, third, fresh]) {
      const seen = space && (await standing(space, programme, fresh));
      expect(seen, space?.name).to.equal('admitted');
    }
  });
});

describe('A programme governs itself', () => {
  for (const [n, needed] of [
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 5],
    [12, 9],
  ] as const) {
    it(`of ${n}: founds, changes terms, admits, seats, expels, is left, and takes back`, async () => {
      const network = new Network(`government ${n}`);
      const [programme, first, ...others] = await founded(network, n);
      const members = [first, ...others] as const;
      const last = members.at(-1) as TestSpace;
      const versionAt = async (space: TestSpace) =>
        (await space.engine.programmes.show(programme)).rosterVersion;

      // Changed terms hold from the last vote that is needed on, and not before.
      const terms = { ...TERMS, halfDays: { allowed: false } };
      await first.engine.programmes.amend(programme, { ...UNCHANGED, terms });
      await network.syncAll();
      if (needed > 1) {
        await signAll(network, programme, members.slice(1, needed - 1));
        expect(await versionAt(last), 'one vote short').to.equal(0);
        await signAll(network, programme, members.slice(needed - 1, needed));
      }
      for (const space of members) {
        const seen = await space.engine.programmes.show(programme);
        expect([seen.rosterVersion, seen.terms], space.name).to.deep.equal([1, terms]);
      }

      // A newcomer is endorsed, then seated.
      const fresh = await admitted(network, programme, [first, ...others.slice(0, 1)]);
      expect(await standing(last, programme, fresh)).to.equal('admitted');
      await first.engine.programmes.amend(programme, { ...UNCHANGED, seatAdmitted: true });
      await network.syncAll();
      await signAll(network, programme, members.slice(1, needed));
      expect(await standing(last, programme, fresh)).to.equal('member');

      // It is expelled by the others: its members are refused.
      const jonas = await member(network, fresh, 'Jonas');
      await network.syncAll();
      expect((await check(first, jonas.wallet)).verdict.outcome).to.equal('free');
      await first.engine.programmes.amend(programme, { ...UNCHANGED, remove: [fresh.id] });
      await network.syncAll();
      const voters = n === 1 ? [fresh] : members.slice(1);
      await signAll(network, programme, voters);
      expect(await standing(last, programme, fresh)).to.equal('removed');
      expect(await codeOfAsync(check(first, jonas.wallet))).to.equal('SPACE_LEFT');
      if (n === 1) return;

      // The last one leaves, and is taken back.
      await last.engine.programmes.leave(programme);
      await network.syncAll();
      expect(await standing(first, programme, last)).to.equal('left');
      await last.engine.programmes.join(await first.engine.programmes.invite(programme));
      for (const endorser of members.slice(0, -1).slice(0, 2)) {
        await endorser.engine.programmes.endorse(programme, last.id);
        await network.syncAll();
      }
      expect(await standing(first, programme, last)).to.equal('admitted');
      expect(await standing(last, programme, last)).to.equal('admitted');
    }).timeout(60_000);
  }
});

describe('A programme that sets its own numbers', () => {
  it('ROSTER-6: needs the votes and endorsements that it was founded with, until a roster sets others', async () => {
    const network = new Network();
    const numbers = { threshold: 3, endorsements: 1 };
    const [programme, ...spaces] = await founded(network, 3, TERMS, {}, numbers);
    const [one, two, three] = spaces as [TestSpace, TestSpace, TestSpace];
    const numbersAt = async (space: TestSpace) => {
      const shown = await space.engine.programmes.show(programme);
      return [shown.rosterVersion, shown.threshold, shown.votesNeeded, shown.endorsements];
    };
    expect(await numbersAt(three)).to.deep.equal([0, 3, 3, 1]);
    const fresh = await admitted(network, programme, [one]);
    expect(await standing(two, programme, fresh)).to.equal('admitted');
    const usual = { threshold: null, endorsements: 2 };
    await one.engine.programmes.amend(programme, { ...UNCHANGED, ...usual });
    await network.syncAll();
    const [draft] = (await two.engine.programmes.show(programme)).drafts;
    expect([draft?.sets, draft?.votes, draft?.needed]).to.deep.equal([usual, 1, 3]);
    await signAll(network, programme, [two]);
    expect(await numbersAt(three), 'two of three votes').to.deep.equal([0, 3, 3, 1]);
    await signAll(network, programme, [three]);
    for (const space of spaces) {
      expect(await numbersAt(space), space.name).to.deep.equal([1, null, 2, 2]);
    }
    const later = await admitted(network, programme, [one], 'later');
    expect(await standing(two, programme, later), 'one of two endorsements').to.equal(undefined);
    await one.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Renamed' });
    await network.syncAll();
    await signAll(network, programme, [two]);
    expect((await three.engine.programmes.show(programme)).name).to.equal('Renamed');
  });

  it('ROSTER-6: are refused a number of votes below a majority or above all, at the founding too', async () => {
    const network = new Network();
    const [programme, one, two] = await founded(network, 3);
    for (const threshold of [1, 4]) {
      const amending = one.engine.programmes.amend(programme, { ...UNCHANGED, threshold });
      expect(await codeOfAsync(amending), `${threshold} of three`).to.equal('ROSTER_INVALID');
      const creating = one.engine.programmes.create({
        ...{ name: 'Other', purpose: '', terms: TERMS, threshold },
        founders: [two?.id ?? '', filler(3)],
      });
      expect(await codeOfAsync(creating), `${threshold} of three`).to.equal('ROSTER_INVALID');
    }
  });
});

describe('Votes', () => {
  it('move from one roster to another, also from one that holds, until it is final', async () => {
    const network = new Network();
    const [programme, ...spaces] = await founded(network, 3);
    const [one, two, three] = spaces as [TestSpace, TestSpace, TestSpace];
    network.cutApart(spaces);
    await one.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Left' });
    await two.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Right' });
    const [left, right] = [await hashOf(one, programme), await hashOf(two, programme)];
    network.heal();
    await network.syncAll();
    await three.engine.programmes.sign(programme, left);
    await network.syncAll();
    for (const space of spaces) {
      expect((await space.engine.programmes.show(programme)).name, space.name).to.equal('Left');
    }
    const { rivals } = await three.engine.programmes.show(programme);
    expect(rivals.map(({ roster, votes, needed }) => [roster, votes, needed])).to.deep.equal([
      [right, 1, 2],
    ]);
    await signAll(network, programme, [three], right);
    for (const space of spaces) {
      expect((await space.engine.programmes.show(programme)).name, space.name).to.equal('Right');
    }
    await one.engine.programmes.amend(programme, { ...UNCHANGED, purpose: 'On' });
    await network.syncAll();
    await signAll(network, programme, [two]);
    const moving = three.engine.programmes.sign(programme, left);
    expect(await codeOfAsync(moving), 'it is final').to.equal('NOT_FOUND');
  });
});

describe('Silent members', () => {
  it('PROG-3: are left out by a roster that names them, and count again when they are heard of', async () => {
    const network = new Network();
    const [programme, ...spaces] = await founded(network, 4);
    const [one, two, three, quiet] = spaces as [TestSpace, TestSpace, TestSpace, TestSpace];
    await quiet.stop();
    await network.days(61);
    const shown = await one.engine.programmes.show(programme);
    const silent = shown.spaces.filter((space) => space.silent).map(({ space }) => space);
    expect(silent).to.deep.equal([quiet.id]);
    const change = { ...UNCHANGED, name: 'Without', leaveOutSilent: true };
    await one.engine.programmes.amend(programme, change);
    await network.syncAll();
    await signAll(network, programme, [two]);
    const held = await three.engine.programmes.show(programme);
    expect(held.name).to.equal('Without');
    expect(
      held.resting.map(({ silent: left, votes, needed }) => [left, votes, needed]),
    ).to.deep.equal([[[quiet.id], 2, 3]]);
    await quiet.start();
    await network.syncAll();
    // A state is made anew after a minute.
    await network.pass(61);
    for (const space of spaces) {
      const { name } = await space.engine.programmes.show(programme);
      expect(name, space.name).to.equal('Round trip');
    }
    await signAll(network, programme, [three]);
    for (const space of spaces) {
      const { name, resting } = await space.engine.programmes.show(programme);
      expect([name, resting], space.name).to.deep.equal(['Without', []]);
    }
  });

  it('PROG-9: a signature for a roster that stands already ends that it rests on silence', async () => {
    const network = new Network();
    const [programme, ...spaces] = await founded(network, 4);
    const [one, two, three, quiet] = spaces as [TestSpace, TestSpace, TestSpace, TestSpace];
    await quiet.stop();
    await network.days(61);
    await one.engine.programmes.amend(programme, { ...UNCHANGED, name: 'A', leaveOutSilent: true });
    await network.syncAll();
    await signAll(network, programme, [two]);
    const [resting] = (await three.engine.programmes.show(programme)).resting;
    await signAll(network, programme, [three], resting?.roster ?? null);
    await quiet.start();
    await network.syncAll();
    await network.pass(61);
    for (const space of spaces) {
      expect((await space.engine.programmes.show(programme)).name, space.name).to.equal('A');
    }
  });
});

/**
 * Two rosters that are both final. The third space votes for a roster that removes the second, and
 * cannot hear that it has become final when it moves its vote.
 */
async function twoFinals() {
  const network = new Network();
  const [programme, ...spaces] = await founded(network, 3);
  const [one, two, three] = spaces as [TestSpace, TestSpace, TestSpace];
  const four = await admitted(network, programme, [one, two], 'left');
  network.cutApart([one, two, three, four]);
  const terms = { ...TERMS, halfDays: { allowed: false } };
  const toLeft = { ...UNCHANGED, add: [four.id], remove: [two.id], name: 'Left' };
  await one.engine.programmes.amend(programme, toLeft);
  await two.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Right', terms });
  const [left, right] = [await hashOf(one, programme), await hashOf(two, programme)];
  network.heal();
  await network.syncAll();
  await signAll(network, programme, [three], left);
  // The left side makes the next roster, of which the third and the right side do not hear.
  network.cut([one, four], [two, three]);
  await one.engine.programmes.amend(programme, { ...UNCHANGED, purpose: 'Left on' });
  await network.syncAll();
  await signAll(network, programme, [four]);
  await signAll(network, programme, [three], right);
  await two.engine.programmes.amend(programme, { ...UNCHANGED, purpose: 'Right on' });
  await network.syncAll();
  await signAll(network, programme, [three]);
  network.heal();
  await network.syncAll(3);
  return { network, programme, one, two, three, four, left, right, terms };
}

describe('Two rosters that are both final', () => {
  it('PROG-6: are shown whole by those that hear of both, with members, terms and votes', async () => {
    const { programme, one, two, three, left, right, terms } = await twoFinals();
    const { siblings } = await three.engine.programmes.show(programme);
    expect(siblings).to.have.length(1);
    const shown = new Map(siblings[0]?.rosters.map((each) => [each.roster, each]));
    expect([...shown.keys()].sort()).to.deep.equal([left, right].sort());
    expect([...shown.values()].filter(({ followed }) => followed)).to.have.length(1);
    expect(shown.get(left)).to.deep.include({ name: 'Left', terms: TERMS });
    expect(shown.get(right)).to.deep.include({ name: 'Right', terms });
    const names = (roster: RosterHash) =>
      shown
        .get(roster)
        ?.members.map(({ name }) => name)
        .sort();
    expect(names(left)).to.deep.equal(['left', 'space-a', 'space-c']);
    expect(names(right)).to.deep.equal(['space-a', 'space-b', 'space-c']);
    expect(shown.get(left)?.voters).to.deep.equal([one.id, three.id].sort());
    expect(shown.get(right)?.voters).to.deep.equal([two.id, three.id].sort());
  });

  it('PROG-6: each owner chooses for itself, over a restart and again, and the terms are those chosen', async () => {
    const { programme, three, left, right, terms } = await twoFinals();
    const { siblings } = await three.engine.programmes.show(programme);
    expect(siblings.map((one) => one.chosen)).to.deep.equal([false]);
    for (const [roster, name, agreed] of [
      [left, 'Left', TERMS],
      [right, 'Right', terms],
      [left, 'Left', TERMS],
    ] as const) {
      const chosen = await three.engine.programmes.choose(programme, roster);
      expect(chosen.siblings.map((one) => one.chosen)).to.deep.equal([true]);
      expect([chosen.name, chosen.terms]).to.deep.equal([name, agreed]);
      await three.stop();
      await three.start();
      const after = await three.engine.programmes.show(programme);
      expect([after.name, after.siblings[0]?.chosen]).to.deep.equal([name, true]);
    }
    const wrong = three.engine.programmes.choose(programme, programme as string as RosterHash);
    expect(await codeOfAsync(wrong)).to.equal('NOT_FOUND');
  });

  it('PROG-6: spaces that chose differently deal with those that take part by their own choice', async () => {
    const { network, programme, one, two, three, four, left, right } = await twoFinals();
    for (const space of [one, four]) await space.engine.programmes.choose(programme, left);
    await two.engine.programmes.choose(programme, right);
    await three.engine.programmes.choose(programme, left);
    await network.syncAll(3);
    const mia = await member(network, three, 'Mia');
    const jonas = await member(network, two, 'Jonas');
    await network.syncAll(3);
    // By the right roster the third space takes part as well: its members are welcome at both.
    expect((await check(one, mia.wallet)).verdict).to.deep.include({ outcome: 'free', roster: 0 });
    expect((await check(two, mia.wallet)).verdict).to.deep.include({ outcome: 'free', roster: 1 });
    // By the left one, which the third follows, the second was removed.
    expect(await codeOfAsync(check(three, jonas.wallet))).to.equal('SPACE_LEFT');
    await three.engine.programmes.choose(programme, right);
    await network.syncAll(3);
    expect((await check(three, jonas.wallet)).verdict.outcome).to.equal('free');
  });

  it('PROG-6: logs of both sides are kept, so that a later choice finds them', async () => {
    const { network, programme, one, two, three, left, right } = await twoFinals();
    await three.engine.programmes.choose(programme, left);
    for (const [space, roster] of [
      [one, left],
      [two, right],
    ] as const) {
      await space.engine.programmes.choose(programme, roster);
    }
    await two.engine.changeProfile({ name: 'Two, later' });
    await network.syncAll(3);
    const whole = await two.engine.logs.verify(two.id);
    expect(await three.engine.logs.verify(two.id)).to.deep.equal(whole);
    const before = network.calls.length;
    await three.engine.gossip.syncNow(one.id);
    const calls = network.calls.slice(before).filter(({ path }) => path === '/covisa/v1/sync');
    expect(calls, 'digests are equal: nothing more is to be told').to.have.length(1);
  });
});
