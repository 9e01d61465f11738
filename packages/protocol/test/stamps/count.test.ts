import {
  countStamps,
  doubleVisits,
  encodeEntry,
  encodeOutcome,
  firstUnusedIndex,
  holderKeyDigest,
  openChecks,
  parseOutcome,
  provenStamp,
  type StampUsage,
  shortSpaceId,
  sortSpaces,
  stampChecks,
  stampName,
} from '@covisa/protocol';
import { expect } from 'chai';
import { testBytes } from '../support/fixed.js';
import {
  holderKeyOf,
  holderSeed,
  issuingSeed,
  makeProof,
  SHANGHAI,
  SYDNEY,
} from '../support/visas.js';
import {
  ADA,
  dateAfter,
  grantFor,
  ISSUING_KEYS,
  inShort,
  makeStamp,
  proofOf,
  usageOf,
} from './stamp-samples.js';

function flaws(usage: ReturnType<typeof usageOf>): readonly string[] {
  return usage.rejected.map((one) => `${one.stamp.k} ${one.flaw}`);
}

describe('what counts', () => {
  it('STAMP-5: a stamp counts by a proof of the visa holder', () => {
    const usage = usageOf([makeStamp({ host: SHANGHAI, k: 0 })]);
    expect(usage.days).to.deep.equal([
      {
        host: SHANGHAI,
        date: '2026-05-12',
        kind: 'free',
        weight: 1,
        venue: 'main',
        programme: usage.days[0]?.programme,
        roster: 0,
        k: 0,
        incarnation: 0,
        index: 0,
        doubled: [],
        shared: false,
      },
    ]);
    expect(usage.stamps.map((one) => one.basis)).to.deep.equal(['proof']);
  });

  it('STAMP-5: a stamp of a former holder key counts, of a stranger not', () => {
    const proof = makeProof({}, { seed: holderSeed('old') });
    const stamp = makeStamp({ host: SHANGHAI, k: 0, proof, holderKey: holderKeyOf('old') });
    const former = [holderKeyDigest(holderKeyOf('old'))];
    expect(usageOf([stamp], { ...ADA, former }).days).to.have.length(1);
    expect(flaws(usageOf([stamp]))).to.deep.equal(['0 evidence']);
  });

  it('STAMP-5: a proof that another key signed does not count', () => {
    const proof = makeProof({}, { seed: holderSeed('mallory') });
    expect(flaws(usageOf([makeStamp({ host: SHANGHAI, k: 0, proof })]))).to.deep.equal([
      '0 signature',
    ]);
  });

  it('STAMP-3: a stamp that names another home does not count', () => {
    const stamp = makeStamp({ host: SHANGHAI, k: 0, entry: { home: SYDNEY } });
    expect(flaws(usageOf([stamp]))).to.deep.equal(['0 home']);
  });

  it('STAMP-6: a proof for another purpose or another host does not count', () => {
    const renew = makeStamp({ host: SHANGHAI, k: 0, proof: makeProof({ purpose: 'renew' }) });
    const bound = makeProof({ host: shortSpaceId(SYDNEY) });
    const other = makeStamp({ host: SHANGHAI, k: 1, proof: bound });
    expect(flaws(usageOf([renew, other]))).to.deep.equal(['0 evidence', '1 evidence']);
  });

  it('STAMP-6: a proof bound to this host counts', () => {
    const bound = makeProof({ host: shortSpaceId(SHANGHAI) });
    expect(usageOf([makeStamp({ host: SHANGHAI, k: 0, proof: bound })]).days).to.have.length(1);
  });

  it("STAMP-6: a proof's UTC day is within one day of the stamp's date", () => {
    for (const [day, counts] of [
      [-2, 0],
      [-1, 1],
      [0, 1],
      [1, 1],
      [2, 0],
    ] as const) {
      const stamp = makeStamp({ host: SHANGHAI, k: 0, day, proof: proofOf(0) });
      expect(usageOf([stamp]).days, `${day} days`).to.have.length(counts);
    }
  });

  it('STAMP-7: a visit entered late counts only with a grant', () => {
    const late = { host: SHANGHAI, k: 0, day: -9, proof: null };
    expect(flaws(usageOf([makeStamp(late)]))).to.deep.equal(['0 evidence']);
    const grant = grantFor(SHANGHAI, 0, -9);
    expect(usageOf([makeStamp({ ...late, grant })]).stamps[0]?.basis).to.equal('grant');
  });

  it('STAMP-7: stamps of a static visa count by grants alone', () => {
    const card = { ...ADA, holderKey: null };
    const grant = grantFor(SHANGHAI, 0, 0);
    const granted = makeStamp({ host: SHANGHAI, k: 0, proof: null, holderKey: null, grant });
    const proven = makeStamp({ host: SYDNEY, k: 1 });
    expect(inShort(usageOf([granted, proven], card))).to.have.length(1);
  });

  it('STAMP-7: a grant for another index, host, date, a lesser weight or by a stranger does not count', () => {
    const spoiled = [
      grantFor(SHANGHAI, 1, 0),
      grantFor(SYDNEY, 0, 0),
      grantFor(SHANGHAI, 0, 1),
      grantFor(SHANGHAI, 0, 0, 0.5),
      grantFor(SHANGHAI, 0, 0, 1, issuingSeed(SYDNEY)),
    ].map((grant) => flaws(usageOf([makeStamp({ host: SHANGHAI, k: 0, proof: null, grant })])));
    expect(spoiled.flat()).to.deep.equal([
      '0 evidence',
      '0 evidence',
      '0 evidence',
      '0 evidence',
      '0 signature',
    ]);
  });

  it('STAMP-2: a stamp copied into another log counts nowhere', () => {
    const copy = makeStamp({ host: SYDNEY, k: 0, sealedFor: SHANGHAI });
    const usage = usageOf([makeStamp({ host: SHANGHAI, k: 0 }), copy]);
    expect(inShort(usage)).to.have.length(1);
    expect(flaws(usage)).to.deep.equal(['0 seal']);
  });

  /** The hosts of a usage's days, and whether each counts at its own host alone. */
  const claims = (usage: StampUsage) =>
    Object.fromEntries(usage.days.map((one) => [one.host, one.shared]));

  it('STAMP-8: the lowest index claims a proof that two hosts show; the other stamp counts at its host', () => {
    const proof = proofOf(0);
    const later = makeStamp({ host: SHANGHAI, k: 1, proof });
    const usage = usageOf([later, makeStamp({ host: SYDNEY, k: 0, proof })]);
    expect(claims(usage)).to.deep.equal({ [SYDNEY]: false, [SHANGHAI]: true });
    expect(flaws(usage)).to.deep.equal([]);
    expect(firstUnusedIndex(usage)).to.equal(2);
  });

  it('STAMP-8: at one index the lowest host id claims the proof', () => {
    const proof = proofOf(0);
    const [lowest = SHANGHAI, other = SYDNEY] = sortSpaces([SHANGHAI, SYDNEY]);
    const both = [SHANGHAI, SYDNEY].map((host) => makeStamp({ host, k: 0, proof }));
    expect(claims(usageOf(both))).to.deep.equal({ [lowest]: false, [other]: true });
  });

  it('STAMP-8: a free day claims its proof before a courtesy that copied it, whatever its index', () => {
    const proof = proofOf(0);
    const copied = makeStamp({ host: SYDNEY, k: 0, proof, entry: { kind: 'courtesy' } });
    const usage = usageOf([copied, makeStamp({ host: SHANGHAI, k: 1, proof })]);
    expect(claims(usage)).to.deep.equal({ [SHANGHAI]: false, [SYDNEY]: true });
  });

  it('STAMP-8: one log shows a proof once', () => {
    const proof = proofOf(0);
    const again = makeStamp({ host: SHANGHAI, k: 1, proof, day: 1, index: 9 });
    const usage = usageOf([again, makeStamp({ host: SHANGHAI, k: 0, proof })]);
    expect(usage.days).to.have.length(1);
    expect(flaws(usage)).to.deep.equal(['1 proof-used']);
  });

  it('STAMP-9: a voided stamp keeps its index, and its visit does not count', () => {
    const usage = usageOf([makeStamp({ host: SHANGHAI, k: 0, voids: [dateAfter(2)] })]);
    expect(usage.days).to.deep.equal([]);
    expect(firstUnusedIndex(usage)).to.equal(1);
  });

  it('GRANT-14: the index that is proposed is where the free one is looked for, within sixteen', () => {
    const stamps = [0, 1, 4].map((k) => makeStamp({ host: SHANGHAI, k, index: k, day: k }));
    const usage = usageOf(stamps);
    const from = (proposed: number) => firstUnusedIndex(usage, { reserved: [5], proposed });
    expect([0, 2, 3, 4, 7, 17, 18, 900].map(from)).to.deep.equal([2, 2, 3, 6, 7, 17, 2, 2]);
    // Where nobody ever stamps under 17, none at 18 would be found.
    const open = [2, 3, 17];
    expect(firstUnusedIndex(usage, { reserved: open, proposed: 16 })).to.equal(16);
    expect(firstUnusedIndex(usage, { reserved: open, proposed: 17 })).to.equal(5);
  });

  it('STAMP-9: a void dated three days after the stamp is too late', () => {
    const usage = usageOf([makeStamp({ host: SHANGHAI, k: 0, voids: [dateAfter(3)] })]);
    expect(usage.days).to.have.length(1);
  });

  it('STAMP-9: a corrected stamp may carry the proof of the voided one', () => {
    const proof = proofOf(0);
    const wrong = makeStamp({ host: SHANGHAI, k: 0, proof, voids: [dateAfter(0)] });
    const right = makeStamp({ host: SHANGHAI, k: 1, proof, entry: { weight: 0.5 } });
    const usage = usageOf([wrong, right]);
    expect(usage.days.map((one) => [one.k, one.weight])).to.deep.equal([[1, 0.5]]);
    expect(firstUnusedIndex(usage)).to.equal(2);
  });

  it('STAMP-10: after three stamps that do not count the rest of that log is passed over', () => {
    const bad = [0, 1, 2].map((k) => makeStamp({ host: SHANGHAI, k, index: k, proof: null }));
    const good = makeStamp({ host: SHANGHAI, k: 3, index: 3 });
    const other = makeStamp({ host: SYDNEY, k: 4, index: 9 });
    const usage = usageOf([...bad, good, other]);
    expect(usage.days.map((one) => one.host)).to.deep.equal([SYDNEY]);
    expect(flaws(usage).at(-1)).to.equal('3 passed-over');
    expect(firstUnusedIndex(usage)).to.equal(0);
    expect(usageOf([...bad.slice(1), good]).days).to.have.length(1);
  });

  it('STAMP-10: what another host does with a proof is not held against this log', () => {
    const theirs = [0, 1, 2, 3].map((k) =>
      makeStamp({ host: SYDNEY, k, proof: proofOf(0, `stolen/${k}`) }),
    );
    const ours = [0, 1, 2, 3].map((k) =>
      makeStamp({ host: SHANGHAI, k: k + 4, index: k, proof: proofOf(0, `stolen/${k}`) }),
    );
    const next = makeStamp({ host: SHANGHAI, k: 8, day: 1 });
    const { days, rejected } = usageOf([...theirs, ...ours, next]);
    expect(rejected.map((one) => one.flaw)).to.not.include('passed-over');
    expect(days.map((one) => [one.host, one.date, one.shared])).to.deep.include.members([
      [SHANGHAI, dateAfter(0), true],
      [SHANGHAI, dateAfter(1), false],
    ]);
  });

  it('STAMP-10: a proof that stands once more beside a grant is not held against its log', () => {
    const granted = [0, 1, 2, 3, 4].map((k) =>
      makeStamp({
        ...{ host: SHANGHAI, k, index: k },
        ...{ proof: proofOf(0, 'one'), grant: grantFor(SHANGHAI, k, 0) },
      }),
    );
    const usage = usageOf(granted);
    expect(usage.rejected).to.deep.equal([]);
    expect(usage.stamps.map((one) => one.basis)).to.deep.equal(granted.map(() => 'grant'));
  });

  it('STAMP-11: twice the same host and date is one day, with the larger weight, free if either was', () => {
    const half = makeStamp({ host: SHANGHAI, k: 0, entry: { weight: 0.5 } });
    const whole = makeStamp({ host: SHANGHAI, k: 1, entry: { kind: 'paid' } });
    const [day, ...rest] = usageOf([whole, half]).days;
    expect(rest).to.deep.equal([]);
    expect([day?.kind, day?.weight, day?.k]).to.deep.equal(['free', 1, 0]);
  });

  it('STAMP-13: one index used by two hosts: both visits count and name each other', () => {
    const usage = usageOf([
      makeStamp({ host: SHANGHAI, k: 0 }),
      makeStamp({ host: SHANGHAI, k: 1, day: 1 }),
      makeStamp({ host: SYDNEY, k: 1, day: 1 }),
    ]);
    expect(usage.days).to.have.length(3);
    const doubles = doubleVisits(usage);
    expect(doubles.map((one) => one.k)).to.deep.equal([1]);
    const hosts = doubles[0]?.stamps.map((one) => one.host);
    expect(hosts).to.have.members([SHANGHAI, SYDNEY]);
    const named = usage.days.map((one) => [one.k, one.doubled.length]);
    expect(named).to.have.deep.members([
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it('STAMP-13: of one index that was used twice a visit that was undone is not named', () => {
    const usage = usageOf([
      makeStamp({ host: SHANGHAI, k: 0 }),
      makeStamp({ host: SYDNEY, k: 0 }),
      { ...makeStamp({ host: SYDNEY, k: 0, day: 1 }), index: 2, voids: [dateAfter(1)] },
    ]);
    const [double] = doubleVisits(usage);
    expect(double?.stamps.map(({ entry }) => entry.date)).to.deep.equal([
      dateAfter(0),
      dateAfter(0),
    ]);
  });

  it('one index of a free and a paid visit is no double visit: the paid one spends nothing', () => {
    const usage = usageOf([
      makeStamp({ host: SHANGHAI, k: 0 }),
      makeStamp({ host: SYDNEY, k: 0, entry: { kind: 'paid' } }),
    ]);
    expect(usage.days).to.have.length(2);
    expect(doubleVisits(usage)).to.deep.equal([]);
  });

  it('the first unused index passes over what open grants reserve', () => {
    const usage = usageOf([makeStamp({ host: SHANGHAI, k: 0 }), makeStamp({ host: SYDNEY, k: 2 })]);
    expect(firstUnusedIndex(usage)).to.equal(1);
    expect(firstUnusedIndex(usage, { reserved: [1] })).to.equal(3);
  });

  it('results are remembered in 17 bytes a check, and missing ones are asked for', () => {
    const grant = grantFor(SHANGHAI, 0, 0);
    const checked = stampChecks([makeStamp({ host: SHANGHAI, k: 0, grant })], ADA, ISSUING_KEYS);
    const [one] = checked;
    const open = openChecks(checked, new Map());
    expect(open).to.have.length(2);
    expect(() => countStamps(checked, new Map())).to.throw(RangeError, 'expected one for check');
    const results = new Map(open.map(({ id }, index) => [id, index === 0]));
    if (one === undefined) throw new Error('no stamp');
    const outcome = encodeOutcome(one, results);
    expect(outcome).to.have.length(34);
    expect(parseOutcome(outcome)).to.deep.equal({ results, proof: null });
    expect(openChecks(checked, results)).to.deep.equal([]);
    expect(() => parseOutcome(testBytes('noise', 16))).to.throw(RangeError, '17 bytes');
  });

  it('of a stamp that stands on its proof alone the name and the proof are remembered too', () => {
    const one = makeStamp({ host: SHANGHAI, k: 0 });
    const bytes = encodeEntry(one.entry);
    const name = stampName(bytes, one, ADA);
    const [checked] = stampChecks([one], ADA, ISSUING_KEYS);
    if (!checked?.proof) throw new Error('no proof');
    const { id, proofId } = checked.proof;
    const outcome = encodeOutcome(checked, new Map([[id, false]]), name);
    expect(outcome).to.have.length(65);
    expect(parseOutcome(outcome)).to.deep.equal({
      results: new Map([[id, false]]),
      proof: { name, id, proofId },
    });
    const again = provenStamp(one, { name, id, proofId });
    expect(again).to.deep.equal({ ...checked, proof: { id, proofId, check: null } });
    expect(openChecks([again], new Map())).to.deep.equal([]);
    expect(encodeOutcome(checked, new Map(), name)).to.have.length(0);
    const granted = stampChecks(
      [makeStamp({ host: SHANGHAI, k: 0, grant: grantFor(SHANGHAI, 0, 0) })],
      ADA,
      [],
    );
    expect(
      granted.map((of) => encodeOutcome(of, new Map([[id, true]]), name).length),
    ).to.deep.equal([17]);
  });

  it('the name of a stamp follows its bytes, its place and the visa', () => {
    const one = makeStamp({ host: SHANGHAI, k: 0 });
    const bytes = encodeEntry(one.entry);
    const other = holderKeyOf('mallory');
    const names = [
      stampName(bytes, one, ADA),
      stampName(bytes.slice(1), one, ADA),
      stampName(bytes, { ...one, k: 1 }, ADA),
      stampName(bytes, { ...one, host: SYDNEY }, ADA),
      stampName(bytes, one, { ...ADA, home: SYDNEY }),
      stampName(bytes, one, { ...ADA, visaNumber: testBytes('other', 16) }),
      stampName(bytes, one, { ...ADA, holderKey: other }),
      stampName(bytes, one, { ...ADA, holderKey: null }),
      stampName(bytes, one, { ...ADA, former: [other.subarray(0, 8)] }),
    ];
    expect(new Set(names).size).to.equal(9);
    expect(stampName(bytes, { ...one, index: 7, incarnation: 1 }, ADA)).to.equal(names[0]);
  });

  it('KEYS-4: a grant whose issuing key is not known does not count yet', () => {
    const grant = grantFor(SHANGHAI, 0, 0);
    const stamp = makeStamp({ host: SHANGHAI, k: 0, proof: null, grant });
    expect(stampChecks([stamp], ADA, [])[0]?.flaw).to.equal('evidence');
  });
});
