/** Pruned ranges: what is left out of a log, and what must be there in its place. */

import {
  appendLeaves,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  type EntryRange,
  encodeCheckpoint,
  encodeUtf8,
  extendReplica,
  gapsOf,
  inclusionRanges,
  isPassing,
  isPruning,
  leafHash,
  NOTHING_KNOWN,
  nodeHash,
  type PrunedPart,
  parseEntry,
  settleRange,
  sha256,
  staysDigest,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';
import { checkpointOf, LOG, LOG_KEY, logLines, rangeOf } from './test-log.js';

const TILE = 256;
const BEFORE = 512;
const STAYS = [0, 100, 101, 300];
const PRUNING_AT = 520;
const SIZE = 530;

function stampLine(n: number): Uint8Array {
  return encodeUtf8(`{"type":"stamp","n":${n}}`);
}

function pruningLine(stays: string, before = BEFORE): Uint8Array {
  return encodeUtf8(JSON.stringify({ type: 'pruning', before, stays }));
}

/** A log in which all pass but the entries of `STAYS`, and entry 520 says so. */
function prunedLog(pruning = pruningLine(staysDigest(STAYS))): readonly Uint8Array[] {
  return logLines(SIZE).map((line, i) => {
    if (i === PRUNING_AT) return pruning;
    return i < BEFORE && !STAYS.includes(i) ? stampLine(i) : line;
  });
}

function hashOf(lines: readonly Uint8Array[], from: number, to: number): Uint8Array {
  return subtreeHash(lines.slice(from, to).map((line) => leafHash(line)));
}

/** What an honest peer sends of it, with something changed. */
function prunedRange(
  lines = prunedLog(),
  part: Partial<PrunedPart> = {},
  more: Partial<EntryRange> = {},
): EntryRange {
  const { from = 0 } = more;
  const { to = BEFORE, stays = STAYS } = part;
  const kept = stays.filter((index) => index >= from && index < to);
  const inclusion = inclusionRanges(PRUNING_AT, lines.length).map((one) =>
    hashOf(lines, one.from, one.to),
  );
  const gaps = gapsOf(stays, from, to);
  const hashes = gaps.map((gap) => hashOf(lines, gap.from, gap.to));
  return {
    ...rangeOf(lines, from, to),
    lines: [lines[PRUNING_AT], ...kept.map((i) => lines[i])] as Uint8Array[],
    pruned: { index: PRUNING_AT, inclusion, stays, to, hashes, ...part },
    ...more,
  };
}

function read(range: EntryRange, compact = EMPTY_COMPACT_RANGE) {
  const known = compact.size === 0 ? NOTHING_KNOWN : { logKey: LOG_KEY, recovery: null };
  return extendReplica({ log: LOG, compact }, range, known);
}

async function settled(range: EntryRange, compact = EMPTY_COMPACT_RANGE) {
  const unsettled = read(range, compact);
  if (unsettled === undefined) throw new Error('range: expected news');
  return settleRange(tweetnaclBackend, unsettled);
}

function refusalOf(range: EntryRange): string {
  return codeOf(() => read(range));
}

describe('Gaps', () => {
  it('are the largest subtrees within a tile that hold nothing of what stays', () => {
    expect(gapsOf([0, 3], 0, 256)).to.deep.equal([
      { from: 1, to: 2 },
      { from: 2, to: 3 },
      { from: 4, to: 8 },
      { from: 8, to: 16 },
      { from: 16, to: 32 },
      { from: 32, to: 64 },
      { from: 64, to: 128 },
      { from: 128, to: 256 },
    ]);
  });

  it('never reach over the edge of a tile', () => {
    expect(gapsOf([0], 256, 768)).to.deep.equal([
      { from: 256, to: 512 },
      { from: 512, to: 768 },
    ]);
  });

  it('are none in a tile of which all stays', () => {
    const all = Array.from({ length: 256 }, (_, i) => i);
    expect(gapsOf(all, 0, 256)).to.deep.equal([]);
  });
});

describe('What passes', () => {
  it('PRUNE-1: is a stamp, void, refusal, revocation or pruning, by the type that the line names', () => {
    for (const type of ['stamp', 'void', 'refusal', 'revocation', 'pruning']) {
      expect(isPassing(parseEntry(encodeUtf8(`{"type":"${type}"}`))), type).to.equal(true);
    }
    for (const type of ['inception', 'roster', 'keys', 'profile', 'leave', 'closing', 'note']) {
      expect(isPassing(parseEntry(encodeUtf8(`{"type":"${type}"}`))), type).to.equal(false);
    }
  });

  it('PRUNE-2: is summed up by whole tiles before the entry that says so', () => {
    const stays = staysDigest([0]);
    const at = (before: number, index: number) =>
      isPruning({ type: 'pruning', before, stays }, index);
    expect(at(256, 256)).to.equal(true);
    expect(at(512, 600)).to.equal(true);
    expect(at(256, 255)).to.equal(false);
    expect(at(257, 600)).to.equal(false);
  });

  it('PRUNE-3: leaves a digest of the indices that stay', () => {
    // SHA-256 of "covisa/stays/1\n", then 0 and 258 in eight bytes each; by Python's hashlib.
    expect(staysDigest([0, 258])).to.equal('88PEQo0AZeXOK0tLj9G2H6VjzxBxeasuwDTMPw9uDr8');
  });
});

describe('A pruned range', () => {
  it('leads to the root of the whole log, and gives what stays', async () => {
    const lines = prunedLog();
    const { from, entries, gaps, compact, checkpoint } = await settled(prunedRange(lines));
    expect(from).to.equal(0);
    expect(entries.map((one) => one.index)).to.deep.equal(STAYS);
    expect(entries[0]?.entry.type).to.equal('inception');
    // 12 in the first tile, beside 0, 100 and 101; 8 in the second one, beside 300.
    expect(gaps).to.have.length(20);
    expect(checkpoint.size).to.equal(SIZE);
    expect(compact.size).to.equal(BEFORE);
    const whole = appendLeaves(
      compact,
      lines.slice(BEFORE).map((line) => leafHash(line)),
    );
    expect(compactRoot(whole)).to.deep.equal(hashOf(lines, 0, SIZE));
  });

  it('may end at any tile, and goes on from there', async () => {
    const lines = prunedLog();
    const first = await settled(prunedRange(lines, { to: 256 }));
    expect(first.entries.map((one) => one.index)).to.deep.equal([0, 100, 101]);
    const second = await settled(prunedRange(lines, {}, { from: 256 }), first.compact);
    expect(second.from).to.equal(256);
    expect(second.entries.map((one) => one.index)).to.deep.equal([300]);
    expect(second.compact.size).to.equal(BEFORE);
  });

  it('adds nothing where more is held', () => {
    const leaves = prunedLog()
      .slice(0, 513)
      .map((line) => leafHash(line));
    expect(read(prunedRange(), appendLeaves(EMPTY_COMPACT_RANGE, leaves))).to.equal(undefined);
  });

  it('PRUNE-5: starts at the end of what is held, and at the edge of a tile', () => {
    const held = (size: number) =>
      appendLeaves(
        EMPTY_COMPACT_RANGE,
        prunedLog()
          .slice(0, size)
          .map((line) => leafHash(line)),
      );
    expect(codeOf(() => read(prunedRange(), held(256)))).to.equal('RANGE_INVALID');
    const range = { ...prunedRange(), from: 100 };
    expect(codeOf(() => read(range, held(100)))).to.equal('RANGE_INVALID');
    expect(refusalOf(prunedRange(prunedLog(), { to: 0 }))).to.equal('RANGE_INVALID');
  });

  it('PRUNE-5: ends within a tile where no gap is across', async () => {
    for (const [to, entries] of [
      [1, [0]],
      [64, [0]],
      [101, [0, 100]],
      [128, [0, 100, 101]],
      [301, STAYS],
      [384, STAYS],
    ] as const) {
      const { entries: read, compact } = await settled(prunedRange(prunedLog(), { to }));
      expect([compact.size, read.map(({ index }) => index)], String(to)).to.deep.equal([
        to,
        entries,
      ]);
    }
    for (const to of [63, 65, 103, 130, 298, 383, 511]) {
      const range = prunedRange(prunedLog(), { to });
      expect(refusalOf(range), String(to)).to.equal('RANGE_INVALID');
    }
    // With a proof from where the gap ends.
    const across = {
      ...prunedRange(prunedLog(), { to: 130 }),
      proof: rangeOf(prunedLog(), 0, 256).proof,
    };
    expect(refusalOf(across as EntryRange)).to.equal('RANGE_INVALID');
  });

  it('PRUNE-5: is refused at once where it has no part for each of its tiles, however many', () => {
    const size = 2 ** 40;
    const line = pruningLine(staysDigest([]), size - TILE);
    const inclusion = Array.from({ length: 40 }, (_, i) => new Uint8Array(32).fill(i));
    // The last entry of a full tree has only left siblings.
    const root = inclusion.reduce((right, left) => nodeHash(left, right), leafHash(line));
    // Nobody can tell yet that it is signed by nobody.
    const checkpoint = encodeCheckpoint({ log: LOG, size, root }, LOG_KEY, new Uint8Array(64));
    const part = { index: size - 1, inclusion, stays: [], to: size - TILE, hashes: [] };
    const invented = { from: 0, lines: [line], checkpoint, proof: [], pruned: part };
    const known = { logKey: LOG_KEY, recovery: null };
    expect(() =>
      extendReplica({ log: LOG, compact: EMPTY_COMPACT_RANGE }, invented, known),
    ).to.throw('a line or a hash for each part of its tiles');
  });

  it('PRUNE-5: is of whole tiles also where nothing stays in them', () => {
    const lines = prunedLog(pruningLine(staysDigest([0])));
    const held = appendLeaves(
      EMPTY_COMPACT_RANGE,
      lines.slice(0, 256).map((line) => leafHash(line)),
    );
    const part = { stays: [0], hashes: [hashOf(lines, 256, 512)] };
    const shown = prunedRange(lines, part, { from: 256 });
    expect(codeOf(() => read(shown, held))).to.equal('nothing thrown');
    const none = { ...shown, ...rangeOf(lines, 256, 256), lines: shown.lines };
    const pruned = { ...(shown.pruned as PrunedPart), to: 256, hashes: [] };
    expect(codeOf(() => read({ ...none, pruned }, held))).to.equal('RANGE_INVALID');
    const early = appendLeaves(
      EMPTY_COMPACT_RANGE,
      lines.slice(0, 100).map((line) => leafHash(line)),
    );
    const half = lines.slice(0, 128).map((line) => leafHash(line));
    const aligned = prunedRange(prunedLog(), { to: 384 }, { from: 128 });
    expect(codeOf(() => read(aligned, appendLeaves(EMPTY_COMPACT_RANGE, half)))).to.equal(
      'RANGE_INVALID',
    );
    const within = { ...shown, from: 100 };
    expect(codeOf(() => read(within, early))).to.equal('RANGE_INVALID');
  });

  it('PRUNE-2: ends at most where the sum does', () => {
    const lines = prunedLog(pruningLine(staysDigest(STAYS.slice(0, 3)), 256));
    const range = prunedRange(lines, { stays: STAYS.slice(0, 3) });
    expect(refusalOf(range)).to.equal('RANGE_INVALID');
    const early = { ...prunedRange(lines, { to: 256, stays: STAYS.slice(0, 3) }) };
    expect(refusalOf(early)).to.equal('nothing thrown');
  });

  it('PRUNE-3: names all entries that stay, once and in order', () => {
    for (const stays of [
      [0, 100, 101],
      [...STAYS, 400],
      [0, 101, 100, 300],
      [0, 0, 100, 101, 300],
    ]) {
      expect(refusalOf(prunedRange(prunedLog(), { stays })), String(stays)).to.equal(
        'RANGE_INVALID',
      );
    }
  });

  it('PRUNE-4: shows the entry that sums up, in the tree of its checkpoint', () => {
    const honest = prunedRange();
    const [first, ...rest] = honest.lines;
    const other = pruningLine(staysDigest(STAYS), 512);
    expect(refusalOf({ ...honest, lines: [stampLine(520), ...rest] })).to.equal('RANGE_INVALID');
    expect(refusalOf({ ...honest, lines: rest })).to.equal('RANGE_INVALID');
    expect(other).to.deep.equal(first);
    expect(refusalOf(prunedRange(prunedLog(), { index: 521 }))).to.equal('RANGE_INVALID');
    expect(refusalOf(prunedRange(prunedLog(), { inclusion: [] }))).to.equal('RANGE_INVALID');
    // One that somebody else wrote: nobody has signed it.
    const forged = [pruningLine(staysDigest([0])), ...honest.lines.slice(1, 2)];
    expect(refusalOf({ ...prunedRange(prunedLog(), { stays: [0] }), lines: forged })).to.equal(
      'RANGE_INVALID',
    );
  });

  it('PRUNE-5: holds a line or a hash for each part of its tiles', () => {
    const honest = prunedRange();
    const part = honest.pruned as PrunedPart;
    const short = { ...part, hashes: part.hashes.slice(1) };
    const long = { ...part, hashes: [...part.hashes, sha256(stampLine(1))] };
    const bent = { ...part, hashes: part.hashes.map((one, i) => (i === 7 ? sha256(one) : one)) };
    const thin = { ...part, hashes: part.hashes.map((one) => one.slice(1)) };
    for (const pruned of [short, long, bent, thin]) {
      expect(refusalOf({ ...honest, pruned })).to.equal('RANGE_INVALID');
    }
    expect(refusalOf({ ...honest, lines: honest.lines.slice(0, -1) })).to.equal('RANGE_INVALID');
    expect(refusalOf({ ...honest, lines: [...honest.lines, stampLine(9)] })).to.equal(
      'RANGE_INVALID',
    );
    const swapped = [
      honest.lines[0],
      honest.lines[1],
      honest.lines[3],
      honest.lines[2],
      honest.lines[4],
    ];
    expect(refusalOf({ ...honest, lines: swapped as Uint8Array[] })).to.equal('RANGE_INVALID');
  });

  it('PRUNE-5: holds no more of a tile than 512 KiB, or nobody could hand it on', () => {
    const note = encodeUtf8(`{"type":"note","text":"${'x'.repeat(16_359)}"}`);
    expect(note.length).to.equal(16_384);
    const full = Array.from({ length: 32 }, (_, i) => 256 + i);
    const shown = (stays: readonly number[]) => {
      const lines = prunedLog(pruningLine(staysDigest(stays))).map((line, i) => {
        if (i > 0 && i < BEFORE && i !== 300) return full.includes(i) ? note : stampLine(i);
        return i === 300 && !stays.includes(300) ? stampLine(i) : line;
      });
      return refusalOf(prunedRange(lines, { stays }));
    };
    expect(shown([0, ...full])).to.equal('nothing thrown');
    expect(shown([0, ...full, 300])).to.equal('RANGE_INVALID');
  });

  it('PRUNE-1: keeps nothing that passes', () => {
    const lines = prunedLog(pruningLine(staysDigest([...STAYS, 400])));
    expect(refusalOf(prunedRange(lines, { stays: [...STAYS, 400] }))).to.equal('RANGE_INVALID');
  });

  it('begins with the inception, as every log does', () => {
    const lines = prunedLog(pruningLine(staysDigest([100])));
    expect(refusalOf(prunedRange(lines, { stays: [100] }))).to.equal('RANGE_INVALID');
  });

  it('is under a checkpoint of its log that the log key has signed', async () => {
    const lines = prunedLog();
    const range = {
      ...prunedRange(lines),
      checkpoint: checkpointOf(lines, new Uint8Array(32).fill(9)),
    };
    expect(refusalOf(range)).to.equal('CHECKPOINT_INVALID');
  });
});
