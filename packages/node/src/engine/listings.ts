/** The directory, from what this node holds. */

import { directory, type Listing, type ProfileEntry, type SpaceId } from '@covisa/protocol';
import type { Context } from './context.js';
import type { ProgrammeStates } from './programme/states.js';
import type { View } from './view.js';

/** A listing for every space of the programmes of this node, whatever its status. */
export function listingsOf(
  context: Context,
  view: View,
  states: ProgrammeStates,
): readonly Listing[] {
  const profiles = new Map<SpaceId, ProfileEntry>();
  for (const { space, profile } of view.spaces.values()) {
    if (profile) profiles.set(space, profile);
  }
  return directory({
    states: states.ids().flatMap((programme) => states.state(programme) ?? []),
    profiles,
    heartbeats: states.heartbeats(),
    forked: view.forkedSpaces(),
    instant: context.now(),
  });
}
