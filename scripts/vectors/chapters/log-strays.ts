/** Vectors of the chapter log: what stands beyond a fork and protects others, and its shelves. */

import { encodeBase64url, leafHash, sha256, strayPlace, tweetnaclBackend } from '@covisa/protocol';
import { checkpointOf, inclusionProof, linesOf } from '../log-material.js';
import { bytesOf, INSTANT, MELBOURNE, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const stray = vectorsOf('read-stray');
const shelf = vectorsOf('fill-shelf');

const log = { space: MELBOURNE.id, incarnation: 0 };
const logKey = tweetnaclBackend.publicKey(MELBOURNE.keys.log);
const COMMON = 5;

const revocation = JSON.stringify({
  type: 'revocation',
  marker: encodeBase64url(bytesOf('marker', 16)),
  time: INSTANT,
});
const closing = '{"type":"closing","date":"2026-05-12"}';
const lines = [...linesOf(MELBOURNE, 6), revocation, closing, ...linesOf(MELBOURNE, 9).slice(8)];

function strayed(index: number, change: object = {}) {
  return {
    ...{ ...log, common: COMMON, logKey, index, line: lines[index] ?? '' },
    ...{
      checkpoint: checkpointOf(MELBOURNE, lines),
      proof: inclusionProof(lines, index),
      ...change,
    },
  };
}

function noStray(title: string, rules: string, value: object, code = 'STRAY_INVALID'): Vector {
  return stray.error(`stray: ${title}`, rules, value, code);
}

const leaf = leafHash(new TextEncoder().encode(revocation));
const place = strayPlace(log, leaf);
const strays: readonly Vector[] = [
  stray.ok(
    'stray: what protects others lies on the shelf that its hash names',
    'STRAY-1 STRAY-3',
    strayed(6),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
    { leaf },
  ),
  stray.ok(
    'stray: the first entry beyond what is common is one',
    'STRAY-2',
    strayed(6, { common: 6 }),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
  ),
  noStray('what is common is none', 'STRAY-2', strayed(6, { common: 7 })),
  stray.ok(
    'stray: of an ended incarnation another entry than the accepted one at its index is one',
    'STRAY-2 FORK-12',
    strayed(6, { common: 7, accepted: leafHash(new TextEncoder().encode(closing)) }),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
  ),
  stray.ok(
    'stray: of an ended incarnation one is also what cannot be compared yet',
    'STRAY-2',
    strayed(6, { common: 7, accepted: null }),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
  ),
  noStray('of an ended incarnation a closing is none', 'STRAY-2', strayed(7, { accepted: null })),
  noStray(
    'of an ended incarnation at another index',
    'STRAY-3',
    strayed(6, { index: 8, accepted: null }),
  ),
  noStray(
    'of an ended incarnation with a proof that is too short',
    'STRAY-3',
    strayed(6, { proof: inclusionProof(lines, 6).slice(1), accepted: null }),
  ),
  noStray('what a resume accepts is none', 'STRAY-2', strayed(6, { accepted: leaf })),
  noStray('a closing is none', 'STRAY-2', strayed(7)),
  noStray('what nobody can read is none', 'STRAY-2', strayed(5)),
  noStray('at another index', 'STRAY-3', strayed(6, { index: 8 })),
  noStray('another entry', 'STRAY-3', strayed(6, { line: revocation.replace('A', 'B') })),
  noStray(
    'with a proof that is too short',
    'STRAY-3',
    strayed(6, { proof: inclusionProof(lines, 6).slice(1) }),
  ),
  noStray(
    'of another log',
    'STRAY-3',
    strayed(6, { checkpoint: checkpointOf(MELBOURNE, lines, { incarnation: 1 }) }),
  ),
  noStray(
    'under a checkpoint that nobody signed',
    'STRAY-3',
    strayed(6, {
      checkpoint: checkpointOf(MELBOURNE, lines).replace(/.{9}=\n$/u, 'AAAAAAAAA=\n'),
    }),
  ),
];

/** Hashes that one shelf would hold, the lowest first. */
function leaves(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const bytes = seedOf(`leaf/${i}`);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, i + 1);
    return bytes;
  });
}

const many = leaves(130);
/** At the place of the first, with a higher hash. */
const crowded = (() => {
  const bytes = (many[0] ?? seedOf('x')).slice();
  bytes.fill(0xff, 5);
  return bytes;
})();
const root = (some: readonly Uint8Array[]) => sha256(Uint8Array.from(some.flatMap((x) => [...x])));

const shelves: readonly Vector[] = [
  shelf.ok('shelf: an empty one', 'STRAY-4', { leaves: [] }, { leaves: [], root: root([]) }),
  shelf.ok(
    'shelf: in the order of the hashes, each once',
    'STRAY-4',
    { leaves: [many[2], many[0], many[1], many[0]] },
    { leaves: many.slice(0, 3), root: root(many.slice(0, 3)) },
  ),
  shelf.ok(
    'shelf: of two at one place the lower',
    'STRAY-4',
    { leaves: [crowded, many[0], many[1]] },
    { leaves: many.slice(0, 2), root: root(many.slice(0, 2)) },
  ),
  shelf.ok(
    'shelf: the 128 lowest',
    'STRAY-4',
    { leaves: many },
    { leaves: many.slice(0, 128), root: root(many.slice(0, 128)) },
  ),
];

export const strayVectors: readonly Vector[] = [...strays, ...shelves];
