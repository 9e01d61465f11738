/** Nothing is lost that a desk has acknowledged. */

import {
  LOOKUP_MISSES_MAX,
  openSeal,
  parseEntry,
  type SpaceId,
  type StampEntry,
  stampMarker,
} from '@covisa/protocol';
import type { StoredStamp } from '@covisa/store';
import { markerOf, stampsUnder } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import { participantsOf } from '../play/membership.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';

const NAME = 'acknowledged';

/**
 * A visit that a desk has acknowledged is published, and every honest node of its programme holds
 * its stamp, which says all that the desk has said of it, in the host's own log (section 4.2 of the
 * design: append and recovery; spec/forks.md: both visits count).
 * While a log may not grow the desk keeps the visit itself. A visit that was on a disk which an
 * older one has replaced is lost only if no node held it: who holds one gives it back. What such a
 * host then says of a day on which its log has a stamp of the same visa is not published again: the
 * visit is that one.
 */
export const ACKNOWLEDGED: Invariant = {
  name: NAME,
  sentence: 'No stamp is lost whose visit a desk has acknowledged.',
  watch: (play) => ({
    async conclude() {
      const participants = await participantsOf(play);
      const stamps = await allStamps(play);
      for (const one of play.ledger.acknowledged) {
        if (one.state === 'voided' || !play.isHonest(one.host)) continue;
        await concludeOne(play, one, participants.get(one.visit.programme) ?? [], stamps);
      }
    },
  }),
};

/** The names of the stamps that a node holds, by its number. */
type Stamps = ReadonlyMap<number, ReadonlySet<string>>;

async function concludeOne(
  play: Play,
  one: Acknowledged,
  participants: readonly number[],
  stamps: Stamps,
): Promise<void> {
  const { visit, host, member, state } = one;
  const node = play.space(host);
  const what = `visit ${visit.id} of member ${member} at ${node.name}`;
  const name = nameOf(node.id, { ...visit, marker: markerOf(visit) });
  let isHeld = async (number: number) => stamps.get(number)?.has(name) === true;
  if (state === 'stands' && !(await isHeld(host))) {
    const kept = await keptOf(play, one, participants.includes(host));
    if (typeof kept === 'string') return play.violate(NAME, `${what} ${kept}`);
    if (kept === null) return;
    isHeld = (number) => holds(play, number, kept);
  }
  const everybody = [...new Set([...participants, host])];
  const missing: number[] = [];
  for (const number of everybody) if (!(await isHeld(number))) missing.push(number);
  // Of what only a disk held that is gone, nobody knows.
  if (state === 'lost-with-disk' && participants.every((number) => missing.includes(number)))
    return;
  if (!participants.includes(host) || missing.length === 0) return;
  const names = missing.slice(0, 3).map((number) => play.space(number).name);
  play.violate(NAME, `${what} (${state}) is not held by ${missing.length}: ${names.join(', ')}`);
}

/**
 * The stamp of its day that a visit is, which is not its own; null: it need have none; or, in
 * words, what is wrong.
 */
async function keptOf(
  play: Play,
  one: Acknowledged,
  isMember: boolean,
): Promise<StoredStamp | string | null> {
  const { visit, host } = one;
  const { disk, id } = play.space(host);
  const kept = await disk.store.visit(visit.id);
  // Who has left may still be getting back what its old disk lacks.
  if (kept === null) return !isMember && play.isRestored(host, one.at, play.at) ? null : 'is gone';
  const { incarnation, index } = kept;
  // A log that has forked grows no more: the visit stays at its desk.
  if (incarnation === null || index === null) {
    return play.doubled.has(host) ? null : 'is not published';
  }
  const [stamp] = await disk.store.stampsAt([{ space: id, incarnation, index }]);
  const isOfDay = stamp && play.isRestored(host, 0, one.at) && isOfVisa(play, one, stamp);
  return isOfDay ? stamp : 'has another stamp';
}

/** Whether a stamp is of the same visa, of the same date, and legible to whom was shown it. */
function isOfVisa(play: Play, { visit, host, member }: Acknowledged, stamp: StoredStamp): boolean {
  const entry = parseEntry(stamp.bytes);
  const { visaNumber, date } = visit;
  if (entry.type !== 'stamp' || entry.date !== date || visaNumber === null) return false;
  const used = play.ledger.ofMember(member).map((one) => one.visit.k);
  const highest = Math.max(visit.k, ...used) + LOOKUP_MISSES_MAX;
  const indices = Array.from({ length: highest + 1 }, (_, k) => k);
  const k = indices.find((one) => stampMarker(visaNumber, one) === entry.marker);
  if (k === undefined) return false;
  return openSeal(entry.seal, { visaNumber, k, host: play.space(host).id }) !== null;
}

async function holds(play: Play, number: number, stamp: StoredStamp): Promise<boolean> {
  const [held] = await play.space(number).disk.store.stampsAt([stamp]);
  return held !== undefined && Buffer.compare(held.bytes, stamp.bytes) === 0;
}

/** The names of the stamps under the markers of the story that each honest node holds. */
async function allStamps(play: Play): Promise<Stamps> {
  const found = new Map<number, ReadonlySet<string>>();
  for (const number of play.honest()) {
    const held = await stampsUnder(play.space(number), play.ledger.acknowledged);
    found.set(number, new Set(held.map(({ space, entry }) => nameOf(space, entry))));
  }
  return found;
}

/** All that a stamp says. */
interface Said extends Omit<StampEntry, 'type' | 'marker'> {
  readonly marker: StampEntry['marker'] | null;
}

/** All that a stamp says, and the log that it stands in. */
function nameOf(space: SpaceId, said: Said): string {
  const { marker, home, venue, date, kind, weight, programme, roster, seal } = said;
  return [space, marker, home, venue, date, kind, weight, programme, roster, seal].join(' ');
}
