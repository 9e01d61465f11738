/** Values of sync messages for the tests: fixed ones, and arbitrary ones for fast-check. */

import {
  encodeBase64url,
  encodeUint32,
  type FrontierLine,
  type ProgrammeId,
  type SpaceId,
  type SyncHeader,
  sha256,
} from '@covisa/protocol';
import fc from 'fast-check';

export function hash32(seed: number): string {
  return encodeBase64url(sha256(encodeUint32(seed)));
}

export function space(seed: number): SpaceId {
  return hash32(seed) as SpaceId;
}

export const PROGRAMME = hash32(1_000_000) as ProgrammeId;

/** A frontier line of the space with this number. */
export function lineOf(seed: number, size: number, day = 20_000, branch = 0): FrontierLine {
  return { space: space(seed), incarnation: 0, size, root: hash32(size * 7 + branch), day };
}

const hash = fc.nat(0xffff_ffff).map(hash32);
const spaceIds = hash.map((one) => one as SpaceId);
const incarnation = fc.nat(0xffff_ffff);
const size = fc.nat(2 ** 31);
const note = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).map((text) => `n${text}`);
const beat = fc.nat(1_000).map((n) => `— covisa/x/0/witness ${n}`);
const cursor = fc.stringMatching(/^[A-Za-z0-9_.:-]{0,64}$/);

export const frontierLines: fc.Arbitrary<FrontierLine> = fc.record({
  space: spaceIds,
  incarnation,
  size,
  root: hash,
  day: fc.nat(2_932_896),
});

const ranges = fc.record(
  {
    space: spaceIds,
    incarnation,
    from: size,
    count: fc.nat(5),
    checkpoint: note,
    heartbeat: beat,
    proof: fc.array(hash, { maxLength: 5 }),
  },
  { requiredKeys: ['space', 'incarnation', 'from', 'count', 'checkpoint'] },
);

/** Headers with any of their members. */
const headers: fc.Arbitrary<SyncHeader> = fc.record(
  {
    sync: fc.constant(1 as const),
    digests: fc.array(
      fc.record({ programme: hash.map((one) => one as ProgrammeId), digest: hash }),
      { maxLength: 3 },
    ),
    since: cursor,
    cursor,
    full: fc.boolean(),
    frontier: fc.array(frontierLines, { maxLength: 5 }),
    wants: fc.array(fc.record({ space: spaceIds, incarnation, from: size }), { maxLength: 5 }),
    ranges: fc.array(ranges, { maxLength: 4 }),
    heartbeats: fc.array(
      fc.record({ space: spaceIds, incarnation, checkpoint: note, line: beat }),
      { maxLength: 3 },
    ),
    echo: note,
    beat,
  },
  { requiredKeys: ['sync', 'digests'] },
);

/** A header with lines for each of its ranges. */
export const messages = headers.chain((header) =>
  fc.tuple(
    fc.constant(header),
    fc.tuple(
      ...(header.ranges ?? []).map((range) =>
        fc.array(
          fc.uint8Array({ maxLength: 60 }).map((bytes) => bytes.filter((byte) => byte !== 0x0a)),
          { minLength: range.count, maxLength: range.count },
        ),
      ),
    ),
  ),
);
