/**
 * A child process, the floor: hashes, parses, checks and inserts entries that are in memory, and
 * says how long that took. No log is verified. argv: bodies of sync messages, an empty folder.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  EMPTY_COMPACT_RANGE,
  encodeCompactRange,
  leafHash,
  parseEntry,
  parseSync,
  type SyncRange,
} from '@covisa/protocol';
import { openSqliteStore, type Range } from '@covisa/store';
import { systemRandom } from '../../../../node/dist/adapters/random-system.js';
import { nodeSha256 } from '../../../../node/dist/adapters/sha256-node.js';
import { nowMilliseconds } from '../../harness/clock.js';

const [, , bodies = '', folder = ''] = process.argv;
const messages = readdirSync(bodies)
  .sort()
  .map((name) => parseSync(new Uint8Array(readFileSync(join(bodies, name)))));
const store = openSqliteStore({
  path: join(folder, 'floor.sqlite'),
  sealingKey: systemRandom.bytes(32),
  randomBytes: systemRandom.bytes,
});
const range = encodeCompactRange(EMPTY_COMPACT_RANGE);

function rangeOf(offered: SyncRange, lines: readonly Uint8Array[]): Range {
  const { space, incarnation, from, checkpoint } = offered;
  const entries = lines.map((bytes) => ({
    bytes,
    leafHash: leafHash(bytes, nodeSha256),
    entry: parseEntry(bytes),
  }));
  const size = from + entries.length;
  const head = { space, incarnation, size, range, checkpoint, checkpointSize: size };
  return { from, entries, subtrees: [], head: { ...head, heartbeat: null } };
}

let entries = 0;
const startedAt = nowMilliseconds();
for (const { header, lines } of messages) {
  const ranges = (header.ranges ?? []).map((offered, i) => rangeOf(offered, lines[i] ?? []));
  await store.ingestRanges(ranges);
  entries += ranges.reduce((sum, one) => sum + one.entries.length, 0);
}
const milliseconds = nowMilliseconds() - startedAt;
await store.close();
console.log(JSON.stringify({ milliseconds, entries }));
