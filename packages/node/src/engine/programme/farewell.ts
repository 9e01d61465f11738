/** What a space's own log says of a programme that it left: who is gone only has to tell so. */

import { absenceOf, type ProgrammeId, type SpaceId } from '@covisa/protocol';
import type { View } from '../view.js';

/** In a form that is new with each leave; null while the space is in. */
export function farewellTo(programme: ProgrammeId, space: SpaceId, view: View): string | null {
  const { isAway, returns } = absenceOf(programme, space, view.governance.of(programme));
  const isClosed = view.space(space)?.closing != null;
  return isAway || isClosed ? `${programme} ${isClosed ? 'closed' : returns}` : null;
}
