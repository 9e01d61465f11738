/** A node's programmes as everybody may read them: what a visiting member can expect. */

import type { ProgrammeId, Terms } from '@covisa/protocol';
import type { ProgrammeView } from '../engine/services.js';

/** A programme that this node takes part in. */
interface PublicProgramme {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly purpose: string;
  /** The number of the roster that holds now. */
  readonly roster: number;
  /** How many spaces are on the roster. */
  readonly members: number;
  /** How many more were admitted since. */
  readonly admitted: number;
  readonly terms: Terms;
}

/** The programmes that are founded and that this node is in, as a member or admitted. */
export function publicProgrammes(views: readonly ProgrammeView[]): readonly PublicProgramme[] {
  return views
    .filter(({ founded, standing }) => founded && /^(?:member|admitted)$/u.test(standing))
    .map(({ id, name, purpose, rosterVersion, members, admitted, terms }) => {
      return { id, name, purpose, roster: rosterVersion, members, admitted, terms };
    });
}
