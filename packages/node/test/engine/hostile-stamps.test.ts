/** What a host that was once shown a visa can cost others by what it writes into its own log. */

import { join } from 'node:path';
import {
  calendarDate,
  concatBytes,
  encodeEntry,
  parseEntry,
  type SpaceId,
  type StampEntry,
  type StampUsage,
  sha256,
} from '@covisa/protocol';
import { openMemoryStore, openSqliteStore, type Store } from '@covisa/store';
import { expect } from 'chai';
import { ADA, ISSUING_KEYS, makeStamp } from '../../../protocol/dist-test/stamps/stamp-samples.js';
import { testBytes, testSpaceId } from '../../../protocol/dist-test/support/fixed.js';
import {
  holderSeed,
  makeProof,
  SHANGHAI,
  SYDNEY,
} from '../../../protocol/dist-test/support/visas.js';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import { UsageReader } from '../../dist/engine/desk/check/usage.js';
import { temporaryFolders } from '../support/folders.js';

const AUCKLAND = testSpaceId('auckland');

/** Ada's stamp at index k, for the log of `host`. */
function honest(host: SpaceId, k: number): StampEntry {
  return makeStamp({ host, k, day: k }).entry;
}

/** A stamp that fits Ada's visa in all but the proof's signature. */
function forged(k: number): StampEntry {
  const proof = makeProof({ nonce: testBytes(`forged/${k}`, 8) }, { seed: holderSeed('mallory') });
  return makeStamp({ host: AUCKLAND, k, proof }).entry;
}

async function ingest(store: Store, space: SpaceId, stamps: readonly StampEntry[]): Promise<void> {
  const log = { space, incarnation: 0 };
  const before = (await store.heads()).find((one) => one.space === space);
  const from = before?.size ?? 0;
  const entries = stamps.map((stamp) => {
    const bytes = encodeEntry(stamp);
    const leafHash = sha256(concatBytes(Uint8Array.of(0), bytes));
    return { bytes, leafHash, entry: parseEntry(bytes) };
  });
  const size = from + stamps.length;
  const signed = { checkpoint: `size ${size}\n`, checkpointSize: size, heartbeat: null };
  const head = { ...log, size, range: new Uint8Array(40), ...signed };
  await store.ingestRanges([{ from, entries, subtrees: [], head }]);
}

interface Cost {
  places: number;
  stamps: number;
  verified: number;
  failed: number;
}

/** Ada's usage by this store, and what it took to find. */
async function reading(store: Store): Promise<{ readonly usage: StampUsage; readonly cost: Cost }> {
  const cost: Cost = { places: 0, stamps: 0, verified: 0, failed: 0 };
  const signatures = nodeSignatureBackend();
  const counting: ConstructorParameters<typeof UsageReader>[0] = {
    store: {
      async stampPlaces(markers, countMax) {
        const found = await store.stampPlaces(markers, countMax);
        cost.places += found.length;
        return found;
      },
      async stampsAt(places) {
        const found = await store.stampsAt(places);
        cost.stamps += found.length;
        return found;
      },
      stampChecks: (number) => store.stampChecks(number),
      rememberStampChecks: (number, until, memos) =>
        store.rememberStampChecks(number, until, memos),
    },
    signatures: {
      async verify(check) {
        const holds = await signatures.verify(check);
        cost.verified += 1;
        if (!holds) cost.failed += 1;
        return holds;
      },
    },
  };
  const home = { space: () => ({ keys: ISSUING_KEYS }) };
  const reader = new UsageReader(counting, home, () => true);
  return { usage: await reader.of({ ...ADA, until: calendarDate.parse('2027-01-01') }), cost };
}

function daysOf(usage: StampUsage): readonly string[] {
  return usage.days.map(({ host, k }) => `${k} ${host === AUCKLAND ? 'hostile' : 'honest'}`);
}

function boundsOf(open: (folder: string) => Store): void {
  const opened: Store[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));
  const folder = temporaryFolders();
  const fresh = (): Store => {
    const store = open(folder());
    opened.push(store);
    return store;
  };

  it('STAMP-15: of 5,000 forged stamps under one marker eight are found, three are checked', async () => {
    const store = fresh();
    const one = forged(1);
    await ingest(store, AUCKLAND, [honest(AUCKLAND, 0)]);
    await ingest(store, AUCKLAND, Array<StampEntry>(5000).fill(one));
    await ingest(store, SYDNEY, [honest(SYDNEY, 1), honest(SYDNEY, 2)]);
    const first = await reading(store);
    expect(daysOf(first.usage)).to.deep.equal(['0 hostile', '1 honest', '2 honest']);
    // All 5,000 carry one proof: one check answers for them.
    expect(first.cost).to.deep.equal({ places: 11, stamps: 6, verified: 4, failed: 1 });
    const next = await reading(store);
    expect(next.usage).to.deep.equal(first.usage);
    expect(next.cost).to.deep.equal({ places: 11, stamps: 6, verified: 0, failed: 0 });
  });

  it('STAMP-10: of forged stamps under 60 markers three are checked, and nothing honest is hidden', async () => {
    const store = fresh();
    const markers = Array.from({ length: 60 }, (_, at) => 59 - at);
    const flood = markers.flatMap((k) => Array<StampEntry>(10).fill(forged(k)));
    await ingest(store, AUCKLAND, [...flood, honest(AUCKLAND, 3)]);
    await ingest(store, SHANGHAI, [honest(SHANGHAI, 0), honest(SHANGHAI, 20)]);
    const { usage, cost } = await reading(store);
    expect(daysOf(usage)).to.deep.equal(['0 honest', '20 honest']);
    expect(cost).to.deep.equal({ places: 482, stamps: 5, verified: 3, failed: 1 });
  });

  it('STAMP-10: a host that spoils its log later hides nothing, of its own or of others', async () => {
    const store = fresh();
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => from + at);
    await ingest(
      store,
      AUCKLAND,
      range(0, 20).map((k) => honest(AUCKLAND, k)),
    );
    await ingest(store, SYDNEY, [honest(SYDNEY, 20)]);
    const before = await reading(store);
    await ingest(
      store,
      AUCKLAND,
      range(0, 50).map((k) => forged(49 - k)),
    );
    const after = await reading(store);
    expect(after.usage.days).to.deep.equal(before.usage.days);
    expect(after.usage.days).to.have.length(21);
    expect(after.cost).to.deep.equal({ places: 71, stamps: 24, verified: 3, failed: 3 });
  });
}

describe('What a hostile host writes costs others little', () => {
  describe('in memory', () => {
    boundsOf(() => openMemoryStore());
  });

  describe('in SQLite', () => {
    const sealingKey = testBytes('sealing', 32);
    const randomBytes = (count: number) => new Uint8Array(count);
    boundsOf((folder) =>
      openSqliteStore({ path: join(folder, 'store.db'), sealingKey, randomBytes }),
    );
  });
});
