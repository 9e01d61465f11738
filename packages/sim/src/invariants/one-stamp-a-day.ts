/** A visit is one member, one host, one date. */

import { parseEntry, stampMarker } from '@covisa/protocol';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import { holderKeyOf } from './holder-key.js';
import type { Invariant } from './invariant.js';

const NAME = 'one-stamp-a-day';
const STAMPS_MAX = 64;

/**
 * However often a member is scanned on one date, and whatever the host lost meanwhile, its log has
 * one stamp of it that stands (section 4.5 of the design: re-entry makes no new stamp).
 */
export const ONE_STAMP_A_DAY: Invariant = {
  name: NAME,
  sentence: 'A host writes one stamp for a member and date, however often it scans the code.',
  watch: (play) => ({
    async conclude() {
      const visits = play.ledger.acknowledged.filter(({ host }) => play.hasOneLog(host));
      const groups = new Map<string, Acknowledged[]>();
      for (const one of visits) {
        const { visaNumber, date } = one.visit;
        // A phone that was given up knows nothing of the one after it.
        const phone = holderKeyOf(play, one);
        const name = `${one.host}/${visaNumber?.join()}/${date}/${phone}`;
        groups.set(name, [...(groups.get(name) ?? []), one]);
      }
      for (const group of groups.values()) await concludeOne(play, group);
    },
  }),
};

async function concludeOne(play: Play, group: readonly Acknowledged[]): Promise<void> {
  const [first] = group;
  if (!first || group.length < 2) return;
  const { host, member } = first;
  const { name, id, disk } = play.space(host);
  const markers = group.flatMap(({ visit: { visaNumber, k } }) =>
    visaNumber === null ? [] : [stampMarker(visaNumber, k)],
  );
  const places = await disk.store.stampPlaces([...new Set(markers)], STAMPS_MAX);
  const stamps = await disk.store.stampsAt(places.filter(({ space }) => space === id));
  const standing = stamps.filter(({ bytes, voids }) => {
    const entry = parseEntry(bytes);
    return entry.type === 'stamp' && entry.date === first.visit.date && voids.length === 0;
  });
  if (standing.length < 2) return;
  const indices = standing.map(({ index }) => index).join(', ');
  play.violate(NAME, `member ${member} at ${name} on ${first.visit.date}: stamps at ${indices}`);
}
