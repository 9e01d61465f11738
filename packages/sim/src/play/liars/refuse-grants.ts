/** A home that is in reach and refuses every grant: its members pay, or are sent away. */

import { encodeUtf8 } from '@covisa/protocol';
import { type Liar, NOTHING_GAINED } from './liar.js';

const REFUSAL = { granted: false, code: 'LIMIT_HOST', sentence: 'no free days are left' };

export const REFUSE_GRANTS: Liar = {
  gain: NOTHING_GAINED,
  begin(play, number) {
    const node = play.space(number);
    return () => {
      node.bend = {
        async answer({ path, body }, honest) {
          if (path !== '/covisa/v1/grant') return honest(body);
          return encodeUtf8(JSON.stringify(REFUSAL));
        },
      };
      play.trace(`${node.name} refuses all grants`);
    };
  },
};
