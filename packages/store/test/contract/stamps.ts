/** The contract of the methods about stamps. */

import type { Store } from '@covisa/store';
import { expect } from 'chai';
import {
  date,
  fill,
  leave,
  MELBOURNE,
  markerOf,
  melbourne,
  newEntry,
  range,
  SHANGHAI,
  SYDNEY,
  shanghai,
  stamp,
  voidOf,
} from '../support/makers.js';
import { places, rejection } from '../support/outcomes.js';

export function markerContract(store: () => Store): void {
  it('Stamps are found under their markers, ordered by marker, space, incarnation and index.', async () => {
    await store().ingestRanges([
      range(shanghai(), 0, [stamp({ marker: 'one' }), stamp({ marker: 'Two' })]),
      range(melbourne(1), 0, [stamp({ marker: 'one' })]),
      range(melbourne(), 0, [leave(), stamp({ marker: 'one' }), stamp({ marker: 'one' })]),
    ]);
    const markers = [markerOf('one'), markerOf('none'), markerOf('Two'), markerOf('one')];
    const found = await store().stampPlaces(markers, 9);
    expect(places(found)).to.deep.equal(['Shh/0/1', 'Maa/0/1', 'Maa/0/2', 'Maa/1/0', 'Shh/0/0']);
    expect(found[0]?.marker).to.equal(markerOf('Two'));
    expect(await store().stampPlaces([], 9)).to.deep.equal([]);
  });

  it('Of one log and marker only the first places are given, up to the count.', async () => {
    const repeated = Array.from({ length: 20 }, () => stamp({ marker: 'one' }));
    const other = stamp({ marker: 'Two' });
    await store().ingestRanges([
      range(shanghai(), 0, [stamp({ marker: 'one' }), other, stamp({ marker: 'one' })]),
      range(melbourne(1), 0, [other, ...repeated]),
      range(melbourne(), 0, [...repeated, other]),
    ]);
    const of = async (countMax: number) =>
      places(await store().stampPlaces([markerOf('one')], countMax));
    expect(await of(1)).to.deep.equal(['Maa/0/0', 'Maa/1/1', 'Shh/0/0']);
    expect(await of(3)).to.deep.equal([
      'Maa/0/0',
      'Maa/0/1',
      'Maa/0/2',
      'Maa/1/1',
      'Maa/1/2',
      'Maa/1/3',
      'Shh/0/0',
      'Shh/0/2',
    ]);
    expect(await of(8)).to.have.length(18);
    expect(await of(99)).to.have.length(42);
  });

  it('A marker that was written more often than one statement reads hides no other one.', async () => {
    const flood = Array.from({ length: 1100 }, () => stamp({ marker: 'one' }));
    await store().ingestRanges([
      range(melbourne(), 0, flood),
      range(shanghai(), 0, [stamp({ marker: 'one' }), stamp({ marker: 'Two' })]),
    ]);
    const found = await store().stampPlaces([markerOf('one'), markerOf('Two')], 2);
    expect(places(found)).to.deep.equal(['Shh/0/1', 'Maa/0/0', 'Maa/0/1', 'Shh/0/0']);
  });

  it('Stamps are read by their places, in the order of the places.', async () => {
    await store().ingestRanges([
      range(shanghai(), 0, [stamp({ marker: 'one' }), stamp({ marker: 'Two' })]),
      range(melbourne(), 0, [leave(), stamp({ marker: 'one' })]),
    ]);
    const asked = [
      { ...shanghai(), index: 1 },
      { ...melbourne(), index: 0 },
      { ...melbourne(), index: 7 },
      { ...melbourne(3), index: 1 },
      { ...melbourne(), index: 1 },
    ];
    const found = await store().stampsAt(asked);
    expect(places(found)).to.deep.equal(['Shh/0/1', 'Maa/0/1']);
    expect(found[0]?.bytes).to.deep.equal(newEntry(stamp({ marker: 'Two' })).bytes);
  });

  it('Stamps are told of the log that holds them, not of one that was dropped before it came.', async () => {
    const asked = async () => {
      const found = await store().stampPlaces([markerOf('one')], 9);
      return [places(found), places(await store().stampsAt(found))];
    };
    await store().ingestRanges([range(melbourne(), 0, [stamp({ marker: 'one' })])]);
    expect(await asked()).to.deep.equal([['Maa/0/0'], ['Maa/0/0']]);
    await store().dropLogs([melbourne()]);
    expect(await asked()).to.deep.equal([[], []]);
    expect(await store().stampsAt([{ ...melbourne(), index: 0 }])).to.deep.equal([]);
    await store().ingestRanges([range(shanghai(), 0, [stamp({ marker: 'one' })])]);
    expect(await asked()).to.deep.equal([['Shh/0/0'], ['Shh/0/0']]);
    expect(await store().stampsAt([{ ...melbourne(), index: 0 }])).to.deep.equal([]);
  });

  it('An entry that says stamp but is none is under no marker.', async () => {
    const text = JSON.stringify({ ...stamp({ marker: 'one' }), weight: 7 });
    await store().ingestRanges([range(melbourne(), 0, [text])]);
    expect(await store().stampPlaces([markerOf('one')], 9)).to.deep.equal([]);
    expect(places(await store().entriesOfTypes(['stamp'], null, 9))).to.deep.equal(['Maa/0/0']);
  });

  it('Voids are told with their dates, in log order, and only of the same log.', async () => {
    await store().ingestRanges([
      range(melbourne(), 0, [leave(), stamp({ marker: 'one' })]),
      range(shanghai(), 0, [leave(), leave(), voidOf(1, '2026-05-12')]),
    ]);
    const more = [voidOf(1, '2026-05-13'), voidOf(1, '2026-05-12'), voidOf(0, '2026-05-12')];
    await store().ingestRanges([range(melbourne(), 2, more)]);
    const found = await store().stampsAt(await store().stampPlaces([markerOf('one')], 9));
    expect(found.map((one) => one.voids)).to.deep.equal([[date('2026-05-13'), date('2026-05-12')]]);
  });

  it('STAMP-16: a void behind a stamp of four days later, or more than 2,048 entries away, names nothing.', async () => {
    const far = Array.from({ length: 2046 }, () => leave());
    await store().ingestRanges([
      range(melbourne(), 0, [
        stamp({ marker: 'a', date: '2026-05-11' }),
        stamp({ marker: 'b', date: '2026-05-12' }),
        stamp({ marker: 'c', date: '2026-05-15' }),
        voidOf(0, '2026-05-11'),
        voidOf(1, '2026-05-12'),
      ]),
      range(shanghai(), 0, [stamp({ marker: 'a' }), stamp({ marker: 'b' }), ...far]),
    ]);
    await store().ingestRanges([
      range(shanghai(), 2048, [voidOf(0, '2026-05-11'), voidOf(0, '2026-05-11')]),
      range(melbourne(), 5, [voidOf(2, '2026-05-15'), voidOf(0, '2026-05-11')]),
    ]);
    const voidsOf = async (marker: string) =>
      (await store().stampsAt(await store().stampPlaces([markerOf(marker)], 9))).map(
        ({ space, voids }) => [space === MELBOURNE, voids.length],
      );
    expect(await voidsOf('a')).to.deep.equal([
      [true, 0],
      [false, 1],
    ]);
    expect(await voidsOf('b')).to.deep.equal([
      [true, 1],
      [false, 0],
    ]);
    expect(await voidsOf('c')).to.deep.equal([[true, 1]]);
    await store().disregardVoids(melbourne(), 6);
    expect(await voidsOf('a')).to.deep.equal([
      [true, 0],
      [false, 1],
    ]);
  });

  it('A void before its stamp, or of an index that no log has, names nothing.', async () => {
    const entries = [
      voidOf(2, '2026-05-11'),
      voidOf(1, '2026-05-11'),
      stamp({ marker: 'one' }),
      voidOf(Number.MAX_SAFE_INTEGER, '2026-05-11'),
    ];
    await store().ingestRanges([range(melbourne(), 0, entries)]);
    const found = await store().stampsAt(await store().stampPlaces([markerOf('one')], 9));
    expect(found.map((one) => one.voids)).to.deep.equal([[]]);
  });
}

async function ingestYear(store: Store): Promise<void> {
  await store.ingestRanges([
    range(melbourne(), 0, [
      stamp({ home: SYDNEY, date: '2026-05-10', kind: 'free' }),
      stamp({ home: SYDNEY, date: '2026-05-11', kind: 'free' }),
      stamp({ home: SYDNEY, date: '2026-05-11', kind: 'free', weight: 0.5 }),
      stamp({ home: SHANGHAI, date: '2026-05-11', kind: 'paid' }),
      stamp({ home: SYDNEY, date: '2026-05-12', kind: 'courtesy' }),
    ]),
    range(melbourne(1), 0, [stamp({ home: SYDNEY, date: '2026-06-01', kind: 'free' })]),
    range(shanghai(), 0, [leave(), stamp({ home: MELBOURNE, date: '2026-05-11', kind: 'paid' })]),
  ]);
}

export function totalContract(store: () => Store): void {
  it('Totals are by host, home, kind and weight, over all incarnations of a host.', async () => {
    await ingestYear(store());
    expect(await store().stampTotals({})).to.deep.equal([
      { host: MELBOURNE, home: SHANGHAI, kind: 'paid', weight: 1, count: 1 },
      { host: MELBOURNE, home: SYDNEY, kind: 'courtesy', weight: 1, count: 1 },
      { host: MELBOURNE, home: SYDNEY, kind: 'free', weight: 0.5, count: 1 },
      { host: MELBOURNE, home: SYDNEY, kind: 'free', weight: 1, count: 3 },
      { host: SHANGHAI, home: MELBOURNE, kind: 'paid', weight: 1, count: 1 },
    ]);
  });

  it('Days of a pair are by date, kind and weight, over all incarnations of the host.', async () => {
    await ingestYear(store());
    const days = (from: string, to: string) =>
      store().stampDays({ host: MELBOURNE, home: SYDNEY, from: date(from), to: date(to) });
    expect(await days('2026-05-11', '2026-06-01')).to.deep.equal([
      { date: date('2026-05-11'), kind: 'free', weight: 0.5, count: 1 },
      { date: date('2026-05-11'), kind: 'free', weight: 1, count: 1 },
      { date: date('2026-05-12'), kind: 'courtesy', weight: 1, count: 1 },
      { date: date('2026-06-01'), kind: 'free', weight: 1, count: 1 },
    ]);
    expect(await days('2026-05-13', '2026-05-31')).to.deep.equal([]);
  });

  it('A host’s stamps of a date are counted over all its incarnations, without voided ones.', async () => {
    await ingestYear(store());
    const count = (day: string, host = MELBOURNE) => store().stampCount(host, date(day));
    expect(await count('2026-05-11')).to.equal(3);
    expect(await count('2026-06-01')).to.equal(1);
    expect(await count('2026-05-13')).to.equal(0);
    expect(await count('2026-05-11', SHANGHAI)).to.equal(1);
    expect(await count('2026-05-11', SYDNEY)).to.equal(0);
    await store().ingestRanges([range(melbourne(), 5, [voidOf(1, '2026-05-12')])]);
    expect(await count('2026-05-11')).to.equal(2);
  });

  it('Totals keep to the host, the home and the dates, both ends included.', async () => {
    await ingestYear(store());
    const counts = async (filter: Parameters<Store['stampTotals']>[0]) =>
      (await store().stampTotals(filter)).map(({ kind, count }) => `${kind} ${count}`);
    expect(await counts({ host: SHANGHAI })).to.deep.equal(['paid 1']);
    expect(await counts({ home: SHANGHAI })).to.deep.equal(['paid 1']);
    expect(await counts({ host: MELBOURNE, home: SHANGHAI })).to.deep.equal(['paid 1']);
    expect(await counts({ host: SYDNEY })).to.deep.equal([]);
    const from = date('2026-05-11');
    const to = date('2026-05-12');
    expect(await counts({ host: MELBOURNE, home: SYDNEY, from, to })).to.deep.equal([
      'courtesy 1',
      'free 1',
      'free 1',
    ]);
    expect(await counts({ from: date('2026-05-13') })).to.deep.equal(['free 1']);
    expect(await counts({ to: date('2026-05-10') })).to.deep.equal(['free 1']);
  });

  it('A stamp is not counted once a void dated at most two days after it names it.', async () => {
    await ingestYear(store());
    const voids = [
      voidOf(0, '2026-05-12'),
      voidOf(0, '2026-05-12'),
      voidOf(1, '2026-05-14'),
      voidOf(3, '2026-05-01'),
    ];
    await store().ingestRanges([range(melbourne(), 5, voids)]);
    expect(await store().stampTotals({ host: MELBOURNE })).to.deep.equal([
      { host: MELBOURNE, home: SYDNEY, kind: 'courtesy', weight: 1, count: 1 },
      { host: MELBOURNE, home: SYDNEY, kind: 'free', weight: 0.5, count: 1 },
      { host: MELBOURNE, home: SYDNEY, kind: 'free', weight: 1, count: 2 },
    ]);
  });

  it('A pair’s stamps are counted by date, kind and weight, without voided ones.', async () => {
    await ingestYear(store());
    const more = [
      stamp({ home: SYDNEY, date: '2026-05-11', kind: 'free' }),
      stamp({ home: SYDNEY, date: '2026-05-11', kind: 'courtesy' }),
      voidOf(4, '2026-05-12'),
    ];
    await store().ingestRanges([range(melbourne(), 5, more)]);
    const [from, to] = [date('2026-05-11'), date('2026-06-01')];
    const pair = { host: MELBOURNE, home: SYDNEY, from, to };
    expect(await store().stampDays(pair)).to.deep.equal([
      { date: from, kind: 'courtesy', weight: 1, count: 1 },
      { date: from, kind: 'free', weight: 0.5, count: 1 },
      { date: from, kind: 'free', weight: 1, count: 2 },
      { date: to, kind: 'free', weight: 1, count: 1 },
    ]);
    expect(await store().stampDays({ ...pair, home: SHANGHAI, to: from })).to.deep.equal([
      { date: from, kind: 'paid', weight: 1, count: 1 },
    ]);
    expect(await store().stampDays({ ...pair, home: MELBOURNE })).to.deep.equal([]);
    expect(await store().stampDays({ ...pair, host: SYDNEY })).to.deep.equal([]);
  });
}

export function checkContract(store: () => Store): void {
  it('Checks are remembered for each visa number, merged by place, in order.', async () => {
    await store().ingestRanges([
      range(melbourne(), 0, []),
      range(melbourne(1), 0, []),
      range(shanghai(), 0, []),
    ]);
    const memo = (log: typeof melbourne, index: number, value: number, incarnation = 0) => ({
      ...log(incarnation),
      index,
      outcome: fill(value, 3),
    });
    const [mine, other] = [fill(1, 16), fill(2, 16)];
    await store().rememberStampChecks(mine, date('2027-01-01'), [
      memo(shanghai, 4, 1),
      memo(melbourne, 11, 2),
    ]);
    await store().rememberStampChecks(mine, date('2027-01-01'), [
      memo(melbourne, 2, 3, 1),
      memo(shanghai, 4, 4),
    ]);
    await store().rememberStampChecks(other, date('2027-01-01'), [memo(melbourne, 2, 5)]);
    expect(await store().stampChecks(mine)).to.deep.equal([
      memo(melbourne, 11, 2),
      memo(melbourne, 2, 3, 1),
      memo(shanghai, 4, 4),
    ]);
    expect(await store().stampChecks(other)).to.deep.equal([memo(melbourne, 2, 5)]);
    expect(await store().stampChecks(fill(3, 16))).to.deep.equal([]);
  });

  it('Checks of which one is of an unknown log are not remembered.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [])]);
    const memos = [melbourne(), shanghai()].map((log) => ({
      ...log,
      index: 0,
      outcome: fill(1, 1),
    }));
    const error = await rejection(
      store().rememberStampChecks(fill(1, 16), date('2027-01-01'), memos),
    );
    expect(error).to.be.instanceOf(RangeError);
    expect(await store().stampChecks(fill(1, 16))).to.deep.equal([]);
  });
}
