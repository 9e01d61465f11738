/**
 * The events of a story, one function a kind. What people and machines do may fail, as it does in
 * life: a refusal with a code is counted; anything else is a violation.
 */

import type { StoryEvent } from '../story/story.js';
import { codeOf } from '../world/refusal.js';
import { machineEvents } from './machines.js';
import { memberEvents } from './members.js';
import { networkEvents } from './networks.js';
import { ownerEvents } from './owners.js';
import type { Play } from './play.js';

/** What happens at one kind of event. */
export type Happening<Kind extends StoryEvent['kind']> = (
  play: Play,
  event: Extract<StoryEvent, { kind: Kind }>,
) => Promise<void> | void;

export type Happenings = { readonly [Kind in StoryEvent['kind']]: Happening<Kind> };

const HAPPENINGS: Happenings = {
  ...memberEvents,
  ...machineEvents,
  ...networkEvents,
  ...ownerEvents,
};

/** Lets one event happen. Never fails; resolves when it is over. */
export async function happen(play: Play, event: StoryEvent): Promise<void> {
  play.ledger.count(event.kind);
  try {
    await (HAPPENINGS[event.kind] as Happening<StoryEvent['kind']>)(play, event as never);
  } catch (error) {
    const code = codeOf(error);
    play.trace(`${event.kind}: ${code ?? String(error)}`);
    play.ledger.count(`${event.kind} ${code ?? 'broke'}`);
    if (code === null) play.crashed(event.kind, error);
  }
}
