/** What members, thieves of their phones, and strangers try at home, desk and door. */

import { calendarDate, parseEntry, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import {
  check,
  found,
  member,
  ROBIN,
  request,
  stamp,
  TERMS,
  visit,
  Wallet,
} from './support/people.js';

const DAY = 86_400;

async function scene(terms: Terms = TERMS) {
  const network = new Network();
  const [melbourne, shanghai, leipzig] = await network.addAll(['melbourne', 'shanghai', 'leipzig']);
  const programme = await found(network, [melbourne, shanghai, leipzig], terms);
  const mia = await member(network, melbourne, 'Mia');
  return { network, programme, melbourne, shanghai, leipzig, ...mia };
}

const rekey = (wallet: Wallet) => wallet.present({ purpose: 'rekey' });
const renumber = (wallet: Wallet) => wallet.present({ purpose: 'renumber' });

describe('A thief of a phone', () => {
  it('CLAIM-3: renews in the very second in which the member claims on another: that visa is dead too', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    const { claimCode } = await melbourne.engine.home.reissue(id);
    await network.pass(DAY);
    await wallet.renew();
    const next = new Wallet(network, melbourne, 'next');
    await next.claim(claimCode ?? '');
    expect(wallet.read.claims.issuedAt).to.equal(network.now);
    await network.syncAll(1);
    expect(await codeOfAsync(check(shanghai, wallet))).to.equal('VISA_REVOKED');
    expect((await check(shanghai, next)).verdict.outcome).to.equal('free');
    await next.renew();
    expect((await check(shanghai, next)).verdict.outcome).to.equal('free');
  });

  it('CLAIM-6: asks for the code to a new phone, and the member for a new number: the code is dead', async () => {
    const { network, melbourne, wallet, id } = await scene();
    const { claimCode } = await melbourne.engine.wallets.move(rekey(wallet));
    wallet.visa = await melbourne.engine.wallets.renumber(renumber(wallet));
    const thief = new Wallet(network, melbourne, 'thief');
    expect(await codeOfAsync(thief.claim(claimCode ?? ''))).to.equal('NOT_FOUND');
    const again = await melbourne.engine.wallets.move(rekey(wallet));
    await melbourne.engine.home.renumber(id);
    expect(await codeOfAsync(thief.claim(again.claimCode ?? ''))).to.equal('NOT_FOUND');
  });

  it('asks for the code to a new phone, and the member for another: the thief’s is dead', async () => {
    const { network, melbourne, wallet } = await scene();
    const stolen = await melbourne.engine.wallets.move(rekey(wallet));
    const own = await melbourne.engine.wallets.move(rekey(wallet));
    const [thief, next] = ['thief', 'next'].map((label) => new Wallet(network, melbourne, label));
    expect(await codeOfAsync(thief?.claim(stolen.claimCode ?? '') ?? Promise.resolve())).to.equal(
      'NOT_FOUND',
    );
    await next?.claim(own.claimCode ?? '');
    expect(next?.read.claims.number).to.deep.equal(wallet.read.claims.number);
  });

  it('sends the token of a new number twice: the second time it opens nothing', async () => {
    const { melbourne, wallet } = await scene();
    const token = renumber(wallet);
    await melbourne.engine.wallets.renumber(token);
    for (const act of ['renumber', 'move', 'wishErasure'] as const) {
      const again = melbourne.engine.wallets[act](token);
      expect(await codeOfAsync(again)).to.equal('NOT_FOUND');
    }
  });

  it('PRES-8: sends a token twice, or for something else: nothing is done', async () => {
    const { melbourne, shanghai, wallet } = await scene();
    const { wallets, requests } = melbourne.engine;
    const token = rekey(wallet);
    await wallets.move(token);
    expect(await codeOfAsync(wallets.withdrawMove(token))).to.equal('PRESENTATION_USED');
    for (const act of ['renumber', 'wishErasure'] as const) {
      const other = wallets[act](rekey(wallet));
      expect(await codeOfAsync(other)).to.equal('PRESENTATION_OTHER_PURPOSE');
    }
    await visit(shanghai, wallet);
    const complaint = wallet.present({ purpose: 'complaint' });
    const objection = { host: shanghai.id, date: calendarDate.parse('2026-11-02'), note: '' };
    await wallets.object(complaint, objection);
    const again = wallets.object(complaint, { ...objection, note: 'Another.' });
    expect(await codeOfAsync(again)).to.equal('PRESENTATION_USED');
    expect((await requests.list()).map(({ note }) => note)).to.deep.equal(['']);
    // Renewing gives the same phone the same again.
    const renewing = wallet.present({ purpose: 'renew' });
    await wallets.renew(renewing);
    await wallets.renew(renewing);
  });

  it('PRES-4: sends a token that was made for another space', async () => {
    const { melbourne, shanghai, wallet } = await scene();
    const meant = { purpose: 'renew', host: shanghai } as const;
    const renewed = melbourne.engine.wallets.renew(wallet.present(meant));
    expect(await codeOfAsync(renewed)).to.equal('PRESENTATION_OTHER_HOST');
    const own = wallet.present({ ...meant, host: melbourne });
    expect((await melbourne.engine.wallets.renew(own)).length).to.be.greaterThan(100);
  });
});

describe('A hostile member', () => {
  it('shows the visa of an old number where its end was not heard of: the home says no', async () => {
    const { melbourne, shanghai, wallet } = await scene();
    const checked = await check(shanghai, wallet);
    const spoken = wallet.present();
    wallet.visa = await melbourne.engine.wallets.renumber(renumber(wallet));
    const asked = await shanghai.engine.desk.askGrant(checked.id);
    expect([asked.grant, asked.verdict.outcome]).to.deep.equal(['refused', 'paid']);
    expect(await codeOfAsync(melbourne.engine.spoken.leave(spoken))).to.equal('MEMBER_INACTIVE');
  });

  it('CLAIM-7: moves from phone to phone without end: the log of the home does not grow for ever', async () => {
    const { network, melbourne, wallet } = await scene();
    let phone = wallet;
    let refused: string | null = null;
    for (let move = 0; move < 60 && refused === null; move++) {
      const { claimCode } = await melbourne.engine.wallets.move(rekey(phone));
      const next = new Wallet(network, melbourne, `phone-${move}`);
      refused = await codeOfAsync(next.claim(claimCode ?? ''));
      if (refused === null) phone = next;
      await network.pass(2);
    }
    expect(refused).to.equal('CONFLICT');
    const entries = await melbourne.engine.logs.entries(melbourne.id, 0, 200);
    const revocations = entries.filter(({ bytes }) => parseEntry(bytes).type === 'revocation');
    expect(revocations).to.have.length(43);
    // The phone that has the visa keeps it.
    await phone.renew();
  });

  it('SPOKEN-2: leaves presentations without end: the spoken codes of others still serve', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { spoken } = melbourne.engine;
    const { wallet: ned } = await member(network, melbourne, 'Ned');
    const { code } = await spoken.leave(ned.present());
    const token = wallet.present();
    const first = await spoken.leave(token);
    for (let time = 0; time < 1000; time++) await spoken.leave(token);
    expect(spoken.collect(shanghai.id, code)).to.match(/^CV1:/);
    expect(() => spoken.collect(shanghai.id, first.code))
      .to.throw()
      .with.property('code', 'NOT_FOUND');
  });

  it('comes to the door without end: the open checks of the desk can still be stamped', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const { venue } = await desk.overview(null);
    const checked = await check(shanghai, (await member(network, melbourne, 'Ned')).wallet);
    const token = wallet.present({ host: shanghai });
    for (let time = 0; time < 501; time++) await desk.arrive({ token, venue });
    expect((await stamp(shanghai, checked)).displayName).to.equal('Ned');
  });

  it('checks in at the door and at the desk at once: it is one visit, and one stamp', async () => {
    const { melbourne, shanghai, wallet, id } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const { venue } = await desk.overview(null);
    const checked = await check(shanghai, wallet);
    const tokens = [0, 1, 2].map(() => wallet.present({ host: shanghai }));
    const [stamped] = await Promise.all([
      stamp(shanghai, checked),
      ...tokens.map((token) => desk.arrive({ token, venue })),
    ]);
    await settle();
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
    expect(await desk.visits(checked.date, checked.date)).to.have.length(1);
    expect(stamped.kind).to.equal('free');
  });

  it('spends the last free day at two doors at once: one of them has the grant', async () => {
    const one: Terms = {
      ...TERMS,
      allowances: [{ days: 1, count: 'programme', window: 'visa-year' }],
    };
    const { shanghai, leipzig, wallet } = await scene(one);
    const arrivals = [shanghai, leipzig].map(async (host) => {
      const { desk } = host.engine;
      await desk.setSettings({ selfCheckIn: true });
      const { venue } = await desk.overview(null);
      return desk.arrive({ token: wallet.present({ host }), venue });
    });
    const outcomes = (await Promise.all(arrivals)).map(({ checkedIn }) => checkedIn);
    expect(outcomes.filter((isIn) => isIn)).to.have.length(1);
  });

  it('shows the door’s presentation again on another day: it is stale, and used up', async () => {
    const { network, shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const { venue } = await desk.overview(null);
    await network.pass(15 * 3600 - 60);
    const scannedAt = network.now + 60;
    const token = wallet.present({ host: shanghai });
    expect((await desk.arrive({ token, venue })).visit?.date).to.equal('2026-11-02');
    await network.pass(61);
    const again = desk.arrive({ token, venue });
    expect(await codeOfAsync(again)).to.equal('PRESENTATION_USED');
    await network.pass(3600);
    expect(await codeOfAsync(desk.check(request(token)))).to.equal('PRESENTATION_STALE');
    const kept = desk.check(request(token, { scannedAt }));
    expect(await codeOfAsync(kept)).to.equal('PRESENTATION_USED');
  });

  it('ARRIVE-2: is refused by people and goes to the door: that day it is not for this member', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const { venue } = await desk.overview(null);
    const { wallet: ned } = await member(network, melbourne, 'Ned');
    const refuse = async (who: Wallet, reason: 'conduct' | 'full') =>
      desk.refuse({ check: (await check(shanghai, who)).id, reason, note: null, by: ROBIN });
    const arrive = (who: Wallet) => desk.arrive({ token: who.present({ host: shanghai }), venue });
    await refuse(wallet, 'conduct');
    await refuse(ned, 'full');
    expect(await codeOfAsync(arrive(wallet))).to.equal('SELF_CHECK_IN_OFF');
    expect((await arrive(ned)).checkedIn).to.equal(true);
    await network.pass(DAY);
    expect((await arrive(wallet)).checkedIn).to.equal(true);
  });

  it('is refused: no later refusal, restart or new number opens the door', async () => {
    const { melbourne, shanghai, wallet } = await scene();
    await shanghai.engine.desk.setSettings({ selfCheckIn: true });
    const { venue } = await shanghai.engine.desk.overview(null);
    const refuse = async (reason: 'conduct' | 'full') => {
      const { id: checked } = await check(shanghai, wallet);
      await shanghai.engine.desk.refuse({ check: checked, reason, note: null, by: ROBIN });
    };
    const arrive = () =>
      shanghai.engine.desk.arrive({ token: wallet.present({ host: shanghai }), venue });
    for (const reason of ['full', 'conduct', 'full'] as const) await refuse(reason);
    expect(await codeOfAsync(arrive())).to.equal('SELF_CHECK_IN_OFF');
    await shanghai.restart();
    expect(await codeOfAsync(arrive())).to.equal('SELF_CHECK_IN_OFF');
    wallet.visa = await melbourne.engine.wallets.renumber(renumber(wallet));
    await settle();
    expect(await codeOfAsync(arrive())).to.equal('SELF_CHECK_IN_OFF');
  });

  it('is erased while a grant is on its way: nothing of the number is kept', async () => {
    const { melbourne, shanghai, programme, wallet, id } = await scene();
    const { visaNumber } = await melbourne.engine.home.show(id);
    const grant = melbourne.engine.home.grant(shanghai.id, {
      ...{ token: wallet.present(), k: 0, date: calendarDate.parse('2026-11-02') },
      ...{ venue: 'main', programme, halfDay: false },
    });
    const erased = melbourne.engine.home.erase(id);
    expect((await grant).granted).to.equal(true);
    await erased;
    expect(await melbourne.store.grants(visaNumber)).to.deep.equal([]);
  });

  it('is erased with a grant open: the host’s stamp by it still counts, and no other is had', async () => {
    const { network, melbourne, shanghai, leipzig, wallet, id } = await scene();
    const asked = await shanghai.engine.desk.askGrant((await check(shanghai, wallet)).id);
    expect(asked.grant).to.equal('had');
    const open = await check(leipzig, wallet);
    await melbourne.engine.home.erase(id);
    expect((await stamp(shanghai, asked)).kind).to.equal('free');
    expect((await leipzig.engine.desk.askGrant(open.id)).grant).to.equal('refused');
    await network.syncAll(1);
    expect(await codeOfAsync(check(leipzig, wallet))).to.equal('VISA_REVOKED');
  });

  it('brings two companions where the terms let nobody come along: the check says so', async () => {
    const alone: Terms = { ...TERMS, party: { companions: 0, otherwise: 'refuse' } };
    const { shanghai, wallet } = await scene(alone);
    const outcomes = [];
    for (const party of [0, 1, 2]) {
      outcomes.push((await check(shanghai, wallet, { party })).verdict.outcome);
    }
    expect(outcomes).to.deep.equal(['free', 'refuse', 'refuse']);
  });
});

describe('A stranger', () => {
  it('WALLET-2: renews made-up visas: no look through all members is had for them', async () => {
    const { network, melbourne, wallet, id } = await scene();
    const { store } = melbourne;
    const members = store.members.bind(store);
    let looks = 0;
    store.members = () => {
      looks += 1;
      return members();
    };
    const forger = new Wallet(network, melbourne, 'forger');
    const { claims } = wallet.read;
    const bytes = Uint8Array.from(wallet.read.bytes);
    const at = bytes.findIndex((_, start) =>
      claims.number.every((byte, index) => bytes[start + index] === byte),
    );
    forger.visa = bytes.fill(7, at, at + 16);
    const renewed = codeOfAsync(forger.renew());
    expect([await renewed, looks]).to.deep.equal(['NOT_FOUND', 0]);
    // A phone that has not heard of its member's new number is found.
    await melbourne.engine.home.renumber(id);
    await wallet.renew();
    expect(looks).to.equal(1);
  });
});

describe('A hostile home', () => {
  it('answers a spoken code by the presentation of another home’s member: it is not taken', async () => {
    const { network, melbourne, shanghai, leipzig } = await scene();
    const { wallet: lea } = await member(network, leipzig, 'Lea');
    const seen = lea.present();
    melbourne.script = async () => new TextEncoder().encode(JSON.stringify({ token: seen }));
    const { token: _, ...rest } = request('');
    const asked = shanghai.engine.desk.checkSpoken({
      ...{ home: melbourne.id, code: 'ABCD2345' },
      ...rest,
    });
    expect(await codeOfAsync(asked)).to.equal('VISA_INVALID');
  });
});

describe('A dishonest or hasty desk', () => {
  it('REFUSAL-2: refuses one member twice, by two taps: the log says it once', async () => {
    const { shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    const { id, date } = await check(shanghai, wallet);
    const refusal = { check: id, reason: 'full', note: null, by: ROBIN } as const;
    const [one, other] = await Promise.all([desk.refuse(refusal), desk.refuse(refusal)]);
    expect(other.id).to.equal(one.id);
    const again = await check(shanghai, wallet);
    expect((await desk.refuse({ ...refusal, check: again.id })).id).to.equal(one.id);
    expect(await desk.refusals(date, date)).to.have.length(1);
  });

  it('REFUSAL-1: stamps whom it refused, and refuses whom it stamped, only on second thoughts', async () => {
    const { network, shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    const refuse = (id: string) =>
      desk.refuse({ check: id, reason: 'full', note: null, by: ROBIN });
    const refused = await check(shanghai, wallet);
    await refuse(refused.id);
    expect(await codeOfAsync(stamp(shanghai, refused))).to.equal('CONFLICT');
    const again = await check(shanghai, wallet);
    expect((await stamp(shanghai, again)).kind).to.equal('free');
    expect(await codeOfAsync(refuse(again.id))).to.equal('CONFLICT');
    await network.pass(DAY);
    const date = calendarDate.parse('2026-10-20');
    const late = await check(shanghai, wallet, { date });
    expect(await codeOfAsync(refuse(late.id))).to.equal('CONFLICT');
    expect(await desk.refusals(date, date)).to.deep.equal([]);
  });

  it('takes an old screenshot as a kept scan: it is stale at any time but its own', async () => {
    const { network, shanghai, wallet } = await scene();
    await visit(shanghai, wallet);
    const screenshot = wallet.present();
    const shownAt = network.now;
    await network.pass(DAY);
    for (const scannedAt of [network.now, network.now - 11 * 3600]) {
      const asked = shanghai.engine.desk.check(request(screenshot, { scannedAt }));
      expect(await codeOfAsync(asked)).to.equal('PRESENTATION_STALE');
    }
    const own = shanghai.engine.desk.check(request(screenshot, { scannedAt: shownAt }));
    expect(await codeOfAsync(own)).to.equal('REQUEST_INVALID');
  });
});
