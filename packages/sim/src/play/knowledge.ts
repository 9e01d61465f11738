/**
 * What a node held of a member's visits when somebody asked it: the ground on which its answer has
 * to stand, whatever happened elsewhere meanwhile.
 */

import { nodeSha256 } from '@covisa/node';
import {
  LOOKUP_MISSES_MAX,
  type Marker,
  parseEntry,
  parseToken,
  type SpaceId,
  type StampEntry,
  stampMarker,
} from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import type { SimSpace } from '../world/sim-space.js';
import type { Acknowledged } from './ledger.js';
import type { Play } from './play.js';

const STAMPS_MAX = 64;

/**
 * What was known of a member's earlier visits, by their ids, when a visit was judged; those that
 * were settled, which everybody knew, are left out.
 */
export interface Knowledge {
  /** At the desk. */
  readonly desk: ReadonlySet<string>;
  /** Which of them the desk knew to be undone. */
  readonly undone: ReadonlySet<string>;
  /** At the home, which was asked for a grant; null: it was not asked. */
  readonly home: ReadonlySet<string> | null;
  /** How many entries of the home's logs the desk held, by incarnation. */
  readonly homeSizes: ReadonlyMap<number, number>;
  /** Seconds from the beginning, before anything of it was asked. */
  readonly at: number;
}

/** How many entries a node holds of another's logs, by incarnation. */
export async function sizesHeld(
  { disk }: SimSpace,
  { id }: SimSpace,
): Promise<ReadonlyMap<number, number>> {
  const heads = (await disk.store.heads()).filter(({ space }) => space === id);
  return new Map(heads.map(({ incarnation, size }) => [incarnation, size]));
}

/** The member's visits that stand and that this node holds: in a log, a replica or its journal. */
export async function knownVisits(
  play: Play,
  node: SimSpace,
  member: number,
): Promise<ReadonlySet<string>> {
  // What was settled is known to everybody.
  const visits = play.ledger
    .ofMember(member)
    .filter(({ state, isSettled }) => state === 'stands' && !isSettled);
  const held = await stampsUnder(node, visits);
  const seals = new Set(held.map(({ space, entry }) => `${space} ${entry.seal}`));
  const found = new Set<string>();
  for (const { visit, host } of visits) {
    // What a liar has copied into its log is not the visit.
    const isHeld = seals.has(`${play.space(host).id} ${visit.seal}`);
    if (isHeld || (await node.disk.store.visit(visit.id)) !== null) {
      found.add(visit.id);
    }
  }
  return found;
}

/** The member's visits of which this node holds that they were undone. */
export async function undoneVisits(
  { ledger }: Play,
  { disk: { store } }: SimSpace,
  member: number,
): Promise<ReadonlySet<string>> {
  const visits = ledger.ofMember(member).filter(({ state }) => state === 'voided');
  const places = await store.stampPlaces(markersOf(visits), STAMPS_MAX);
  const voided = (await store.stampsAt(places)).filter(({ voids }) => voids.length > 0);
  const seals = new Set(voided.flatMap(({ bytes }) => sealIn(bytes)));
  return new Set(visits.filter(({ visit }) => seals.has(visit.seal)).map(({ visit }) => visit.id));
}

/** Seals of stamps that stand at this node under the markers of these visits. */
export async function sealsHeld(
  node: SimSpace,
  visits: readonly Pick<Acknowledged, 'visit'>[],
): Promise<ReadonlySet<string>> {
  return new Set((await stampsUnder(node, visits)).map(({ entry }) => entry.seal));
}

/** A stamp, and whose log it stands in. */
interface HeldStamp {
  readonly space: SpaceId;
  readonly entry: StampEntry;
}

/** The stamps that a node holds under the markers of these visits, in whatever logs. */
export async function stampsUnder(
  { disk: { store } }: SimSpace,
  visits: readonly Pick<Acknowledged, 'visit'>[],
): Promise<readonly HeldStamp[]> {
  const places = await store.stampPlaces(markersOf(visits), STAMPS_MAX);
  const stamps = await store.stampsAt(places);
  return stamps.flatMap(({ space, bytes }) => {
    const entry = parseEntry(bytes);
    return entry.type === 'stamp' ? [{ space, entry }] : [];
  });
}

function sealIn(bytes: Uint8Array): readonly string[] {
  const entry = parseEntry(bytes);
  return entry.type === 'stamp' ? [entry.seal] : [];
}

function markersOf(visits: readonly Pick<Acknowledged, 'visit'>[]): readonly Marker[] {
  return visits.flatMap(({ visit }) => markerOf(visit) ?? []);
}

/** Of visits that were looked for before: each is, at every node. */
const markers = new WeakMap<Visit, Marker>();

/** What finds the stamp of a visit; null of an erased one. */
export function markerOf(visit: Visit): Marker | null {
  const { visaNumber, k } = visit;
  if (visaNumber === null) return null;
  const marker = markers.get(visit) ?? stampMarker(visaNumber, k, nodeSha256);
  markers.set(visit, marker);
  return marker;
}

/**
 * Of the visits under one number those that a look-up reaches: it stops behind sixteen indices in
 * a row that nobody has used (STAMP-4).
 */
export function withinReach(visits: readonly Acknowledged[]): readonly Acknowledged[] {
  const sorted = [...visits].sort((one, other) => one.visit.k - other.visit.k);
  let highest = -1;
  return sorted.filter(({ visit: { k } }) => {
    if (k - highest > LOOKUP_MISSES_MAX) return false;
    highest = Math.max(highest, k);
    return true;
  });
}

/**
 * Whether a visit was judged by what was known then: not where it was recorded before, and the desk
 * was killed before it could say so. By the host's clock, so where that is right.
 */
export function isJudgedThen({ began }: Play, { visit, knew }: Acknowledged): boolean {
  return visit.recorded >= began + knew.at;
}

/** The same, by a clock that was right from the scan to the record. */
export function isSurelyJudgedThen(play: Play, one: Acknowledged): boolean {
  const { visit, host, knew, at } = one;
  const isThen = isJudgedThen(play, one) && visit.recorded <= play.began + at;
  return isThen && play.isClockRight(host, knew.at, at);
}

/**
 * Whether the number of a visit, or the phone that it was made with, may be gone with the home's
 * disk: they were given after the backup, as far as the visa tells, and before the restore. By a
 * clock that was wrong nobody can tell.
 */
export function isVisaLost(play: Play, home: number, { token, at }: Acknowledged): boolean {
  const { issuedAt } = parseToken(token).visa.claims;
  return play.restores.some(({ space, at: restored, backedUp }) => {
    const [from, to] = [play.began + backedUp, play.began + restored];
    const isKept = issuedAt <= from || issuedAt >= to;
    return space === home && !(isKept && play.isClockRight(home, 0, at));
  });
}
