/** Spaces that go on with their recovery key, after a theft, a fork or a lost disk. */

import { calendarDate } from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { check, found, member, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const DATE_MIN = calendarDate.parse('2026-01-01');
const DATE_MAX = calendarDate.parse('2027-12-31');

async function scene() {
  const network = new Network();
  const [shanghai, melbourne, berlin] = await network.addAll(['shanghai', 'melbourne', 'berlin']);
  await found(network, [shanghai, melbourne, berlin]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  return { network, shanghai, melbourne, berlin, wallet };
}

/** Entries that say nothing new, until the log has so many. */
async function grow(space: TestSpace, size: number): Promise<void> {
  const { logSize } = await space.engine.status();
  for (let at = logSize; at < size; at++) await space.engine.changeProfile({ name: `name ${at}` });
}

async function membersAt(space: TestSpace): Promise<number> {
  const [programme] = await space.engine.programmes.list();
  return programme?.members ?? 0;
}

async function listingAt(seenBy: TestSpace, space: TestSpace) {
  return (await seenBy.engine.directory()).find((one) => one.space === space.id);
}

/** What the home's members had at a host, by the home's own account. */
async function receivedAt(home: TestSpace, host: TestSpace): Promise<readonly string[]> {
  const [from, to] = [DATE_MIN, DATE_MAX];
  const { received } = await home.engine.accounts.statement(host.id, from, to);
  return received.map(({ count, kind }) => `${count} ${kind}`);
}

describe('A space that resumes', () => {
  it('goes on under its id with other keys, and is heard by all', async () => {
    const { network, shanghai, melbourne, berlin } = await scene();
    const before = await shanghai.engine.status();
    const keyBefore = melbourne.engine.peerKey(shanghai.id);
    await network.pass(60);
    const recovered = await shanghai.recover();
    expect(recovered.log).to.deep.equal({ space: shanghai.id, incarnation: 1 });
    expect(recovered.previous.size).to.equal(before.logSize);
    await network.syncAll(3);
    expect(await shanghai.engine.status()).to.include({ mode: 'ready', incarnation: 1 });
    for (const peer of [melbourne, berlin]) {
      expect(peer.engine.peerKey(shanghai.id), peer.name).not.to.deep.equal(keyBefore);
      expect(await peer.engine.logs.verify(shanghai.id)).to.deep.include({ size: 3, ok: true });
      expect(await membersAt(peer), peer.name).to.equal(await membersAt(shanghai));
      expect(await listingAt(peer, shanghai)).to.include({ status: 'listed', name: 'shanghai' });
    }
  });

  it('kills the visas of its earlier issuing key, and renews them', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    await network.pass(60);
    await melbourne.recover();
    await network.syncAll(3);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('ISSUING_KEY_REVOKED');
    await wallet.renew();
    await visit(shanghai, wallet);
    await network.syncAll();
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
  });

  it('keeps what its members used, also by grants of the earlier key', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.syncAll();
    await network.days(1);
    await melbourne.recover();
    await network.syncAll(3);
    await wallet.renew();
    await visit(shanghai, wallet);
    await network.syncAll();
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free']);
    await network.days(1);
    const third = await check(shanghai, wallet);
    expect(third.verdict.kind, 'two free days a host').to.equal('paid');
  });

  it('is taken back from an empty disk with the words and the address of one other space', async () => {
    const { network, shanghai, melbourne, berlin, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.syncAll();
    const before = await melbourne.engine.logs.verify(shanghai.id);
    shanghai.crash();
    shanghai.place(openMemoryStore().snapshot(), null);
    await network.pass(60);
    const recovered = await shanghai.recover({ peers: ['https://melbourne.example'] });
    expect(recovered.previous).to.deep.equal({ size: before.size, root: before.root });
    expect(recovered.asked).to.deep.equal([
      { url: 'https://melbourne.example', received: before.size, error: null },
    ]);
    await network.syncAll(3);
    expect(await shanghai.engine.status()).to.include({ mode: 'ready', name: 'shanghai' });
    expect(await membersAt(shanghai)).to.equal(await membersAt(berlin));
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
  });

  it('resumes again with the words that came with the last resume, and with no earlier ones', async () => {
    const { network, shanghai, melbourne } = await scene();
    const first = shanghai.recoverySeed();
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    expect(await codeOfAsync(shanghai.recover({ recoverySeed: first }))).to.equal(
      'RECOVERY_KEY_UNKNOWN',
    );
    await shanghai.recover();
    await network.syncAll(3);
    expect(await melbourne.engine.logs.verify(shanghai.id)).to.deep.include({ size: 3, ok: true });
    expect(await shanghai.engine.status()).to.include({ mode: 'ready', incarnation: 2 });
  });
});

describe('A space that has resumed', () => {
  it('joins another programme, whose spaces have never heard of it', async () => {
    const { network, shanghai } = await scene();
    const [oslo, lagos] = await network.addAll(['oslo', 'lagos']);
    const programme = await found(network, [oslo, lagos]);
    await network.pass(60);
    await shanghai.recover();
    await network.pass(60);
    await shanghai.recover();
    await shanghai.engine.programmes.join(await oslo.engine.programmes.invite(programme));
    await oslo.engine.programmes.endorse(programme, shanghai.id);
    await network.syncAll();
    await lagos.engine.programmes.endorse(programme, shanghai.id);
    await network.syncAll(3);
    expect(lagos.engine.peerKey(shanghai.id)).to.deep.equal(shanghai.engine.peerKey(shanghai.id));
    expect(await listingAt(lagos, shanghai)).to.include({ status: 'listed', name: 'shanghai' });
    const heads = (await lagos.store.heads()).filter((one) => one.space === shanghai.id);
    expect(heads.map((one) => one.incarnation)).to.deep.equal([0, 1, 2]);
    expect(heads[0]?.size, 'whole, once it is admitted').to.be.greaterThan(3);
  });
});

describe('A visit from before a resume', () => {
  it('is not undone, which would undo another one in its place', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const { wallet: other } = await member(network, melbourne, 'Noa');
    const first = await visit(shanghai, wallet);
    await network.syncAll();
    const { index } = first;
    if (index === null) throw new Error('expected a published visit');
    await network.pass(60);
    await shanghai.recover();
    await grow(shanghai, index);
    const second = await visit(shanghai, other);
    expect(second.index).to.equal(index);
    const shown = await shanghai.engine.desk.visits(DATE_MIN, DATE_MAX);
    expect(shown.find(({ id }) => id === first.id)?.undoUntil).to.equal(null);
    expect(await codeOfAsync(shanghai.engine.desk.void(first.id))).to.equal('CONFLICT');
    await network.syncAll(3);
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free']);
    expect((await shanghai.engine.desk.void(second.id)).voidIndex).to.equal(index + 1);
    await network.syncAll();
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
  });
});

describe('A space that has left and then resumed', () => {
  type Gone = Awaited<ReturnType<typeof gone>>;

  async function gone() {
    const all = await scene();
    const { network, shanghai, berlin, melbourne } = all;
    const [programme] = await berlin.engine.programmes.list();
    if (!programme) throw new Error('expected a programme');
    for (let i = 0; i < 20; i++) await berlin.engine.changeProfile({ name: `berlin ${i}` });
    await berlin.engine.programmes.leave(programme.id);
    await network.syncAll();
    await network.pass(60);
    network.cut([berlin], [shanghai, melbourne]);
    await berlin.recover();
    network.heal();
    const link = await melbourne.engine.programmes.invite(programme.id);
    return { ...all, link, programme: programme.id };
  }

  async function standingAt(seenBy: TestSpace, space: TestSpace): Promise<string | undefined> {
    const [programme] = await seenBy.engine.programmes.list();
    const isAgain = programme?.applicants.some((one) => one.space === space.id && one.again);
    if (isAgain) return 'applicant again';
    return programme?.spaces.find((one) => one.space === space.id)?.standing;
  }

  async function endorsed({ network, shanghai, melbourne, berlin, programme }: Gone) {
    for (const one of [melbourne, shanghai]) {
      await one.engine.programmes.endorse(programme, berlin.id);
      await network.syncAll();
    }
  }

  it('comes back by the link of a space that has heard of the resume', async () => {
    const all = await gone();
    const { network, shanghai, melbourne, berlin, link } = all;
    await network.syncAll();
    expect((await berlin.engine.programmes.join(link)).standing).to.equal('applicant');
    expect(await standingAt(melbourne, berlin)).to.equal('applicant again');
    await endorsed(all);
    for (const space of [melbourne, shanghai, berlin]) {
      expect(await standingAt(space, berlin), space.name).to.equal('admitted');
    }
  });

  it('comes back by the link of a space that has not', async () => {
    const { melbourne, berlin, link } = await gone();
    await berlin.engine.programmes.join(link);
    expect(await standingAt(melbourne, berlin)).to.equal('applicant again');
  });

  it('comes back after a second leave, of its later incarnation', async () => {
    const all = await gone();
    const { network, melbourne, berlin, link, programme } = all;
    await network.syncAll();
    await berlin.engine.programmes.join(link);
    await endorsed(all);
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    expect(await standingAt(melbourne, berlin)).to.equal('left');
    await berlin.engine.programmes.join(link);
    expect(await standingAt(melbourne, berlin)).to.equal('applicant again');
  });

  it('is told where its return is refused', async () => {
    const { network, melbourne, berlin } = await scene();
    const [programme] = await berlin.engine.programmes.list();
    if (!programme) throw new Error('expected a programme');
    await berlin.engine.programmes.leave(programme.id);
    await network.syncAll();
    const opening = await ScriptedLog.of(berlin, 3);
    const whole = await ScriptedLog.of(berlin);
    const gap = whole.lines.length + 1;
    const profile = berlin.engine.profile();
    whole.add(profile, { type: 'return', programme: programme.id, date: DATE_MAX });
    const apply = (from: number) => {
      const body = bodyOf(programme.id, [
        [opening, 0],
        [whole, from],
      ]);
      return codeOfAsync(melbourne.engine.programmes.apply(berlin.id, body));
    };
    expect(await apply(gap)).to.equal('RANGE_INVALID');
    expect(await apply(gap - 1)).to.equal(null);
  });
});

describe('A thief of the disk', () => {
  it('cannot take the space without the recovery words', async () => {
    const { network, shanghai } = await scene();
    const thief = await network.add('thief', { copyOf: shanghai });
    expect(await codeOfAsync(thief.recover())).to.equal('RECOVERY_KEY_UNKNOWN');
  });

  it('is sent away by all after the resume, and learns that it is over', async () => {
    const { network, shanghai, melbourne } = await scene();
    const thief = await network.add('thief', { copyOf: shanghai });
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    const [report] = await thief.engine.gossip.syncNow(melbourne.id);
    expect(report).to.include({ ok: false, error: 'PEER_REFUSED: REQUEST_SIGNATURE_INVALID' });
  });

  it('closes, leaves and announces nothing beyond what the resume accepts', async () => {
    const { network, shanghai, melbourne, berlin } = await scene();
    const { logSize } = await shanghai.engine.status();
    const before = await membersAt(melbourne);
    const thief = await network.add('thief', { copyOf: shanghai });
    await shanghai.stop();
    const [programme] = await thief.engine.programmes.list();
    if (!programme) throw new Error('expected a programme');
    await thief.engine.changeProfile({ name: 'Stolen' });
    await thief.engine.programmes.leave(programme.id);
    await thief.engine.closeSpace();
    await thief.engine.gossip.syncNow(null);
    expect(await listingAt(melbourne, shanghai)).to.include({ status: 'closed', name: 'Stolen' });
    await thief.stop();
    await network.pass(60);
    await shanghai.recover({ accept: logSize });
    await network.syncAll(3);
    for (const peer of [melbourne, berlin]) {
      expect(await listingAt(peer, shanghai)).to.include({ status: 'listed', name: 'shanghai' });
      expect(await membersAt(peer), peer.name).to.equal(before);
    }
  });

  it('cannot take back what stands: its voids count for nothing, its stamps still do', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const first = await visit(shanghai, wallet);
    await network.syncAll();
    const { logSize } = await shanghai.engine.status();
    const thief = await network.add('thief', { copyOf: shanghai });
    await shanghai.stop();
    await thief.engine.desk.void(first.id);
    await network.days(1);
    await visit(thief, wallet);
    await thief.engine.gossip.syncNow(null);
    await thief.stop();
    expect(await receivedAt(melbourne, shanghai), 'one is voided').to.deep.equal(['1 free']);
    await shanghai.recover({ accept: logSize });
    await network.syncAll(3);
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free']);
  });
});

describe('An issuing key', () => {
  it('is revoked with its visas, which are renewed by the next one', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    await network.pass(60);
    const keys = await melbourne.engine.keys.revoke(0);
    expect(keys.map(({ entry, deadSince }) => [entry.generation, deadSince])).to.deep.equal([
      [0, network.now],
      [1, null],
    ]);
    await network.syncAll();
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('ISSUING_KEY_REVOKED');
    await wallet.renew();
    await visit(shanghai, wallet);
    await network.syncAll();
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
    expect(await codeOfAsync(melbourne.engine.keys.revoke(0))).to.equal('CONFLICT');
    expect(await codeOfAsync(melbourne.engine.keys.revoke(7))).to.equal('NOT_FOUND');
  });

  it('is followed by the next two weeks before it ends, by itself', async () => {
    const { network, melbourne } = await scene();
    await network.days(75);
    expect(melbourne.engine.keys.list().map(({ entry }) => entry.generation)).to.deep.equal([0]);
    await network.days(2);
    const [first, second, ...more] = melbourne.engine.keys.list();
    expect([first?.entry.generation, second?.entry.generation, more.length]).to.deep.equal([
      0, 1, 0,
    ]);
    expect((first?.entry.until ?? 0) - (second?.entry.from ?? 0)).to.be.within(
      13 * 86_400,
      14 * 86_400,
    );
  });
});
