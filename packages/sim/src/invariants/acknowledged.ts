/** Nothing is lost that a desk has acknowledged. */

import type { Invariant } from './invariant.js';

/** A visit that a desk has acknowledged is in its host's log, and every peer holds it. */
export const ACKNOWLEDGED: Invariant = {
  name: 'acknowledged',
  sentence: 'No stamp is lost whose visit a desk has acknowledged.',
  watch: (play) => ({
    async conclude() {
      const { acknowledged } = play.ledger;
      for (const { visit, host, member, state } of acknowledged) {
        if (state !== 'stands') continue;
        const { home } = play.person(member);
        const kept = await play.space(host).disk.store.visit(visit.id);
        const what = `visit ${visit.id} of member ${member} at ${play.space(host).name}`;
        if (kept === null) play.violate('acknowledged', `${what} is gone`);
        else if (kept.index === null) play.violate('acknowledged', `${what} is not published`);
        else if (play.story.spaces[host]?.lie === null) {
          const { id: space } = play.space(host);
          const place = { space, incarnation: kept.incarnation ?? 0, index: kept.index };
          const held = await home.disk.store.stampsAt([place]);
          if (held.length === 0) play.violate('acknowledged', `${what} is not known at its home`);
        }
      }
    },
  }),
};
