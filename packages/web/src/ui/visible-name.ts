/** A name as people can see it: a home may sign any, and some have nothing to be seen. Pure. */

/** Marks of direction, joiners and fillers, by category or one by one; and marks without a base. */
const UNSEEN = /[\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** The name; null where there is none, or nothing of it can be seen. */
export function visibleName(name: string | null): string | null {
  return name === null || name.replace(UNSEEN, '') === '' ? null : name;
}
