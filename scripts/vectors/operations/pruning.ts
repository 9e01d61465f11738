/** Operations of the chapter log: logs of which some entries are left out. */

import {
  encodeUtf8,
  extendReplica,
  gapsOf,
  incarnation,
  isPassing,
  isPruning,
  parseEntry,
  settleRange,
  shape,
  spaceId,
  staysDigest,
  tweetnaclBackend,
} from '@covisa/protocol';
import { anyText, bytes, count, many, type Operations, operation } from './operation.js';

const hashes = many(bytes);

const prunedRange = shape.closed({
  space: spaceId,
  incarnation,
  held: shape.closed({ size: count, hashes }),
  logKey: shape.nullable(bytes),
  recovery: shape.nullable(anyText),
  from: count,
  lines: many(anyText),
  checkpoint: anyText,
  proof: hashes,
  index: count,
  inclusion: hashes,
  stays: many(count),
  to: count,
  hashes,
});

export const pruningOperations: Operations = {
  'extend-log-pruned': operation(prunedRange, async (input) => {
    const { space, recovery, logKey, from, checkpoint, proof } = input;
    const { index, inclusion, stays, to } = input;
    const replica = { log: { space, incarnation: input.incarnation }, compact: input.held };
    const pruned = { index, inclusion, stays, to, hashes: input.hashes };
    const lines = input.lines.map(encodeUtf8);
    const offered = { from, lines, checkpoint, proof, pruned };
    const unsettled = extendReplica(replica, offered, { logKey, recovery });
    if (unsettled === undefined) return { entries: [], ...input.held, logKey };
    const { entries, compact, logKey: key } = await settleRange(tweetnaclBackend, unsettled);
    return { entries: entries.map((entry) => entry.index), ...compact, logKey: key };
  }),
  'stays-digest': operation(shape.closed({ stays: many(count) }), ({ stays }) => ({
    digest: staysDigest(stays),
  })),
  gaps: operation(shape.closed({ stays: many(count), from: count, to: count }), (input) => ({
    gaps: gapsOf(input.stays, input.from, input.to).map(({ from, to }) => [from, to]),
  })),
  'read-pruning': operation(shape.closed({ line: anyText, index: count }), ({ line, index }) => {
    const entry = parseEntry(encodeUtf8(line));
    return { fate: isPassing(entry) ? 'passes' : 'stays', sumsUp: isPruning(entry, index) };
  }),
};
