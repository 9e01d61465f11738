/**
 * What members may ask of their home: another number, a move to a new phone, a visit put right, to
 * be forgotten.
 */

import { assembleVisa, calendarDate, spaceId, visaToSign } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { check, found, member, visit, Wallet } from './support/people.js';

const DAY = 86_400;

async function scene() {
  const network = new Network();
  const [melbourne, shanghai, leipzig] = await network.addAll(['melbourne', 'shanghai', 'leipzig']);
  await found(network, [melbourne, shanghai, leipzig]);
  return { network, melbourne, shanghai, leipzig, ...(await member(network, melbourne, 'Mia')) };
}

const rekey = (wallet: Wallet) => wallet.present({ purpose: 'rekey' });
const renumber = (wallet: Wallet) => wallet.present({ purpose: 'renumber' });
const erase = (wallet: Wallet) => wallet.present({ purpose: 'erase' });

describe('A new visa number on request', () => {
  it('is had at once; the old one is dead after a sync, and free days need a grant', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const old = wallet.read.claims.number;
    const before = wallet.present();
    wallet.visa = await melbourne.engine.wallets.renumber(renumber(wallet));
    expect(wallet.read.claims.number).to.not.deep.equal(old);
    expect(wallet.read.claims.ask).to.equal(true);
    await network.syncAll(1);
    const { desk } = shanghai.engine;
    const showing = { token: before, venue: null, halfDay: false, party: 0, notice: false };
    const late = desk.check({ ...showing, date: null, scannedAt: null });
    expect(await codeOfAsync(late)).to.equal('VISA_REVOKED');
    const checked = await check(shanghai, wallet);
    expect(checked.verdict).to.include({ outcome: 'paid', askGrant: 'needed' });
    expect((await desk.askGrant(checked.id)).verdict.outcome).to.equal('free');
  });

  it('does not make used days unused, nor those that a host has a grant for', async () => {
    const { network, melbourne, shanghai, leipzig, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.pass(DAY);
    await visit(shanghai, wallet);
    await network.pass(DAY);
    await leipzig.engine.desk.askGrant((await check(leipzig, wallet)).id);
    await network.syncAll(1);
    wallet.visa = await melbourne.engine.wallets.renumber(renumber(wallet));
    await network.syncAll(1);
    const checked = await check(shanghai, wallet);
    const asked = await shanghai.engine.desk.askGrant(checked.id);
    expect(asked).to.include({ grant: 'refused' });
    expect(asked.verdict.outcome).to.equal('paid');
    const told = await melbourne.engine.wallets.overview(wallet.present({ purpose: 'renew' }));
    expect(told.days.map(({ host }) => host)).to.deep.equal([shanghai.id, shanghai.id]);
    expect(told.granted.map(({ host }) => host)).to.deep.equal([leipzig.id]);
  });

  it('that the owner gave reaches the phone when it renews with the old one', async () => {
    const { melbourne, wallet, id } = await scene();
    const old = wallet.read.claims.number;
    await melbourne.engine.home.renumber(id);
    expect(await codeOfAsync(melbourne.engine.wallets.move(rekey(wallet)))).to.equal('NOT_FOUND');
    await wallet.renew();
    expect(wallet.read.claims.number).to.not.deep.equal(old);
  });

  it('is not looked for by a visa that the home did not sign', async () => {
    const { melbourne, shanghai, wallet, id } = await scene();
    const { claims } = wallet.read;
    await melbourne.engine.home.renumber(id);
    const { payload } = visaToSign(claims, melbourne.id);
    wallet.visa = assembleVisa(payload, new Uint8Array(64).fill(1));
    expect(await codeOfAsync(wallet.renew())).to.equal('NOT_FOUND');
    const elsewhere = shanghai.engine.wallets.renew(wallet.present({ purpose: 'renew' }));
    expect(await codeOfAsync(elsewhere)).to.equal('NOT_FOUND');
  });

  it('CLAIM-7: is had ten times in a visa year, and for a proof of that purpose only', async () => {
    const { network, melbourne, wallet } = await scene();
    const ask = (token: string) => melbourne.engine.wallets.renumber(token);
    for (let time = 0; time < 10; time++) {
      wallet.visa = await ask(renumber(wallet));
      await network.pass(2);
    }
    expect(await codeOfAsync(ask(renumber(wallet)))).to.equal('CONFLICT');
    const code = await codeOfAsync(ask(wallet.present({ purpose: 'renew' })));
    expect(code).to.equal('PRESENTATION_OTHER_PURPOSE');
  });
});

describe('A move to a new phone', () => {
  it('gives a code; its claim keeps the count and kills the old key', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.pass(DAY);
    const { claimCode } = await melbourne.engine.wallets.move(rekey(wallet));
    const next = new Wallet(network, melbourne, 'next');
    await next.claim(claimCode ?? '');
    await network.syncAll(1);
    expect((await check(shanghai, next)).verdict.left.perHost?.before).to.equal(1);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    const again = melbourne.engine.wallets.move(rekey(wallet));
    expect(await codeOfAsync(again)).to.equal('PRESENTATION_FORGED');
  });

  it('CLAIM-5: has a code for a quarter of an hour, which the phone can take back', async () => {
    const { network, melbourne, wallet } = await scene();
    const { wallets } = melbourne.engine;
    const next = new Wallet(network, melbourne, 'next');
    const { claimCode, claimLapses } = await wallets.move(rekey(wallet));
    expect((claimLapses ?? 0) - network.now).to.equal(900);
    await wallets.withdrawMove(rekey(wallet));
    expect(await codeOfAsync(next.claim(claimCode ?? ''))).to.equal('NOT_FOUND');
    const late = await wallets.move(rekey(wallet));
    await network.pass(900);
    expect(await codeOfAsync(next.claim(late.claimCode ?? ''))).to.equal('NOT_FOUND');
  });

  it('CLAIM-4: leaves a code of the owner’s alone, until that has lapsed or served', async () => {
    const { network, melbourne, wallet, id } = await scene();
    const { wallets, home } = melbourne.engine;
    const { claimCode } = await home.reissue(id);
    expect(await codeOfAsync(wallets.move(rekey(wallet)))).to.equal('CONFLICT');
    await wallets.withdrawMove(rekey(wallet));
    const next = new Wallet(network, melbourne, 'next');
    await next.claim(claimCode ?? '');
    const moved = await wallets.move(rekey(next));
    // Used already, it cannot be taken back: the phone that has it may ask once more.
    const last = new Wallet(network, melbourne, 'last');
    await last.claim(moved.claimCode ?? '');
    await wallets.withdrawMove(rekey(last));
    await last.claim(moved.claimCode ?? '');
    await home.reissue(id);
    await network.pass(8 * DAY);
    expect((await wallets.move(rekey(last))).claimCode).to.match(/^[0-9A-Z]{10}$/);
  });
});

describe('Requests to the owner', () => {
  const date = calendarDate.parse('2026-11-02');

  it('are listed newest first, until they are done', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    const { wallets, requests } = melbourne.engine;
    await visit(shanghai, wallet);
    const complaint = () => wallet.present({ purpose: 'complaint' });
    const objection = { host: shanghai.id, date, note: 'I was at home.' };
    await wallets.object(complaint(), { ...objection, note: 'First thought.' });
    await wallets.object(complaint(), objection);
    await network.pass(60);
    await wallets.wishErasure(erase(wallet));
    const [wish, other, ...more] = await requests.list();
    expect(more).to.deep.equal([]);
    expect(wish).to.include({ kind: 'erasure', member: id, memberName: 'Mia', done: null });
    expect(other).to.include({ kind: 'objection', hostName: 'shanghai', ...objection });
    const done = await requests.done(other?.id ?? '');
    expect(done.done).to.equal(network.now);
    expect(await codeOfAsync(requests.done('none'))).to.equal('NOT_FOUND');
    expect(await codeOfAsync(wallets.object(rekey(wallet), objection))).to.equal(
      'PRESENTATION_OTHER_PURPOSE',
    );
  });

  it('WALLET-7, WALLET-8: are about visits that the home knows, and of one phone do not pile up', async () => {
    const { network, melbourne, shanghai, leipzig, wallet } = await scene();
    const { wallets, requests } = melbourne.engine;
    const object = (host: string, on: string) =>
      wallets.object(wallet.present({ purpose: 'complaint' }), {
        ...{ host: spaceId.parse(host), date: calendarDate.parse(on), note: '' },
      });
    expect(await codeOfAsync(object(shanghai.id, '2026-11-02'))).to.equal('REQUEST_INVALID');
    for (let day = 2; day <= 12; day++) {
      for (const host of [shanghai, leipzig]) await visit(host, wallet);
      await network.pass(DAY);
      await network.syncAll(1);
    }
    for (let day = 2; day <= 11; day++) {
      const on = `2026-11-${String(day).padStart(2, '0')}`;
      for (const host of [shanghai, leipzig]) await object(host.id, on);
    }
    expect(await codeOfAsync(object(shanghai.id, '2026-11-12'))).to.equal('CONFLICT');
    expect(await requests.list()).to.have.length(20);
    // The wish to be erased is heard all the same, and is one wish.
    for (let time = 0; time < 2; time++) await wallets.wishErasure(erase(wallet));
    expect((await requests.list()).map(({ kind }) => kind).slice(0, 2)).to.deep.equal([
      ...['erasure', 'objection'],
    ]);
  });
});

describe('An erased member', () => {
  it('is gone at home, has a dead visa, and is a number in the statements', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    await visit(shanghai, wallet);
    await melbourne.engine.wallets.wishErasure(erase(wallet));
    await network.pass(DAY);
    await network.syncAll(1);
    await melbourne.engine.home.erase(id);
    await network.syncAll(1);
    expect(await melbourne.engine.home.list()).to.deep.equal([]);
    expect(await melbourne.engine.requests.list()).to.deep.equal([]);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    expect(await codeOfAsync(wallet.renew())).to.equal('NOT_FOUND');
    const [from, to] = [calendarDate.parse('2026-11-01'), calendarDate.parse('2026-11-30')];
    const statement = await melbourne.engine.accounts.statement(shanghai.id, from, to);
    expect(statement.received.map(({ kind, count }) => [kind, count])).to.deep.equal([['free', 1]]);
    expect(statement).to.include({ unproven: 0, unprovenFrom: '2026-11-06' });
    expect(await codeOfAsync(melbourne.engine.home.erase(id))).to.equal('NOT_FOUND');
  });
});
