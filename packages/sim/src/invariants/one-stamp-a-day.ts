/** A visit is one member, one host, one date. */

import { nodeSha256 } from '@covisa/node';
import { type Marker, openSeal, parseEntry, type StampEntry, stampMarker } from '@covisa/protocol';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';

const NAME = 'one-stamp-a-day';
const STAMPS_MAX = 64;
/**
 * Indices beside those of acknowledged visits that are looked at: of stamps that a desk wrote, and
 * was killed before it could say so.
 */
const BESIDE = 2;

/**
 * However often a member is scanned on one date, and whatever the host lost meanwhile, its log has
 * one stamp of it that stands (section 4.5 of the design: re-entry makes no new stamp). A phone
 * that was given up knows nothing of the one after it: each has its own.
 */
export const ONE_STAMP_A_DAY: Invariant = {
  name: NAME,
  sentence: 'A host writes one stamp for a member and date, however often it scans the code.',
  watch: (play) => ({
    async conclude() {
      const groups = new Map<string, Acknowledged[]>();
      for (const one of play.ledger.acknowledged) {
        const { visaNumber } = one.visit;
        const isAsked = play.isHonest(one.host) && play.hasOneLog(one.host);
        if (visaNumber === null || !isAsked) continue;
        const name = `${one.host}/${visaNumber.join()}`;
        groups.set(name, [...(groups.get(name) ?? []), one]);
      }
      for (const group of groups.values()) await concludeOne(play, group);
    },
  }),
};

/** A stamp that stands, and the index under its visa number. */
interface Standing {
  readonly entry: StampEntry;
  readonly index: number;
  readonly k: number;
}

/** The visits of one number to one host. */
async function concludeOne(play: Play, group: readonly Acknowledged[]): Promise<void> {
  const [first] = group;
  const visaNumber = first?.visit.visaNumber ?? null;
  if (!first || visaNumber === null) return;
  const { host, member } = first;
  const { id, name } = play.space(host);
  const standing = await standingAt(play, host, indicesOf(group, visaNumber));
  const byDate = new Map<string, Standing[]>();
  for (const one of standing) {
    byDate.set(one.entry.date, [...(byDate.get(one.entry.date) ?? []), one]);
  }
  for (const [date, ofDate] of byDate) {
    // A seal is opened only where there is another one.
    if (ofDate.length < 2) continue;
    const phones = ofDate.map(({ entry, k }) =>
      openSeal(entry.seal, { visaNumber, k, host: id })?.holderKey?.join(),
    );
    const again = ofDate.filter((_, at) => phones.some((one, i) => i !== at && one === phones[at]));
    if (again.length === 0) continue;
    const indices = again.map(({ index }) => index).join(', ');
    play.violate(NAME, `member ${member} at ${name} on ${date}: stamps at ${indices}`);
  }
}

/** The markers that are looked at, and the indices that they are of. */
function indicesOf(
  group: readonly Acknowledged[],
  visaNumber: Uint8Array,
): ReadonlyMap<Marker, number> {
  const used = group.map(({ visit }) => visit.k);
  const from = Math.max(0, Math.min(...used) - BESIDE);
  const length = Math.max(...used) + BESIDE + 1 - from;
  const indices = Array.from({ length }, (_, at) => from + at);
  return new Map(indices.map((k) => [stampMarker(visaNumber, k, nodeSha256), k]));
}

/** The stamps in the host's own log that stand under these markers. */
async function standingAt(
  play: Play,
  host: number,
  indices: ReadonlyMap<Marker, number>,
): Promise<readonly Standing[]> {
  const { id, disk } = play.space(host);
  const places = await disk.store.stampPlaces([...indices.keys()], STAMPS_MAX);
  const stamps = await disk.store.stampsAt(places.filter(({ space }) => space === id));
  return stamps.flatMap(({ bytes, voids, index }) => {
    const entry = parseEntry(bytes);
    if (entry.type !== 'stamp' || voids.length > 0) return [];
    return { entry, index, k: indices.get(entry.marker) ?? -1 };
  });
}
