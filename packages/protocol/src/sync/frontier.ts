/** The frontier: how far a node holds each log. One line of it speaks of one log. */

import { parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUint32, encodeUint64 } from '../bytes/bytes.js';
import { key32, spaceId } from '../bytes/fields.js';
import { either, integer, type Shape, tuple } from '../bytes/shape.js';
import type { Seconds, SpaceId } from '../ids.js';
import { APPLICANT_ENTRIES_MAX, LOG_SIZE_MAX } from '../limits.js';
import { incarnation, type LogId } from '../log/checkpoint.js';

/** How far a node holds one log. */
export interface FrontierLine {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly size: number;
  /** The root at that size: 32 bytes in base64url. */
  readonly root: string;
  /** The UTC day of the latest heartbeat, in days since 1970; 0 if there is none. */
  readonly day: number;
  /** Of a log that has forked: how many entries its histories have in common. */
  readonly common?: number;
}

const members = [
  spaceId,
  incarnation,
  integer(0, LOG_SIZE_MAX),
  key32,
  integer(0, 2_932_896),
] as const;
const wireLine = either(tuple(...members), tuple(...members, integer(0, LOG_SIZE_MAX)));

/**
 * A frontier line as it travels: `[space, incarnation, size, root, day]`, and of a forked log
 * `common` as a sixth.
 */
export const frontierLine: Shape<FrontierLine> = {
  parse(value, path = '') {
    const [space, number, size, root, day, common] = wireLine.parse(value, path);
    const line = { space, incarnation: number, size, root, day };
    return common === undefined ? line : { ...line, common };
  },
  schema: wireLine.schema,
};

/** The list that `frontierLine` parses. */
export function encodeFrontierLine(line: FrontierLine): readonly (string | number)[] {
  const { space, incarnation: number, size, root, day, common } = line;
  return [space, number, size, root, day, ...(common === undefined ? [] : [common])];
}

/**
 * SYNC-6: of an applicant without its endorsements the digest has the line of the first 64 entries,
 * and day 0, where that many are held or more: some nodes hold all of its log by another programme.
 * `root` is the one of these entries.
 */
export function openingLine(line: FrontierLine, root: string): FrontierLine {
  return { ...line, size: APPLICANT_ENTRIES_MAX, root, day: 0 };
}

/**
 * Names a log in a map: `<space id>/<incarnation>`; the first one of a space, as most are, by the
 * space's id itself, so that no text has to be made.
 */
export function logKeyOf({ space, incarnation }: LogId): string {
  return incarnation === 0 ? space : `${space}/${incarnation}`;
}

/** The UTC day of a time, in days since 1970: what a frontier line says of a heartbeat. */
export function dayOf(time: Seconds): number {
  return Math.floor(time / 86_400);
}

/** Bytes of `frontierBytes`. */
export const FRONTIER_LINE_BYTES = 80;

/**
 * SYNC-2: space id (32) ‖ incarnation (4) ‖ size (8) ‖ root (32) ‖ day (4), numbers big-endian: 80
 * bytes.
 */
export function frontierBytes(line: FrontierLine): Uint8Array {
  return concatBytes(
    parseBase64url(line.space),
    encodeUint32(line.incarnation),
    encodeUint64(line.size),
    parseBase64url(line.root),
    encodeUint32(line.day),
  );
}

/** SYNC-2: of a forked log: space id (32) ‖ incarnation (4) ‖ common size (8): 44 bytes. */
export function forkBytes(log: LogId, common: number): Uint8Array {
  return concatBytes(
    parseBase64url(log.space),
    encodeUint32(log.incarnation),
    encodeUint64(common),
  );
}
