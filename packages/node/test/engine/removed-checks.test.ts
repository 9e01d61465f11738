/**
 * What one check alone keeps out: each of these was not noticed when that check was taken out of
 * the code (docs/mutations.md).
 */

import {
  assembleVisa,
  calendarDate,
  encodeBase64url,
  encodeUtf8,
  parseToken,
  type SpaceId,
  visaToSign,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { bentNote } from './support/bent.js';
import { Network, settle } from './support/network.js';
import {
  check,
  found,
  member,
  ROBIN,
  request,
  seat,
  stamp,
  TERMS,
  visit,
  Wallet,
} from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';

const DAY = 86_400;
const LATE = { ...TERMS, lateEntry: { days: 2 } };

async function scene(terms = TERMS) {
  const network = new Network();
  const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
  const programme = await found(network, [melbourne, shanghai, berlin], terms);
  const { wallet, id } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  return { network, melbourne, shanghai, berlin, programme, wallet, id };
}

describe('A desk whose every check is needed', () => {
  it('ARRIVE-3: lets in at the door whose paid day people have recorded already', async () => {
    const { shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const { venue } = await desk.overview(null);
    await stamp(shanghai, await check(shanghai, wallet), 'paid');
    const arrived = await desk.arrive({ token: wallet.present({ host: shanghai }), venue });
    expect([arrived.checkedIn, arrived.visit?.kind]).to.deep.equal([true, 'paid']);
  });

  it('DESK-1: takes no presentation whose visit of the day before was undone', async () => {
    const { network, shanghai, wallet } = await scene();
    await network.pass(DAY - (network.now % DAY) - 12);
    const token = wallet.present();
    const { id } = await stamp(shanghai, await shanghai.engine.desk.check(request(token)));
    await shanghai.engine.desk.void(id);
    await network.pass(20);
    const tomorrow = shanghai.engine.desk.check(request(token));
    expect(await codeOfAsync(tomorrow)).to.equal('PRESENTATION_USED');
  });

  it('REFUSAL-1: closes the checks of the refused member, and nobody else’s', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { wallet: other } = await member(network, melbourne, 'Ada');
    await network.syncAll();
    const [refused, kept] = [await check(shanghai, wallet), await check(shanghai, other)];
    const reason = { reason: 'identity', note: null, by: ROBIN } as const;
    await shanghai.engine.desk.refuse({ check: refused.id, ...reason });
    expect((await stamp(shanghai, kept)).kind).to.equal('free');
  });

  it('REFUSAL-1: leaves open what is to be entered for the day before', async () => {
    const { network, shanghai, wallet } = await scene(LATE);
    await network.pass(DAY);
    const yesterday = calendarDate.parse('2026-11-02');
    const late = await shanghai.engine.desk.askGrant(
      (await check(shanghai, wallet, { date: yesterday })).id,
    );
    const today = await check(shanghai, wallet);
    const reason = { reason: 'identity', note: null, by: ROBIN } as const;
    await shanghai.engine.desk.refuse({ check: today.id, ...reason });
    const entered = await stamp(shanghai, late);
    expect([entered.date, entered.kind]).to.deep.equal(['2026-11-02', 'free']);
  });

  it('REFUSAL-2: says of one member once that it was refused, and of each member', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { wallet: other } = await member(network, melbourne, 'Ada');
    await network.syncAll();
    const reason = { reason: 'identity', note: null, by: ROBIN } as const;
    for (const one of [wallet, wallet, other]) {
      const { id } = await check(shanghai, one);
      await shanghai.engine.desk.refuse({ check: id, ...reason });
    }
    const date = calendarDate.parse('2026-11-02');
    const said = await shanghai.engine.desk.refusals(date, date);
    expect(said.map(({ displayName }) => displayName).sort()).to.deep.equal(['Ada', 'Mia']);
  });

  it('VISA-11: stamps a visa that was renewed after the end of the pause', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    await melbourne.engine.home.setStatus(id, 'paused');
    await network.pass(60);
    await melbourne.engine.home.setStatus(id, 'active');
    await wallet.renew();
    await network.syncAll();
    expect((await visit(shanghai, wallet)).kind).to.equal('free');
  });
});

describe('A home whose every check is needed', () => {
  it('CLAIM-6: leaves the invitation to who has no phone yet', async () => {
    const { network, melbourne } = await scene();
    const { member: ned, claimCode } = await melbourne.engine.home.add({
      ...{ name: 'Ned', displayName: null, contact: null, plan: 'full' },
      ...{ since: null, paidUntil: null, isStatic: false },
    });
    await melbourne.engine.home.renumber(ned.id);
    const phone = new Wallet(network, melbourne, 'ned');
    await phone.claim(claimCode ?? '');
    expect(phone.read.claims.ask).to.equal(true);
  });

  it('CLAIM-6, CLAIM-7: counts new numbers within a visa year, and the next year’s asks nothing', async () => {
    const { network, melbourne, id } = await scene();
    const { home } = melbourne.engine;
    for (let time = 0; time < 10; time++) {
      await home.renumber(id);
      await network.pass(2);
    }
    expect(await codeOfAsync(home.renumber(id))).to.equal('CONFLICT');
    await network.pass(366 * DAY, 30 * DAY);
    expect((await home.renumber(id)).ask ?? false).to.equal(false);
    expect((await home.renumber(id)).ask).to.equal(true);
  });

  it('GRANT-4: judges a phone as a phone where no cards are taken, and a card as a card', async () => {
    const terms = { ...TERMS, staticVisas: 'refuse' } as const;
    const { network, melbourne, shanghai, programme, wallet } = await scene(terms);
    const ask = (token: string) =>
      melbourne.engine.home.grant(shanghai.id, {
        ...{ token, k: 0, date: calendarDate.parse('2026-11-02') },
        ...{ venue: 'main', programme, halfDay: false },
      });
    expect(await ask(wallet.present())).to.include({ granted: true });
    const { id } = await member(network, melbourne, 'Ned', { isStatic: true });
    const token = await melbourne.engine.home.staticToken(id);
    expect(await ask(token)).to.include({ granted: false, code: 'STATIC_NOT_ACCEPTED' });
  });

  it('GRANT-6: gives a grant of half a day again, and another under a new visa number', async () => {
    const { network, melbourne, shanghai, programme, wallet } = await scene();
    const ask = async () => {
      await network.pass(1);
      const answer = await melbourne.engine.home.grant(shanghai.id, {
        ...{ token: wallet.present(), k: 0, date: calendarDate.parse('2026-11-02') },
        ...{ venue: 'main', programme, halfDay: true },
      });
      return answer.granted ? encodeBase64url(answer.grant) : answer.code;
    };
    const first = await ask();
    expect(first).to.have.length.greaterThan(100);
    expect(await ask()).to.equal(first);
    const token = wallet.present({ purpose: 'renumber' });
    wallet.visa = await melbourne.engine.wallets.renumber(token);
    expect(await ask())
      .to.have.length.greaterThan(100)
      .and.not.equal(first);
  });

  it('SPOKEN-1: a code of a phone whose clock runs fast is good for 120 seconds from now', async () => {
    const { network, melbourne, wallet } = await scene();
    const { lapses } = await melbourne.engine.spoken.leave(
      wallet.present({ at: network.now + 50 }),
    );
    expect(lapses - network.now).to.equal(120);
  });

  it('SPOKEN-7: leaves no printed card under a code', async () => {
    const { network, melbourne } = await scene();
    const { id } = await member(network, melbourne, 'Rosa', { isStatic: true });
    const card = await melbourne.engine.home.staticToken(id);
    expect(await codeOfAsync(melbourne.engine.spoken.leave(card))).to.equal('VISA_STATIC');
  });

  it('STMT-3: counts within the dates of the statement, what is proven and what is not', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.days(2);
    await visit(shanghai, wallet);
    await network.syncAll();
    const unproven = async (from: string, to: string) => {
      const dates = [calendarDate.parse(from), calendarDate.parse(to)] as const;
      return (await melbourne.engine.accounts.statement(shanghai.id, ...dates)).unproven;
    };
    expect(await unproven('2026-11-03', '2026-11-04')).to.equal(0);
    expect(await unproven('2026-11-02', '2026-11-03')).to.equal(0);
  });
});

describe('A home that knows no phone of a member', () => {
  it('WALLET-4: gives nothing to a phone that makes up a visa under the number of a card', async () => {
    const { network, melbourne, wallet } = await scene();
    const { id } = await member(network, melbourne, 'Rosa', { isStatic: true });
    const { number } = parseToken(await melbourne.engine.home.staticToken(id)).visa.claims;
    const { payload } = visaToSign({ ...wallet.read.claims, number }, melbourne.id);
    wallet.visa = assembleVisa(payload, new Uint8Array(64).fill(1));
    expect(await codeOfAsync(wallet.renew())).to.equal('PRESENTATION_FORGED');
  });
});

describe('An owner whose every bound on what members ask is needed', () => {
  it('WALLET-7: hears of no visit at another host, or on another day', async () => {
    const { network, melbourne, shanghai, berlin, wallet } = await scene();
    await visit(shanghai, wallet);
    await network.syncAll();
    const object = (host: SpaceId, date: string) =>
      melbourne.engine.wallets.object(wallet.present({ purpose: 'complaint' }), {
        ...{ host, date: calendarDate.parse(date), note: '' },
      });
    expect(await codeOfAsync(object(berlin.id, '2026-11-02'))).to.equal('REQUEST_INVALID');
    expect(await codeOfAsync(object(shanghai.id, '2026-11-03'))).to.equal('REQUEST_INVALID');
    await object(shanghai.id, '2026-11-02');
    expect(await melbourne.engine.requests.list()).to.have.length(1);
  });

  it('WALLET-8: holds a thousand requests that wait, of whomever, and no more', async () => {
    const { melbourne, wallet } = await scene();
    const one = { kind: 'erasure', recorded: 0, done: null, host: null, date: null, note: null };
    const waiting = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...one, id: `${i}`, member: `member ${i}` }));
    const wish = async (before: number) => {
      const document = encodeUtf8(JSON.stringify(waiting(before)));
      await melbourne.store.putSetting('member-requests', document);
      await melbourne.engine.wallets.wishErasure(wallet.present({ purpose: 'erase' }));
    };
    await wish(999);
    expect(await melbourne.engine.requests.list()).to.have.length(1000);
    expect(await codeOfAsync(wish(1000))).to.equal('CONFLICT');
  });
});

describe('A statement whose every check is needed', () => {
  it('STMT-3: calls no stamp unproven that may be of a member who was erased', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    await visit(shanghai, wallet);
    await network.syncAll();
    await melbourne.engine.home.erase(id);
    const since = async (from: string) => {
      const dates = [calendarDate.parse(from), calendarDate.parse('2026-12-31')] as const;
      const statement = await melbourne.engine.accounts.statement(shanghai.id, ...dates);
      return [statement.unproven, statement.unprovenFrom];
    };
    expect(await since('2026-01-01')).to.deep.equal([0, '2026-11-05']);
    expect(await since('2026-11-20')).to.deep.equal([0, '2026-11-20']);
  });
});

describe('A node whose every check is needed', () => {
  it('HEARTBEAT-3: takes no heartbeat whose signature was bent, and keeps the latest', async () => {
    const { network, melbourne, berlin, programme } = await scene();
    const log = await ScriptedLog.of(berlin);
    const heard = async (heartbeat: ReturnType<typeof log.heartbeat>) => {
      await melbourne.engine.gossip.answer(
        berlin.id,
        bodyOf(programme, [], { heartbeats: [heartbeat] }),
      );
      const listed = await melbourne.engine.directory();
      return listed.find(({ space }) => space === berlin.id)?.heartbeat;
    };
    const later = log.heartbeat(network.now + 60);
    const before = await heard({ ...later, line: bentNote(later.line) });
    expect(before).to.be.lessThan(network.now + 60);
    expect(await heard(later)).to.equal(network.now + 60);
    expect(await heard(log.heartbeat(network.now + 30))).to.equal(network.now + 60);
  });

  it('LOG-9: takes no word for it that it is a copy, without a signature that holds', async () => {
    const { melbourne, berlin, programme } = await scene();
    const longer = (await ScriptedLog.of(melbourne)).add('{"type":"more"}');
    const tell = async (echo: string) => {
      await melbourne.engine.gossip.answer(berlin.id, bodyOf(programme, [], { echo }));
      return (await melbourne.engine.status()).mode;
    };
    expect(await tell(bentNote(longer.checkpoint))).to.equal('ready');
    expect(await tell('noise')).to.equal('ready');
    expect(melbourne.events.named('warn')).to.deep.equal(['echo-invalid']);
    expect(await tell(longer.checkpoint)).to.equal('superseded');
  });

  it('ROSTER-7: counts no stamp beyond what a removal names, though it came before the votes', async () => {
    const { network, melbourne, shanghai, berlin, programme, wallet, id } = await scene();
    await seat(network, programme, [melbourne, shanghai]);
    await visit(berlin, wallet);
    await network.syncAll();
    const amendment = { seatAdmitted: false, add: [], remove: [berlin.id] };
    await melbourne.engine.programmes.amend(programme, amendment);
    await network.pass(DAY);
    await visit(berlin, wallet);
    await visit(shanghai, wallet);
    await network.syncAll();
    const dates = async () =>
      (await melbourne.engine.home.visits(id)).map(({ date, hostName }) => `${hostName} ${date}`);
    expect(await dates()).to.have.length(3);
    await shanghai.engine.programmes.sign(programme, null);
    await settle();
    await network.syncAll();
    expect((await dates()).sort()).to.deep.equal(['berlin 2026-11-02', 'shanghai 2026-11-03']);
  });
});
