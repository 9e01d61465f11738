/**
 * A log with fixed keys, for tests: entries, signed checkpoints, heartbeats, and ranges with their
 * proofs.
 */

import {
  appendLeaves,
  checkpointToSign,
  compactRoot,
  consistencyRanges,
  EMPTY_COMPACT_RANGE,
  type EntryRange,
  encodeBase64url,
  encodeCheckpoint,
  encodeUtf8,
  type LogId,
  leafHash,
  type SpaceId,
  sha256,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';

const LOG_SEED = new Uint8Array(32).fill(1);
export const LOG_KEY = tweetnaclBackend.publicKey(LOG_SEED);
export const WITNESS_SEED = new Uint8Array(32).fill(2);
export const WITNESS_KEY = tweetnaclBackend.publicKey(WITNESS_SEED);

const INCEPTION = encodeUtf8(
  JSON.stringify({
    type: 'inception',
    version: 1,
    log: encodeBase64url(LOG_KEY),
    witness: encodeBase64url(WITNESS_KEY),
    peer: encodeBase64url(new Uint8Array(32).fill(3)),
    box: encodeBase64url(new Uint8Array(32).fill(4)),
    recovery: encodeBase64url(new Uint8Array(32).fill(5)),
  }),
);
export const SPACE = encodeBase64url(sha256(INCEPTION)) as SpaceId;
export const LOG: LogId = { space: SPACE, incarnation: 0 };

/** The inception and then entries of a type that nobody knows. */
export function logLines(count: number, branch = 'a'): Uint8Array[] {
  return Array.from({ length: count }, (_, i) =>
    i === 0 ? INCEPTION : encodeUtf8(`{"type":"note","n":${i},"branch":"${branch}"}`),
  );
}

export function rootOf(lines: readonly Uint8Array[]): Uint8Array {
  return subtreeHash(lines.map((line) => leafHash(line)));
}

/** The signed checkpoint over all of `lines`. */
export function checkpointOf(lines: readonly Uint8Array[], seed = LOG_SEED): string {
  return checkpointFor(LOG, lines, seed);
}

/** The signed checkpoint of some log over all of `lines`. */
export function checkpointFor(log: LogId, lines: readonly Uint8Array[], seed: Uint8Array): string {
  const leaves = lines.map((line) => leafHash(line));
  const root = compactRoot(appendLeaves(EMPTY_COMPACT_RANGE, leaves));
  const claims = { log, size: lines.length, root };
  const signature = tweetnaclBackend.sign(seed, checkpointToSign(claims));
  return encodeCheckpoint(claims, tweetnaclBackend.publicKey(seed), signature);
}

/** The entries `from` to `to` of a log of these lines, under the checkpoint of all of them. */
export function rangeOf(
  lines: readonly Uint8Array[],
  from: number,
  to: number,
  checkpoint = checkpointOf(lines),
): EntryRange {
  const leaves = lines.map((line) => leafHash(line));
  const proof = consistencyRanges(to, lines.length).map((subtree) =>
    subtreeHash(leaves.slice(subtree.from, subtree.to)),
  );
  return { from, lines: lines.slice(from, to), checkpoint, proof };
}
