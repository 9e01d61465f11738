/** What a desk keeps of a visa's stamps between two looks at them. */

import {
  calendarDate,
  encodeEntry,
  type KnownEntry,
  leafHash,
  parseEntry,
  type StampUsage,
} from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { ADA, ISSUING_KEYS, makeStamp } from '../../../protocol/dist-test/stamps/stamp-samples.js';
import { SYDNEY } from '../../../protocol/dist-test/support/visas.js';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import { SeenStamps } from '../../dist/engine/desk/check/seen-stamps.js';
import { UsageReader } from '../../dist/engine/desk/check/usage.js';

const VISA = { ...ADA, until: calendarDate.parse('2027-01-01') };

/** A reader over Sydney's log, which can be written on. */
function sydney() {
  const store = openMemoryStore();
  const signatures = nodeSignatureBackend();
  const reader = new UsageReader(
    { store, signatures },
    { space: () => ({ keys: ISSUING_KEYS }) },
    () => true,
  );
  let size = 0;
  const write = async (entry: KnownEntry): Promise<void> => {
    const bytes = encodeEntry(entry);
    const entries = [{ bytes, leafHash: leafHash(bytes), entry: parseEntry(bytes) }];
    const from = size++;
    const signed = { checkpoint: `size ${size}\n`, checkpointSize: size, heartbeat: null };
    const head = { space: SYDNEY, incarnation: 0, size, range: new Uint8Array(40), ...signed };
    await store.ingestRanges([{ from, entries, subtrees: [], head }]);
  };
  return { reader, write };
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
});
