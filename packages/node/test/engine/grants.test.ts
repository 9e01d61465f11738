/**
 * Grants: where the home is in reach, a limit holds to the day; where it is not, the desk goes on
 * without.
 */

import {
  encodeBase64url,
  encodeUtf8,
  type ProgrammeId,
  parseGrant,
  parseUtf8,
  utcDate,
} from '@covisa/protocol';
import { expect } from 'chai';
import type { GrantAnswer } from '../../dist/engine/services.js';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { check, found, member, stamp, TERMS, visit, type Wallet } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;
const NONE = new Uint8Array();
const HOSTS = ['shanghai', 'berlin', 'lisbon'] as const;

interface Scene {
  readonly network: Network;
  readonly melbourne: TestSpace;
  readonly hosts: readonly [TestSpace, TestSpace, TestSpace];
  readonly wallet: Wallet;
  readonly id: string;
  readonly programme: ProgrammeId;
  /** Asks the home as one of the hosts. */
  ask(
    host: TestSpace,
    more?: { date?: number; halfDay?: boolean; k?: number },
  ): Promise<GrantAnswer>;
}

/** A home, three hosts, and terms of `days` free days in the whole programme. */
async function scene(days = 1): Promise<Scene> {
  const network = new Network();
  const melbourne = await network.add('melbourne');
  const hosts = await network.addAll(HOSTS);
  const programme = await found(network, [melbourne, ...hosts], {
    ...TERMS,
    allowances: [{ days, count: 'programme', window: 'visa-year' }],
    lateEntry: { days: 2 },
  });
  const mia = await member(network, melbourne, 'Mia');
  const ask: Scene['ask'] = (host, { date = network.now, halfDay = false, k = 0 } = {}) =>
    melbourne.engine.home.grant(host.id, {
      token: mia.wallet.present(),
      k,
      date: utcDate(date),
      venue: 'main',
      programme,
      halfDay,
    });
  return { network, melbourne, hosts, programme, ...mia, ask };
}

/** From now on the home takes the lowest index that it knows to be free. Gives what it did. */
function looksAtNoProposal({ engine: { home } }: TestSpace) {
  const give = home.grant.bind(home);
  home.grant = (host, request) => give(host, { ...request, k: 0 });
  return give;
}

function bytesOf(answer: GrantAnswer): string {
  return answer.granted ? encodeBase64url(answer.grant) : answer.code;
}

describe('A grant', () => {
  it('makes the limit exact when two hosts ask at the same instant', async () => {
    const { hosts, wallet } = await scene();
    const [shanghai, berlin] = hosts;
    const first = await check(shanghai, wallet);
    const second = await check(berlin, wallet);
    expect([first.verdict.outcome, second.verdict.outcome]).to.deep.equal(['free', 'free']);
    const [there, here] = await Promise.all([
      shanghai.engine.desk.askGrant(first.id),
      berlin.engine.desk.askGrant(second.id),
    ]);
    expect([there.grant, here.grant]).to.deep.equal(['had', 'refused']);
    expect([there.verdict.outcome, here.verdict.outcome]).to.deep.equal(['free', 'paid']);
    expect(there.verdict.sureness.level).to.equal('exact');
    expect((await stamp(shanghai, there, 'free')).kind).to.equal('free');
    expect(await codeOfAsync(stamp(berlin, here, 'free'))).to.equal('NOT_FREE');
  });

  it('GRANT-6: is the same bytes when it is asked for again', async () => {
    const { network, hosts, ask } = await scene();
    const first = bytesOf(await ask(hosts[0]));
    await network.pass(60);
    expect(bytesOf(await ask(hosts[0]))).to.equal(first);
    expect(first).to.have.length.greaterThan(100);
  });

  it('names the index, the host and the date of its visit, and the stamp takes that index', async () => {
    const { network, hosts, wallet } = await scene(3);
    const [shanghai, berlin] = hosts;
    const first = await shanghai.engine.desk.askGrant((await check(shanghai, wallet)).id);
    const second = await berlin.engine.desk.askGrant((await check(berlin, wallet)).id);
    expect((await stamp(berlin, second)).k).to.equal(1);
    expect((await stamp(shanghai, first)).k).to.equal(0);
    await network.syncAll();
    expect(await shanghai.engine.accounts.doubleVisits()).to.deep.equal([]);
  });

  it('GRANT-14: names the index that the host proposes, which may hold a stamp of which its home has not heard', async () => {
    const { network, melbourne, hosts, wallet, ask } = await scene(3);
    const [shanghai, berlin, lisbon] = hosts;
    network.cut([melbourne], hosts);
    expect(await visit(shanghai, wallet)).to.include({ k: 0 });
    expect(await ask(berlin, { k: 1 })).to.include({ granted: true, k: 1 });
    expect(await ask(lisbon, { k: 900 })).to.include({ granted: true, k: 0 });
  });

  it('GRANT-15: is not used by a host that has a stamp under its index', async () => {
    const { network, melbourne, hosts, wallet } = await scene(3);
    const [shanghai] = hosts;
    network.cut([melbourne], hosts);
    expect(await visit(shanghai, wallet)).to.include({ k: 0 });
    await network.pass(DAY);
    network.heal();
    const give = looksAtNoProposal(melbourne);
    const asked = await shanghai.engine.desk.askGrant((await check(shanghai, wallet)).id);
    expect(asked.grant).to.equal('unreachable');
    expect(await stamp(shanghai, asked, 'free')).to.include({ k: 1 });
    await network.pass(DAY);
    melbourne.engine.home.grant = give;
    const next = await shanghai.engine.desk.askGrant((await check(shanghai, wallet)).id);
    expect(next.grant, 'another index').to.equal('had');
  });

  it('GRANT-15: is not used by a host of which a visit under its index waits for its log', async () => {
    const { network, melbourne, hosts, wallet } = await scene(3);
    const [shanghai, ...others] = hosts;
    network.cut([shanghai], others);
    await shanghai.restore(shanghai.backup(), null);
    expect(await visit(shanghai, wallet)).to.include({ k: 0, index: null });
    looksAtNoProposal(melbourne);
    const yesterday = await check(shanghai, wallet, { date: utcDate(network.now - DAY) });
    const asked = await shanghai.engine.desk.askGrant(yesterday.id);
    expect(asked.grant).to.equal('unreachable');
    expect(await stamp(shanghai, asked, 'courtesy')).to.include({ k: 1 });
  });

  it('that is not used lapses at the end of the next day, and frees its day and index', async () => {
    const { network, hosts, ask } = await scene();
    const [shanghai, berlin] = hosts;
    expect((await ask(shanghai)).granted).to.equal(true);
    expect(bytesOf(await ask(berlin))).to.equal('ALLOWANCE_PROGRAMME_USED');
    // 4 November, 12:00 UTC: the end of 3 November is over everywhere on earth.
    await network.pass(2 * DAY + 3 * 3600 - 1);
    expect(bytesOf(await ask(berlin))).to.equal('ALLOWANCE_PROGRAMME_USED');
    await network.pass(1);
    const later = await ask(berlin);
    expect(later).to.include({ granted: true, k: 0 });
  });

  it('GRANT-7: is one of at most eight that are open', async () => {
    const { network, hosts, ask } = await scene(20);
    const [first, second, third] = hosts;
    const asked: string[] = [];
    for (const host of [first, second, third]) {
      for (const day of [0, 1, 2]) {
        const answer = await ask(host, { date: network.now - day * DAY });
        asked.push(answer.granted ? 'granted' : answer.code);
      }
    }
    expect(asked.slice(0, 8)).to.deep.equal(Array(8).fill('granted'));
    expect(asked[8]).to.equal('GRANTS_OPEN');
  });

  it('GRANT-8, GRANT-9, GRANT-10: is refused with the reason: no day left, a date too far, the same day, no shared programme', async () => {
    const { network, melbourne, hosts, wallet, ask } = await scene();
    const [shanghai, berlin] = hosts;
    expect(bytesOf(await ask(shanghai, { date: network.now + 30 * DAY }))).to.equal('DATE_TOO_FAR');
    // Before the terms are asked, which have a word of their own for a visit entered so late.
    expect(bytesOf(await ask(shanghai, { date: network.now - 7 * DAY }))).to.equal('DATE_TOO_FAR');
    await visit(shanghai, wallet);
    expect(bytesOf(await ask(shanghai))).to.equal('SAME_DAY');
    expect(bytesOf(await ask(berlin))).to.equal('ALLOWANCE_PROGRAMME_USED');
    const oslo = await network.add('oslo');
    expect(bytesOf(await ask(oslo))).to.equal('SPACE_UNKNOWN');
    await melbourne.engine.home.setStatus(
      (await melbourne.engine.home.list())[0]?.id ?? '',
      'paused',
    );
    expect(bytesOf(await ask(berlin))).to.equal('MEMBER_INACTIVE');
  });

  it('GRANT-4: is for no day that has not begun at the venue', async () => {
    const { network, hosts, ask } = await scene(3);
    const tomorrow = await ask(hosts[0], { date: network.now + DAY });
    expect(bytesOf(tomorrow)).to.equal('DATE_TOO_FAR');
    expect((await ask(hosts[0])).granted).to.equal(true);
  });

  it('GRANT-5: is one for one presentation: not for another date, nor for another host', async () => {
    const { network, melbourne, hosts, wallet, programme } = await scene(3);
    const [shanghai, berlin] = hosts;
    const token = wallet.present();
    const ask = async (host: TestSpace, date: number) => {
      const visit = { k: 0, date: utcDate(date), venue: 'main', programme, halfDay: false };
      const answer = await melbourne.engine.home.grant(host.id, { token, ...visit });
      return answer.granted ? 'granted' : answer.code;
    };
    expect(await ask(shanghai, network.now)).to.equal('granted');
    expect(await ask(shanghai, network.now - DAY)).to.equal('PROOF_USED');
    expect(await ask(berlin, network.now)).to.equal('PROOF_USED');
    expect(await ask(shanghai, network.now)).to.equal('granted');
  });

  it('of half a day that is asked for whole is given anew under its index', async () => {
    const { hosts, ask } = await scene(3);
    const half = await ask(hosts[0], { halfDay: true });
    const whole = await ask(hosts[0]);
    const again = await ask(hosts[0], { halfDay: true });
    const weights = [half, whole, again].map((one) =>
      one.granted ? [one.k, parseGrant(one.grant).claims.weight] : one.code,
    );
    expect(weights).to.deep.equal([
      [0, 0.5],
      [0, 1],
      [0, 1],
    ]);
  });

  it('GRANT-11: is refused to a dead visa, of which the host has not heard yet', async () => {
    const { network, melbourne, hosts, wallet, id } = await scene();
    const [shanghai] = hosts;
    const others = [melbourne, ...hosts];
    const ask = async () => {
      const checked = await check(shanghai, wallet);
      const asked = await shanghai.engine.desk.askGrant(checked.id);
      const { outcome, reasons } = asked.verdict;
      return [checked.verdict.outcome, asked.grant, outcome, reasons[0].code];
    };
    network.cut([shanghai], others);
    await melbourne.engine.home.setStatus(id, 'paused');
    await settle();
    network.heal();
    expect(await ask()).to.deep.equal(['free', 'refused', 'paid', 'HOME_REFUSED']);
    network.cut([shanghai], others);
    await melbourne.engine.home.setStatus(id, 'active');
    await settle();
    network.heal();
    // The visa that was paused stays dead; the phone fetches a fresh one.
    expect(await ask()).to.deep.equal(['free', 'refused', 'paid', 'HOME_REFUSED']);
    await network.pass(2);
    await wallet.renew();
    expect(await ask()).to.deep.equal(['free', 'had', 'free', 'FREE_DAY']);
  });

  /** The home has lost its last entry, and may not write until its peers have answered. */
  async function restored({ network, melbourne, hosts }: Scene): Promise<void> {
    const backup = melbourne.backup();
    await melbourne.engine.changeProfile({ name: 'Melbourne' });
    network.cut([melbourne], hosts);
    await melbourne.restore(backup, melbourne.headFile.bytes);
    expect((await melbourne.engine.status()).mode).to.equal('recovering');
  }

  it('GRANT-11, GRANT-12: is refused to a dead visa also by a home that may not write', async () => {
    const all = await scene();
    const { network, melbourne, hosts, wallet, id, ask } = all;
    const [shanghai] = hosts;
    await melbourne.engine.home.setStatus(id, 'paused');
    await restored(all);
    expect(bytesOf(await ask(shanghai))).to.equal('MEMBER_INACTIVE');
    await melbourne.engine.home.setStatus(id, 'active');
    expect(bytesOf(await ask(shanghai))).to.equal('VISA_REVOKED');
    await network.pass(2);
    await wallet.renew();
    expect(await codeOfAsync(ask(shanghai))).to.equal('NOT_READY');
  });

  it('is refused to who is paused while the home may not write, and the others hear of it later', async () => {
    const all = await scene();
    const { network, melbourne, hosts, wallet, id, ask } = all;
    const [shanghai] = hosts;
    await restored(all);
    expect((await melbourne.engine.home.setStatus(id, 'paused')).status).to.equal('paused');
    expect((await melbourne.engine.home.show(id)).status).to.equal('paused');
    expect(bytesOf(await ask(shanghai))).to.equal('MEMBER_INACTIVE');
    const { logSize } = await melbourne.engine.status();
    await melbourne.restart();
    network.heal();
    await network.syncAll(3);
    expect((await melbourne.engine.status()).mode).to.equal('ready');
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    await melbourne.restart();
    expect((await melbourne.engine.status()).logSize, 'said once').to.equal(logSize + 1);
  });

  it('needs a fresh presentation that another host’s does not serve for', async () => {
    const { network, melbourne, hosts, wallet } = await scene();
    const [shanghai, berlin] = hosts;
    const [shared] = await melbourne.engine.programmes.list();
    if (!shared) throw new Error('programme');
    const ask = (token: string) =>
      codeOfAsync(
        melbourne.engine.home.grant(shanghai.id, {
          token,
          k: 0,
          date: utcDate(network.now),
          venue: 'main',
          programme: shared.id,
          halfDay: false,
        }),
      );
    expect(await ask(wallet.present({ host: berlin }))).to.equal('PRESENTATION_OTHER_HOST');
    expect(await ask(wallet.present({ purpose: 'renew' }))).to.equal('PRESENTATION_OTHER_PURPOSE');
    expect(await ask(wallet.present({ at: network.now - 121 }))).to.equal('PRESENTATION_STALE');
    expect(await ask(wallet.present({ host: shanghai }))).to.equal(null);
  });

  it('is done without where the home is stopped, cut off or slow, and the verdict says so', async () => {
    const { network, melbourne, hosts, wallet } = await scene();
    const [shanghai] = hosts;
    const ask = async () => {
      const { grant, verdict } = await shanghai.engine.desk.askGrant(
        (await check(shanghai, wallet)).id,
      );
      return [grant, verdict.outcome, verdict.sureness.level];
    };
    const without = ['unreachable', 'free', 'home-unreachable'];
    network.slowDown(melbourne, 1501);
    expect(await ask()).to.deep.equal(without);
    network.slowDown(melbourne, 1500);
    network.cut([melbourne], [shanghai]);
    expect(await ask()).to.deep.equal(without);
    network.heal();
    await melbourne.stop();
    expect(await ask()).to.deep.equal(without);
    await melbourne.start();
    expect(await ask()).to.deep.equal(['had', 'free', 'exact']);
  });

  it('of a home that only calls out is never had', async () => {
    const network = new Network();
    const shanghai = await network.add('shanghai');
    const bath = await network.add('bath', { isPublic: false });
    await found(network, [shanghai, bath]);
    const { wallet } = await member(network, bath, 'Ben');
    await network.syncAll();
    const asked = await shanghai.engine.desk.askGrant((await check(shanghai, wallet)).id);
    expect(asked.grant).to.equal('unreachable');
    expect(asked.verdict.outcome).to.equal('free');
  });

  it('that its home did not sign for this visit is refused, and the visit is judged without', async () => {
    const { melbourne, hosts, wallet, ask } = await scene(3);
    const [shanghai, berlin] = hosts;
    const ofAnother = await ask(berlin);
    const spoilt: readonly [string, (grant: Uint8Array) => Uint8Array, string][] = [
      ['of another host', () => (ofAnother.granted ? ofAnother.grant : NONE), 'GRANT_INVALID'],
      [
        'with another signature',
        (grant) => grant.with(-1, (grant.at(-1) ?? 0) ^ 1),
        'GRANT_INVALID',
      ],
      ['noise', () => new Uint8Array(90).fill(7), 'CBOR_INVALID'],
    ];
    for (const [name, spoil, code] of spoilt) {
      const checked = await check(shanghai, wallet);
      melbourne.script = async (_path, body) => {
        const answer = await melbourne.engine.home.grant(shanghai.id, JSON.parse(parseUtf8(body)));
        const grant = answer.granted ? answer.grant : NONE;
        return encodeUtf8(JSON.stringify({ ...answer, grant: encodeBase64url(spoil(grant)) }));
      };
      const without = await shanghai.engine.desk.askGrant(checked.id);
      expect(shanghai.events.events.at(-1), name).to.deep.include({
        event: 'grant-invalid',
        fields: { home: melbourne.id, code },
      });
      melbourne.script = null;
      expect(without.grant, name).to.equal('unreachable');
      expect(without.verdict.sureness.level, name).to.equal('home-unreachable');
    }
  });

  it('is not had from an answer that is none', async () => {
    const { melbourne, hosts, wallet } = await scene();
    const [shanghai] = hosts;
    for (const text of [
      'no JSON',
      '{}',
      '{"granted":true,"k":0}',
      '{"granted":true,"grant":"+","k":0}',
    ]) {
      const checked = await check(shanghai, wallet);
      melbourne.script = async () => encodeUtf8(text);
      const asked = await shanghai.engine.desk.askGrant(checked.id);
      expect(asked.grant, text).to.equal('unreachable');
    }
  });
});
