/** Bending what a node says in its syncs, asked or unasked. */

import { encodeSync, parseSync, type SyncHeader, type SyncMessage } from '@covisa/protocol';
import type { Bend } from '../../world/bend.js';

const SYNC_PATH = '/covisa/v1/sync';

/** A bend by which every sync message of the node goes through `change` first. */
export function bentSyncs(change: (message: SyncMessage) => SyncMessage): Bend {
  const changed = (body: Uint8Array) => {
    const { header, lines } = change(parseSync(body));
    return encodeSync(header, lines);
  };
  return {
    send: ({ path, body }, honest) => honest(path === SYNC_PATH ? changed(body) : body),
    answer: async ({ path, body }, honest) => {
      const answer = await honest(body);
      return path === SYNC_PATH ? changed(answer) : answer;
    },
  };
}

/** The message without the ranges that are not `kept`; what else it says stays. */
export function withoutRanges(
  { header, lines }: SyncMessage,
  isKept: (range: NonNullable<SyncHeader['ranges']>[number]) => boolean,
): SyncMessage {
  const ranges = header.ranges ?? [];
  if (ranges.every(isKept)) return { header, lines };
  return {
    header: { ...header, ranges: ranges.filter(isKept) },
    lines: lines.filter((_, at) => {
      const range = ranges[at];
      return range !== undefined && isKept(range);
    }),
  };
}
