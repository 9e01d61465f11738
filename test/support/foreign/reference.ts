/** What our own library answers to the operations that the foreign verifiers know. */

import {
  checkpointCheck,
  encodeBase64url,
  encodeTilePath,
  encodeUtf8,
  equalBytes,
  leafHash,
  leavesOfLevel,
  ProtocolError,
  PURPOSES,
  parseBase64url,
  parseCheckpoint,
  parseToken,
  type ReadCheckpoint,
  type Shape,
  seconds,
  shape,
  spaceId,
  stampMarker,
  subtreeHash,
  TILE_WIDTH,
  tileWidth,
  verifyConsistency,
  verifyInclusion,
  verifyPresentation,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '#node/adapters/ed25519-node.js';

/** An answer of an adapter. Its members are in JSON: bytes are base64url. */
export type Answer =
  | { readonly ok: Readonly<Record<string, unknown>> }
  | { readonly error: string }
  | { readonly unsupported: true };

const backend = nodeSignatureBackend();

type Operation = (input: unknown) => object | Promise<object>;

function operation<T>(input: Shape<T>, run: (input: T) => object | Promise<object>): Operation {
  return (value) => run(input.parse(value));
}

const anyText = shape.text({ max: 10_000_000 });
const bytes: Shape<Uint8Array> = {
  parse: (value, path) => parseBase64url(anyText.parse(value, path)),
  schema: anyText.schema,
};
const count = shape.integer(0);
const hashes = shape.list(bytes, 100_000);

function bytesOf(length: number): Shape<Uint8Array> {
  return {
    parse: (value, path) => {
      const read = bytes.parse(value, path);
      if (read.length === length) return read;
      throw new ProtocolError('LENGTH_INVALID', `bytes: expected ${length}, got ${read.length}`);
    },
    schema: anyText.schema,
  };
}

const context = shape.closed({
  token: anyText,
  home: spaceId,
  issuingKey: bytes,
  host: shape.nullable(spaceId),
  purpose: shape.literal(...PURPOSES),
  instant: seconds,
  revokedBefore: shape.nullable(seconds),
});

async function presentation({ token, ...wanted }: shape.Shaped<typeof context>): Promise<object> {
  const { visa, proof } = await verifyPresentation(backend, parseToken(token), wanted);
  const { number, plan, displayName, issuedAt, expiresAt } = visa.claims;
  const { purpose, time } = proof?.claims ?? { purpose: null, time: null };
  const isStatic = proof === null;
  return { number, plan, displayName, issuedAt, expiresAt, purpose, time, static: isStatic };
}

function verifiedCheckpoint(note: string, logKey: Uint8Array): ReadCheckpoint {
  const checkpoint = parseCheckpoint(note);
  if (backend.verify(checkpointCheck(checkpoint, logKey))) return checkpoint;
  throw new ProtocolError('CHECKPOINT_INVALID', 'checkpoint: expected a signature that holds');
}

type Tiles = Readonly<Record<string, Uint8Array>>;

function expectHashes(found: Uint8Array, wanted: Uint8Array | undefined): void {
  if (wanted !== undefined && equalBytes(found, wanted)) return;
  throw new ProtocolError('PROOF_INVALID', 'tiles: expected those of the checkpoint');
}

/** The hashes of a level: where it has fewer than it should, they lead to no root. */
function levelOf(tiles: Tiles, level: number, size: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let index = 0; tileWidth(level, index, size) > 0; index++) {
    const width = tileWidth(level, index, size);
    const tile = tiles[encodeTilePath({ level, index, width }).slice(1)] ?? new Uint8Array();
    if (tile.length !== width * 32) throw new ProtocolError('PROOF_INVALID', 'tile: expected one');
    for (let at = 0; at < tile.length; at += 32) found.push(tile.subarray(at, at + 32));
  }
  return found;
}

function checkTiles({ size, root }: ReadCheckpoint, tiles: Tiles): void {
  let below = levelOf(tiles, 0, size);
  expectHashes(subtreeHash(below), root);
  for (let level = 1; leavesOfLevel(level) <= size; level++) {
    const above = levelOf(tiles, level, size);
    for (const [i, one] of above.entries()) {
      expectHashes(subtreeHash(below.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)), one);
    }
    below = above;
  }
}

const inclusion = { index: count, size: count, leaf: bytes, proof: hashes, root: bytes };
const consistency = { oldSize: count, oldRoot: bytes, newSize: count, newRoot: bytes };
const tiled = { note: anyText, logKey: bytes, tiles: shape.record(/./u, bytes, 10_000) };

const operations: Readonly<Record<string, Operation>> = {
  'verify-presentation': operation(context, presentation),
  'read-checkpoint': operation(
    shape.closed({ note: anyText, logKey: bytes }),
    ({ note, logKey }) => {
      const { log, size, root } = verifiedCheckpoint(note, logKey);
      return { ...log, size, root };
    },
  ),
  'verify-inclusion': operation(shape.closed(inclusion), ({ index, size, leaf, proof, root }) => ({
    holds: verifyInclusion(index, size, leaf, proof, root),
  })),
  'verify-consistency': operation(
    shape.closed({ ...consistency, proof: hashes }),
    ({ oldSize, oldRoot, newSize, newRoot, proof }) => ({
      holds: verifyConsistency(oldSize, oldRoot, newSize, newRoot, proof),
    }),
  ),
  'log-from-tiles': operation(shape.closed(tiled), ({ note, logKey, tiles }) => {
    const checkpoint = verifiedCheckpoint(note, logKey);
    checkTiles(checkpoint, tiles);
    return { size: checkpoint.size, root: checkpoint.root };
  }),
  'tree-root': operation(
    shape.closed({ leaves: shape.list(bytesOf(32), 100_000) }),
    ({ leaves }) => ({ root: subtreeHash(leaves) }),
  ),
  'leaf-hash': operation(shape.closed({ line: anyText }), ({ line }) => ({
    hash: leafHash(encodeUtf8(line)),
  })),
  'stamp-marker': operation(
    shape.closed({ visaNumber: bytesOf(16), k: shape.integer(0, 0xffff_ffff) }),
    ({ visaNumber, k }) => ({ marker: stampMarker(visaNumber, k) }),
  ),
  'ed25519-verify': operation(
    shape.closed({ publicKey: bytes, message: bytes, signature: bytes }),
    (check) => ({ valid: backend.verify(check) }),
  ),
};

/** The operations that a foreign verifier has to support. */
export const SUPPORTED: ReadonlySet<string> = new Set(Object.keys(operations));

/** A value as it is in JSON: bytes are base64url. */
export function inJson<T>(value: T): T {
  // A Buffer would turn itself into an object before it comes as the value.
  const text = JSON.stringify(value, function (this: Record<string, unknown>, name, one: unknown) {
    const held = this[name];
    return held instanceof Uint8Array ? encodeBase64url(held) : one;
  });
  return JSON.parse(text);
}

/** Our own answer to an operation, its input being JSON. */
export async function referenceAnswer(name: string, input: unknown): Promise<Answer> {
  const run = operations[name];
  if (run === undefined) return { unsupported: true };
  try {
    return { ok: inJson({ ...(await run(input)) }) };
  } catch (error) {
    if (error instanceof ProtocolError) return { error: error.code };
    throw error;
  }
}
