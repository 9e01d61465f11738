/** What open grants stand for: each for one visit, of which a host may have two. */

import { type CalendarDate, equalBytes, parseGrant, type SpaceId } from '@covisa/protocol';
import type { Member, StoredGrant } from '@covisa/store';
import type { UnpublishedVisit } from '../desk/check/judging.js';

/** Open grants for one visit: the one at an index that its host cannot use, and another. */
const GRANTS_OF_VISIT_MAX = 2;

export function isOfNumber(grant: StoredGrant, { visaNumber }: Member): boolean {
  return equalBytes(grant.visaNumber, visaNumber);
}

export function isFor(grant: StoredGrant, host: SpaceId, date: CalendarDate): boolean {
  return grant.host === host && grant.date === date;
}

export function weightOf(grant: StoredGrant): 1 | 0.5 {
  return parseGrant(grant.bytes).claims.weight;
}

/** Whether a grant is of no less weight than is asked for. */
export function isEnough(grant: StoredGrant, { halfDay }: { readonly halfDay: boolean }): boolean {
  return weightOf(grant) >= (halfDay ? 0.5 : 1);
}

/** The visit that a host may make of a grant. Of two for one date the stronger counts (JUDGE-3). */
export function openVisit(grant: StoredGrant): UnpublishedVisit {
  const { host, date, programme } = grant;
  return { host, date, kind: 'free', weight: weightOf(grant), programme };
}

/** For how many visits grants are. */
export function countVisits(open: readonly StoredGrant[]): number {
  return new Set(open.map(({ host, date }) => `${host}/${date}`)).size;
}

/**
 * The index from which on one is looked for: what the host proposes, as long as it has fewer than
 * two grants for the visit. Else it could reserve one index after the other, until no look-up found
 * the next.
 */
export function indexToBeginAt(had: readonly StoredGrant[], proposed: number): number {
  const last = Math.max(...had.map((one) => one.k));
  return had.length < GRANTS_OF_VISIT_MAX ? proposed : last;
}
