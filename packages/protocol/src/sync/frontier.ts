/** The frontier: how far a node holds each log. One line of it speaks of one log. */

import { parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUint32, encodeUint64 } from '../bytes/bytes.js';
import { key32, spaceId } from '../bytes/fields.js';
import { integer, type Shape, tuple } from '../bytes/shape.js';
import type { Seconds, SpaceId } from '../ids.js';
import { LOG_SIZE_MAX } from '../limits.js';
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
}

const wireLine = tuple(
  spaceId,
  incarnation,
  integer(0, LOG_SIZE_MAX),
  key32,
  integer(0, 2_932_896),
);

/** A frontier line as it travels: `[space, incarnation, size, root, day]`. */
export const frontierLine: Shape<FrontierLine> = {
  parse(value, path = '') {
    const [space, number, size, root, day] = wireLine.parse(value, path);
    return { space, incarnation: number, size, root, day };
  },
  schema: wireLine.schema,
};

/** The list that `frontierLine` parses. */
export function encodeFrontierLine(line: FrontierLine): readonly (string | number)[] {
  return [line.space, line.incarnation, line.size, line.root, line.day];
}

/** Names a log in a map: `<space id>/<incarnation>`. */
export function logKeyOf(log: LogId): string {
  return `${log.space}/${log.incarnation}`;
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
