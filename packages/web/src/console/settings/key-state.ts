/** How an issuing key stands at a time. Pure. */

import type { IssuingKeyView, StatusView } from '../../api/owner-views.js';

export type KeyState = 'serves' | 'coming' | 'over' | 'dead';

/** Whether a key signs visas now, later or no more, or was revoked. */
export function keyStateOf({ from, until, deadSince }: IssuingKeyView, now: number): KeyState {
  if (deadSince !== null) return 'dead';
  if (now < from) return 'coming';
  return now < until ? 'serves' : 'over';
}

/** Whether the owner can revoke it: it is of this incarnation, and its visas are not dead yet. */
export function isRevocable(
  { incarnation, deadSince }: IssuingKeyView,
  status: Pick<StatusView, 'incarnation'>,
): boolean {
  return deadSince === null && incarnation === status.incarnation;
}

export function newestFirst(keys: readonly IssuingKeyView[]): readonly IssuingKeyView[] {
  return [...keys].sort(
    (one, other) => other.incarnation - one.incarnation || other.generation - one.generation,
  );
}
