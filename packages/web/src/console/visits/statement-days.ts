/** Stamps of a statement as days. */

import type { VisitKind } from '@covisa/protocol';
import type { StampTotalView } from '../../api/owner-views.js';

/** Days of one kind; half days count one half. */
export function daysOfKind(totals: readonly StampTotalView[], kind: VisitKind): number {
  return totals.reduce(
    (days, total) => (total.kind === kind ? days + total.count * total.weight : days),
    0,
  );
}
