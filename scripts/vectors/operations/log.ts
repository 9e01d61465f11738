/** Operations of the chapter log: entries, notes, checkpoints, heartbeats, trees and ranges. */

import {
  appendLeaves,
  checkHeartbeatTime,
  checkpointCheck,
  compactRoot,
  encodeUtf8,
  extendReplica,
  incarnation,
  leafHash,
  nodeHash,
  noteKeyId,
  ProtocolError,
  parseCheckpoint,
  parseCompactRange,
  parseEntry,
  parseHeartbeat,
  parseTilePath,
  type ReadCheckpoint,
  seconds,
  settleRange,
  shape,
  spaceId,
  subtreeHash,
  tweetnaclBackend,
  verifyConsistency,
  verifyInclusion,
} from '@covisa/protocol';
import { anyText, bytes, count, many, type Operations, operation } from './operation.js';
import { logFromTiles } from './tiles.js';

/** A checkpoint whose signature holds. */
function verifiedCheckpoint(note: string, logKey: Uint8Array): ReadCheckpoint {
  const checkpoint = parseCheckpoint(note);
  if (tweetnaclBackend.verify(checkpointCheck(checkpoint, logKey))) return checkpoint;
  throw new ProtocolError('CHECKPOINT_INVALID', 'checkpoint: expected a signature that holds');
}

const hashes = many(bytes);
const held = shape.closed({ size: count, hashes });

const heartbeat = shape.closed({
  line: anyText,
  note: anyText,
  witnessKey: bytes,
  instant: seconds,
});

const range = shape.closed({
  space: spaceId,
  incarnation,
  held,
  logKey: shape.nullable(bytes),
  recovery: shape.nullable(anyText),
  from: count,
  lines: many(anyText),
  checkpoint: anyText,
  proof: hashes,
});

export const logOperations: Operations = {
  'read-entry': operation(shape.closed({ bytes }), (input) => {
    const entry = parseEntry(input.bytes);
    return { type: entry.type, named: entry.type === 'unknown' ? entry.named : entry.type };
  }),
  'note-key-id': operation(
    shape.closed({ name: anyText, type: count, publicKey: bytes }),
    ({ name, type, publicKey }) => ({ keyId: noteKeyId(name, type, publicKey) }),
  ),
  'read-checkpoint': operation(
    shape.closed({ note: anyText, logKey: bytes }),
    ({ note, logKey }) => {
      const { log, size, root } = verifiedCheckpoint(note, logKey);
      return { ...log, size, root };
    },
  ),
  'read-heartbeat': operation(heartbeat, ({ line, note, witnessKey, instant }) => {
    const { text, log } = parseCheckpoint(note);
    const { time, check } = parseHeartbeat(line, text, log, witnessKey);
    checkHeartbeatTime(time, instant);
    if (!tweetnaclBackend.verify(check)) {
      throw new ProtocolError('HEARTBEAT_INVALID', 'heartbeat: expected a signature that holds');
    }
    return { time };
  }),
  'leaf-hash': operation(shape.closed({ line: anyText }), ({ line }) => ({
    hash: leafHash(encodeUtf8(line)),
  })),
  'node-hash': operation(shape.closed({ left: bytes, right: bytes }), ({ left, right }) => ({
    hash: nodeHash(left, right),
  })),
  'tree-root': operation(shape.closed({ leaves: hashes }), ({ leaves }) => ({
    root: subtreeHash(leaves),
  })),
  'verify-inclusion': operation(
    shape.closed({ index: count, size: count, leaf: bytes, proof: hashes, root: bytes }),
    ({ index, size, leaf, proof, root }) => ({
      holds: verifyInclusion(index, size, leaf, proof, root),
    }),
  ),
  'verify-consistency': operation(
    shape.closed({ oldSize: count, oldRoot: bytes, newSize: count, newRoot: bytes, proof: hashes }),
    ({ oldSize, oldRoot, newSize, newRoot, proof }) => ({
      holds: verifyConsistency(oldSize, oldRoot, newSize, newRoot, proof),
    }),
  ),
  'compact-range-read': operation(shape.closed({ bytes }), (input) => {
    const read = parseCompactRange(input.bytes);
    return { ...read, root: compactRoot(read) };
  }),
  'compact-range-append': operation(
    shape.closed({ size: count, hashes, leaves: hashes }),
    ({ leaves, ...before }) => {
      const after = appendLeaves(before, leaves);
      return { ...after, root: compactRoot(after) };
    },
  ),
  'extend-log': operation(range, async (input) => {
    const { space, recovery, logKey, from, checkpoint, proof } = input;
    const replica = { log: { space, incarnation: input.incarnation }, compact: input.held };
    const offered = { from, lines: input.lines.map(encodeUtf8), checkpoint, proof };
    const unsettled = extendReplica(replica, offered, { logKey, recovery });
    if (unsettled === undefined) return { added: 0, ...input.held, logKey };
    const { entries, compact, logKey: key } = await settleRange(tweetnaclBackend, unsettled);
    return { added: entries.length, ...compact, logKey: key };
  }),
  'read-tile-path': operation(shape.closed({ path: anyText }), ({ path }) => ({
    tile: parseTilePath(path) ?? null,
  })),
  'log-from-tiles': operation(
    shape.closed({ note: anyText, logKey: bytes, tiles: shape.record(/./u, bytes, 10_000) }),
    ({ note, logKey, tiles }) => {
      const { size, root } = verifiedCheckpoint(note, logKey);
      logFromTiles(size, root, tiles);
      return { size, root };
    },
  ),
};
