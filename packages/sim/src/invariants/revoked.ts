/** A dead visa opens no door behind which its death is known. */

import { parseEntry, parseToken, revocationMarker } from '@covisa/protocol';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';

const NAME = 'revoked';
const REVOCATIONS_MAX = 10_000;

/** One revocation, and where it stands in its home's logs. */
interface Revocation {
  readonly time: number;
  readonly incarnation: number;
  readonly index: number;
}

/**
 * A desk takes no visa that was issued before a revocation of its number (VISA-11) which stands in
 * what the desk held of the home's log when the code was scanned.
 */
export const REVOKED: Invariant = {
  name: NAME,
  sentence:
    'No desk takes a visa whose revocation it holds: of a member who left, or of a lost phone.',
  watch: (play) => ({
    async conclude() {
      const revocations = await revocationsOf(play);
      for (const one of play.ledger.acknowledged) concludeOne(play, one, revocations);
    },
  }),
};

function concludeOne(
  play: Play,
  { token, host, member, knew, visit }: Acknowledged,
  revocations: ReadonlyMap<string, readonly Revocation[]>,
): void {
  if (!play.isHonest(host)) return;
  const { number, issuedAt } = parseToken(token).visa.claims;
  const dead = (revocations.get(revocationMarker(number)) ?? []).find(
    ({ time, incarnation, index }) =>
      issuedAt < time && index < (knew.homeSizes.get(incarnation) ?? 0),
  );
  if (!dead) return;
  const desk = play.space(host).name;
  play.violate(NAME, `${desk} took the dead visa of member ${member} on ${visit.date}`);
}

/** By their markers, as the logs of each honest home have them. */
async function revocationsOf(play: Play): Promise<ReadonlyMap<string, readonly Revocation[]>> {
  const found = new Map<string, Revocation[]>();
  for (const number of play.honest()) {
    const { id, disk } = play.space(number);
    const stored = await disk.store.entriesOfTypes(['revocation'], null, REVOCATIONS_MAX);
    for (const { space, incarnation, index, bytes } of stored) {
      const entry = parseEntry(bytes);
      if (space !== id || entry.type !== 'revocation') continue;
      const one = { time: entry.time, incarnation, index };
      found.set(entry.marker, [...(found.get(entry.marker) ?? []), one]);
    }
  }
  return found;
}
