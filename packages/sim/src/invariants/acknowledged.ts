/** Nothing is lost that a desk has acknowledged. */

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
    const kept = await node.disk.store.visit(visit.id);
    if (kept === null) return play.violate(NAME, `${what} is gone`);
    // A log that has forked, or is closed, grows no more: the visit stays at its desk.
    const waits = play.doubled.has(host) || play.closed.has(host);
    return waits ? undefined : play.violate(NAME, `${what} is not published`);
  }
  // Of what only a disk held that is gone, nobody knows.
  if (state === 'lost-with-disk' && !audience.some(isHeld)) return;
  const missing = [...new Set([...audience, host])].filter((number) => !isHeld(number));
  if (!audience.includes(host) || missing.length === 0) return;
  const names = missing.slice(0, 3).map((number) => play.space(number).name);
  play.violate(NAME, `${what} (${state}) is not held by ${missing.length}: ${names.join(', ')}`);
}

/** The seals of the story's stamps that each honest node holds. */
async function allSeals(play: Play): Promise<Seals> {
  const found = new Map<number, ReadonlySet<string>>();
  for (const number of play.honest()) {
    found.set(number, await sealsHeld(play.space(number), play.ledger.acknowledged));
  }
  return found;
}
