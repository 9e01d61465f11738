/**
 * Two histories of one log: two engines over one secret, of which each half of the peers is told
 * one. What both have written is proven as soon as the halves speak of it.
 */

import { TransportError } from '@covisa/node';
import type { SpaceId } from '@covisa/protocol';
import type { SimSpace } from '../../world/sim-space.js';
import type { Play } from '../play.js';
import { type Liar, NOTHING_GAINED } from './liar.js';

export const FORK: Liar = {
  gain: { ...NOTHING_GAINED, forksOwnLog: true, hidesOwnStamps: true },
  begin(play, number) {
    const node = play.space(number);
    let twin: SimSpace | null = null;
    let lies = 0;
    return async () => {
      if (!node.isRunning) return;
      twin ??= await divide(play, node);
      lies += 1;
      for (const [side, one] of [node, twin].entries()) {
        if (one.isRunning) await say(one, `History ${side}, ${lies}`);
      }
      play.trace(`${node.name} tells two histories of its log`);
    };
  },
};

/** The engine that speaks to the peers with odd numbers from now on. */
async function divide(play: Play, node: SimSpace): Promise<SimSpace> {
  const twin = node.clone(`${node.name}-twin`);
  const isOdd = (space: SpaceId) => play.spaces.findIndex(({ id }) => id === space) % 2 === 1;
  node.bend = {
    send: ({ peer, body }, honest) => (isOdd(peer) ? unheard() : honest(body)),
    answer: ({ caller, path, body }, honest) =>
      isOdd(caller.space) ? twin.answer(caller, path, body) : honest(body),
  };
  twin.bend = {
    send: ({ peer, body }, honest) => (isOdd(peer) ? honest(body) : unheard()),
  };
  await twin.start();
  return twin;
}

/** Once the fork is proven neither can write any more. */
async function say(node: SimSpace, houseRules: string): Promise<void> {
  const { mode } = await node.engine.status();
  if (mode === 'ready') await node.whileRunning(node.engine.changeProfile({ houseRules }));
}

async function unheard(): Promise<never> {
  throw new TransportError('PEER_UNREACHABLE', 'peer: told the other history');
}
