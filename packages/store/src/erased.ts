/** What becomes of records when it is erased whose they were, and when a visa number is over. */

import { type CalendarDate, visaYearEnd } from '@covisa/protocol';
import type { Member, Named, Refusal, Visit } from './records.js';

/** Whether it is still known whose record it is. */
export function isNamed<Of extends Visit | Refusal>(record: Of): record is Named<Of> {
  return record.visaNumber !== null && record.visaUntil !== null;
}

/** The visit as statistics and accounts need it. */
export function withoutName(visit: Visit): Visit {
  const { proofDigest: _proof, recordedBy: _recorder, ...rest } = visit;
  const nobody = { visaNumber: null, visaUntil: null, displayName: null, note: null };
  return { ...rest, ...nobody, k: 0, seal: '' };
}

/** The refusal as the log tells of it. */
export function refusalWithoutName(refusal: Refusal): Refusal {
  const nobody = { visaNumber: null, visaUntil: null, displayName: null, note: null };
  return { ...refusal, ...nobody, recordedBy: null };
}

/** When the first of a member's visa years that have a number ends, exclusive. */
export function firstYearEnd({ visaYearStart, earlier = [] }: Member): CalendarDate {
  let first = visaYearEnd(visaYearStart);
  for (const { until } of earlier) if (until < first) first = until;
  return first;
}
