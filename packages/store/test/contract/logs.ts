/** The contract of the methods about logs. */

import { encodeUtf8 } from '@covisa/protocol';
import { type Store, StoreError } from '@covisa/store';
import { expect } from 'chai';
import {
  beat,
  closing,
  date,
  fill,
  head,
  leave,
  MELBOURNE,
  markerOf,
  melbourne,
  newEntry,
  range,
  SHANGHAI,
  shanghai,
  stamp,
  voidOf,
} from '../support/makers.js';
import { places, rejection } from '../support/outcomes.js';

export function headContract(store: () => Store): void {
  it('An empty store holds no heads.', async () => {
    expect(await store().heads()).to.deep.equal([]);
  });

  it('Heads come back as they went in, ordered by space and incarnation.', async () => {
    const second = head(melbourne(1), 1, { heartbeat: beat(50) });
    const unseen = head(shanghai(), 0, { checkpoint: null, checkpointSize: 0 });
    await store().ingestRanges([
      range(shanghai(), 0, [], { head: unseen }),
      range(melbourne(1), 0, [leave()], { head: second }),
      range(melbourne(), 0, [leave(), closing()]),
    ]);
    expect(await store().heads()).to.deep.equal([head(melbourne(), 2), second, unseen]);
  });

  it('A range without entries moves the checkpoint ahead of the entries held.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [leave()])]);
    const ahead = head(melbourne(), 1, { checkpoint: 'checkpoint 9\n', checkpointSize: 9 });
    await store().ingestRanges([range(melbourne(), 1, [], { head: ahead })]);
    expect(await store().heads()).to.deep.equal([ahead]);
  });

  it('A heartbeat never goes back; the checkpoint is the last one, which the entries lead to.', async () => {
    const late = head(melbourne(), 1, {
      checkpoint: 'checkpoint 9\n',
      checkpointSize: 9,
      heartbeat: beat(90),
    });
    await store().ingestRanges([range(melbourne(), 0, [leave()], { head: late })]);
    const early = head(melbourne(), 2, { heartbeat: beat(20) });
    await store().ingestRanges([range(melbourne(), 1, [leave()], { head: early })]);
    const bare = head(melbourne(), 3, { checkpoint: null, checkpointSize: 0 });
    await store().ingestRanges([range(melbourne(), 2, [leave()], { head: bare })]);
    expect(await store().heads()).to.deep.equal([
      { ...early, size: 3, range: fill(3, 40), heartbeat: beat(90) },
    ]);
  });

  it('A heartbeat replaces an earlier one only.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [leave()]), range(shanghai(), 0, [])]);
    await store().putHeartbeats([{ ...melbourne(), heartbeat: beat(60) }]);
    await store().putHeartbeats([
      { ...melbourne(), heartbeat: beat(59) },
      { ...shanghai(), heartbeat: beat(10) },
    ]);
    const same = { ...beat(60), line: 'another line at the same time\n' };
    await store().putHeartbeats([{ ...melbourne(), heartbeat: same }]);
    expect((await store().heads()).map((one) => one.heartbeat)).to.deep.equal([beat(60), beat(10)]);
  });

  it('A heartbeat that was withdrawn can be followed by an earlier one.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [leave()]), range(shanghai(), 0, [])]);
    await store().putHeartbeats([
      { ...melbourne(), heartbeat: beat(60) },
      { ...shanghai(), heartbeat: beat(60) },
    ]);
    const [before] = await store().heads();
    await store().withdrawHeartbeat(melbourne());
    await store().withdrawHeartbeat({ ...melbourne(), incarnation: 9 });
    expect((await store().heads()).map((one) => one.heartbeat)).to.deep.equal([null, beat(60)]);
    await store().putHeartbeats([{ ...melbourne(), heartbeat: beat(20) }]);
    expect((await store().heads())[0]).to.deep.equal({ ...before, heartbeat: beat(20) });
  });

  it('Heartbeats of which one is for an unknown log change nothing.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [leave()])]);
    const error = await rejection(
      store().putHeartbeats([
        { ...melbourne(), heartbeat: beat(60) },
        { ...shanghai(), heartbeat: beat(60) },
      ]),
    );
    expect(error).to.be.instanceOf(RangeError);
    expect((await store().heads()).map((one) => one.heartbeat)).to.deep.equal([null]);
  });
}

export function ingestContract(store: () => Store): void {
  it('Two ranges of one log can come in one batch.', async () => {
    await store().ingestRanges([
      range(melbourne(), 0, [leave()]),
      range(melbourne(), 1, [leave()]),
    ]);
    expect((await store().heads()).map((one) => one.size)).to.deep.equal([2]);
  });

  it('A range that does not follow what is held is a conflict, and its whole batch is not stored.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [leave(), leave()])]);
    for (const from of [0, 1, 3]) {
      const batch = [range(shanghai(), 0, [stamp()]), range(melbourne(), from, [closing()])];
      const error = await rejection(store().ingestRanges(batch));
      expect(error).to.be.instanceOf(StoreError).with.property('code', 'RANGE_CONFLICT');
    }
    expect(await store().heads()).to.deep.equal([head(melbourne(), 2)]);
    expect(await store().stampPlaces([markerOf('m')], 10)).to.deep.equal([]);
    expect(await store().entries(shanghai(), 0, 10, 1000)).to.deep.equal([]);
  });

  it('After a conflict the same entries can be stored, spaces and all.', async () => {
    const good = range(shanghai(), 0, [stamp({ home: MELBOURNE })]);
    const bad = range(melbourne(), 4, [leave()]);
    await rejection(store().ingestRanges([good, bad]));
    await store().ingestRanges([good]);
    const totals = await store().stampTotals({});
    expect(totals).to.deep.equal([
      { host: SHANGHAI, home: MELBOURNE, kind: 'free', weight: 1, count: 1 },
    ]);
  });

  it('A head whose size is not that after its entries is the caller’s mistake.', async () => {
    const wrong = range(melbourne(), 0, [leave()], { head: head(melbourne(), 2) });
    expect(await rejection(store().ingestRanges([wrong]))).to.be.instanceOf(RangeError);
    expect(await store().heads()).to.deep.equal([]);
  });

  it('A batch of 20,000 entries is stored whole.', async () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => stamp({ marker: `b${i}x` }));
    await store().ingestRanges([range(melbourne(), 0, entries)]);
    const last = await store().entries(melbourne(), 19_999, 10, 10_000);
    expect(places(last)).to.deep.equal(['Maa/0/19999']);
    const totals = await store().stampTotals({});
    expect(totals.map((one) => one.count)).to.deep.equal([20_000]);
  });
}

export function entryContract(store: () => Store): void {
  it('Entries come back byte for byte, whatever spelling they had.', async () => {
    const texts = ['{"type":"later","x":1.0}', '{ "x" : "é\u{1F30F}", "type" : "later" }'];
    await store().ingestRanges([range(melbourne(), 0, texts)]);
    expect(await store().entries(melbourne(), 0, 10, 1000)).to.deep.equal([
      { space: MELBOURNE, incarnation: 0, index: 0, bytes: encodeUtf8(texts[0] ?? '') },
      { space: MELBOURNE, incarnation: 0, index: 1, bytes: encodeUtf8(texts[1] ?? '') },
    ]);
  });

  it('A page of entries keeps to the count and the bytes, and has at least one entry.', async () => {
    const texts = ['{"type":"a"}', '{"type":"b"}', '{"type":"c"}', '{"type":"d"}'];
    await store().ingestRanges([range(melbourne(), 0, texts), range(melbourne(1), 0, texts)]);
    const page = async (from: number, count: number, bytes: number) =>
      places(await store().entries(melbourne(), from, count, bytes));
    expect(await page(1, 2, 1000)).to.deep.equal(['Maa/0/1', 'Maa/0/2']);
    expect(await page(0, 9, 36)).to.deep.equal(['Maa/0/0', 'Maa/0/1', 'Maa/0/2']);
    expect(await page(0, 9, 35)).to.deep.equal(['Maa/0/0', 'Maa/0/1']);
    expect(await page(3, 9, 1)).to.deep.equal(['Maa/0/3']);
    expect(await page(4, 9, 1000)).to.deep.equal([]);
    expect(await page(0, 0, 1000)).to.deep.equal([]);
    expect(await store().entries(shanghai(), 0, 9, 1000)).to.deep.equal([]);
  });

  it('Entries of some types come in the order of logs, page after page.', async () => {
    await store().ingestRanges([
      range(shanghai(), 0, [leave(), stamp(), leave()]),
      range(melbourne(1), 0, [closing()]),
      range(melbourne(), 0, [stamp(), leave(), '{"type":"later"}', closing()]),
    ]);
    const pages: string[][] = [];
    let after = null;
    for (;;) {
      const page = await store().entriesOfTypes(['leave', 'closing'], after, 2);
      if (page.length === 0) break;
      pages.push([...places(page)]);
      after = page.at(-1) ?? null;
    }
    expect(pages).to.deep.equal([['Maa/0/1', 'Maa/0/3'], ['Maa/1/0', 'Shh/0/0'], ['Shh/0/2']]);
    const stampsToo = await store().entriesOfTypes(['stamp', 'later'], null, 9);
    expect(places(stampsToo)).to.deep.equal(['Maa/0/0', 'Maa/0/2', 'Shh/0/1']);
    expect(await store().entriesOfTypes([], null, 9)).to.deep.equal([]);
  });

  it('An entry that this version cannot read is found by the type that it names.', async () => {
    await store().ingestRanges([range(melbourne(), 0, ['{"type":"leave","programme":7}'])]);
    const found = await store().entriesOfTypes(['leave'], null, 9);
    expect(places(found)).to.deep.equal(['Maa/0/0']);
    expect(await store().entriesOfTypes(['unknown'], null, 9)).to.deep.equal([]);
  });
}

export function hashContract(store: () => Store): void {
  it('Level 0 is the leaf hashes; fewer come where fewer are held.', async () => {
    const texts = ['{"type":"a"}', '{"type":"b"}', '{"type":"c"}'];
    await store().ingestRanges([range(melbourne(), 0, texts), range(melbourne(1), 0, texts)]);
    const [, second, third] = texts.map((text) => newEntry(text).leafHash);
    const expected = [...(second ?? []), ...(third ?? [])];
    expect([...(await store().hashes(melbourne(), 0, 1, 9))]).to.deep.equal(expected);
    expect(await store().hashes(melbourne(), 0, 1, 1)).to.deep.equal(second);
    expect(await store().hashes(melbourne(), 0, 3, 9)).to.deep.equal(new Uint8Array(0));
    expect(await store().hashes(shanghai(), 0, 0, 9)).to.deep.equal(new Uint8Array(0));
  });

  it('Subtrees are kept by level and index, each log’s own.', async () => {
    const subtrees = [
      { level: 1, index: 0, hash: fill(10, 32) },
      { level: 1, index: 1, hash: fill(11, 32) },
      { level: 1, index: 3, hash: fill(13, 32) },
      { level: 2, index: 0, hash: fill(20, 32) },
    ];
    await store().ingestRanges([range(melbourne(), 0, [leave()], { subtrees })]);
    const firstBytes = async (level: number, from: number, count: number) => {
      const hashes = await store().hashes(melbourne(), level, from, count);
      return Array.from({ length: hashes.length / 32 }, (_, i) => hashes[i * 32]);
    };
    expect(await firstBytes(1, 0, 9)).to.deep.equal([10, 11]);
    expect(await firstBytes(1, 1, 1)).to.deep.equal([11]);
    expect(await firstBytes(1, 3, 9)).to.deep.equal([13]);
    expect(await firstBytes(2, 0, 9)).to.deep.equal([20]);
    expect(await firstBytes(3, 0, 9)).to.deep.equal([]);
  });
}

export function dropContract(store: () => Store): void {
  const subtrees = [{ level: 1, index: 0, hash: fill(10, 32) }];
  const entries = () => [stamp({ marker: 'x' }), voidOf(0, '2026-05-11'), leave()];
  const visaNumber = fill(7, 16);

  it('Nothing is left of a log that is dropped, and the others stay whole.', async () => {
    await store().ingestRanges([
      range(melbourne(), 0, entries(), { subtrees }),
      range(melbourne(1), 0, entries(), { subtrees }),
      range(shanghai(), 0, entries(), { subtrees }),
    ]);
    await store().putHeartbeats([{ ...melbourne(), heartbeat: beat(60) }]);
    const memo = { index: 0, outcome: fill(1, 4) };
    await store().rememberStampChecks(visaNumber, date('2027-01-01'), [
      { ...melbourne(), ...memo },
    ]);
    await store().dropLogs([melbourne(), melbourne(1)]);

    expect(await store().heads()).to.deep.equal([head(shanghai(), 3)]);
    expect(places(await store().stampPlaces([markerOf('x')], 9))).to.deep.equal(['Shh/0/0']);
    expect(places(await store().entriesOfTypes(['leave'], null, 9))).to.deep.equal(['Shh/0/2']);
    expect(await store().stampChecks(visaNumber)).to.deep.equal([]);
    for (const log of [melbourne(), melbourne(1)]) {
      expect(await store().entries(log, 0, 9, 1000)).to.deep.equal([]);
      for (const level of [0, 1]) {
        expect(await store().hashes(log, level, 0, 9)).to.deep.equal(new Uint8Array(0));
      }
    }
    expect(places(await store().entries(shanghai(), 0, 9, 5000))).to.have.length(3);
    expect((await store().hashes(shanghai(), 1, 0, 9)).length).to.equal(32);
  });

  it('A log that was dropped can come back, with other entries.', async () => {
    await store().ingestRanges([range(melbourne(), 0, entries(), { subtrees })]);
    await store().dropLogs([melbourne()]);
    await store().ingestRanges([range(melbourne(), 0, [stamp({ marker: 'y' })])]);
    expect(await store().heads()).to.deep.equal([head(melbourne(), 1)]);
    const [back] = await store().stampsAt([{ ...melbourne(), index: 0 }]);
    expect(back?.voids).to.deep.equal([]);
    expect(await store().stampPlaces([markerOf('x')], 9)).to.deep.equal([]);
    expect(await store().hashes(melbourne(), 1, 0, 9)).to.deep.equal(new Uint8Array(0));
  });

  it('Dropping a log that is not held does nothing.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [leave()])]);
    await store().dropLogs([shanghai(), melbourne(1)]);
    expect(await store().heads()).to.deep.equal([head(melbourne(), 1)]);
  });
}
