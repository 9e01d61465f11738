/**
 * Stamps in bulk, as a log holds them: markers and seals of chance, which nobody who was not shown
 * the visas can tell from others.
 */

import {
  dateOfDay,
  encodeEntry,
  leafHash,
  type Marker,
  type ProgrammeId,
  parseEntry,
  type SpaceId,
  type StampEntry,
} from '@covisa/protocol';
import type { NewEntry } from '@covisa/store';
import { systemRandom } from '../../../node/dist/adapters/random-system.js';
import { nodeSha256 } from '../../../node/dist/adapters/sha256-node.js';

const MARKER_BYTES = 16;
/** Of a seal with holder key and proof, and without a grant. */
const SEAL_BYTES = 206;
const BYTES = MARKER_BYTES + SEAL_BYTES;

/** What all stamps of one filling share. */
export interface Filling {
  readonly programme: ProgrammeId;
  /** Visiting members' homes, in turn. */
  readonly homes: readonly SpaceId[];
  /** The first and the last day (since 1970-01-01), over which the visits spread. */
  readonly days: readonly [first: number, last: number];
}

/** A stamp's entry, whole. */
export function stampEntry(entry: StampEntry): NewEntry {
  const bytes = encodeEntry(entry);
  return { bytes, leafHash: leafHash(bytes, nodeSha256), entry };
}

/**
 * `count` stamps of one host, from the `from`-th of its `total` on, in the order of their dates.
 * The first of each call is read by the protocol's own parser: the others differ in values alone.
 */
export function bulkStamps(
  { programme, homes, days: [first, last] }: Filling,
  { from, count, total }: { readonly from: number; readonly count: number; readonly total: number },
): readonly NewEntry[] {
  // Node's own base64url: ten million stamps are to be made in minutes.
  const noise = Buffer.from(systemRandom.bytes(count * BYTES));
  const days = last - first + 1;
  const [one] = homes;
  if (one === undefined) throw new RangeError('homes: expected one at least');
  const entries = Array.from({ length: count }, (_, i) => {
    const at = i * BYTES;
    const entry: StampEntry = {
      type: 'stamp',
      marker: noise.toString('base64url', at, at + MARKER_BYTES) as Marker,
      home: homes[(from + i) % homes.length] ?? one,
      venue: 'main',
      date: dateOfDay(first + Math.floor(((from + i) * days) / total)),
      kind: (from + i) % 4 === 0 ? 'paid' : 'free',
      weight: 1,
      programme,
      roster: 0,
      seal: noise.toString('base64url', at + MARKER_BYTES, at + BYTES),
    };
    const bytes = Buffer.from(JSON.stringify(entry));
    return { bytes, leafHash: leafHash(bytes, nodeSha256), entry };
  });
  const [sample] = entries;
  if (sample && parseEntry(sample.bytes).type !== 'stamp') throw new Error('stamp: is none');
  return entries;
}
