/** The contract of the methods about the space's own people and records. */

import { type Store, StoreError } from '@covisa/store';
import { expect } from 'chai';
import {
  date,
  fill,
  head,
  MELBOURNE,
  markerOf,
  melbourne,
  member,
  PROGRAMME,
  range,
  refusal,
  SHANGHAI,
  stamp,
  visit,
} from '../support/makers.js';
import { rejection } from '../support/outcomes.js';

export function memberContract(store: () => Store): void {
  const bare = member('b', {
    status: 'revoked',
    displayName: null,
    contact: null,
    paidUntil: null,
    holderKey: null,
    former: [],
    isStatic: true,
    ask: true,
    issued: null,
    visaNumber: fill(8, 16),
    claim: { digest: fill(5, 32), lapses: 1_778_500_000 },
  });

  it('Members come back as they went in, ordered by id.', async () => {
    await store().putMembers([bare, member('a')]);
    expect(await store().members()).to.deep.equal([member('a'), bare]);
    expect(await store().member('b')).to.deep.equal(bare);
    expect(await store().member('c')).to.equal(null);
  });

  it('A member is found by visa number and by claim.', async () => {
    await store().putMembers([member('a'), bare]);
    expect(await store().memberByVisaNumber(fill(8, 16))).to.deep.equal(bare);
    expect(await store().memberByVisaNumber(fill(6, 16))).to.equal(null);
    expect(await store().memberByClaim(fill(5, 32))).to.deep.equal(bare);
    expect(await store().memberByClaim(fill(6, 32))).to.equal(null);
  });

  it('A member is replaced whole: the old visa number and claim find nothing.', async () => {
    await store().putMembers([bare]);
    const changed = { ...bare, visaNumber: fill(4, 16), claim: null, name: 'Another' };
    await store().putMembers([changed]);
    expect(await store().members()).to.deep.equal([changed]);
    expect(await store().memberByVisaNumber(fill(8, 16))).to.equal(null);
    expect(await store().memberByClaim(fill(5, 32))).to.equal(null);
    expect(await store().memberByVisaNumber(fill(4, 16))).to.deep.equal(changed);
  });

  it('A member is forgotten with the grants and checks of all its visa numbers.', async () => {
    const earlier = {
      ...{ visaNumber: fill(3, 16), holderKey: null, former: [] },
      until: date('2026-02-01'),
    };
    const other = member('c', { visaNumber: fill(9, 16) });
    await store().putMembers([{ ...bare, earlier: [earlier] }, other]);
    await store().ingestRanges([range(melbourne(), 0, [])]);
    const memo = { ...melbourne(), index: 0, outcome: fill(1, 4) };
    const host = SHANGHAI;
    for (const visaNumber of [fill(8, 16), fill(3, 16), fill(9, 16)]) {
      const grant = {
        ...{ host, date: date('2026-05-10'), programme: PROGRAMME },
        ...{ lapses: 1_778_500_000, bytes: fill(2, 9) },
      };
      await store().putGrant({ visaNumber, k: 0, ...grant });
      await store().rememberStampChecks(visaNumber, date('2027-01-01'), [memo]);
    }
    await store().dropMembers(['b', 'nobody']);
    expect(await store().members()).to.deep.equal([other]);
    expect(await store().memberByVisaNumber(fill(8, 16))).to.equal(null);
    expect(await store().memberByClaim(fill(5, 32))).to.equal(null);
    for (const visaNumber of [fill(8, 16), fill(3, 16)]) {
      expect(await store().grants(visaNumber)).to.deep.equal([]);
      expect(await store().stampChecks(visaNumber)).to.deep.equal([]);
    }
    expect(await store().grants(fill(9, 16))).to.have.length(1);
    expect(await store().stampChecks(fill(9, 16))).to.deep.equal([memo]);
  });

  it('What people typed comes back exactly, even half of a character.', async () => {
    const odd = member('ö/\u0000', { name: 'half \ud83c', contact: '', displayName: '"\\\n' });
    await store().putMembers([odd]);
    expect(await store().members()).to.deep.equal([odd]);
  });
}

export function visitContract(store: () => Store): void {
  const early = visit('z', { date: date('2026-05-10'), recorded: 500, index: null });
  const first = visit('b', { recorded: 100, index: null, amount: null, note: null });
  const second = visit('a', { recorded: 200, displayName: null, visaNumber: fill(8, 16) });
  const third = visit('c', { recorded: 200, kind: 'free', weight: 1, voidIndex: 5 });

  beforeEach(async () => {
    await store().putVisits([third, second, early, first]);
  });

  it('A visit comes back as it went in, by its id.', async () => {
    expect(await store().visit('c')).to.deep.equal(third);
    expect(await store().visit('b')).to.deep.equal(first);
    expect(await store().visit('d')).to.equal(null);
  });

  it('A visit of which no proof is known comes back without one.', async () => {
    const { proofDigest: _, ...old } = visit('old');
    await store().putVisits([old]);
    expect(await store().visit('old')).to.deep.equal(old);
  });

  it('Visits come by date, time of record and id, both ends included.', async () => {
    const from = date('2026-05-10');
    const to = date('2026-05-11');
    expect(await store().visits(from, to)).to.deep.equal([early, first, second, third]);
    expect(await store().visits(from, from)).to.deep.equal([early]);
    expect(await store().visits(date('2026-05-12'), date('2026-12-31'))).to.deep.equal([]);
  });

  it('Visits of a visa number come in the same order.', async () => {
    expect(await store().visitsByVisaNumber(fill(7, 16))).to.deep.equal([early, first, third]);
    expect(await store().visitsByVisaNumber(fill(8, 16))).to.deep.equal([second]);
    expect(await store().visitsByVisaNumber(fill(9, 16))).to.deep.equal([]);
  });

  it('The journal gives what waits to be published in the order of its recording.', async () => {
    expect(await store().pendingVisits()).to.deep.equal([first, early]);
    await store().putVisits([{ ...first, index: 0 }]);
    expect(await store().pendingVisits()).to.deep.equal([early]);
    expect(await store().visit('b')).to.deep.equal({ ...first, index: 0 });
  });
}

export function refusalContract(store: () => Store): void {
  const early = refusal('z', { date: date('2026-05-10'), recorded: 500 });
  const later = refusal('b', { recorded: 700, note: null, displayName: null });
  const published = refusal('a', { recorded: 900, index: 4, reason: 'conduct' });

  beforeEach(async () => {
    await store().putRefusals([published, later, early]);
  });

  it('Refusals come by date, time of record and id, both ends included.', async () => {
    const [from, to] = [date('2026-05-10'), date('2026-05-11')];
    expect(await store().refusals(from, to)).to.deep.equal([early, later, published]);
    expect(await store().refusals(from, from)).to.deep.equal([early]);
  });

  it('A refusal waits until it is published with its entry.', async () => {
    expect(await store().pendingRefusals()).to.deep.equal([early, later]);
    const told = { ...early, index: 0 };
    await store().appendOwn(range(melbourne(), 0, [stamp()]), { refusals: [told] });
    expect(await store().pendingRefusals()).to.deep.equal([later]);
    expect(await store().refusals(early.date, early.date)).to.deep.equal([told]);
  });
}

export function appendContract(store: () => Store): void {
  it('An append stores the entry, the head, the visit and the member together.', async () => {
    const added = range(melbourne(), 0, [stamp()]);
    await store().appendOwn(added, { visits: [visit('v')], members: [member('m')] });
    await store().appendOwn(range(melbourne(), 1, [stamp()]), {});
    expect(await store().heads()).to.deep.equal([head(melbourne(), 2)]);
    const held = await store().stampPlaces([markerOf('m')], 9);
    expect(held.map((one) => one.index)).to.deep.equal([0, 1]);
    expect(await store().visit('v')).to.deep.equal(visit('v'));
    expect(await store().member('m')).to.deep.equal(member('m'));
  });

  it('An append that conflicts stores nothing at all.', async () => {
    await store().appendOwn(range(melbourne(), 0, [stamp()]), { visits: [visit('v')] });
    const effects = {
      visits: [visit('v', { note: 'changed' }), visit('w')],
      members: [member('m')],
    };
    const error = await rejection(store().appendOwn(range(melbourne(), 0, [stamp()]), effects));
    expect(error).to.be.instanceOf(StoreError).with.property('code', 'RANGE_CONFLICT');
    expect(await store().heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(await store().visit('v')).to.deep.equal(visit('v'));
    expect(await store().visit('w')).to.equal(null);
    expect(await store().members()).to.deep.equal([]);
  });
}

export function grantContract(store: () => Store): void {
  const grant = (k: number, lapses: number, host = MELBOURNE) => ({
    visaNumber: fill(7, 16),
    k,
    host,
    date: date('2026-05-11'),
    programme: PROGRAMME,
    lapses,
    bytes: fill(k, 90),
  });

  it('Grants of a visa number come by k; one of the same k is replaced.', async () => {
    for (const one of [grant(11, 50), grant(2, 60), grant(2, 70, SHANGHAI)]) {
      await store().putGrant(one);
    }
    await store().putGrant({ ...grant(2, 80), visaNumber: fill(8, 16) });
    expect(await store().grants(fill(7, 16))).to.deep.equal([
      grant(2, 70, SHANGHAI),
      grant(11, 50),
    ]);
    expect(await store().grants(fill(9, 16))).to.deep.equal([]);
  });

  it('Grants that lapsed before a time are dropped; one that lapses then stays.', async () => {
    await store().putGrant(grant(1, 50));
    await store().putGrant(grant(2, 51));
    await store().dropGrantsLapsedBefore(51);
    expect(await store().grants(fill(7, 16))).to.deep.equal([grant(2, 51)]);
  });
}

export function dealingContract(store: () => Store): void {
  const fresh = {
    space: SHANGHAI,
    url: null,
    lastSuccess: null,
    firstFailure: null,
    failures: 0,
    lastError: null,
    skew: null,
  };
  const known = {
    space: MELBOURNE,
    url: 'https://melbourne.example',
    lastSuccess: 1_778_457_600,
    firstFailure: 1_778_460_000,
    failures: 3,
    lastError: 'connection refused',
    skew: -2,
  };

  it('Peers come back ordered by space, and are replaced by space.', async () => {
    await store().putPeers([fresh, known]);
    expect(await store().peers()).to.deep.equal([known, fresh]);
    await store().putPeers([{ ...fresh, failures: 1 }]);
    expect(await store().peers()).to.deep.equal([known, { ...fresh, failures: 1 }]);
  });

  it('A setting is put, replaced and taken away.', async () => {
    expect(await store().setting('token')).to.equal(null);
    await store().putSetting('token', fill(1, 5));
    await store().putSetting('token', fill(2, 6));
    await store().putSetting('empty', new Uint8Array(0));
    expect(await store().setting('token')).to.deep.equal(fill(2, 6));
    expect(await store().setting('empty')).to.deep.equal(new Uint8Array(0));
    await store().putSetting('token', null);
    await store().putSetting('token', null);
    expect(await store().setting('token')).to.equal(null);
  });
}
