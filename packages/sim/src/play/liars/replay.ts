/** Brings old requests again: syncs, messages and requests for grants that it once sent. */

import type { Sent } from '../../world/bend.js';
import { type Liar, NOTHING_GAINED } from './liar.js';

/** Requests that it remembers, and that it brings again at each lie. */
const KEPT_MAX = 200;
const AGAIN = 40;

export const REPLAY: Liar = {
  gain: NOTHING_GAINED,
  begin(play, number) {
    const node = play.space(number);
    const chance = play.world.chance.child(`replay/${node.name}`);
    const kept: Sent[] = [];
    let left = 0;
    node.bend = {
      send(sent, honest) {
        kept.push({ ...sent, body: sent.body.slice() });
        if (kept.length > KEPT_MAX) kept.splice(chance.between(0, KEPT_MAX - 1), 1);
        const same = kept.filter(({ path }) => path === sent.path);
        for (const { body } of left > 0 ? chance.some(same, 2) : []) {
          left -= 1;
          // Whoever repeats a request does not care for the answer.
          void honest(body.slice()).catch(() => undefined);
        }
        return honest(sent.body);
      },
    };
    return () => {
      left += AGAIN;
      play.trace(`${node.name} brings old requests again`);
    };
  },
};
