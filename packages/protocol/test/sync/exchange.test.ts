/**
 * The pieces of a sync together: two nodes in memory that exchange messages until they hold the
 * same.
 */

import {
  appendLeaves,
  checkpointToSign,
  compactRoot,
  consistencyRanges,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeCheckpoint,
  encodeSync,
  encodeUtf8,
  entryRangeOf,
  extendReplica,
  type FrontierLine,
  fillRanges,
  frontierDigest,
  type LogId,
  leafHash,
  parseSync,
  planExchange,
  type SpaceId,
  type SyncHeader,
  type SyncWant,
  sha256,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';

const ENTRIES = 30;

interface Log {
  readonly id: LogId;
  readonly key: Uint8Array;
  readonly lines: readonly Uint8Array[];
  readonly checkpoint: string;
}

function makeLog(seed: number): Log {
  const secret = new Uint8Array(32).fill(seed + 1);
  const key = tweetnaclBackend.publicKey(secret);
  const text = encodeBase64url(key);
  const inception = { type: 'inception', version: 1, log: text, witness: text, peer: text };
  const first = encodeUtf8(JSON.stringify({ ...inception, box: text, recovery: text }));
  const lines = Array.from({ length: ENTRIES }, (_, i) =>
    i === 0 ? first : encodeUtf8(`{"type":"note","n":${i}}`),
  );
  const id = { space: encodeBase64url(sha256(first)) as SpaceId, incarnation: 0 };
  const root = subtreeHash(lines.map((line) => leafHash(line)));
  const claims = { log: id, size: ENTRIES, root };
  const signature = tweetnaclBackend.sign(secret, checkpointToSign(claims));
  return { id, key, lines, checkpoint: encodeCheckpoint(claims, key, signature) };
}

const LOGS = [makeLog(0), makeLog(1), makeLog(2)];

/** How many entries of each log a node holds. */
type Holding = number[];

function frontierOf(holding: Holding): FrontierLine[] {
  return LOGS.flatMap((log, i) => {
    const size = holding[i] ?? 0;
    if (size === 0) return [];
    const root = subtreeHash(log.lines.slice(0, size).map((line) => leafHash(line)));
    return [{ ...log.id, size, root: encodeBase64url(root), day: 0 }];
  });
}

function find(space: string): number {
  return LOGS.findIndex((log) => log.id.space === space);
}

/** The body that brings these entries, as far as they fit. */
function answer(holding: Holding, pushes: readonly SyncWant[], bytes: number): Uint8Array {
  const offers = pushes.map((push) => {
    const i = find(push.space);
    const lengths = LOGS[i]?.lines.slice(push.from, holding[i]).map((line) => line.length) ?? [];
    return { ...push, size: ENTRIES, lengths };
  });
  const filled = fillRanges(offers, { bytes });
  const lines: Uint8Array[][] = [];
  const ranges = filled.map((one) => {
    const log = LOGS[find(one.space)] ?? makeLog(0);
    const [end, leaves] = [one.from + one.count, log.lines.map((line) => leafHash(line))];
    lines.push(log.lines.slice(one.from, end));
    const proof = consistencyRanges(end, ENTRIES).map(({ from, to }) =>
      encodeBase64url(subtreeHash(leaves.slice(from, to))),
    );
    const { space, incarnation, from, count } = one;
    return { space, incarnation, from, count, checkpoint: log.checkpoint, proof };
  });
  const header: SyncHeader = { sync: 1, digests: [], ranges };
  return encodeSync(header, lines);
}

function take(holding: Holding, body: Uint8Array): void {
  const message = parseSync(body);
  for (const [n, range] of (message.header.ranges ?? []).entries()) {
    const i = find(range.space);
    const log = LOGS[i] ?? makeLog(0);
    const held = log.lines.slice(0, holding[i]).map((line) => leafHash(line));
    const compact = appendLeaves(EMPTY_COMPACT_RANGE, held);
    const input = entryRangeOf(range, message.lines[n] ?? []);
    const outcome = extendReplica({ log: log.id, compact }, input, {
      logKey: log.key,
      recovery: null,
    });
    if (outcome?.kind !== 'extension') throw new Error('expected an extension');
    const next = outcome.extension.compact;
    const known = log.lines.slice(0, next.size).map((line) => leafHash(line));
    expect(compactRoot(next)).to.deep.equal(subtreeHash(known));
    holding[i] = next.size;
  }
}

describe('an exchange', () => {
  it('ends with the same logs on both sides, whatever each held and however small the messages', () => {
    const holdings = fc.array(fc.nat(ENTRIES), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        holdings,
        holdings,
        fc.integer({ min: 3_100, max: 9_000 }),
        (left, right, bytes) => {
          const [a, b] = [[...left], [...right]];
          const both = left.map((size, i) => Math.max(size, right[i] ?? 0));
          for (let round = 0; frontierDigest(frontierOf(a)) !== frontierDigest(frontierOf(b)); ) {
            const plan = planExchange(frontierOf(a), frontierOf(b), true);
            const bodies = [answer(a, plan.pushes, bytes), answer(b, plan.wants, bytes)];
            take(b, bodies[0] ?? new Uint8Array());
            take(a, bodies[1] ?? new Uint8Array());
            round += 1;
            if (round > 60) throw new Error('expected the end within 60 rounds');
          }
          expect(a).to.deep.equal(both);
          expect(b).to.deep.equal(both);
        },
      ),
      { numRuns: 40 },
    );
  });
});
