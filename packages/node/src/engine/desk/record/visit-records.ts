/**
 * From a checked presentation to a recorded visit, and from a recorded visit to its stamp. Pure but
 * for chance.
 */

import {
  type CalendarDate,
  daysBetween,
  encodeBase64url,
  type Grant,
  type Marker,
  type ProgrammeId,
  type Seconds,
  type SpaceId,
  STAMP_DAY_DISTANCE_MAX,
  type StampEntry,
  sealStamp,
  sha256,
  stampMarker,
  type Token,
  type UsedDay,
  utcDate,
  visaYearEnd,
} from '@covisa/protocol';
import type { Named, Recorder, Visit } from '@covisa/store';
import type { Random } from '../../../ports.js';

/** What a visit is recorded from. */
export interface VisitFacts {
  readonly host: SpaceId;
  readonly home: SpaceId;
  readonly venue: string;
  readonly date: Visit['date'];
  readonly kind: Visit['kind'];
  readonly weight: 1 | 0.5;
  readonly programme: ProgrammeId;
  readonly roster: number;
  readonly recorded: Seconds;
  readonly token: Token;
  readonly grant: Grant | null;
  readonly k: number;
  readonly amount: number | null;
  readonly note: string | null;
  readonly by: Recorder;
}

/**
 * STAMP-6: a proof is of the stamp's date or the day beside it. A visit that was forgotten for
 * longer shows none: it would be a stamp that does not count, and three of those cost a log its
 * good ones.
 */
function provesDate({ proof }: Token, date: CalendarDate): boolean {
  if (proof === null) return false;
  const distance = daysBetween(date, utcDate(proof.claims.time));
  return Math.abs(distance) <= STAMP_DAY_DISTANCE_MAX;
}

/** What a visit's record keeps of a proof, by which the presentation is known again. */
export function digestOfProof(proof: Uint8Array): Uint8Array {
  return sha256(proof);
}

/** The record of a new visit, its seal made. It waits to be published. */
export function recordVisit(facts: VisitFacts, random: Random): Named<Visit> {
  const { token, grant, k, host } = facts;
  const { claims } = token.visa;
  const contents = {
    holderKey: claims.holderKey,
    proof: provesDate(token, facts.date) ? (token.proof?.bytes ?? null) : null,
    grant: grant?.bytes ?? null,
  };
  const place = { visaNumber: claims.number, k, host };
  return {
    id: encodeBase64url(random.bytes(9)),
    home: facts.home,
    venue: facts.venue,
    date: facts.date,
    kind: facts.kind,
    weight: facts.weight,
    programme: facts.programme,
    roster: facts.roster,
    recorded: facts.recorded,
    visaNumber: claims.number,
    visaUntil: visaYearEnd(claims.yearStart),
    displayName: claims.displayName,
    amount: facts.amount,
    note: facts.note,
    ...(token.proof !== null && { proofDigest: digestOfProof(token.proof.bytes) }),
    recordedBy: facts.by,
    k,
    seal: sealStamp(contents, place, random.bytes(24)),
    incarnation: null,
    index: null,
    voidIndex: null,
  };
}

/**
 * The record of a visit that the log shows and this desk no longer knows, as after a restored
 * backup.
 */
export function recordOfStamp(
  day: UsedDay,
  facts: Pick<Named<Visit>, 'home' | 'visaNumber' | 'visaUntil' | 'displayName' | 'recorded'>,
  random: Random,
): Visit {
  return {
    id: encodeBase64url(random.bytes(9)),
    ...facts,
    venue: day.venue,
    date: day.date,
    kind: day.kind,
    weight: day.weight,
    programme: day.programme,
    roster: day.roster,
    amount: null,
    note: null,
    k: day.k,
    seal: '',
    incarnation: day.incarnation,
    index: day.index,
    voidIndex: null,
  };
}

/**
 * The stamp of a visit. A printed card shows no holder key, and a visit that is entered days later
 * no fresh proof of its date, so without a grant nothing proves the visit: it is published under a
 * marker of chance, counts in the two spaces' statement, and in nobody's usage.
 */
export function stampOf(visit: Named<Visit>, isProven: boolean, random: Random): StampEntry {
  const chance = () => encodeBase64url(random.bytes(16)) as Marker;
  return {
    type: 'stamp',
    marker: isProven ? stampMarker(visit.visaNumber, visit.k) : chance(),
    home: visit.home,
    venue: visit.venue,
    date: visit.date,
    kind: visit.kind,
    weight: visit.weight,
    programme: visit.programme,
    roster: visit.roster,
    seal: visit.seal,
  };
}
