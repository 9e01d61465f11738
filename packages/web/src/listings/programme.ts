/** A programme as everybody may read it at `GET /covisa/v1/programmes`. */

import type { ProgrammeId, Terms } from '@covisa/protocol';

/** A programme that the node takes part in. */
export interface Programme {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly purpose: string;
  /** The number of the roster that holds now. */
  readonly roster: number;
  readonly members: number;
  readonly admitted: number;
  readonly terms: Terms;
}
