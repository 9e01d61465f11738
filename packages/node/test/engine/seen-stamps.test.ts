/** What a desk keeps of a visa's stamps between two looks at them. */

import {
  calendarDate,
  encodeEntry,
  holderKeyDigest,
  type KnownEntry,
  leafHash,
  parseEntry,
  type StampUsage,
  sha256,
  stampMarker,
} from '@covisa/protocol';
import { openMemoryStore, type Store } from '@covisa/store';
import { expect } from 'chai';
import {
  ADA,
  grantFor,
  ISSUING_KEYS,
  makeStamp,
  proofOf,
} from '../../../protocol/dist-test/stamps/stamp-samples.js';
import { testBytes } from '../../../protocol/dist-test/support/fixed.js';
import {
  holderKeyOf,
  holderSeed,
  makeProof,
  SHANGHAI,
  SYDNEY,
} from '../../../protocol/dist-test/support/visas.js';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import { SeenStamps } from '../../dist/engine/desk/check/seen-stamps.js';
import { UsageReader } from '../../dist/engine/desk/check/usage.js';
import { StampNews } from '../../dist/engine/log/stamp-news.js';

const VISA = { ...ADA, until: calendarDate.parse('2027-01-01') };

/** A reader over Sydney's log, which can be written on; it is told what comes, where `isTold`. */
function sydney(isTold = false) {
  const store = openMemoryStore();
  const signatures = nodeSignatureBackend();
  const news = new StampNews();
  const now = { keys: ISSUING_KEYS, stillCounts: true, readings: 0 };
  const counting = {
    ...store,
    stampPlaces: (...asked: Parameters<typeof store.stampPlaces>) => {
      now.readings += 1;
      return store.stampPlaces(...asked);
    },
  };
  const reader = new UsageReader(
    { store: counting, signatures },
    { space: () => ({ keys: now.keys }) },
    () => now.stillCounts,
    isTold ? news : null,
  );
  let size = 0;
  const write = async (entry: KnownEntry): Promise<void> => {
    const bytes = encodeEntry(entry);
    const entries = [{ bytes, leafHash: leafHash(bytes), entry: parseEntry(bytes) }];
    const from = size++;
    const signed = { checkpoint: `size ${size}\n`, checkpointSize: size, heartbeat: null };
    const head = { space: SYDNEY, incarnation: 0, size, range: new Uint8Array(40), ...signed };
    await store.ingestRanges([{ from, entries, subtrees: [], head }]);
    news.take(entries);
  };
  return { reader, write, news, now, store };
}

function indicesOf({ days }: StampUsage): readonly number[] {
  return days.map((day) => day.k);
}

describe('stamps that were seen', () => {
  it('are read as they stand at the second look: with what was added, without what was undone', async () => {
    const { reader, write } = sydney();
    const seen = new SeenStamps();
    const first = makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry;
    await write(first);
    expect(indicesOf(await reader.of(VISA, seen))).to.deep.equal([0]);
    await write(makeStamp({ host: SYDNEY, k: 1, day: 1 }).entry);
    expect(indicesOf(await reader.of(VISA, seen))).to.deep.equal([0, 1]);
    await write({ type: 'void', index: 0, date: first.date });
    expect(indicesOf(await reader.of(VISA, seen))).to.deep.equal([1]);
    expect(await reader.of(VISA, seen)).to.deep.equal(await reader.of(VISA));
  });

  it('are worked out anew where other bytes stand in their place', async () => {
    const [one, other] = [sydney(), sydney()];
    const seen = new SeenStamps();
    await one.write(makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry);
    await other.write(makeStamp({ host: SYDNEY, k: 0, day: 1 }).entry);
    const [before] = (await one.reader.of(VISA, seen)).days;
    const [after] = (await other.reader.of(VISA, seen)).days;
    expect(before?.date).not.to.equal(after?.date);
  });

  /** What a look finds, and how often it asks the store where the stamps are. */
  async function look({ reader, now }: ReturnType<typeof sydney>, seen: SeenStamps) {
    const before = now.readings;
    const usage = await reader.of(VISA, seen);
    const readings = now.readings - before;
    expect(usage).to.deep.equal(await reader.of(VISA));
    return { k: indicesOf(usage), readings };
  }

  it('are not read again until a stamp of the visa comes, or anything that is no stamp', async () => {
    const desk = sydney(true);
    const seen = new SeenStamps();
    const first = makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry;
    await desk.write(first);
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 1 });
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 0 });
    const other = stampMarker(new Uint8Array(16), 1);
    await desk.write({ ...makeStamp({ host: SYDNEY, k: 1, day: 1 }).entry, marker: other });
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 0 });
    await desk.write(makeStamp({ host: SYDNEY, k: 1, day: 1 }).entry);
    expect(await look(desk, seen)).to.deep.equal({ k: [0, 1], readings: 1 });
    await desk.write({ type: 'void', index: 0, date: first.date });
    expect(await look(desk, seen)).to.deep.equal({ k: [1], readings: 1 });
    desk.news.turn();
    expect(await look(desk, seen)).to.deep.equal({ k: [1], readings: 1 });
    expect(await look(desk, seen)).to.deep.equal({ k: [1], readings: 0 });
  });

  it('are read again when their log counts no more, or the home’s keys are others', async () => {
    const desk = sydney(true);
    const seen = new SeenStamps();
    await desk.write(makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry);
    await look(desk, seen);
    desk.now.stillCounts = false;
    expect(await look(desk, seen)).to.deep.equal({ k: [], readings: 1 });
    expect(await look(desk, seen)).to.deep.equal({ k: [], readings: 0 });
    desk.now.stillCounts = true;
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 1 });
    desk.now.keys = [...ISSUING_KEYS];
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 1 });
  });

  it('are read again when more came than is told apart', async () => {
    const desk = sydney(true);
    const seen = new SeenStamps();
    const { entry } = makeStamp({ host: SYDNEY, k: 0, day: 0 });
    await desk.write(entry);
    await look(desk, seen);
    const flood = Array.from({ length: 5000 }, (_, k) => ({
      entry: { ...entry, marker: stampMarker(new Uint8Array(16), k) },
    }));
    desk.news.take(flood.slice(0, 4000));
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 0 });
    desk.news.take(flood.slice(4000));
    expect(await look(desk, seen)).to.deep.equal({ k: [0], readings: 1 });
  });
});

/** Stamps of all kinds of worth, each at its own index; ‘forged’ is signed by another key. */
const ALL_KINDS: readonly KnownEntry[] = [
  makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry,
  makeStamp({ host: SYDNEY, k: 1, day: 1, grant: grantFor(SYDNEY, 1, 1) }).entry,
  makeStamp({ host: SYDNEY, k: 2, day: 2, proof: proofOf(0, `nonce/0/${SYDNEY}`) }).entry,
  makeStamp({ host: SYDNEY, k: 3, day: 3, grant: grantFor(SYDNEY, 9, 3) }).entry,
  makeStamp({ host: SYDNEY, k: 4, day: 4, sealedFor: SHANGHAI }).entry,
  makeStamp({
    ...{ host: SYDNEY, k: 5, day: 0 },
    proof: makeProof({ nonce: testBytes('forged', 8) }, { seed: holderSeed('mallory') }),
  }).entry,
];

describe('what checks of stamps came to', () => {
  type Asked = Partial<typeof VISA> & { readonly keys?: typeof ISSUING_KEYS };

  /** A fresh look, as by a node that was started again; and how many hashes it took. */
  async function look(store: Store, { keys = ISSUING_KEYS, ...visa }: Asked = {}) {
    let hashes = 0;
    const counting = (bytes: Uint8Array) => {
      hashes += 1;
      return sha256(bytes);
    };
    const ports = { store, signatures: nodeSignatureBackend(), sha256: counting };
    const reader = new UsageReader(ports, { space: () => ({ keys }) }, () => true);
    return { usage: await reader.of({ ...VISA, ...visa }), hashes };
  }

  /** A store that remembers none of it. */
  const forgetful = (store: Store): Store => ({ ...store, stampChecks: async () => [] });

  async function written(entries: readonly KnownEntry[]): Promise<Store> {
    const { store, write } = sydney();
    for (const entry of entries) await write(entry);
    return store;
  }

  it('is remembered of stamps that stand on a proof: their seals are not opened again', async () => {
    const store = await written(ALL_KINDS);
    const [first, again] = [await look(store), await look(store)];
    expect(again.usage).to.deep.equal(first.usage);
    expect(first.usage.days.map(({ k }) => k)).to.deep.equal([0, 1, 3]);
    // Beside 32 markers: at first 15 of what stamps hold, and 4 names by which that is remembered;
    // then 6 names, and 6 of the stamps that have a grant, a wrong date or a copied seal.
    expect({ first: first.hashes, again: again.hashes }).to.deep.equal({ first: 51, again: 44 });
  });

  it('is the same for another phone, home or key as if nothing had been remembered', async () => {
    const store = await written(ALL_KINDS);
    await look(store);
    const holderKey = holderKeyOf('mallory');
    const former = [holderKeyDigest(holderKeyOf('ada'))];
    const asked: readonly Asked[] = [
      { holderKey },
      { holderKey, former },
      { holderKey: null },
      { former: [holderKeyDigest(holderKey)] },
      { home: SHANGHAI },
      { keys: [] },
    ];
    const days: (readonly number[])[] = [];
    for (const one of asked) {
      const { usage } = await look(store, one);
      expect(usage).to.deep.equal((await look(forgetful(store), one)).usage);
      days.push(indicesOf(usage));
    }
    expect(days).to.deep.equal([[1], [0, 1, 3], [1], [0, 1, 3], [], [0, 1, 3]]);
  });

  it('is not taken for what another stamp in the same place comes to', async () => {
    const [one, other] = [
      await written([makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry]),
      await written([makeStamp({ host: SYDNEY, k: 0, day: 0, sealedFor: SHANGHAI }).entry]),
    ];
    expect(indicesOf((await look(one)).usage)).to.deep.equal([0]);
    const { usage } = await look({ ...other, stampChecks: one.stampChecks });
    expect(indicesOf(usage)).to.deep.equal([]);
    expect(usage).to.deep.equal((await look(forgetful(other))).usage);
  });

  it('is worked out anew where its results were forgotten meanwhile', async () => {
    const { store, write, reader } = sydney();
    await write(makeStamp({ host: SYDNEY, k: 0, day: 0 }).entry);
    await reader.of(VISA);
    const seen = new SeenStamps();
    expect(indicesOf(await reader.of(VISA, seen))).to.deep.equal([0]);
    seen.remembered = null;
    await store.dropStampChecksUntil(calendarDate.parse('2030-01-01'));
    expect(indicesOf(await reader.of(VISA, seen))).to.deep.equal([0]);
  });
});
