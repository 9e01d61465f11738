/**
 * Spaces that begin anew among others that know them by what they were: under a new id, where the
 * recovery words are lost; under the same id, where others have not heard of a resume.
 */

import { calendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { admitted, founded, signAll, UNCHANGED } from './support/government.js';
import { Network } from './support/network.js';
import { check, found, member, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const FROM = calendarDate.parse('2026-01-01');
const TO = calendarDate.parse('2027-12-31');

/** What the home's members had at a host, by the home's own account. */
async function receivedAt(home: TestSpace, host: TestSpace): Promise<readonly string[]> {
  const { received } = await home.engine.accounts.statement(host.id, FROM, TO);
  return received.map(({ count, kind }) => `${count} ${kind}`);
}

describe('A space whose recovery words are lost', () => {
  it('is seated under a new id by the roster that removes the old one, and hosts and visits', async () => {
    const network = new Network('lost words');
    const [programme, melbourne, ...others] = await founded(network, 3);
    const [berlin, old] = others as [TestSpace, TestSpace];
    const mia = await member(network, melbourne, 'Mia');
    const before = await member(network, old, 'Wei');
    await visit(old, mia.wallet);
    await visit(melbourne, before.wallet);
    await network.syncAll();
    // Somebody else has the disk now, and the owner has neither it nor the words.
    await network.days(1);
    const fresh = await admitted(network, programme, [melbourne, berlin], 'anew');
    expect(fresh.id).not.to.equal(old.id);
    const change = { ...UNCHANGED, add: [fresh.id], remove: [old.id] };
    await melbourne.engine.programmes.amend(programme, change);
    await network.syncAll();
    await signAll(network, programme, [berlin]);
    for (const space of [melbourne, berlin, fresh]) {
      const { spaces } = await space.engine.programmes.show(programme);
      const standings = new Map(spaces.map((one) => [one.space, one.standing]));
      expect([standings.get(fresh.id), standings.get(old.id)], space.name).to.deep.equal([
        'member',
        'removed',
      ]);
    }
    // The new id hosts, visits and votes.
    expect((await visit(fresh, mia.wallet)).kind).to.equal('free');
    const after = await member(network, fresh, 'Wei');
    expect((await visit(berlin, after.wallet)).kind).to.equal('free');
    await fresh.engine.programmes.amend(programme, { ...UNCHANGED, name: 'By the new id' });
    await network.syncAll();
    await signAll(network, programme, [berlin]);
    expect((await melbourne.engine.programmes.show(programme)).name).to.equal('By the new id');
    // The old one does neither, whoever has its disk; what it gave while it was in still counts.
    expect(await codeOfAsync(check(melbourne, before.wallet))).to.equal('SPACE_LEFT');
    expect(await codeOfAsync(check(old, mia.wallet))).to.equal('SPACE_UNKNOWN');
    expect(await receivedAt(melbourne, old)).to.deep.equal(['1 free']);
    expect(await receivedAt(melbourne, fresh)).to.deep.equal(['1 free']);
  });
});

/** Two spaces in one programme, of which the second is the introducer to another programme. */
async function twoProgrammes() {
  const network = new Network('introducer');
  const [shanghai, melbourne] = await network.addAll(['shanghai', 'melbourne']);
  const first = await found(network, [melbourne, shanghai]);
  const [oslo] = await network.addAll(['oslo']);
  const second = await found(network, [melbourne, oslo]);
  return { network, shanghai, melbourne, oslo, first, second };
}

describe('A space that has resumed, where its introducer knows what it was before', () => {
  it('joins another programme by the link of a member that missed the resume', async () => {
    const { network, shanghai, melbourne, oslo, second } = await twoProgrammes();
    network.cut([shanghai], [melbourne]);
    await network.pass(60);
    await shanghai.recover();
    network.heal();
    await shanghai.engine.programmes.join(await melbourne.engine.programmes.invite(second));
    for (const endorser of [melbourne, oslo]) {
      await endorser.engine.programmes.endorse(second, shanghai.id);
      await network.syncAll();
    }
    expect(oslo.engine.peerKey(shanghai.id)).to.deep.equal(shanghai.engine.peerKey(shanghai.id));
    const { wallet } = await member(network, shanghai, 'Wei');
    expect((await visit(oslo, wallet)).kind).to.equal('free');
  });

  it('follows the link once more by which it had applied before', async () => {
    const network = new Network('applied before');
    const [melbourne, oslo, shanghai] = await network.addAll(['melbourne', 'oslo', 'shanghai']);
    const programme = await found(network, [melbourne, oslo]);
    const link = await melbourne.engine.programmes.invite(programme);
    await shanghai.engine.programmes.join(link);
    await network.pass(60);
    await shanghai.recover();
    await shanghai.engine.programmes.join(link);
    for (const endorser of [melbourne, oslo]) {
      await endorser.engine.programmes.endorse(programme, shanghai.id);
      await network.syncAll();
    }
    expect(oslo.engine.peerKey(shanghai.id)).to.deep.equal(shanghai.engine.peerKey(shanghai.id));
    const { wallet } = await member(network, shanghai, 'Wei');
    expect((await visit(oslo, wallet)).kind).to.equal('free');
  });

  it('is taken at its word as an applicant for as much as an opening, and as a stranger for nothing', async () => {
    const network = new Network('much');
    const [melbourne, oslo, shanghai] = await network.addAll(['melbourne', 'oslo', 'shanghai']);
    const programme = await found(network, [melbourne, oslo]);
    const log = await ScriptedLog.of(shanghai);
    while (log.lines.length < 65) log.add(`{"type":"news","number":${log.lines.length}}`);
    const taken = (count: number) => {
      const part = new ScriptedLog(log.space, log.secret, log.lines.slice(0, count));
      const body = bodyOf(programme, [[part, 0]]);
      return codeOfAsync(melbourne.engine.resumes.take(shanghai.id, body));
    };
    expect(await taken(64), 'of a stranger').to.equal('FORBIDDEN');
    await shanghai.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    expect(await taken(65)).to.equal('FORBIDDEN');
    expect(await taken(64)).to.equal(null);
  });
});
