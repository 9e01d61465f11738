/** What owners decide. */

import type { Happenings } from './events.js';
import { takes } from './membership.js';
import type { Join, Play } from './play.js';

/** What the first founder sends to whom it invites; null while its node does not run. */
export async function linkTo(play: Play, programme: number): Promise<string | null> {
  const first = play.story.programmes[programme]?.founders[0];
  return first === undefined ? null : linkBy(play, programme, first);
}

/**
 * What another founder sends to a space to which the first one tells nothing: one that helps, and
 * has the space for a member; null: there is none.
 */
export async function anotherLinkTo(
  play: Play,
  programme: number,
  space: number,
): Promise<string | null> {
  const [, ...others] = play.story.programmes[programme]?.founders ?? [];
  const { id } = play.space(space);
  for (const one of others) {
    const { isRunning, url } = play.space(one);
    if (!play.isHonest(one) || play.parting.has(one) || !isRunning || url === null) continue;
    const views = await play.space(one).engine.programmes.list();
    const view = views.find((each) => each.id === play.programme(programme));
    if (takes(view, id)) return linkBy(play, programme, one);
  }
  return null;
}

async function linkBy(play: Play, programme: number, founder: number): Promise<string | null> {
  const node = play.space(founder);
  if (!node.isRunning) return null;
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
