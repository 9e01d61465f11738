/** Presentations made beforehand, of members who each have a holder key of their own. */

import {
  type PresentationContext,
  type PresentedToken,
  parseToken,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { VisitingMember } from '../world/members.js';
import { type MadeSpace, makeSpace } from '../world/spaces.js';

const DAY = 86_400;

/** One presentation, and what a desk knows that it is shown to. */
export interface Prepared {
  readonly token: string;
  readonly home: MadeSpace;
  readonly member: VisitingMember;
  readonly context: PresentationContext;
}

/** What is in a presentation. @throws ProtocolError as `parseToken` */
export function contentOf({ token }: Prepared): PresentedToken {
  const read = parseToken(token);
  if (read.kind === 'static') throw new Error('token: expected a presentation, got a card');
  return read;
}

/** So many fresh spaces. */
export async function makeSpaces(count: number, now: Seconds): Promise<readonly MadeSpace[]> {
  const store = openMemoryStore();
  const spaces: MadeSpace[] = [];
  for (let i = 0; i < count; i++) spaces.push(await makeSpace(store, `Space ${i}`, now - 30 * DAY));
  await store.close();
  return spaces;
}

/** A visit's presentation by a new member, for a host; bound to it unless it is an open one. */
export function prepare(
  home: MadeSpace,
  {
    host,
    isOpen,
    now,
  }: { readonly host: SpaceId; readonly isOpen: boolean; readonly now: Seconds },
): Prepared {
  const member = new VisitingMember(home, now);
  return {
    token: member.present(isOpen ? null : host, now),
    home,
    member,
    context: {
      home: home.id,
      issuingKey: home.issuingKey,
      host,
      purpose: 'visit',
      instant: now,
      revokedBefore: null,
    },
  };
}
