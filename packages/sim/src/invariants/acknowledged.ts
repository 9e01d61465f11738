/** Nothing is lost that a desk has acknowledged. */

import { parseEntry } from '@covisa/protocol';
import { sealsHeld } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import { audiencesOf } from './audiences.js';
import type { Invariant } from './invariant.js';

const NAME = 'acknowledged';

/**
 * A visit that a desk has acknowledged is published, and every honest node of its programme holds
 * its stamp (section 4.2 of the design: append and recovery; spec/forks.md: both visits count).
 * While a log may not grow the desk keeps the visit itself. A visit that was on a disk which an
 * older one has replaced is lost only if no node held it: who holds one gives it back.
 */
export const ACKNOWLEDGED: Invariant = {
  name: NAME,
  sentence: 'No stamp is lost whose visit a desk has acknowledged.',
  watch: (play) => ({
    async conclude() {
      const audience = await audiencesOf(play);
      const seals = await allSeals(play);
      for (const one of play.ledger.acknowledged) {
        if (one.state === 'voided' || !play.isHonest(one.host)) continue;
        // After a restore a desk writes down anew whom its log shows: the seal is the first one's.
        if (one.visit.seal === '') continue;
        await concludeOne(play, one, audience.get(one.visit.programme) ?? [], seals);
      }
    },
  }),
};

type Seals = ReadonlyMap<number, ReadonlySet<string>>;

async function concludeOne(
  play: Play,
  one: Acknowledged,
  audience: readonly number[],
  seals: Seals,
): Promise<void> {
  const { visit, host, member, state } = one;
  const node = play.space(host);
  const what = `visit ${visit.id} of member ${member} at ${node.name}`;
  const isHeld = (number: number) => seals.get(number)?.has(visit.seal) === true;
  if (state === 'stands' && !isHeld(host)) {
    const flaw = await flawOf(play, one);
    return flaw === null ? undefined : play.violate(NAME, `${what} ${flaw}`);
  }
  // Of what only a disk held that is gone, nobody knows.
  if (state === 'lost-with-disk' && !audience.some(isHeld)) return;
  const missing = [...new Set([...audience, host])].filter((number) => !isHeld(number));
  if (!audience.includes(host) || missing.length === 0) return;
  const names = missing.slice(0, 3).map((number) => play.space(number).name);
  play.violate(NAME, `${what} (${state}) is not held by ${missing.length}: ${names.join(', ')}`);
}

/** Why a host does not show the stamp of a visit; null: it need not. */
async function flawOf(play: Play, { visit, host }: Acknowledged): Promise<string | null> {
  const { store } = play.space(host).disk;
  const kept = await store.visit(visit.id);
  if (kept === null) return 'is gone';
  const { incarnation, index } = kept;
  if (incarnation !== null && index !== null) {
    // What a lost disk had said of the same day is not said twice: the visit is that one.
    const [stamp] = await store.stampsAt([{ space: play.space(host).id, incarnation, index }]);
    const entry = stamp && parseEntry(stamp.bytes);
    return entry?.type === 'stamp' && entry.date === visit.date ? null : 'has another stamp';
  }
  // A log that has forked grows no more: the visit stays at its desk.
  return play.doubled.has(host) ? null : 'is not published';
}

/** The seals of the story's stamps that each honest node holds. */
async function allSeals(play: Play): Promise<Seals> {
  const found = new Map<number, ReadonlySet<string>>();
  for (const number of play.honest()) {
    found.set(number, await sealsHeld(play.space(number), play.ledger.acknowledged));
  }
  return found;
}
