/** Nobody is taken for a code that has lain about. */

import {
  PRESENTATION_EARLY_SECONDS,
  PRESENTATION_LATE_SECONDS,
  parseProof,
} from '@covisa/protocol';
import { isSurelyJudgedThen } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { contentsOf } from './shared/seals.js';

const NAME = 'fresh-codes';

/**
 * A presentation is good from 60 s before to 120 s after its time (PRES-5, PRES-6), by the clock of
 * the desk: one whose clock is wrong takes what it must not, and is passed over here.
 */
export const FRESH_CODES: Invariant = {
  name: NAME,
  sentence: 'No desk whose clock is right takes a screenshot, or any code older than two minutes.',
  watch: (play) => ({
    conclude() {
      for (const one of play.ledger.acknowledged) {
        if (!play.isHonest(one.host) || !isSurelyJudgedThen(play, one)) continue;
        const age = ageOf(play, one);
        const isFresh = -PRESENTATION_EARLY_SECONDS <= age && age <= PRESENTATION_LATE_SECONDS;
        if (isFresh) continue;
        const desk = play.space(one.host).name;
        play.violate(NAME, `${desk} took a code of member ${one.member} that was ${age} s old`);
      }
    },
  }),
};

/** Seconds from the member's signature to the scan; 0 where the visit shows no proof. */
function ageOf(play: Play, one: Acknowledged): number {
  const { visit, knew } = one;
  // What the desk wrote down just before it died is given again: the code of the earlier scan.
  if (visit.recorded < play.began + knew.at) return 0;
  const proof = contentsOf(play, one)?.proof;
  return proof ? play.began + knew.at - parseProof(proof).claims.time : 0;
}
