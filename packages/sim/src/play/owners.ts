/** What owners decide. */

import type { Happenings } from './events.js';
import type { Join, Play } from './play.js';

/** What the first founder sends to whom it invites; null while its node does not run. */
export async function linkTo(play: Play, programme: number): Promise<string | null> {
  const first = play.story.programmes[programme]?.founders[0];
  if (first === undefined || !play.space(first).isRunning) return null;
  const node = play.space(first);
  return node.whileRunning(node.engine.programmes.invite(play.programme(programme)));
}

type OwnerKinds = 'join' | 'endorse' | 'leave' | 'close' | 'profile' | 'message' | 'lie';

export const ownerEvents: Pick<Happenings, OwnerKinds> = {
  async join(play, { space, programme }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    const link = await linkTo(play, programme);
    if (link === null) return;
    const join: Join = { space, programme, at: play.at, heardAt: null };
    play.joins.push(join);
    await node.whileRunning(node.engine.programmes.join(link));
    join.heardAt = play.at;
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
    play.parting.add(space);
    await node.whileRunning(node.engine.programmes.leave(play.programme(programme)));
    play.trace(`${node.name} leaves programme ${programme}`);
  },

  async close(play, { space }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    play.parting.add(space);
    await node.whileRunning(node.engine.closeSpace());
    play.trace(`${node.name} closes for good`);
  },

  async profile(play, { space }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    await node.whileRunning(node.engine.changeProfile({ houseRules: `As of ${play.at}` }));
  },

  async message(play, { space, to }) {
    const node = play.space(space);
    if (!node.isRunning) return;
    const text = `Sent at ${play.at}`;
    const content = { kind: 'note', text } as const;
    const order = { to: play.space(to).id, programme: null, replyTo: null, content };
    const sent = await node.whileRunning(node.engine.messages.send(order));
    for (const { id } of sent) {
      play.ledger.messages.push({ id, from: space, to, text, at: play.at });
    }
    play.trace(`${node.name} writes to ${play.space(to).name}`);
  },

  async lie(play, { space }) {
    await play.lies.get(space)?.();
  },
};
