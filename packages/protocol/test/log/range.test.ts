import {
  EMPTY_COMPACT_RANGE,
  type EntryRange,
  type Extension,
  encodeUtf8,
  extendReplica,
  type KnownKeys,
  NOTHING_KNOWN,
  ProtocolError,
  type Replica,
  type SignatureBackend,
  settleRange,
  tweetnaclBackend,
  type UnsettledRange,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkpointOf, LOG, LOG_KEY, logLines, rangeOf, WITNESS_SEED } from './test-log.js';

const KNOWN: KnownKeys = { logKey: LOG_KEY, recovery: null };
const EMPTY: Replica = { log: LOG, compact: EMPTY_COMPACT_RANGE };
const LINES = logLines(40);
const CHECKPOINT = checkpointOf(LINES);

function extension(outcome: UnsettledRange | undefined): Extension {
  if (outcome?.kind !== 'extension') throw new Error(`expected an extension, got ${outcome?.kind}`);
  return outcome.extension;
}

function extend(replica: Replica, range: EntryRange): Extension {
  const known = replica.compact.size === 0 ? NOTHING_KNOWN : KNOWN;
  return extension(extendReplica(replica, range, known));
}

function refused(replica: Replica, range: EntryRange, ...codes: readonly string[]): void {
  try {
    extendReplica(replica, range, KNOWN);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    expect(codes).to.include(error.code);
    return;
  }
  throw new Error(`expected ${codes.join(' or ')}, got no error`);
}

/** A replica that holds the first `size` entries. */
function replicaOf(lines: readonly Uint8Array[], size: number): Replica {
  if (size === 0) return EMPTY;
  return { log: LOG, compact: extend(EMPTY, rangeOf(lines, 0, size)).compact };
}

/** The wrong answer of a back end that takes everything or nothing. */
function backend(answer: boolean): SignatureBackend {
  return { ...tweetnaclBackend, verify: () => answer };
}

describe('a range', () => {
  it('LOG-4: makes the same replica however the entries come in batches', () => {
    const whole = extend(EMPTY, rangeOf(LINES, 0, 40, CHECKPOINT));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 39 })), (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), 40];
        let replica = EMPTY;
        const seen: string[] = [];
        for (const end of ends) {
          const next = extend(replica, rangeOf(LINES, replica.compact.size, end, CHECKPOINT));
          seen.push(...next.entries.map((entry) => `${entry.index} ${entry.entry.type}`));
          replica = { log: LOG, compact: next.compact };
        }
        expect(replica.compact).to.deep.equal(whole.compact);
        expect(seen).to.deep.equal(whole.entries.map((e) => `${e.index} ${e.entry.type}`));
      }),
      { numRuns: 30 },
    );
  });

  it('LOG-4: that overlaps with what is held gives the new entries only', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (a, b, c) => {
        const [from = 0, held = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
        fc.pre(held > 0);
        const next = extend(replicaOf(LINES, held), rangeOf(LINES, from, to, CHECKPOINT));
        expect(next.entries.map((entry) => entry.index)).to.deep.equal(
          Array.from({ length: to - held }, (_, i) => held + i),
        );
        expect(next.compact).to.deep.equal(replicaOf(LINES, to).compact);
      }),
      { numRuns: 30 },
    );
  });

  it('LOG-4: with any byte of its entries changed is refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 38 }),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 255 }),
        (held, place, change) => {
          const range = rangeOf(LINES, held, 39, CHECKPOINT);
          const which = place % range.lines.length;
          const lines = range.lines.map((line, i) => {
            if (i !== which) return line;
            const copy = line.slice();
            const at = place % copy.length;
            copy[at] = (copy[at] ?? 0) ^ change;
            return copy;
          });
          refused(replicaOf(LINES, held), { ...range, lines }, 'RANGE_INVALID');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('LOG-4: with any character of its checkpoint changed is refused, or fails its check', () => {
    const range = rangeOf(LINES, 5, 40, CHECKPOINT);
    const replica = replicaOf(LINES, 5);
    fc.assert(
      fc.property(fc.nat(CHECKPOINT.length - 1), fc.constantFrom('A', '0', '/', '\n'), (at, to) => {
        fc.pre(CHECKPOINT[at] !== to);
        const checkpoint = CHECKPOINT.slice(0, at) + to + CHECKPOINT.slice(at + 1);
        try {
          const outcome = extendReplica(replica, { ...range, checkpoint }, KNOWN);
          if (outcome === undefined) throw new Error('expected an outcome');
          expect(tweetnaclBackend.verify(outcome.check)).to.equal(false);
        } catch (error) {
          expect(error).to.be.instanceOf(ProtocolError);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('LOG-4: with a line left out, doubled, swapped or added is refused', () => {
    const replica = replicaOf(LINES, 5);
    const range = rangeOf(LINES, 5, 40, CHECKPOINT);
    const [first, second, ...rest] = range.lines;
    if (first === undefined || second === undefined) throw new Error('expected lines');
    for (const lines of [
      [second, ...rest],
      [first, first, second, ...rest],
      [second, first, ...rest],
      [...range.lines, encodeUtf8('{"type":"note"}')],
    ]) {
      refused(replica, { ...range, lines }, 'RANGE_INVALID');
    }
  });

  it('LOG-4: that ends before its checkpoint needs the proof from there', () => {
    const replica = replicaOf(LINES, 5);
    const range = rangeOf(LINES, 5, 20, CHECKPOINT);
    const proof = range.proof ?? [];
    const { proof: _, ...bare } = range;
    refused(replica, bare, 'RANGE_INVALID');
    refused(replica, { ...range, proof: proof.slice(1) }, 'RANGE_INVALID');
    refused(
      replica,
      { ...range, proof: rangeOf(LINES, 5, 21, CHECKPOINT).proof ?? [] },
      'RANGE_INVALID',
    );
    expect(extend(replica, range).entries).to.have.length(15);
  });

  it('that leaves a gap is refused, and one that brings nothing is passed over', () => {
    refused(replicaOf(LINES, 5), rangeOf(LINES, 6, 40, CHECKPOINT), 'RANGE_INVALID');
    refused(replicaOf(LINES, 5), { ...rangeOf(LINES, 0, 40), from: -1 }, 'RANGE_INVALID');
    const old = rangeOf(LINES, 0, 10, CHECKPOINT);
    expect(extendReplica(replicaOf(LINES, 20), old, KNOWN)).to.equal(undefined);
  });

  it('of another log than the replica is refused', () => {
    const replica: Replica = { log: { ...LOG, incarnation: 1 }, compact: EMPTY_COMPACT_RANGE };
    refused(replica, rangeOf(LINES, 0, 40, CHECKPOINT), 'CHECKPOINT_INVALID');
  });
});

describe('the start of a log', () => {
  it('LOG-5: is the inception that hashes to the space id, and its key signs', () => {
    const first = extend(EMPTY, rangeOf(LINES, 0, 40, CHECKPOINT));
    expect(first.logKey).to.deep.equal(LOG_KEY);
    expect(first.entries[0]?.entry.type).to.equal('inception');
  });

  it('LOG-5: with another entry, or none, is refused', () => {
    const other = [encodeUtf8('{"type":"note"}'), ...LINES.slice(1)];
    refused(EMPTY, rangeOf(other, 0, 40), 'RANGE_INVALID');
    refused(EMPTY, { from: 0, lines: [], checkpoint: CHECKPOINT }, 'RANGE_INVALID');
    const text = new TextDecoder().decode(LINES[0]);
    const spaced = [encodeUtf8(text.replace(',', ', ')), ...LINES.slice(1)];
    refused(EMPTY, rangeOf(spaced, 0, 40), 'RANGE_INVALID');
  });

  it('LOG-5: under a checkpoint of another key is refused', () => {
    const forged = checkpointOf(LINES, WITNESS_SEED);
    refused(EMPTY, rangeOf(LINES, 0, 40, forged), 'CHECKPOINT_INVALID');
  });
});

describe('a second history', () => {
  const other = [...LINES.slice(0, 10), ...logLines(50, 'b').slice(10)];

  it('LOG-6: at one size is a fork', () => {
    const bare = rangeOf(other.slice(0, 20), 20, 20);
    const outcome = extendReplica(replicaOf(LINES, 20), bare, KNOWN);
    expect(outcome?.kind).to.equal('fork');
  });

  it('LOG-6: at a larger size is a fork, shown by the proof', () => {
    for (const size of [16, 17, 20, 32]) {
      const bare = rangeOf(other, size, size);
      const outcome = extendReplica(replicaOf(LINES, size), bare, KNOWN);
      expect(outcome?.kind).to.equal('fork');
    }
  });

  it('LOG-6: that starts later than what is held is no fork of it yet', () => {
    const bare = rangeOf(other, 10, 10);
    expect(extendReplica(replicaOf(LINES, 10), bare, KNOWN)?.kind).to.equal('extension');
  });

  it('LOG-6: is not believed from a range with entries, since a relay may have changed them', () => {
    refused(replicaOf(LINES, 20), rangeOf(other, 20, 50), 'RANGE_INVALID');
  });

  it('LOG-6: with a proof that does not lead to the checkpoint proves nothing', () => {
    const bare = rangeOf(other, 20, 20);
    const proof = (bare.proof ?? []).map(() => new Uint8Array(32));
    refused(replicaOf(LINES, 20), { ...bare, proof }, 'RANGE_INVALID');
  });
});

describe('settling a range', () => {
  async function codeOf(promise: Promise<unknown>): Promise<string> {
    try {
      await promise;
    } catch (error) {
      if (error instanceof ProtocolError) return error.code;
      throw error;
    }
    return 'none';
  }
  const good = extendReplica(EMPTY, rangeOf(LINES, 0, 40, CHECKPOINT), NOTHING_KNOWN);
  const fork = extendReplica(replicaOf(LINES, 20), rangeOf(logLines(20, 'b'), 20, 20), KNOWN);
  if (good === undefined || fork === undefined) throw new Error('expected outcomes');

  it('gives the extension once its signature holds', async () => {
    expect((await settleRange(tweetnaclBackend, good)).compact.size).to.equal(40);
  });

  it('LOG-6: tells a fork only once its signature holds', async () => {
    expect(await codeOf(settleRange(tweetnaclBackend, fork))).to.equal('LOG_FORKED');
    expect(await codeOf(settleRange(backend(false), fork))).to.equal('CHECKPOINT_INVALID');
    expect(await codeOf(settleRange(backend(false), good))).to.equal('CHECKPOINT_INVALID');
  });
});
