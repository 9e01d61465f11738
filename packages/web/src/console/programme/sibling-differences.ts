/** In what several rosters differ. Pure. */

import type { SiblingView } from '../../api/programme-views.js';

/** Members of one that not all the others have. */
export function onlyIn(one: SiblingView, all: readonly SiblingView[]): SiblingView['members'] {
  return one.members.filter(({ space }) =>
    all.some((other) => !other.members.some((member) => member.space === space)),
  );
}

/** Whether all say the same terms. */
export function haveSameTerms(all: readonly SiblingView[]): boolean {
  return new Set(all.map(({ terms }) => JSON.stringify(terms))).size <= 1;
}
