/** Check-ins as reception does them: the token is judged, then the visit recorded. */

import type { Seconds } from '@covisa/protocol';
import { systemClock } from '../../../node/dist/adapters/clock-system.js';
import type { Post } from './client.js';
import type { VisitingMember } from './members.js';
import type { World } from './world.js';

/** One check-in. */
export type CheckIn = (post: Post, token: string) => Promise<unknown>;

/** A check-in in two requests, by routes under a prefix. */
export function twoRequests(prefix: string): CheckIn {
  return async (post, token) => {
    const { id } = await post(`${prefix}/checks`, { token });
    await post(`${prefix}/visits`, { check: id, kind: 'free' });
  };
}

/** The machine's time. */
export function nowSeconds(): Seconds {
  return Math.floor(systemClock.nowMilliseconds() / 1000);
}

/** Fresh tokens of members, for the host whose data folder a world is. */
export function tokensOf(members: readonly VisitingMember[], { space }: World): readonly string[] {
  return members.map((one) => one.present(space, nowSeconds()));
}

/**
 * Lets these members be looked at by the node once, as on an earlier day: the signatures of their
 * visits of before are verified, and the results remembered.
 */
export async function checkBefore(
  post: Post,
  members: readonly VisitingMember[],
  world: World,
): Promise<void> {
  for (const one of members) {
    const token = one.present(world.space, nowSeconds());
    await post('/api/checks', { token });
  }
}
