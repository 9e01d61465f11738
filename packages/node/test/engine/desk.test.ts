/** What a desk answers and records, in a network of real nodes that all reach each other. */

import {
  calendarDate,
  type ProgrammeId,
  parseUtf8,
  type Terms,
  type Venue,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { check, found, member, request, stamp, TERMS, visit, Wallet } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;
/** Two free days a month of one home at one host. */
const HOME_TERMS: Terms = {
  ...TERMS,
  allowances: [{ days: 2, count: 'home-at-host', window: 'calendar-month' }],
};

interface Scene {
  readonly network: Network;
  readonly melbourne: TestSpace;
  readonly shanghai: TestSpace;
  readonly berlin: TestSpace;
  readonly programme: ProgrammeId;
}

async function scene(): Promise<Scene> {
  const network = new Network();
  const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
  const programme = await found(network, [melbourne, shanghai, berlin]);
  return { network, melbourne, shanghai, berlin, programme };
}

function venue(id: string, timeZone: string): Venue {
  return { id, name: id, address: '', latitude: 0, longitude: 0, timeZone, amenities: [] };
}

/** What two spaces gave to each other in the month of these tests, as one of them counts it. */
async function november(one: TestSpace, other: TestSpace) {
  const [from, to] = [calendarDate.parse('2026-11-01'), calendarDate.parse('2026-11-30')];
  const { given, received } = await one.engine.accounts.statement(other.id, from, to);
  const plain = (totals: typeof given) =>
    totals.map(({ kind, weight, count }) => `${count} ${kind} of ${weight}`);
  return { given: plain(given), received: plain(received) };
}

/** How many stamps by `host` no visa of `home` stands behind, in these years. */
async function unproven(home: TestSpace, host: TestSpace): Promise<number> {
  const [from, to] = [calendarDate.parse('2026-01-01'), calendarDate.parse('2028-12-31')];
  return (await home.engine.accounts.statement(host.id, from, to)).unproven;
}

describe('The desk', () => {
  it('gives the two free days, then the regular rate, each with what is left', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    const seen: unknown[] = [];
    for (let day = 0; day < 4; day++) {
      const { verdict, displayName } = await check(shanghai, wallet);
      const { outcome, date, left, pays } = verdict;
      seen.push([displayName, date, outcome, verdict.reasons[0].code, left.perHost, pays.kind]);
      await visit(shanghai, wallet);
      await network.pass(DAY);
    }
    expect(seen).to.deep.equal([
      ['Mia', '2026-11-02', 'free', 'FREE_DAY', { before: 2, after: 1 }, 'nothing'],
      ['Mia', '2026-11-03', 'free', 'FREE_DAY', { before: 1, after: 0 }, 'nothing'],
      ['Mia', '2026-11-04', 'paid', 'ALLOWANCE_HOST_USED', { before: 0, after: 0 }, 'regular'],
      ['Mia', '2026-11-05', 'paid', 'ALLOWANCE_HOST_USED', { before: 0, after: 0 }, 'regular'],
    ]);
  });

  it('a second scan on the same day shows the visit and makes no stamp', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    const first = await visit(shanghai, wallet);
    const { logSize } = await shanghai.engine.status();
    await network.pass(3600);
    const again = await check(shanghai, wallet);
    expect(again.verdict.sameDay).to.equal(true);
    expect(again.visit?.id).to.equal(first.id);
    expect(await stamp(shanghai, again)).to.deep.equal(first);
    expect((await shanghai.engine.status()).logSize).to.equal(logSize);
  });

  it('the same check stamped twice is one visit', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet, id } = await member(network, melbourne, 'Mia');
    const checked = await check(shanghai, wallet);
    const [first, second] = await Promise.all([stamp(shanghai, checked), stamp(shanghai, checked)]);
    expect(second).to.deep.equal(first);
    await settle();
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('two open checks of one visa with one free day left: only one of them becomes free', async () => {
    const network = new Network();
    const melbourne = await network.add('melbourne');
    const venues = [
      venue('kiritimati', 'Pacific/Kiritimati'),
      venue('honolulu', 'Pacific/Honolulu'),
    ];
    const pacific = await network.add('pacific', { profile: { venues } });
    await found(network, [melbourne, pacific]);
    const { wallet } = await member(network, melbourne, 'Mia');
    await visit(pacific, wallet, { venue: 'kiritimati' });
    await network.pass(2 * DAY);
    // One instant, two dates.
    const east = await check(pacific, wallet, { venue: 'kiritimati' });
    const west = await check(pacific, wallet, { venue: 'honolulu' });
    const dates = [east, west].map(({ verdict }) => [verdict.date, verdict.outcome]);
    expect(dates).to.deep.equal([
      ['2026-11-04', 'free'],
      ['2026-11-03', 'free'],
    ]);
    const results = await Promise.all([
      codeOfAsync(stamp(pacific, east, 'free')),
      codeOfAsync(stamp(pacific, west, 'free')),
    ]);
    expect(results).to.deep.equal([null, 'NOT_FREE']);
  });

  it('two members with one free day of their home left: only one of them gets it', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    await found(network, [melbourne, shanghai], HOME_TERMS);
    const people = [];
    for (const name of ['Mia', 'Ned', 'Ola']) people.push(await member(network, melbourne, name));
    const checks = [];
    for (const { wallet } of people) checks.push(await check(shanghai, wallet));
    const results = await Promise.all(
      checks.map((one) => codeOfAsync(stamp(shanghai, one, 'free'))),
    );
    expect(results).to.deep.equal([null, null, 'NOT_FREE']);
  });

  it('free is refused where the verdict is paid; paid and courtesy are the host’s to say', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    for (let day = 0; day < 2; day++) {
      await visit(shanghai, wallet);
      await network.pass(DAY);
    }
    const checked = await check(shanghai, wallet);
    expect(await codeOfAsync(stamp(shanghai, checked, 'free'))).to.equal('NOT_FREE');
    expect((await stamp(shanghai, checked, 'courtesy')).kind).to.equal('courtesy');
  });

  it('a check lasts for 15 minutes', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    const checked = await check(shanghai, wallet);
    await network.pass(15 * 60 + 1);
    expect(await codeOfAsync(stamp(shanghai, checked))).to.equal('NOT_FOUND');
    const fresh = await check(shanghai, wallet);
    await network.pass(15 * 60);
    expect((await stamp(shanghai, fresh)).kind).to.equal('free');
  });

  it('a visit that is voided gives its free day back, at every space', async () => {
    const { network, melbourne, shanghai, berlin } = await scene();
    const { wallet, id } = await member(network, melbourne, 'Mia');
    const mistaken = await visit(shanghai, wallet);
    expect((await check(berlin, wallet)).verdict.left.perProgramme?.before).to.equal(4);
    const undone = await shanghai.engine.desk.void(mistaken.id);
    expect(undone.voidIndex).to.be.a('number');
    await network.syncAll();
    expect((await check(berlin, wallet)).verdict.left.perProgramme?.before).to.equal(5);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
    expect((await melbourne.engine.home.visits(id))[0]?.voided).to.equal(true);
    // The index stays used: the next visit takes the next one.
    await network.pass(DAY);
    expect((await visit(shanghai, wallet)).k).to.equal(1);
  });

  it('a visit may be entered again on the day on which it was voided', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    await shanghai.engine.desk.void((await visit(shanghai, wallet)).id);
    await network.pass(60);
    const again = await visit(shanghai, wallet);
    expect(again).to.include({ kind: 'free', k: 1, date: '2026-11-02' });
  });

  it('a visit is corrected within the hours that the terms leave for it', async () => {
    const terms = { ...TERMS, lateEntry: { days: 2, correctWithinHours: 24 } };
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    await found(network, [melbourne, shanghai], terms);
    const { wallet } = await member(network, melbourne, 'Mia');
    const first = await visit(shanghai, wallet);
    await network.pass(DAY);
    expect((await shanghai.engine.desk.void(first.id)).voidIndex).to.be.a('number');
    const third = await visit(shanghai, wallet);
    await network.pass(DAY + 1);
    expect(await codeOfAsync(shanghai.engine.desk.void(third.id))).to.equal('CONFLICT');
  });

  it('STAMP-9: a visit is voided on its date or the two after it, and no later', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    const mistaken = await visit(shanghai, wallet);
    await network.pass(3 * DAY, DAY);
    expect(await codeOfAsync(shanghai.engine.desk.void(mistaken.id))).to.equal('CONFLICT');
  });

  it('half days count a half each', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    const first = await visit(shanghai, wallet, { halfDay: true });
    expect(first).to.include({ kind: 'free', weight: 0.5 });
    await network.pass(DAY);
    const { verdict } = await check(shanghai, wallet);
    expect(verdict.left).to.deep.include({
      perHost: { before: 1.5, after: 0.5 },
      perProgramme: { before: 4.5, after: 3.5 },
    });
  });

  it('a printed card is free with a grant of its home only, and its holder’s face is looked at', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { id } = await member(network, melbourne, 'Rosa', { isStatic: true });
    const token = await melbourne.engine.home.staticToken(id);
    const checked = await shanghai.engine.desk.check(request(token));
    expect(checked.verdict).to.include({ outcome: 'paid', askGrant: 'needed' });
    expect(checked.verdict.shows).to.deep.equal([{ code: 'PHOTO_ID' }]);
    const asked = await shanghai.engine.desk.askGrant(checked.id);
    expect(asked).to.include({ grant: 'had' });
    expect(asked.verdict.outcome).to.equal('free');
    await stamp(shanghai, asked);
    await network.syncAll();
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('a printed card without a grant pays, and the visit is in the statement of both', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { id } = await member(network, melbourne, 'Rosa', { isStatic: true });
    const token = await melbourne.engine.home.staticToken(id);
    await stamp(shanghai, await shanghai.engine.desk.check(request(token)));
    await network.syncAll();
    expect(await november(shanghai, melbourne)).to.deep.equal({
      given: ['1 paid of 1'],
      received: [],
    });
    expect(await november(melbourne, shanghai)).to.deep.equal({
      given: [],
      received: ['1 paid of 1'],
    });
    // Nothing proves whose visit it was, so it is in nobody's usage; the desk knows it all the
    // same.
    expect(await melbourne.engine.home.visits(id)).to.deep.equal([]);
    const again = await shanghai.engine.desk.check(request(token));
    expect(again.verdict.sameDay).to.equal(true);
  });

  it('DESK-1: takes one presentation for one day, also just after midnight', async () => {
    const { network, melbourne, shanghai } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    await network.pass(DAY - (network.now % DAY) - 12);
    const token = wallet.present();
    const late = await shanghai.engine.desk.check(request(token));
    await stamp(shanghai, late);
    const again = await shanghai.engine.desk.check(request(token));
    expect(again.verdict.sameDay).to.equal(true);
    await network.pass(20);
    const tomorrow = shanghai.engine.desk.check(request(token));
    expect(await codeOfAsync(tomorrow)).to.equal('PRESENTATION_USED');
    const fresh = await check(shanghai, wallet);
    expect([late.date, fresh.date]).to.deep.equal(['2026-11-02', '2026-11-03']);
    expect((await stamp(shanghai, fresh)).kind).to.equal('free');
  });

  it('refuses, each with its own code: own member, stale, other host, other purpose, expired, noise', async () => {
    const { network, melbourne, shanghai, berlin } = await scene();
    const { wallet } = await member(network, melbourne, 'Mia');
    const at = (host: TestSpace, token: string) =>
      codeOfAsync(host.engine.desk.check(request(token)));
    expect(await at(melbourne, wallet.present())).to.equal('OWN_MEMBER');
    const screenshot = wallet.present();
    const bound = wallet.present({ host: berlin });
    expect(await at(shanghai, bound)).to.equal('PRESENTATION_OTHER_HOST');
    expect(await at(berlin, bound)).to.equal(null);
    expect(await at(shanghai, wallet.present({ purpose: 'renew' }))).to.equal(
      'PRESENTATION_OTHER_PURPOSE',
    );
    await network.pass(180);
    expect(await at(shanghai, screenshot)).to.equal('PRESENTATION_STALE');
    expect(await at(shanghai, wallet.present({ at: network.now + 61 }))).to.equal(
      'PRESENTATION_FROM_FUTURE',
    );
    expect(await at(shanghai, 'CV1:NOISE')).to.be.a('string');
    await network.pass(30 * DAY, DAY);
    expect(await at(shanghai, wallet.present())).to.equal('VISA_EXPIRED');
  });

  it('a visa of a space of no shared programme is of an unknown space', async () => {
    const { network, shanghai } = await scene();
    const lisbon = await network.add('lisbon');
    const { wallet } = await member(network, lisbon, 'Luís');
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('SPACE_UNKNOWN');
  });

  it('a stamp copied by another host into its own log counts nowhere', async () => {
    const { network, melbourne, shanghai, berlin, programme } = await scene();
    const { wallet, id } = await member(network, melbourne, 'Mia');
    await visit(shanghai, wallet);
    await network.syncAll();
    const [original] = await berlin.store.entriesOfTypes(['stamp'], null, 1);
    const copy = await ScriptedLog.of(berlin);
    const held = copy.lines.length;
    copy.add(parseUtf8(original?.bytes ?? new Uint8Array()));
    await melbourne.engine.gossip.answer(berlin.id, bodyOf(programme, [[copy, held]]));
    expect((await melbourne.engine.logs.verify(berlin.id)).size).to.equal(held + 1);
    const visits = await melbourne.engine.home.visits(id);
    expect(visits.map(({ hostName }) => hostName)).to.deep.equal(['shanghai']);
    expect(await melbourne.engine.accounts.doubleVisits()).to.deep.equal([]);
    expect(await unproven(melbourne, shanghai)).to.equal(0);
    expect(await unproven(melbourne, berlin), 'seen by the home').to.equal(1);
  });

  it('STMT-3: an honest host’s stamps are proven over voids, new phones and a new visa year', async () => {
    const { network, melbourne, shanghai } = await scene();
    let { wallet, id } = await member(network, melbourne, 'Mia');
    const newPhone = async (label: string) => {
      const { claimCode } = await melbourne.engine.home.reissue(id);
      wallet = new Wallet(network, melbourne, label);
      await wallet.claim(claimCode ?? '');
    };
    const mistaken = await visit(shanghai, wallet);
    await shanghai.engine.desk.void(mistaken.id);
    const [number] = [wallet.read.claims.number];
    for (let phone = 0; phone < 5; phone++) {
      await network.pass(DAY);
      await visit(shanghai, wallet);
      await newPhone(`phone ${phone}`);
    }
    expect(wallet.read.claims.number, 'a new number after four phones').to.not.deep.equal(number);
    await network.syncAll();
    expect(await unproven(melbourne, shanghai)).to.equal(0);
    await network.pass(370 * DAY, 10 * DAY);
    await newPhone('next year');
    await visit(shanghai, wallet);
    await network.syncAll();
    expect(await unproven(melbourne, shanghai)).to.equal(0);
    await network.pass(30 * DAY, 10 * DAY);
    await network.pass(10 * DAY, DAY);
    await newPhone('after the numbers of the first year are erased');
    const [from, to] = [calendarDate.parse('2026-01-01'), calendarDate.parse('2028-12-31')];
    const statement = await melbourne.engine.accounts.statement(shanghai.id, from, to);
    expect(statement).to.include({ unproven: 0, unprovenFrom: '2027-11-02' });
    const held = await melbourne.store.member(id);
    expect(held?.earlier).to.deep.equal([]);
  });

  it('both sides of a pair count the same statement', async () => {
    const { network, melbourne, shanghai } = await scene();
    const mia = await member(network, melbourne, 'Mia');
    const lin = await member(network, shanghai, 'Lin');
    for (let day = 0; day < 3; day++) {
      await visit(shanghai, mia.wallet);
      await network.pass(DAY);
    }
    await visit(melbourne, lin.wallet, { halfDay: true });
    await network.syncAll();
    expect(await november(melbourne, shanghai)).to.deep.equal({
      given: ['1 free of 0.5'],
      received: ['2 free of 1', '1 paid of 1'],
    });
    expect(await november(shanghai, melbourne)).to.deep.equal({
      given: ['2 free of 1', '1 paid of 1'],
      received: ['1 free of 0.5'],
    });
  });

  it('the free days of one home at one host are counted over all its members', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    await found(network, [melbourne, shanghai], HOME_TERMS);
    const kinds: string[] = [];
    for (const name of ['Mia', 'Ned', 'Ola']) {
      const { wallet } = await member(network, melbourne, name);
      kinds.push((await visit(shanghai, wallet)).kind);
    }
    expect(kinds).to.deep.equal(['free', 'free', 'paid']);
  });
});
