/** Passes others' entries on, the last one of each log changed. */

import { encodeUtf8, parseUtf8, type SyncMessage } from '@covisa/protocol';
import { type Liar, NOTHING_GAINED } from './liar.js';
import { bentSyncs } from './sync-bodies.js';

export const ALTER: Liar = {
  gain: NOTHING_GAINED,
  promisesInVain: true,
  begin(play, number) {
    const node = play.space(number);
    const change = ({ header, lines }: SyncMessage): SyncMessage => ({
      header,
      lines: lines.map((entries, at) =>
        header.ranges?.[at]?.space === node.id ? entries : altered(entries),
      ),
    });
    return () => {
      node.bend ??= bentSyncs(change);
      play.trace(`${node.name} changes others' entries on their way`);
    };
  },
};

/** The same entries, with a word more in the last one. */
function altered(entries: readonly Uint8Array[]): readonly Uint8Array[] {
  const last = entries.at(-1);
  if (last === undefined) return entries;
  const line = parseUtf8(last).replace(/\}$/u, ',"altered":true}');
  return [...entries.slice(0, -1), encodeUtf8(line)];
}
