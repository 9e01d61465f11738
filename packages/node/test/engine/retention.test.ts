/**
 * What becomes of names and visa numbers thirty days after a visa year, at homes and at hosts, and
 * of introductions after their last day. The visa years here end on 2027-11-02.
 */

import { join } from 'node:path';
import { calendarDate, type MessageContent, parseToken } from '@covisa/protocol';
import { openSqliteStore } from '@covisa/store';
import { expect } from 'chai';
import { optionsFor } from '../../../store/dist-test/support/files.js';
import {
  tablesWithNumber,
  tablesWithText,
} from '../../../store/dist-test/support/opened-values.js';
import { codeOfAsync } from '../support/errors.js';
import { temporaryFolders } from '../support/folders.js';
import { Network, settle } from './support/network.js';
import { check, found, member, ROBIN, stamp, visit, type Wallet } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;
const [FROM, TO] = [calendarDate.parse('2026-01-01'), calendarDate.parse('2028-12-31')];

interface Scene {
  readonly network: Network;
  readonly melbourne: TestSpace;
  readonly shanghai: TestSpace;
  readonly id: string;
  readonly wallet: Wallet;
}

/** Ada of Melbourne was in Shanghai, and was not taken the day after. */
async function scene(files?: { readonly home: string; readonly host: string }): Promise<Scene> {
  const network = new Network('retention');
  const storeAt = (path: string | undefined) =>
    path === undefined ? {} : { store: openSqliteStore(optionsFor(path)) };
  const melbourne = await network.add('melbourne', storeAt(files?.home));
  const shanghai = await network.add('shanghai', storeAt(files?.host));
  await found(network, [melbourne, shanghai]);
  const { id, wallet } = await member(network, melbourne, 'Ada L.');
  const checked = await check(shanghai, wallet);
  const paid = { kind: 'paid', amount: 2500, note: 'Ada by the window', by: ROBIN } as const;
  await shanghai.engine.desk.stamp({ check: checked.id, ...paid });
  await network.pass(DAY);
  const again = await check(shanghai, wallet);
  const refusal = { check: again.id, reason: 'full', note: 'no desk for Ada', by: ROBIN } as const;
  await shanghai.engine.desk.refuse(refusal);
  await network.syncAll();
  return { network, melbourne, shanghai, id, wallet };
}

/**
 * All nodes are off until then, but for the eight days before, in which their clocks go steadily;
 * what fell due in the last hours is done when they start.
 */
async function sleepUntil(network: Network, instant: string): Promise<void> {
  const left = () => Math.floor(Date.parse(instant) / 1000) - network.now;
  if (left() > 8 * DAY) {
    await switchOff(network, left() - 8 * DAY);
    await network.pass(8 * DAY - 6 * 3600, 6 * 3600);
  }
  await switchOff(network, left());
}

async function switchOff(network: Network, seconds: number): Promise<void> {
  const running = [...network.spaces.values()].filter((one) => one.isRunning);
  await network.stop();
  network.clock.pass(seconds * 1000);
  for (const space of running) await space.start();
  await settle();
}

/** What the desk shows of who came, and who was not taken. */
async function shown({ engine }: TestSpace) {
  const visits = await engine.desk.visits(FROM, TO);
  const refusals = await engine.desk.refusals(FROM, TO);
  return [...visits, ...refusals].map(({ displayName, note }) => `${displayName}: ${note}`);
}

async function numberOf(melbourne: TestSpace, id: string): Promise<Uint8Array> {
  return (await melbourne.engine.home.show(id)).visaNumber;
}

const KNOWN = ['Ada L.: Ada by the window', 'Ada L.: no desk for Ada'];
const ERASED = ['null: null', 'null: null'];

describe('Thirty days after a visa year', () => {
  it('KEEP-1: a host knows no more who came and who was refused; what it counts stays', async () => {
    const { network, melbourne, shanghai } = await scene();
    const statement = () => shanghai.engine.accounts.statement(melbourne.id, FROM, TO);
    const before = await statement();
    await sleepUntil(network, '2027-12-01T23:59:00Z');
    expect(await shown(shanghai)).to.deep.equal(KNOWN);
    // In the same run, by the chores of the next hours.
    await network.pass(6 * 3600);
    expect(await shown(shanghai)).to.deep.equal(ERASED);
    const [came] = await shanghai.engine.desk.visits(FROM, TO);
    expect(came).to.include({
      ...{ home: melbourne.id, homeName: 'melbourne', date: '2026-11-02', venue: 'main' },
      ...{ kind: 'paid', weight: 1, amount: 2500, visaNumber: null, k: 0, seal: '' },
    });
    expect(came).to.not.have.any.keys('proofDigest', 'recordedBy');
    const [refused] = await shanghai.engine.desk.refusals(FROM, TO);
    expect(refused).to.include({ reason: 'full', date: '2026-11-03', recordedBy: null });
    expect(refused).to.include({ erased: true });
    expect(before.given).to.deep.equal([
      { host: shanghai.id, home: melbourne.id, kind: 'paid', weight: 1, count: 1 },
    ]);
    expect((await statement()).given).to.deep.equal(before.given);
    expect(await shanghai.engine.accounts.doubleVisits()).to.deep.equal([]);
    expect((await shanghai.engine.desk.overview(null)).visits).to.deep.equal([]);
  });

  it('a host erases at its start what fell due while it was off, and nothing a day before', async () => {
    const { network, shanghai } = await scene();
    await sleepUntil(network, '2027-12-01T09:00:00Z');
    await shanghai.restart();
    expect(await shown(shanghai)).to.deep.equal(KNOWN);
    await sleepUntil(network, '2027-12-02T00:00:00Z');
    expect(await shown(shanghai)).to.deep.equal(ERASED);
  });

  it('a copy of before is erased at once where it is put back, while the log may not grow', async () => {
    const { network, shanghai } = await scene();
    await sleepUntil(network, '2027-12-01T09:00:00Z');
    const backup = shanghai.backup();
    await sleepUntil(network, '2027-12-03T09:00:00Z');
    network.cutApart([...network.spaces.values()]);
    await shanghai.restore(backup, null);
    expect((await shanghai.engine.status()).mode).to.equal('recovering');
    expect(await shown(shanghai)).to.deep.equal(ERASED);
  });

  it('names are erased although another chore fails', async () => {
    const { network, shanghai } = await scene();
    await sleepUntil(network, '2027-12-01T23:59:00Z');
    shanghai.store.putHeartbeats = () => Promise.reject(new Error('the disk is full'));
    await network.pass(6 * 3600);
    expect(shanghai.events.named('error')).to.include('chores-failed');
    expect(await shown(shanghai)).to.deep.equal(ERASED);
  });

  it('KEEP-2: a home knows the number no more, of a member who did not come back and of one who left', async () => {
    for (const status of ['active', 'revoked'] as const) {
      const { network, melbourne, id, wallet } = await scene();
      const { number } = wallet.read.claims;
      await melbourne.engine.home.setStatus(id, status);
      await sleepUntil(network, '2027-12-01T23:59:00Z');
      expect(await numberOf(melbourne, id)).to.deep.equal(number);
      expect(await melbourne.engine.home.visits(id)).to.have.length(1);
      await network.pass(6 * 3600);
      const held = await melbourne.engine.home.show(id);
      expect(held.visaNumber).to.not.deep.equal(number);
      expect(held).to.deep.include({
        name: 'Ada L.',
        status,
        earlier: [],
        visaYearStart: '2027-11-02',
      });
      expect(held.erasedUntil).to.equal('2027-11-02');
      expect(await melbourne.engine.home.visits(id)).to.deep.equal([]);
    }
  });

  it('a home knows the earlier number no more of a member who came back', async () => {
    const { network, melbourne, id, wallet } = await scene();
    await sleepUntil(network, '2027-11-20T09:00:00Z');
    await wallet.renew();
    const { number } = wallet.read.claims;
    const numbers = async () => {
      const { visaNumber, earlier = [] } = await melbourne.engine.home.show(id);
      return [visaNumber, ...earlier.map((one) => one.visaNumber)];
    };
    await network.pass(12 * DAY - 10 * 3600, 6 * 3600);
    expect(await numbers()).to.have.length(2);
    await network.pass(6 * 3600);
    expect(await numbers()).to.deep.equal([number]);
  });

  it('WALLET-2: a phone that comes back after its number was erased is known by its key', async () => {
    const { network, melbourne, shanghai, id, wallet } = await scene();
    await sleepUntil(network, '2028-02-01T09:00:00Z');
    await wallet.renew();
    expect(wallet.read.claims.number).to.deep.equal(await numberOf(melbourne, id));
    expect(wallet.read.claims.yearStart).to.equal('2027-11-02');
    await network.syncAll();
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('free');
  });

  it('KEEP-4: a host erases on request whose a visit was, with all else under the same visa', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const ned = (await member(network, melbourne, 'Ned')).wallet;
    await visit(shanghai, ned);
    const { desk } = shanghai.engine;
    const [{ id } = { id: '' }] = await desk.visits(FROM, TO);
    const left = await desk.erase(id);
    expect(left).to.deep.include({ visits: 1, refusals: 1 });
    expect(left.visit).to.include({ id, displayName: null, visaNumber: null, amount: 2500 });
    expect(await shown(shanghai)).to.deep.equal(['null: null', 'Ned: null', 'null: null']);
    expect(await desk.erase(id)).to.deep.equal({ visit: left.visit, visits: 0, refusals: 0 });
    expect(await codeOfAsync(desk.erase('none'))).to.equal('NOT_FOUND');
    // The visa works as before: what it has used stands in the log.
    await network.pass(DAY);
    const { verdict } = await check(shanghai, wallet);
    expect(verdict.outcome).to.equal('free');
    expect((await shanghai.engine.accounts.statement(melbourne.id, FROM, TO)).given).to.have.length(
      2,
    );
  });

  it('KEEP-4: who is scanned again on the day of an erased visit is not recorded again', async () => {
    const { network, melbourne, shanghai } = await scene();
    const rosa = (await member(network, melbourne, 'Rosa')).wallet;
    const { desk, accounts } = shanghai.engine;
    const { id, date } = await visit(shanghai, rosa);
    const erased = (await desk.erase(id)).visit;
    const again = await check(shanghai, rosa);
    expect(again.verdict.sameDay).to.equal(true);
    expect(again.visit).to.deep.equal(erased);
    expect(await stamp(shanghai, again, 'paid')).to.deep.include({ id, kind: 'free', seal: '' });
    const ofDay = async () => {
      const rows = await desk.visits(date, date);
      return rows.map((row) => [row.id, row.displayName, row.kind, row.voidIndex === null]);
    };
    const given = async () => {
      const statement = await accounts.statement(melbourne.id, date, date);
      return statement.given.map(({ kind, count }) => [kind, count]);
    };
    expect([await ofDay(), await given()]).to.deep.equal([
      [[id, null, 'free', true]],
      [['free', 1]],
    ]);
    await desk.void(id);
    expect([await ofDay(), await given()]).to.deep.equal([[[id, null, 'free', false]], []]);
    // Nothing of that day stands any more: what comes now is a visit of its own.
    await network.pass(60);
    const fresh = await check(shanghai, rosa);
    expect([fresh.verdict.sameDay, fresh.visit]).to.deep.equal([false, null]);
    const paid = await stamp(shanghai, fresh, 'paid');
    expect([await ofDay(), await given()]).to.deep.equal([
      [
        [id, null, 'free', false],
        [paid.id, 'Rosa', 'paid', true],
      ],
      [['paid', 1]],
    ]);
  });

  it('KEEP-4: what waits to be published is not erased before', async () => {
    const { network, shanghai, wallet } = await scene();
    const backup = shanghai.backup();
    network.cutApart([...network.spaces.values()]);
    await shanghai.restore(backup, null);
    await network.pass(DAY);
    const { id } = await visit(shanghai, wallet);
    expect(await codeOfAsync(shanghai.engine.desk.erase(id))).to.equal('CONFLICT');
    expect(await shown(shanghai)).to.include('Ada L.: null');
  });

  it('KEEP-3: the files of home and host hold neither number nor name, but the home its member’s', async () => {
    const folder = folders();
    const [home, host] = [join(folder, 'home.db'), join(folder, 'host.db')];
    const { network, melbourne, wallet, id } = await scene({ home, host });
    const { number } = wallet.read.claims;
    await melbourne.engine.home.visits(id);
    await sleepUntil(network, '2027-12-01T23:59:00Z');
    expect(tablesWithNumber(home, number)).to.deep.equal(['members', 'stamp_checks']);
    expect(tablesWithNumber(host, number)).to.deep.equal(['refusals', 'stamp_checks', 'visits']);
    expect(tablesWithText(host, 'Ada')).to.deep.equal(['refusals', 'visits']);
    expect(tablesWithText(host, 'Robin')).to.deep.equal(['refusals', 'visits']);
    await sleepUntil(network, '2027-12-02T00:00:00Z');
    await network.stop();
    expect(tablesWithNumber(home, number)).to.deep.equal([]);
    expect(tablesWithText(home, 'Ada')).to.deep.equal(['members']);
    expect(tablesWithNumber(host, number)).to.deep.equal([]);
    expect(tablesWithText(host, 'Ada')).to.deep.equal([]);
    expect(tablesWithText(host, 'Robin')).to.deep.equal([]);
  });
  const folders = temporaryFolders();
});

describe('A printed card', () => {
  it('is of the visa year in which it is printed, under a new number', async () => {
    const { network, melbourne } = await scene();
    const { id } = await member(network, melbourne, 'Rosa', { isStatic: true });
    await melbourne.engine.home.staticToken(id);
    const number = await numberOf(melbourne, id);
    await sleepUntil(network, '2027-11-03T09:00:00Z');
    const { visa } = parseToken(await melbourne.engine.home.staticToken(id));
    expect(visa.claims.yearStart).to.equal('2027-11-03');
    expect(visa.claims.number).to.not.deep.equal(number);
    expect(await numberOf(melbourne, id)).to.deep.equal(visa.claims.number);
  });
});

describe('An introduction', () => {
  const ADA: MessageContent = {
    ...{ kind: 'introduction', people: 1, displayName: 'Ada L.' },
    first: calendarDate.parse('2026-11-14'),
    last: calendarDate.parse('2026-11-16'),
  };

  it('MSG-16: is kept until its last day is over everywhere, and then by neither side', async () => {
    const { network, melbourne, shanghai } = await scene();
    const order = { to: shanghai.id, programme: null, replyTo: null, content: ADA };
    await melbourne.engine.messages.send(order);
    await settle();
    const kinds = async (space: TestSpace, other: TestSpace) =>
      (await space.engine.messages.thread(other.id)).map(({ content }) => content.kind);
    const both = async () => [
      ...(await kinds(melbourne, shanghai)),
      ...(await kinds(shanghai, melbourne)),
    ];
    await sleepUntil(network, '2026-11-17T23:59:00Z');
    expect(await both()).to.deep.equal(['introduction', 'introduction']);
    await network.pass(6 * 3600);
    expect(await both()).to.deep.equal([]);
    expect(await shanghai.engine.messages.unread()).to.equal(0);
    expect(await shanghai.engine.messages.threads()).to.deep.equal([]);
  });
});
