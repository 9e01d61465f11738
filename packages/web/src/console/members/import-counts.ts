/** What an import does, in numbers. */

import type { ImportRow } from '../../api/owner-views.js';

/** How many rows do what. */
export function importCounts(rows: readonly ImportRow[]): Record<ImportRow['action'], number> {
  const counts = { add: 0, update: 0, unchanged: 0, skip: 0, error: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}
