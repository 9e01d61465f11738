/**
 * What reception does beside stamping: kept scans, forgotten visits, refusals, spoken codes,
 * members who check in by themselves, and what the desk shows before anybody comes.
 */

import { calendarDate, parseEntry, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import type { CheckResult } from '../../dist/engine/services.js';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { check, found, member, ROBIN, request, stamp, TERMS, visit } from './support/people.js';

const DAY = 86_400;
const HOUR = 3600;
const LATE: Terms = { ...TERMS, lateEntry: { days: 2, correctWithinHours: 24 } };

async function scene(terms: Terms = TERMS) {
  const network = new Network();
  const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
  const programme = await found(network, [melbourne, shanghai], terms);
  const mia = await member(network, melbourne, 'Mia');
  return { network, melbourne, shanghai, programme, ...mia };
}

describe('A scan that was kept while the node was out of reach', () => {
  it('is judged at the time of the scan, and its visit is of that date', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    const token = wallet.present();
    const scannedAt = network.now;
    await network.pass(11 * HOUR);
    expect(await codeOfAsync(shanghai.engine.desk.check(request(token)))).to.equal(
      'PRESENTATION_STALE',
    );
    const checked = await shanghai.engine.desk.check(request(token, { scannedAt }));
    expect([checked.date, checked.verdict.outcome]).to.deep.equal(['2026-11-02', 'free']);
    const asked = await shanghai.engine.desk.askGrant(checked.id);
    expect(asked.grant).to.equal('not-asked');
    await stamp(shanghai, asked);
    await settle();
    const [seen] = await melbourne.engine.home.visits(id);
    expect([seen?.date, seen?.kind]).to.deep.equal(['2026-11-02', 'free']);
  });

  it('is good for twelve hours, and never from the future', async () => {
    const { network, shanghai, wallet } = await scene();
    const token = wallet.present();
    const scannedAt = network.now;
    const early = shanghai.engine.desk.check(request(token, { scannedAt: scannedAt + 61 }));
    expect(await codeOfAsync(early)).to.equal('REQUEST_INVALID');
    await network.pass(12 * HOUR + 1);
    const late = shanghai.engine.desk.check(request(token, { scannedAt }));
    expect(await codeOfAsync(late)).to.equal('REQUEST_INVALID');
  });

  it('of a presentation that was stale when it was scanned is refused', async () => {
    const { network, shanghai, wallet } = await scene();
    const token = wallet.present();
    await network.pass(200);
    const stale = shanghai.engine.desk.check(request(token, { scannedAt: network.now }));
    expect(await codeOfAsync(stale)).to.equal('PRESENTATION_STALE');
  });
});

describe('A forgotten visit', () => {
  const yesterday = calendarDate.parse('2026-11-01');

  it('entered a day later is free with the home’s grant, under its own date', async () => {
    const { melbourne, shanghai, wallet, id } = await scene(LATE);
    const late = await check(shanghai, wallet, { date: yesterday });
    expect([late.date, late.verdict.askGrant]).to.deep.equal(['2026-11-01', 'needed']);
    const asked = await shanghai.engine.desk.askGrant(late.id);
    expect([asked.grant, asked.verdict.outcome]).to.deep.equal(['had', 'free']);
    await stamp(shanghai, asked);
    await settle();
    const [seen] = await melbourne.engine.home.visits(id);
    expect([seen?.date, seen?.kind]).to.deep.equal(['2026-11-01', 'free']);
  });

  it('is not free while the home is out of reach', async () => {
    const { network, melbourne, shanghai, wallet } = await scene(LATE);
    network.cutApart([melbourne, shanghai]);
    const late = await check(shanghai, wallet, { date: yesterday });
    const asked = await shanghai.engine.desk.askGrant(late.id);
    expect([asked.grant, asked.verdict.outcome]).to.deep.equal(['unreachable', 'paid']);
    expect(await codeOfAsync(stamp(shanghai, asked, 'free'))).to.equal('NOT_FREE');
  });

  it('that nothing proves is published so that it costs the host no good stamp', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene(LATE);
    for (const day of ['2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31']) {
      const late = await check(shanghai, wallet, { date: calendarDate.parse(day) });
      await stamp(shanghai, late, 'paid');
    }
    await visit(shanghai, wallet);
    await network.syncAll();
    const seen = await melbourne.engine.home.visits(id);
    expect(seen.map(({ date, kind }) => [date, kind])).to.deep.equal([['2026-11-02', 'free']]);
  });

  it('DESK-1: is one day of one presentation, also where nothing proves it and it is paid', async () => {
    const { shanghai, wallet } = await scene(LATE);
    const token = wallet.present();
    const days = ['2026-10-26', '2026-10-28', '2026-10-30'];
    const checks: CheckResult[] = [];
    for (const day of days) {
      const date = calendarDate.parse(day);
      checks.push(await shanghai.engine.desk.check(request(token, { date })));
    }
    const codes: unknown[] = [];
    for (const one of checks) codes.push(await codeOfAsync(stamp(shanghai, one, 'paid')));
    expect(codes).to.deep.equal([null, 'PRESENTATION_USED', 'PRESENTATION_USED']);
    const today = shanghai.engine.desk.check(request(token));
    expect(await codeOfAsync(today)).to.equal('PRESENTATION_USED');
  });

  it('is neither of tomorrow nor of two months ago', async () => {
    const { shanghai, wallet } = await scene(LATE);
    for (const date of ['2026-11-03', '2026-09-30']) {
      const asked = check(shanghai, wallet, { date: calendarDate.parse(date) });
      expect(await codeOfAsync(asked)).to.equal('REQUEST_INVALID');
    }
  });
});

describe('A refusal', () => {
  it('is kept with name and note at the desk, and its reason alone is in the log', async () => {
    const { network, melbourne, shanghai, programme, wallet } = await scene();
    const checked = await check(shanghai, wallet);
    const refused = await shanghai.engine.desk.refuse({
      check: checked.id,
      reason: 'full',
      note: 'all desks taken',
      by: ROBIN,
    });
    const { displayName, note, recordedBy, homeName } = refused;
    expect([displayName, note, recordedBy, homeName]).to.deep.equal([
      ...['Mia', 'all desks taken', ROBIN, 'melbourne'],
    ]);
    await network.syncAll();
    const entries = await melbourne.engine.logs.entries(shanghai.id, 0, 100);
    const said = entries.map(({ bytes }) => parseEntry(bytes)).at(-1);
    expect(said).to.deep.equal({
      type: 'refusal',
      home: melbourne.id,
      venue: checked.venue,
      date: '2026-11-02',
      programme,
      roster: 0,
      reason: 'full',
    });
    expect(await shanghai.engine.desk.visits(checked.date, checked.date)).to.deep.equal([]);
  });

  it('waits while the log may not grow, and is published when it may', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    await network.pass(DAY);
    network.cutApart([melbourne, shanghai]);
    await shanghai.restore(backup, null);
    expect((await shanghai.engine.status()).mode).to.equal('recovering');
    const checked = await check(shanghai, wallet);
    const waiting = await shanghai.engine.desk.refuse({
      ...{ check: checked.id, reason: 'identity', note: null, by: ROBIN },
    });
    expect(waiting.index).to.equal(null);
    network.heal();
    await network.syncAll();
    expect((await shanghai.engine.status()).mode).to.equal('ready');
    const [told] = await shanghai.engine.desk.refusals(checked.date, checked.date);
    expect(told?.index).to.be.greaterThan(0);
  });
});

describe('An open check', () => {
  it('REFUSAL-1: is closed by a refusal of its member, as is every other of that day', async () => {
    const { shanghai, wallet } = await scene();
    const token = wallet.present();
    const first = await shanghai.engine.desk.check(request(token));
    const second = await shanghai.engine.desk.check(request(token));
    const reason = { reason: 'identity', note: null, by: ROBIN } as const;
    await shanghai.engine.desk.refuse({ check: second.id, ...reason });
    expect(await codeOfAsync(stamp(shanghai, first, 'free'))).to.equal('CONFLICT');
    expect(await shanghai.engine.desk.visits(first.date, first.date)).to.deep.equal([]);
    const again = await check(shanghai, wallet);
    expect((await stamp(shanghai, again)).kind, 'people changed their mind').to.equal('free');
  });

  it('VISA-11: of a visa that is revoked meanwhile is stamped no more', async () => {
    const { network, melbourne, shanghai, wallet, id } = await scene();
    const token = wallet.present();
    const open = await shanghai.engine.desk.check(request(token));
    await network.pass(60);
    await melbourne.engine.home.setStatus(id, 'paused');
    await network.syncAll();
    for (const kind of ['free', 'paid', 'courtesy'] as const) {
      expect(await codeOfAsync(stamp(shanghai, open, kind)), kind).to.equal('VISA_REVOKED');
    }
    expect(await shanghai.engine.desk.visits(open.date, open.date)).to.deep.equal([]);
  });
});

describe('A spoken code', () => {
  it('SPOKEN-3, SPOKEN-5: brings the presentation from the home to the desk, once', async () => {
    const { melbourne, shanghai, wallet } = await scene();
    const { code, lapses } = await melbourne.engine.spoken.leave(wallet.present());
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(lapses - (await melbourne.engine.status()).now).to.equal(120);
    const { token: _, ...rest } = request('');
    const spoken = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    const asked = { home: melbourne.id, code: spoken, ...rest };
    const checked = await shanghai.engine.desk.checkSpoken(asked);
    expect([checked.displayName, checked.verdict.outcome]).to.deep.equal(['Mia', 'free']);
    expect(await codeOfAsync(shanghai.engine.desk.checkSpoken(asked))).to.equal('NOT_FOUND');
  });

  it('SPOKEN-1: lapses after two minutes', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { code } = await melbourne.engine.spoken.leave(wallet.present());
    await network.pass(120);
    const { token: _, ...rest } = request('');
    const asked = shanghai.engine.desk.checkSpoken({ home: melbourne.id, code, ...rest });
    expect(await codeOfAsync(asked)).to.equal('NOT_FOUND');
  });

  it('lapses with the presentation behind it, however late that was left', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const token = wallet.present();
    await network.pass(100);
    const { code, lapses } = await melbourne.engine.spoken.leave(token);
    expect(lapses - network.now).to.equal(20);
    await network.pass(20);
    expect(() => melbourne.engine.spoken.collect(shanghai.id, code))
      .to.throw()
      .with.property('code', 'NOT_FOUND');
  });

  it('SPOKEN-4: for one host is given to no other, and still waits for its own', async () => {
    const { melbourne, shanghai, wallet } = await scene();
    const { spoken } = melbourne.engine;
    const { code } = await spoken.leave(wallet.present({ host: shanghai }));
    expect(() => spoken.collect(melbourne.id, code))
      .to.throw()
      .with.property('code', 'NOT_FOUND');
    expect(spoken.collect(shanghai.id, code)).to.match(/^CV1:/);
  });

  it('SPOKEN-7: is not given for another purpose, a stale presentation or a paused member', async () => {
    const { network, melbourne, wallet, id } = await scene();
    const { spoken, home } = melbourne.engine;
    const renewal = spoken.leave(wallet.present({ purpose: 'renew' }));
    expect(await codeOfAsync(renewal)).to.equal('PRESENTATION_OTHER_PURPOSE');
    const stale = spoken.leave(wallet.present({ at: network.now - 121 }));
    expect(await codeOfAsync(stale)).to.equal('PRESENTATION_STALE');
    await home.setStatus(id, 'paused');
    expect(await codeOfAsync(spoken.leave(wallet.present()))).to.equal('MEMBER_INACTIVE');
  });

  it('SPOKEN-6: cannot be guessed: a host is not answered after thirty wrong codes', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    const { spoken } = melbourne.engine;
    for (let n = 0; n < 30; n++) {
      expect(() => spoken.collect(shanghai.id, '00000000'))
        .to.throw()
        .with.property('code');
    }
    const { code } = await spoken.leave(wallet.present());
    expect(() => spoken.collect(shanghai.id, code))
      .to.throw()
      .with.property('code', 'RATE_LIMITED');
    await network.pass(HOUR + 1);
    const again = await spoken.leave(wallet.present());
    expect(spoken.collect(shanghai.id, again.code)).to.match(/^CV1:/);
  });
});

describe('A member at an unstaffed door', () => {
  it('checks in for a free day once, and is shown the Wi-Fi', async () => {
    const { melbourne, shanghai, wallet, id } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const wifi = { ssid: 'Loft', password: 'river-stone', hidden: false };
    await desk.setWelcome({ wifi, note: 'Second floor' });
    const { venue } = await desk.overview(null);
    const first = await desk.arrive({ token: wallet.present({ host: shanghai }), venue });
    expect([first.checkedIn, first.visit]).to.deep.equal([
      true,
      { date: '2026-11-02', kind: 'free' },
    ]);
    expect(first.welcome).to.deep.equal({ wifi, note: 'Second floor' });
    const again = await desk.arrive({ token: wallet.present({ host: shanghai }), venue });
    expect([again.checkedIn, again.verdict.sameDay]).to.deep.equal([true, true]);
    await settle();
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
    const [recorded] = await desk.visits(first.verdict.date, first.verdict.date);
    expect(recorded?.recordedBy).to.deep.equal({ kind: 'self', name: null });
  });

  it('ARRIVE-3: is sent to reception when the free days are used up, and nothing is recorded', async () => {
    const { network, shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    for (let day = 0; day < 2; day++) {
      await visit(shanghai, wallet);
      await network.pass(DAY);
    }
    const { venue } = await desk.overview(null);
    const third = await desk.arrive({ token: wallet.present({ host: shanghai }), venue });
    expect([third.checkedIn, third.visit, third.welcome, third.verdict.outcome]).to.deep.equal([
      ...[false, null, null, 'paid'],
    ]);
    expect(await desk.visits(third.verdict.date, third.verdict.date)).to.deep.equal([]);
  });

  it('ARRIVE-4: does not come back by itself after its visit was undone', async () => {
    const { shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    await desk.setSettings({ selfCheckIn: true });
    const { venue } = await desk.overview(null);
    const token = wallet.present({ host: shanghai });
    const { verdict } = await desk.arrive({ token, venue });
    const [mistaken] = await desk.visits(verdict.date, verdict.date);
    await desk.void(mistaken?.id ?? '');
    for (const one of [token, wallet.present({ host: shanghai })]) {
      const again = desk.arrive({ token: one, venue });
      expect(await codeOfAsync(again)).to.equal('SELF_CHECK_IN_OFF');
    }
    expect((await visit(shanghai, wallet)).kind, 'people let her in').to.equal('free');
    expect((await desk.arrive({ token, venue })).checkedIn).to.equal(true);
  });

  it('ARRIVE-1: is refused with an open presentation, and where the owner does not offer it', async () => {
    const { shanghai, wallet } = await scene();
    const { desk } = shanghai.engine;
    const { venue } = await desk.overview(null);
    const off = desk.arrive({ token: wallet.present({ host: shanghai }), venue });
    expect(await codeOfAsync(off)).to.equal('SELF_CHECK_IN_OFF');
    await desk.setSettings({ selfCheckIn: true });
    const open = desk.arrive({ token: wallet.present(), venue });
    expect(await codeOfAsync(open)).to.equal('PRESENTATION_OTHER_HOST');
  });
});

describe('What the desk shows before anybody comes', () => {
  it('is the date, the places left, whose members are served, and today’s visits', async () => {
    const { melbourne, shanghai, wallet } = await scene({ ...LATE, capacity: { perDay: 4 } });
    await visit(shanghai, wallet);
    const seen = await shanghai.engine.desk.overview(null);
    expect([seen.date, seen.name, seen.mode]).to.deep.equal(['2026-11-02', 'shanghai', 'ready']);
    expect(seen.capacity).to.deep.equal({ limit: 4, used: 1, left: 3 });
    expect(seen.homes).to.deep.equal([{ space: melbourne.id, name: 'melbourne', reachable: true }]);
    const [recorded] = seen.visits;
    expect([recorded?.displayName, recorded?.homeName, recorded?.recordedBy]).to.deep.equal([
      ...['Mia', 'melbourne', ROBIN],
    ]);
    expect((recorded?.undoUntil ?? 0) - (recorded?.recorded ?? 0)).to.equal(24 * HOUR);
    expect(seen.programmes.map(({ name, roster }) => [name, roster])).to.deep.equal([
      ['Round trip', 0],
    ]);
  });

  it('is yesterday’s visits and forgotten ones, too, as long as they can be undone', async () => {
    const { network, melbourne, shanghai, wallet } = await scene(LATE);
    const ned = (await member(network, melbourne, 'Ned')).wallet;
    await visit(shanghai, wallet);
    await network.pass(6 * HOUR);
    const late = await check(shanghai, ned, { date: calendarDate.parse('2026-10-31') });
    await stamp(shanghai, late, 'paid');
    const seen = async () =>
      (await shanghai.engine.desk.overview(null)).visits.map(
        ({ displayName, date }) => `${displayName} ${date}`,
      );
    const [mias, neds] = ['Mia 2026-11-02', 'Ned 2026-10-31'];
    expect(await seen()).to.have.members([mias, neds]);
    await network.pass(16 * HOUR);
    expect(await seen()).to.deep.equal([mias]);
    await network.pass(4 * HOUR);
    expect(await seen()).to.deep.equal([]);
  });

  it('has no limit of places where the rules set none', async () => {
    const { shanghai } = await scene();
    expect((await shanghai.engine.desk.overview(null)).capacity).to.equal(null);
  });
});
