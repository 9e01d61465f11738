/**
 * What of a frontier is told in one message. Where members have made more logs and shelves than one
 * holds, it is some of the lines, other ones each time, and never said to be all: so a sync does
 * what it can, where it could not be said at all.
 */

import { type FrontierLine, SYNC_FRONTIER_MAX, type SyncHeader } from '@covisa/protocol';
import type { Random } from '../../ports.js';
import { pick } from '../random.js';

/** As many of the lines as a message takes. */
export function toldLines(lines: readonly FrontierLine[], random: Random): readonly FrontierLine[] {
  return lines.length > SYNC_FRONTIER_MAX ? pick(lines, SYNC_FRONTIER_MAX, random) : lines;
}

/** The same of a whole frontier; `full` where it is whole. */
export function toldFrontier(
  lines: readonly FrontierLine[],
  random: Random,
): Pick<SyncHeader, 'frontier' | 'full'> {
  const frontier = toldLines(lines, random);
  return frontier.length === lines.length ? { frontier, full: true } : { frontier };
}
