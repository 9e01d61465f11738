/** What owners decide. */

import type { Happenings } from './events.js';

type OwnerKinds = 'join' | 'endorse' | 'leave' | 'close' | 'profile' | 'lie';

export const ownerEvents: Pick<Happenings, OwnerKinds> = {
  async join(play, { space, programme }) {
    const node = play.space(space);
    const first = play.story.programmes[programme]?.founders[0];
    const id = play.programme(programme);
    if (first === undefined || !node.isRunning || !play.space(first).isRunning) return;
    const link = await play.space(first).engine.programmes.invite(id);
    await node.whileRunning(node.engine.programmes.join(link));
    play.trace(`${node.name} applies to programme ${programme}`);
  },

  async endorse(play, { space, programme }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    const id = play.programme(programme);
    const { applicants } = await node.engine.programmes.show(id);
    for (const applicant of applicants) {
      if (applicant.endorsedByUs) continue;
      await node.whileRunning(node.engine.programmes.endorse(id, applicant.space));
      play.trace(`${node.name} endorses ${applicant.name}`);
    }
  },

  async leave(play, { space, programme }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    await node.whileRunning(node.engine.programmes.leave(play.programme(programme)));
    play.trace(`${node.name} leaves programme ${programme}`);
  },

  async close(play, { space }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    await node.whileRunning(node.engine.closeSpace());
    play.closed.add(space);
    play.trace(`${node.name} closes for good`);
  },

  async profile(play, { space }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    await node.whileRunning(node.engine.changeProfile({ houseRules: `As of ${play.at}` }));
  },

  lie() {
    throw new Error('lie: nobody lies yet');
  },
};
