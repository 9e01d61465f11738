/** How programmes come about and change, among real nodes. */

import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { check, found, member, seat, TERMS, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const UNCHANGED = { seatAdmitted: false, add: [], remove: [] };

/** The standing of a space as another one's node shows it. */
async function standing(seenBy: TestSpace, space: TestSpace): Promise<string | undefined> {
  const [programme] = await seenBy.engine.programmes.list();
  return programme?.spaces.find((one) => one.space === space.id)?.standing;
}

describe('Programmes among nodes', () => {
  it('two spaces found a programme, and both see it founded', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    await found(network, [melbourne, shanghai]);
    for (const space of [melbourne, shanghai]) {
      const [programme] = await space.engine.programmes.list();
      expect(programme).to.include({
        name: 'Round trip',
        founded: true,
        rosterVersion: 0,
        standing: 'member',
        members: 2,
        admitted: 0,
      });
    }
  });

  it('a founder that has not signed yet is shown as pending, and nothing is founded', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const { founded, standing: own } = await melbourne.engine.programmes.create({
      name: 'Round trip',
      purpose: '',
      terms: TERMS,
      founders: [shanghai.id],
    });
    expect({ founded, own }).to.deep.equal({ founded: false, own: 'founder-pending' });
  });

  it('a founder named by its address is found and asked', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const { id } = await melbourne.engine.programmes.create({
      name: 'Round trip',
      purpose: '',
      terms: TERMS,
      founders: ['https://shanghai.example'],
    });
    const link = await melbourne.engine.programmes.invite(id);
    await shanghai.engine.programmes.join(link);
    await network.syncAll();
    expect(await standing(melbourne, shanghai)).to.equal('member');
  });

  it('an outbound-only founder takes part by calling out', async () => {
    const network = new Network();
    const melbourne = await network.add('melbourne');
    const bath = await network.add('bath', { isPublic: false });
    await found(network, [melbourne, bath]);
    expect(await standing(melbourne, bath)).to.equal('member');
    expect(await standing(bath, melbourne)).to.equal('member');
  });

  it('one endorsement leaves an applicant outside, the second one admits it', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai]);
    await berlin.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await melbourne.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    const [seen] = await shanghai.engine.programmes.list();
    expect(seen?.applicants).to.deep.equal([
      {
        space: berlin.id,
        name: 'berlin',
        endorsements: 1,
        needed: 2,
        endorsedByUs: false,
        again: false,
      },
    ]);
    expect((await berlin.engine.programmes.show(programme)).standing).to.equal('applicant');
    expect(await standing(melbourne, berlin)).to.equal(undefined);
    await shanghai.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    for (const space of [melbourne, shanghai, berlin]) {
      expect(await standing(space, berlin), space.name).to.equal('admitted');
    }
  });

  it('an application is shown with its name before anybody has endorsed it', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai]);
    await berlin.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    const [seen] = await melbourne.engine.programmes.list();
    expect(seen?.applicants).to.deep.equal([
      {
        space: berlin.id,
        name: 'berlin',
        endorsements: 0,
        needed: 2,
        endorsedByUs: false,
        again: false,
      },
    ]);
    const [own] = await berlin.engine.programmes.list();
    expect(own).to.include({ name: 'Round trip', founded: false, standing: 'applicant' });
  });

  it('an admitted newcomer hosts and visits at once, and may not vote yet', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    const mia = await member(network, melbourne, 'Mia');
    const jonas = await member(network, berlin, 'Jonas');
    expect((await visit(berlin, mia.wallet)).kind).to.equal('free');
    expect((await visit(shanghai, jonas.wallet)).kind).to.equal('free');
    const amending = berlin.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Mine' });
    expect(await codeOfAsync(amending)).to.equal('FORBIDDEN');
    const endorsing = berlin.engine.programmes.endorse(programme, shanghai.id);
    expect(await codeOfAsync(endorsing)).to.equal('FORBIDDEN');
  });

  it('a roster that all members sign seats the admitted, who then vote', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    await seat(network, programme, [melbourne, shanghai]);
    for (const space of [melbourne, shanghai, berlin]) {
      const [seen] = await space.engine.programmes.list();
      expect(seen, space.name).to.include({ rosterVersion: 1, members: 3, admitted: 0 });
      expect(await standing(space, berlin), space.name).to.equal('member');
    }
    await berlin.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Renamed' });
    await network.syncAll();
    await melbourne.engine.programmes.sign(programme, null);
    await network.syncAll();
    expect((await shanghai.engine.programmes.show(programme)).name).to.equal('Renamed');
  });

  it('a change of terms waits for its votes and then holds at every desk', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const programme = await found(network, [melbourne, shanghai]);
    const mia = await member(network, melbourne, 'Mia');
    await melbourne.engine.programmes.amend(programme, {
      ...UNCHANGED,
      terms: { ...TERMS, allowances: [{ days: 0, count: 'host', window: 'visa-year' }] },
    });
    await network.syncAll();
    expect((await check(shanghai, mia.wallet)).verdict.outcome).to.equal('free');
    await shanghai.engine.programmes.sign(programme, null);
    expect((await check(shanghai, mia.wallet)).verdict).to.include({ outcome: 'paid', roster: 1 });
  });

  it('a member that leaves is refused at once, and refuses; what it had stamped still counts', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    const mia = await member(network, melbourne, 'Mia');
    const jonas = await member(network, berlin, 'Jonas');
    await visit(berlin, mia.wallet);
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    expect(await codeOfAsync(check(shanghai, jonas.wallet))).to.equal('SPACE_LEFT');
    expect(await codeOfAsync(check(berlin, mia.wallet))).to.not.equal(null);
    expect(await melbourne.engine.home.visits(mia.id)).to.have.length(1);
    expect((await check(shanghai, mia.wallet)).verdict.left.perProgramme?.before).to.equal(4);
  });

  it('who has left tells all that can be reached at once, the others when they can be, and then calls nobody', async () => {
    const network = new Network();
    const names = ['melbourne', 'shanghai', 'berlin', 'bath', 'kyoto'] as const;
    const [melbourne, shanghai, berlin, ...others] = await network.addAll(names);
    const programme = await found(network, [melbourne, shanghai, berlin, ...others]);
    network.cut([berlin], [shanghai]);
    await berlin.engine.programmes.leave(programme);
    for (let turn = 0; turn < 20; turn++) await settle();
    for (const space of [melbourne, ...others]) {
      expect(await standing(space, berlin), space.name).to.equal('left');
    }
    network.cut([melbourne, ...others], [shanghai]);
    network.heal();
    await network.days(1);
    expect(await standing(shanghai, berlin)).to.equal('left');
    expect(await berlin.engine.gossip.peers()).to.deep.equal([]);
    const before = network.calls.length;
    await network.days(1);
    const later = network.calls.slice(before).filter((one) => one.from === 'berlin');
    expect(later.map((one) => one.path)).to.deep.equal([]);
  });

  it('ROSTER-7: of a removed space’s log what its removal names still counts, and nothing after it', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    await seat(network, programme, [melbourne, shanghai]);
    const mia = await member(network, melbourne, 'Mia');
    const jonas = await member(network, berlin, 'Jonas');
    await visit(berlin, mia.wallet);
    await network.syncAll();
    await melbourne.engine.programmes.amend(programme, { ...UNCHANGED, remove: [berlin.id] });
    await network.pass(86_400);
    // Berlin has not heard of it, and goes on.
    network.cut([berlin], [melbourne, shanghai]);
    await visit(berlin, mia.wallet);
    await shanghai.engine.programmes.sign(programme, null);
    await settle();
    network.heal();
    await network.syncAll();
    expect(await standing(shanghai, berlin)).to.equal('removed');
    expect(await codeOfAsync(check(shanghai, jonas.wallet))).to.equal('SPACE_LEFT');
    const visits = await melbourne.engine.home.visits(mia.id);
    expect(visits.map(({ date }) => date)).to.deep.equal(['2026-11-02']);
    expect((await check(shanghai, mia.wallet)).verdict.left.perProgramme?.before).to.equal(4);
  });

  it('an applicant’s log is kept up to 64 entries, however it comes', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai]);
    await berlin.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await melbourne.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    for (let i = 0; i < 70; i++) await berlin.engine.changeProfile({ name: `berlin ${i}` });
    await network.syncAll();
    const log = await ScriptedLog.of(berlin);
    const held = (await shanghai.engine.logs.verify(berlin.id)).size;
    expect(held).to.be.at.most(64);
    await shanghai.engine.gossip.answer(melbourne.id, bodyOf(programme, [[log, held]]));
    expect((await shanghai.engine.logs.verify(berlin.id)).size).to.equal(held);
  });

  it('a space that closes is closed in every directory after one exchange, and takes nobody', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    await found(network, [melbourne, shanghai, berlin]);
    const jonas = await member(network, berlin, 'Jonas');
    await berlin.engine.closeSpace();
    await settle();
    for (const space of [melbourne, shanghai]) {
      const listed = await space.engine.directory();
      expect(listed.find((one) => one.space === berlin.id)?.status, space.name).to.equal('closed');
      expect(await codeOfAsync(check(space, jonas.wallet)), space.name).to.equal('SPACE_CLOSED');
    }
  });

  it('DIR-1: that a space closed before it was on a roster is passed on by who heard of it', async () => {
    const network = new Network();
    const [melbourne, shanghai, oslo] = await network.addAll(['melbourne', 'shanghai', 'oslo']);
    const programme = await found(network, [melbourne, shanghai]);
    await oslo.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await network.syncAll();
    await melbourne.engine.programmes.endorse(programme, oslo.id);
    await network.syncAll();
    await shanghai.engine.programmes.endorse(programme, oslo.id);
    await network.syncAll(2);
    network.cut([oslo], [shanghai]);
    await oslo.engine.closeSpace();
    await settle();
    expect(await standing(melbourne, oslo)).to.equal('closed');
    await oslo.stop();
    await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(await standing(shanghai, oslo)).to.equal('closed');
    const [again] = await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(again?.rounds).to.equal(1);
  });

  it('LEAVE-2: a space that left follows the link again, is endorsed afresh on the same day, and visits', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    for (let i = 0; i < 70; i++) await berlin.engine.changeProfile({ name: `berlin ${i}` });
    const jonas = await member(network, berlin, 'Jonas');
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    expect(await standing(melbourne, berlin)).to.equal('left');
    const back = await berlin.engine.programmes.join(
      await melbourne.engine.programmes.invite(programme),
    );
    expect(back.standing).to.equal('applicant');
    await network.syncAll();
    const waits = { endorsements: 0, needed: 2, endorsedByUs: false, again: true };
    expect((await shanghai.engine.programmes.show(programme)).applicants).to.deep.equal([
      { space: berlin.id, name: 'berlin 69', ...waits },
    ]);
    await melbourne.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    expect(await codeOfAsync(check(shanghai, jonas.wallet))).to.not.equal(null);
    await shanghai.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    for (const space of [melbourne, shanghai, berlin]) {
      expect(await standing(space, berlin), space.name).to.equal('admitted');
    }
    expect((await visit(shanghai, jonas.wallet)).kind).to.equal('free');
    const whole = await berlin.engine.logs.verify(berlin.id);
    expect(await shanghai.engine.logs.verify(berlin.id)).to.deep.equal(whole);
  });

  it('LEAVE-1: a member that left and returned votes again once a later roster has seated it', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const programme = await found(network, [melbourne, shanghai]);
    await shanghai.engine.programmes.leave(programme);
    await network.syncAll();
    await shanghai.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await melbourne.engine.programmes.endorse(programme, shanghai.id);
    await network.syncAll();
    expect(await standing(shanghai, shanghai)).to.equal('admitted');
    await network.days(2);
    await melbourne.engine.programmes.amend(programme, { ...UNCHANGED, seatAdmitted: true });
    await network.syncAll();
    for (const space of [melbourne, shanghai]) {
      expect(await standing(space, shanghai), space.name).to.equal('member');
    }
  });

  it('an endorsement that would change nothing is refused: of who left, and of a fourth', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    const endorsing = melbourne.engine.programmes.endorse(programme, berlin.id);
    expect(await codeOfAsync(endorsing)).to.equal('CONFLICT');
    const link = await melbourne.engine.programmes.invite(programme);
    const codes = [];
    for (const name of ['bath', 'kyoto', 'lima']) {
      const applicant = await network.add(name);
      await applicant.engine.programmes.join(link);
      codes.push(await codeOfAsync(melbourne.engine.programmes.endorse(programme, applicant.id)));
    }
    expect(codes).to.deep.equal([null, null, 'CONFLICT']);
  });

  it('an endorsement of a space that has closed is refused', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    await berlin.engine.closeSpace();
    await network.syncAll();
    const endorsing = shanghai.engine.programmes.endorse(programme, berlin.id);
    expect(await codeOfAsync(endorsing)).to.equal('CONFLICT');
  });

  it('an applicant with a long log is taken by its first 64 entries, and whole once it is admitted', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai]);
    for (let i = 0; i < 70; i++) await berlin.engine.changeProfile({ name: `berlin ${i}` });
    await berlin.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    expect((await melbourne.engine.logs.verify(berlin.id)).size).to.equal(64);
    await melbourne.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    expect((await melbourne.engine.logs.verify(berlin.id)).size).to.equal(64);
    expect((await shanghai.engine.logs.verify(berlin.id)).size).to.equal(64);
    await shanghai.engine.programmes.endorse(programme, berlin.id);
    await network.syncAll();
    const whole = await berlin.engine.logs.verify(berlin.id);
    expect(whole.size).to.equal(73);
    for (const space of [melbourne, shanghai]) {
      expect(await space.engine.logs.verify(berlin.id), space.name).to.deep.equal(whole);
    }
  });

  it('an application of another space’s log, or of a programme that is not here, is refused', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai]);
    await berlin.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    const sent = network.calls.find(
      (one) => one.path === '/covisa/v1/apply' && one.from === 'berlin',
    );
    const body = sent?.request ?? new Uint8Array();
    const amsterdam = await network.add('amsterdam');
    const asAnother = melbourne.engine.programmes.apply(amsterdam.id, body);
    expect(await codeOfAsync(asAnother)).to.equal('SYNC_INVALID');
    const elsewhere = amsterdam.engine.programmes.apply(berlin.id, body);
    expect(await codeOfAsync(elsewhere)).to.equal('NOT_FOUND');
    expect(await codeOfAsync(amsterdam.engine.logs.verify(berlin.id))).to.equal('NOT_FOUND');
  });
});
