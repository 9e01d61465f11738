/** A visit is of the date at its venue, wherever that is. */

import { dateOfDay } from '@covisa/protocol';
import { isSurelyJudgedThen } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import { TIME_ZONES } from '../story/time-zones.js';
import type { Invariant } from './invariant.js';

const NAME = 'local-dates';
const DAY = 86_400;

/**
 * A visit is one member, one host, one host-local date (section 2 of the design): the date that the
 * calendar at the venue showed when the code was scanned, or when the visit was recorded. It is
 * counted here from what the venue's clock is ahead of UTC, and by no time zone database.
 */
export const LOCAL_DATES: Invariant = {
  name: NAME,
  sentence: 'A visit has the date that the calendar at its venue shows.',
  watch: (play) => ({
    conclude() {
      for (const one of play.ledger.acknowledged) {
        if (play.isHonest(one.host) && isSurelyJudgedThen(play, one)) concludeOne(play, one);
      }
    },
  }),
};

function concludeOne(play: Play, { visit, host, knew, at }: Acknowledged): void {
  const { timeZone = 'UTC' } = play.story.spaces[host] ?? {};
  const dates = [knew.at, at].map((time) => {
    const there = play.began + time + 60 * TIME_ZONES[timeZone];
    return String(dateOfDay(Math.floor(there / DAY)));
  });
  if (dates.includes(visit.date)) return;
  const { name } = play.space(host);
  play.violate(NAME, `${name} in ${timeZone} recorded a visit of ${visit.date} on ${dates[0]}`);
}
