/** What of the ranges for one message goes into it. */

import { encodeUtf8, type SyncRange, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { fitting } from '../../dist/engine/gossip/message-room.js';
import { filler } from './support/network.js';

const LINE = encodeUtf8('{"type":"n"}');
const SPACE = spaceId.parse(filler(1));

/** As many ranges, each of so many lines, with a part of the header of so many hashes. */
function offered(ranges: number, { lines = 1, hashes = 0, bytes = LINE }) {
  const range = (from: number): SyncRange => ({
    ...{ space: SPACE, incarnation: 0, from, count: lines, checkpoint: 'a checkpoint' },
    pruned: { index: 1, to: 256, stays: [], inclusion: [], hashes: Array(hashes).fill(filler(2)) },
  });
  return {
    ranges: Array.from({ length: ranges }, (_, from) => range(from)),
    lines: Array.from({ length: ranges }, () => Array<Uint8Array>(lines).fill(bytes)),
  };
}

function fits(...offer: Parameters<typeof offered>): number {
  const { ranges, lines } = fitting(offered(...offer));
  expect(lines.length).to.equal(ranges.length);
  expect(ranges.map(({ from }) => from)).to.deep.equal([...ranges.keys()]);
  return ranges.length;
}

describe('The room of a message', () => {
  it('is for all ranges that are within its bounds', () => {
    expect(fits(3, {})).to.equal(3);
  });

  it('is for a thousand ranges', () => {
    expect(fits(1001, {})).to.equal(1000);
  });

  it('is for 16,384 entries', () => {
    expect(fits(5, { lines: 4096 })).to.equal(4);
  });

  it('is for a mebibyte of ranges in the header', () => {
    // 768 bytes and 46 for each of 8,000 hashes: two are 737,536 bytes.
    expect(fits(5, { hashes: 8000 })).to.equal(2);
  });

  it('is for two mebibytes of lines', () => {
    // 128 lines of 16 KiB with their newlines would be 128 bytes too many.
    expect(fits(128, { bytes: new Uint8Array(16 * 1024) })).to.equal(127);
  });
});
