/** Which of a visa’s days the terms of one programme are put to, and how far each counts. */

import type { ProgrammeId, SpaceId } from '../ids.js';
import type { JudgedVisit } from './verdict.js';

/** A visit, and the programme by whose terms it was judged. */
export interface ProgrammeDay extends JudgedVisit {
  readonly programme: ProgrammeId;
}

/**
 * The programme's own days at all hosts, and those at this host whatever their programme: re-entry
 * is no second visit in any.
 */
export function daysUnder(
  programme: ProgrammeId,
  host: SpaceId,
  days: readonly ProgrammeDay[],
): readonly JudgedVisit[] {
  return days.flatMap((day): readonly JudgedVisit[] => {
    if (day.programme === programme) return [day];
    // JUDGE-10: a day under another programme counts at its own host alone, and uses nothing of
    // what this programme gives at all hosts together.
    return day.host === host ? [{ ...day, shared: true }] : [];
  });
}
