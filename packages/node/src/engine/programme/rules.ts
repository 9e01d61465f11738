/**
 * What desk and home ask of the programmes: by which terms two spaces deal with each other, and
 * where a space stands.
 */

import type { SpaceId } from '@covisa/protocol';
import type { SharedProgramme } from '../desk/check/judging.js';

/** Where a space stands in the programmes of this node. */
export type SpaceStanding = 'takes-part' | 'left' | 'closed' | 'unknown';

export interface ProgrammeRules {
  /** The terms of each programme in which both take part. */
  between(host: SpaceId, home: SpaceId): readonly SharedProgramme[];
  standing(space: SpaceId): SpaceStanding;
}
