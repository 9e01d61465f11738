/** Changing members: one at a time, and by a list, whole or not at all. */

import { calendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import type { ImportRow, MemberFields } from '../../dist/engine/services.js';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { check, found, member } from './support/people.js';

const DAY = 86_400;
const date = calendarDate.parse;

async function scene() {
  const network = new Network();
  const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
  await found(network, [melbourne, shanghai]);
  return { network, melbourne, shanghai };
}

function rows(...list: readonly MemberFields[]): readonly ImportRow[] {
  return list.map((fields, index) => ({ line: index + 2, fields, problem: null, path: null }));
}

describe('A change of a member', () => {
  it('is kept, and reaches the visa when it is renewed', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { id, wallet } = await member(network, melbourne, 'Mia');
    const changed = await melbourne.engine.home.change(id, { plan: 'flex', displayName: 'M.' });
    expect(changed).to.include({ name: 'Mia', plan: 'flex', displayName: 'M.' });
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('free');
    await wallet.renew();
    expect(wallet.read.claims).to.include({ plan: 'flex', displayName: 'M.' });
  });

  it('that no visa could say is refused, and changes nothing', async () => {
    const { network, melbourne } = await scene();
    const { id } = await member(network, melbourne, 'Mia');
    const { home } = melbourne.engine;
    const before = await home.show(id);
    const long = home.change(id, { displayName: 'ÄÄÄÄÄÄÄÄÄÄÄÄÄ' });
    expect(await codeOfAsync(long)).to.equal('VISA_INVALID');
    expect(await codeOfAsync(home.change(id, { plan: 'a\u202eb' }))).to.equal('VISA_INVALID');
    expect(await home.show(id)).to.deep.equal(before);
  });

  it('to a membership that ends sooner makes visas dead that would live past it', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { id, wallet } = await member(network, melbourne, 'Mia');
    await melbourne.engine.home.change(id, { paidUntil: date('2027-06-30') });
    await network.syncAll(1);
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('free');
    await melbourne.engine.home.change(id, { paidUntil: date('2026-11-10') });
    await network.syncAll(1);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    await network.pass(2);
    await wallet.renew();
    expect(wallet.read.claims.expiresAt).to.equal(Date.UTC(2026, 10, 11) / 1000);
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('free');
  });
});

describe('An import of members', () => {
  it('adds, changes and leaves alone; a dry run says so and writes nothing', async () => {
    const { network, melbourne } = await scene();
    const { home } = melbourne.engine;
    await member(network, melbourne, 'Mia', { contact: 'mia@example.org' });
    await member(network, melbourne, 'Ned');
    const list = rows(
      { name: 'Mia Lin', contact: 'MIA@example.org', plan: 'flex' },
      { name: 'ned', contact: 'ned@example.org' },
      { name: 'Ola', plan: 'full', isStatic: true, since: date('2020-01-01') },
    );
    const before = await home.list();
    const dry = await home.import(list, true);
    expect(dry.counts).to.deep.equal({ add: 1, update: 2, unchanged: 0, skip: 0, error: 0 });
    expect(await home.list()).to.deep.equal(before);
    expect(await home.import(list, false)).to.deep.equal(dry);
    const kept = (await home.list()).map(({ name, contact, plan, isStatic }) => {
      return { name, contact, plan, isStatic };
    });
    expect(kept).to.have.deep.members([
      { name: 'Mia Lin', contact: 'MIA@example.org', plan: 'flex', isStatic: false },
      { name: 'ned', contact: 'ned@example.org', plan: 'full', isStatic: false },
      { name: 'Ola', contact: null, plan: 'full', isStatic: true },
    ]);
    const again = await home.import(list, false);
    expect(again.counts).to.deep.equal({ add: 0, update: 0, unchanged: 3, skip: 0, error: 0 });
  });

  it('writes nothing if a row is wrong, and says which and why', async () => {
    const { network, melbourne } = await scene();
    await member(network, melbourne, 'Mia');
    await network.pass(DAY);
    const wrong: ImportRow = {
      ...{ line: 9, fields: { name: 'Pia' }, problem: 'since: expected a date', path: 'since' },
    };
    const list = rows(
      { name: 'Ned', plan: 'full' },
      { name: 'Ola' },
      { name: 'Quy', plan: 'full', paidUntil: date('2026-11-01') },
      { name: 'Rui', plan: 'full', displayName: 'a\u0000b' },
      { name: 'Mia', isStatic: true },
      { name: 'ned', plan: 'flex' },
    );
    const report = await melbourne.engine.home.import([...list, wrong], false);
    expect(report.counts).to.deep.equal({ add: 1, update: 0, unchanged: 0, skip: 1, error: 5 });
    const [first, ...others] = report.rows;
    expect(first).to.deep.equal({ line: 2, action: 'add', name: 'Ned', problem: null });
    expect(
      others.map(({ line, problem, reason }) => [line, problem?.split(':')[0], reason]),
    ).to.deep.equal([
      [3, 'plan', 'plan-missing'],
      [4, 'member', 'ended'],
      [5, 'visa', 'text'],
      [6, 'card', 'card-change'],
      [7, 'name', 'repeated'],
      [9, 'since', 'cell'],
    ]);
    expect(others[4]?.otherLine).to.equal(2);
    expect(await melbourne.engine.home.list()).to.have.length(1);
  });

  it('tells two people of one name apart by what is known of them', async () => {
    const { network, melbourne } = await scene();
    await member(network, melbourne, 'Anna', { contact: 'a@example.org' });
    const both = rows(
      { name: 'Anna', contact: 'a@example.org', plan: 'flex' },
      { name: 'Anna', contact: 'b@example.org', plan: 'full' },
    );
    const report = await melbourne.engine.home.import(both, false);
    expect(report.rows.map(({ action }) => action)).to.deep.equal(['update', 'add']);
    const unclear = await melbourne.engine.home.import(rows({ name: 'anna', plan: 'x' }), false);
    expect(unclear.rows[0]).to.deep.equal({
      ...{ line: 2, action: 'error', name: 'anna' },
      ...{ problem: 'name: expected one member like this, got 2', reason: 'ambiguous' },
    });
  });

  it('leaves out who has left, and names the fields that change', async () => {
    const { network, melbourne } = await scene();
    await member(network, melbourne, 'Mia');
    const list = rows(
      { name: 'Mia', plan: 'flex', contact: 'mia@example.org' },
      { name: 'Quy', plan: 'full', paidUntil: date('2020-01-01') },
      { name: 'Ned', plan: 'full' },
    );
    const report = await melbourne.engine.home.import(list, false);
    expect(report.rows.map(({ action }) => action)).to.deep.equal(['update', 'skip', 'add']);
    expect(report.rows[0]?.changes).to.deep.equal(['contact', 'plan']);
    const names = (await melbourne.engine.home.list()).map(({ name }) => name);
    expect(names).to.have.members(['Mia', 'Ned']);
  });
});
