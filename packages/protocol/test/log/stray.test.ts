import {
  encodeUtf8,
  fillShelf,
  inclusionRanges,
  isProtective,
  isShelf,
  leafHash,
  logOfShelf,
  parseEntry,
  readStray,
  type Shelved,
  type Stray,
  sha256,
  shelfRoot,
  strayPlace,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';
import { checkpointFor, checkpointOf, LOG, LOG_KEY, logLines } from './test-log.js';

const REVOCATION = encodeUtf8('{"type":"revocation","marker":"AAAAAAAAAAAAAAAAAAAAAA","time":5}');
const LINES = [...logLines(6), REVOCATION, ...logLines(9, 'later').slice(7)];
const KNOWN = { common: 5, logKey: LOG_KEY };

function strayAt(index: number, lines = LINES): Stray {
  const leaves = lines.map((line) => leafHash(line));
  const proof = inclusionRanges(index, lines.length).map(({ from, to }) =>
    subtreeHash(leaves.slice(from, to)),
  );
  return { index, bytes: lines[index] ?? REVOCATION, checkpoint: checkpointOf(lines), proof };
}

describe('a stray', () => {
  it('STRAY-3: is in a history that the log’s key has signed', () => {
    const read = readStray(LOG, strayAt(6), KNOWN);
    expect(read.entry).to.include({ type: 'revocation', time: 5 });
    expect(tweetnaclBackend.verify(read.check)).to.equal(true);
  });

  it('STRAY-3: is none at another index, with another proof, or of another log', () => {
    const stray = strayAt(6);
    const changes: readonly Partial<Stray>[] = [
      { index: 7 },
      { proof: stray.proof.slice(1) },
      { proof: stray.proof.map((hash) => sha256(hash)) },
      { checkpoint: checkpointFor({ ...LOG, incarnation: 2 }, LINES, new Uint8Array(32).fill(1)) },
      { bytes: encodeUtf8('{"type":"revocation","marker":"AAAAAAAAAAAAAAAAAAAAAA","time":6}') },
    ];
    for (const change of changes) {
      const code = codeOf(() => readStray(LOG, { ...stray, ...change }, KNOWN));
      expect(code, JSON.stringify(Object.keys(change))).to.equal('STRAY_INVALID');
    }
  });

  it('STRAY-2: stands beyond what is common', () => {
    expect(readStray(LOG, strayAt(6), { ...KNOWN, common: 6 }).stray.index).to.equal(6);
    expect(codeOf(() => readStray(LOG, strayAt(6), { ...KNOWN, common: 7 }))).to.equal(
      'STRAY_INVALID',
    );
  });

  it('STRAY-2: of an ended log is any entry but the accepted one at its index', () => {
    const read = (accepted: Uint8Array | null) =>
      codeOf(() => readStray(LOG, strayAt(6), { ...KNOWN, common: 7, accepted }));
    expect(read(null)).to.equal('nothing thrown');
    expect(read(new Uint8Array(32))).to.equal('nothing thrown');
    expect(read(leafHash(strayAt(6).bytes))).to.equal('STRAY_INVALID');
  });

  it('STRAY-2: protects others: a profile, a void, a leave or a closing is none', () => {
    expect(codeOf(() => readStray(LOG, strayAt(5), KNOWN))).to.equal('STRAY_INVALID');
    const types = (lines: readonly string[]) =>
      lines.filter((line) => isProtective(parseEntry(encodeUtf8(line))));
    const closing = '{"type":"closing","date":"2026-05-11"}';
    const voiding = '{"type":"void","index":3,"date":"2026-05-11"}';
    const revocation = new TextDecoder().decode(REVOCATION);
    expect(types([closing, voiding, revocation, '{"type":"note"}'])).to.deep.equal([revocation]);
  });

  it('STRAY-1: lies on the shelf and at the place that its hash names', () => {
    const leaf = new Uint8Array(32);
    leaf.set([0b1010_0111, 0xff, 0x00, 0xaa, 0b0101_0000]);
    const place = strayPlace({ ...LOG, incarnation: 3 }, leaf);
    // Shelf 0b101001 = 41 of log 3; then 11 11111111 00000000 10101010 010100.
    expect(place).to.deep.equal({
      space: LOG.space,
      incarnation: 2 ** 31 + 3 * 64 + 41,
      index: 0b1111111111_00000000_10101010_010100,
    });
    expect(isShelf(place)).to.equal(true);
    expect(logOfShelf(place)).to.deep.equal({ ...LOG, incarnation: 3 });
    expect(isShelf(LOG)).to.equal(false);
  });
});

const shelved: fc.Arbitrary<Shelved> = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 5 }))
  .map(([index, last]) => {
    const leaf = new Uint8Array(32);
    new DataView(leaf.buffer).setUint32(0, index);
    leaf[31] = last;
    return { index, leaf };
  });

describe('a shelf', () => {
  it('STRAY-4: is the same whatever the order and the batches in which it was filled', () => {
    fc.assert(
      fc.property(fc.array(shelved, { maxLength: 400 }), fc.nat(400), (strays, cut) => {
        const whole = fillShelf([], strays);
        const batches = fillShelf(fillShelf([], strays.slice(cut)), strays.slice(0, cut));
        expect(batches).to.deep.equal(whole);
        expect(fillShelf(whole, strays.toReversed())).to.deep.equal(whole);
        expect(shelfRoot(batches)).to.deep.equal(shelfRoot(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('STRAY-4: holds the 128 lowest hashes, and of each place the lowest', () => {
    const at = (index: number, last = 0): Shelved => {
      const leaf = new Uint8Array(32);
      new DataView(leaf.buffer).setUint32(0, index);
      leaf[31] = last;
      return { index, leaf };
    };
    const many = Array.from({ length: 200 }, (_, i) => at(i, 1));
    const shelf = fillShelf([...many, at(3, 0)], [at(3, 2)]);
    expect(shelf).to.have.length(128);
    expect(shelf.at(-1)?.index).to.equal(127);
    expect(shelf[3]).to.deep.equal(at(3, 0));
  });

  it('STRAY-4: has as its root the hash of its hashes', () => {
    const [one, two] = [sha256(encodeUtf8('1')), sha256(encodeUtf8('2'))];
    const root = shelfRoot([
      { index: 1, leaf: one },
      { index: 2, leaf: two },
    ]);
    expect(root).to.deep.equal(sha256(Uint8Array.of(...one, ...two)));
  });
});
