/** Whether an endorsement of ours would change anything; if not, the owner is told why. */

import {
  type Absence,
  absenceOf,
  ENDORSEMENTS_PER_MEMBER_MAX,
  type ProgrammeState,
  type SpaceId,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { View } from '../view.js';

/**
 * Returns what the space's own log says of its leaving: an endorsement names its returns.
 * @throws NodeError CONFLICT where an endorsement by `own` would change nothing
 */
export function assertEndorsable(
  state: ProgrammeState,
  space: SpaceId,
  own: SpaceId,
  view: View,
): Absence {
  if (view.space(space)?.closing) {
    throw new NodeError('CONFLICT', 'endorse: this space has closed for good', {
      remedy: 'A new space of the same people can follow the invitation link.',
    });
  }
  const absence = absenceOf(state.id, space, view.governance.of(state.id));
  if (absence.isAway) {
    throw new NodeError('CONFLICT', 'endorse: this space has left the programme', {
      remedy: 'It comes back by following an invitation link; endorse it then.',
    });
  }
  const endorsed = endorsedUnder(state, own, view);
  if (endorsed.has(space) || endorsed.size < ENDORSEMENTS_PER_MEMBER_MAX) return absence;
  throw new NodeError(
    'CONFLICT',
    `endorse: expected at most ${ENDORSEMENTS_PER_MEMBER_MAX} spaces under one roster`,
    { remedy: 'Seat those that are admitted by the next roster, or ask another member.' },
  );
}

/** Whom `own` endorsed under the roster that holds. */
function endorsedUnder({ id, roster }: ProgrammeState, own: SpaceId, view: View): Set<SpaceId> {
  const endorsed = new Set<SpaceId>();
  for (const { space, entry } of view.governance.of(id)) {
    if (space !== own || entry.type !== 'endorsement') continue;
    if (entry.roster === roster.hash) endorsed.add(entry.space);
  }
  return endorsed;
}
