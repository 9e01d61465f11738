/**
 * The life of a visa: claimed, renewed, moved to another phone, paused, revoked, and new each visa
 * year.
 */

import { calendarDate, type SpaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { check, found, member, request, visit, Wallet } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

interface Scene {
  readonly network: Network;
  readonly melbourne: TestSpace;
  readonly shanghai: TestSpace;
  readonly id: string;
  readonly wallet: Wallet;
}

/** A home, a host, and a member of the home. */
async function scene(): Promise<Scene> {
  const network = new Network();
  const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
  await found(network, [melbourne, shanghai]);
  return { network, melbourne, shanghai, ...(await member(network, melbourne, 'Mia')) };
}

/** The member's next phone, with a visa. */
async function nextPhone({ network, melbourne, id }: Scene, label: string): Promise<Wallet> {
  const { claimCode } = await melbourne.engine.home.reissue(id);
  const wallet = new Wallet(network, melbourne, label);
  await wallet.claim(claimCode ?? '');
  return wallet;
}

describe('A visa', () => {
  for (const [timeZone, today] of [
    ['Australia/Melbourne', '2026-11-26'],
    ['Pacific/Kiritimati', '2026-11-26'],
    ['Pacific/Pago_Pago', '2026-11-25'],
  ] as const) {
    it(`VISA-4: begins on the date of the home’s first venue, in ${timeZone}`, async () => {
      const network = new Network('dates', '2026-11-25T14:00:00Z');
      const main = { id: 'main', name: 'Main', address: '1 Main Street', amenities: [] };
      const venues = [{ ...main, latitude: 0, longitude: 0, timeZone }];
      const home = await network.add('home', { profile: { venues } });
      const { id, wallet } = await member(network, home, 'Mia');
      const { since, visaYearStart } = await home.engine.home.show(id);
      expect([since, visaYearStart]).to.deep.equal([today, today]);
      expect(wallet.read.claims.yearStart).to.equal(today);
    });
  }

  it('TOKEN-4: is read at a desk with white space around its token', async () => {
    const { shanghai, wallet } = await scene();
    const token = ` \n${wallet.present()}\r\n`;
    const { verdict } = await shanghai.engine.desk.check(request(token));
    expect(verdict.outcome).to.equal('free');
  });

  it('CLAIM-2: is claimed once, with a code that people may misread, within a week', async () => {
    const { network, melbourne } = await scene();
    const invite = async (): Promise<string> => {
      const { claimCode } = await melbourne.engine.home.add({
        name: 'Ned',
        displayName: null,
        contact: null,
        plan: 'full',
        since: null,
        paidUntil: null,
        isStatic: false,
      });
      return claimCode ?? '';
    };
    const code = await invite();
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    const wallet = new Wallet(network, melbourne, 'ned');
    const misread = `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase().replaceAll('0', 'o');
    await wallet.claim(misread);
    expect(wallet.read.claims.plan).to.equal('full');
    const other = new Wallet(network, melbourne, 'somebody else');
    expect(await codeOfAsync(other.claim(code))).to.equal('NOT_FOUND');
    const late = await invite();
    await network.pass(7 * DAY);
    expect(await codeOfAsync(wallet.claim(late))).to.equal('NOT_FOUND');
  });

  it('CLAIM-1: is not had for a key that nothing could be presented by, and the code serves still', async () => {
    const { network, melbourne } = await scene();
    const { id } = await member(network, melbourne, 'Ned');
    const { claimCode } = await melbourne.engine.home.reissue(id);
    // The neutral point: everything would be signed by it.
    const neutral = Uint8Array.of(1, ...new Uint8Array(31));
    const claim = async () => melbourne.engine.wallets.claim(claimCode ?? '', neutral);
    expect(await codeOfAsync(claim())).to.equal('KEY_INVALID');
    const phone = new Wallet(network, melbourne, 'the next phone');
    await phone.claim(claimCode ?? '');
    expect(phone.read.claims.plan).to.equal('full');
  });

  it('WALLET-3: on a printed card asks nothing of its home', async () => {
    const { network, melbourne } = await scene();
    const { id } = await member(network, melbourne, 'Rosa', { isStatic: true });
    const card = await melbourne.engine.home.staticToken(id);
    const { wallets } = melbourne.engine;
    for (const asked of [wallets.renew(card), wallets.move(card), wallets.wishErasure(card)]) {
      expect(await codeOfAsync(asked)).to.equal('VISA_STATIC');
    }
  });

  it('CLAIM-2: is claimed again by the same key where the answer was lost, until the code lapses', async () => {
    const { network, melbourne } = await scene();
    const { wallet, id } = await member(network, melbourne, 'Ned');
    const { claimCode } = await melbourne.engine.home.reissue(id);
    const phone = new Wallet(network, melbourne, 'the next phone');
    await phone.claim(claimCode ?? '');
    const first = phone.read.claims;
    await network.pass(60);
    await phone.claim(claimCode ?? '');
    const again = phone.read.claims;
    expect([again.number, again.former]).to.deep.equal([first.number, first.former]);
    expect(await codeOfAsync(wallet.claim(claimCode ?? ''))).to.equal('NOT_FOUND');
    await network.pass(7 * DAY);
    expect(await codeOfAsync(phone.claim(claimCode ?? ''))).to.equal('NOT_FOUND');
  });

  it('lives for 30 days, and never past the paid-up membership', async () => {
    const { network, melbourne } = await scene();
    const mia = (await member(network, melbourne, 'Ola')).wallet.read.claims;
    expect(mia.expiresAt - mia.issuedAt).to.equal(30 * DAY);
    const paidUntil = calendarDate.parse('2026-11-10');
    const { claims } = (await member(network, melbourne, 'Pia', { paidUntil })).wallet.read;
    expect(new Date(claims.expiresAt * 1000).toISOString()).to.equal('2026-11-11T00:00:00.000Z');
  });

  it('WALLET-4: is renewed by its phone under the same number, even after it has expired', async () => {
    const { network, shanghai, wallet } = await scene();
    const { number } = wallet.read.claims;
    await network.days(31);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_EXPIRED');
    await wallet.renew();
    expect(wallet.read.claims.number).to.deep.equal(number);
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('free');
  });

  it('WALLET-4: is renewed with a proof for renewing only, of the member’s present phone', async () => {
    const scened = await scene();
    const { melbourne, network, wallet } = scened;
    const renew = (token: string) => codeOfAsync(melbourne.engine.wallets.renew(token));
    expect(await renew(wallet.present())).to.equal('PRESENTATION_OTHER_PURPOSE');
    const old = wallet.present({ purpose: 'renew' });
    await network.pass(121);
    expect(await renew(old)).to.equal('PRESENTATION_STALE');
    await nextPhone(scened, 'second');
    expect(await renew(wallet.present({ purpose: 'renew' }))).to.equal('PRESENTATION_FORGED');
  });

  it('CLAIM-3: on another phone keeps the count, and the old phone’s is dead after one sync', async () => {
    const scened = await scene();
    const { network, shanghai, wallet } = scened;
    await visit(shanghai, wallet);
    await network.pass(DAY);
    const second = await nextPhone(scened, 'second');
    await network.syncAll(1);
    expect(second.read.claims.number).to.deep.equal(wallet.read.claims.number);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    const { verdict } = await check(shanghai, second);
    expect(verdict.left.perHost).to.deep.equal({ before: 1, after: 0 });
  });

  it('on a third and fourth phone still keeps the count; the fifth gets a new number that must ask', async () => {
    const scened = await scene();
    const { network, shanghai, wallet } = scened;
    const { number } = wallet.read.claims;
    await visit(shanghai, wallet);
    let phone = wallet;
    for (const label of ['second', 'third', 'fourth']) {
      await network.pass(DAY);
      phone = await nextPhone(scened, label);
    }
    await network.syncAll(1);
    expect(phone.read.claims.number).to.deep.equal(number);
    expect((await check(shanghai, phone)).verdict.left.perHost?.before).to.equal(1);
    await network.pass(DAY);
    phone = await nextPhone(scened, 'fifth');
    await network.syncAll(1);
    expect(phone.read.claims.number).to.not.deep.equal(number);
    expect(phone.read.claims).to.deep.include({ ask: true, former: [] });
    const { verdict } = await check(shanghai, phone);
    expect(verdict).to.include({ outcome: 'paid', askGrant: 'needed' });
  });

  it('of a paused member is refused at hosts after one sync, and lives again when issued anew', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    await melbourne.engine.home.setStatus(id, 'paused');
    await network.syncAll(1);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    expect(await codeOfAsync(wallet.renew())).to.equal('MEMBER_INACTIVE');
    await melbourne.engine.home.setStatus(id, 'active');
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    await network.pass(2);
    await wallet.renew();
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('free');
  });

  it('of a revoked member is refused at every host that hears of it, and claims nothing more', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    await melbourne.engine.home.setStatus(id, 'revoked');
    await network.syncAll(1);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    expect(await codeOfAsync(melbourne.engine.home.reissue(id))).to.equal('MEMBER_INACTIVE');
  });

  it('has a new number in a new visa year, with all its free days', async () => {
    const { network, shanghai, wallet } = await scene();
    const { number } = wallet.read.claims;
    for (let day = 0; day < 2; day++) {
      await visit(shanghai, wallet);
      await network.pass(DAY);
    }
    expect((await check(shanghai, wallet)).verdict.outcome).to.equal('paid');
    await network.days(363);
    await wallet.renew();
    expect(wallet.read.claims.number).to.not.deep.equal(number);
    expect(wallet.read.claims.yearStart).to.equal('2027-11-02');
    await network.syncAll(1);
    expect((await check(shanghai, wallet)).verdict.left.perHost?.before).to.equal(2);
  });

  it('shows all its visits to its holder, wherever they were', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.syncAll(1);
    const token = wallet.present({ purpose: 'renew' });
    const seen = await melbourne.engine.wallets.visits(token);
    const plain = seen.map(({ host, hostName, date, kind }) => ({ host, hostName, date, kind }));
    const host: SpaceId = shanghai.id;
    expect(plain).to.deep.equal([{ host, hostName: 'shanghai', date: '2026-11-02', kind: 'free' }]);
  });

  it('is signed by keys that are announced anew before 90 days are over', async () => {
    const { network, shanghai, wallet } = await scene();
    for (const days of [29, 29, 29, 29]) {
      await network.days(days);
      await wallet.renew();
      expect(
        (await shanghai.engine.desk.check(request(wallet.present()))).verdict.outcome,
      ).to.equal('free');
    }
  });
});
