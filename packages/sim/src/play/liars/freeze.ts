/** Goes on showing its own log as it was once, with the heartbeat of that day. */

import type { FrontierLine, SyncMessage } from '@covisa/protocol';
import { type Liar, NOTHING_GAINED } from './liar.js';
import { bentSyncs, withoutRanges } from './sync-bodies.js';

export const FREEZE: Liar = {
  gain: { ...NOTHING_GAINED, hidesOwnStamps: true },
  promisesInVain: true,
  begin(play, number) {
    const node = play.space(number);
    const shown = new Map<number, FrontierLine>();
    const frozen = (line: FrontierLine): FrontierLine => {
      if (line.space !== node.id) return line;
      const first = shown.get(line.incarnation) ?? line;
      shown.set(line.incarnation, first);
      return first;
    };
    const change = ({ header, lines }: SyncMessage): SyncMessage => {
      const { beat: _, frontier, heartbeats, ...rest } = header;
      const old = {
        ...rest,
        ...(frontier && { frontier: frontier.map(frozen) }),
        ...(heartbeats && { heartbeats: heartbeats.filter(({ space }) => space !== node.id) }),
      };
      return withoutRanges({ header: old, lines }, ({ space }) => space !== node.id);
    };
    return () => {
      node.bend ??= bentSyncs(change);
      play.trace(`${node.name} shows its log as it is now, for ever`);
    };
  },
};
