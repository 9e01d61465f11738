/** Who lies gains no more by it than the threat model says. */

import type { VisaVisit } from '@covisa/node';
import { FORMER_KEYS_MAX, parseEntry, parseProof } from '@covisa/protocol';
import { isVisaLost, withinReach } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import { gainOf } from '../play/liars/index.js';
import { isMet, type Participants, participantsOf } from '../play/membership.js';
import type { Person, Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { contentsOf } from './shared/seals.js';

const NAME = 'liars';
/** Members whose visits are read at their homes. */
const PEOPLE = 60;

/**
 * What a lie may come to stands beside each liar (`Gain`), from spec/threats.md:
 *
 * 1. a hostile host hides nothing of others: an honest home sees all visits of its members at
 *    honest hosts (STAMP-10, STAMP-15);
 * 2. a visit that nobody made counts only where a host was shown a proof that names no host, once
 *    for each (STAMP-8), and at its own log; who invents all else, with a proof that names another
 *    host or that nobody signed, gets nothing for it (STAMP-6);
 * 3. whoever does not write two histories is charged with none (FORK-6).
 *
 * That an over-issuing home gets no free day past the limit of an honest host, `free-days` watches;
 * that no log of an honest space is lost or forks, `acknowledged`, `growth` and `no-fork`.
 */
export const LIARS: Invariant = {
  name: NAME,
  sentence: 'Who lies gains no more by it than the threat model says.',
  watch: (play) => ({
    async conclude() {
      const participants = await participantsOf(play);
      const people = play.people.filter(({ home }) => isAsked(play, home));
      const chance = play.world.chance.child(`liars/${play.chapter.number}`);
      for (const person of chance.some(people, PEOPLE)) {
        const shown = await play.wait(person.home.engine.home.visits(person.id));
        sayHidden(play, person, shown, participants);
        sayInvented(play, person, shown);
        await sayWorthless(play, person, shown);
      }
      await sayForks(play);
    },
  }),
};

function isAsked(play: Play, home: Person['home']): boolean {
  const number = play.spaces.indexOf(home);
  return home.isRunning && play.isHonest(number);
}

/** Visits at honest hosts that the home of the member should see, and does not. */
function sayHidden(
  play: Play,
  { number, home }: Person,
  shown: readonly VisaVisit[],
  participants: Participants,
): void {
  // Of older phones a visa says nothing any more.
  const phones = play.eventsOf('new-phone').filter(({ member }) => member === number);
  const at = play.spaces.indexOf(home);
  if (phones.length > FORMER_KEYS_MAX) return;
  if (play.isMisled(at)) return;
  for (const one of reachable(visitsOf(play, number))) {
    const { visit, host, state, isSettled } = one;
    if (isSettled || isVisaLost(play, at, one)) continue;
    const isOwed = state === 'stands' && play.hasOneLog(host) && isMet(participants, at, host);
    if (!isOwed || !play.isHonest(host)) continue;
    const { id, name } = play.space(host);
    if (shown.some((one) => one.host === id && one.date === visit.date && !one.voided)) continue;
    play.violate(
      NAME,
      `${home.name} does not see its member ${number} at ${name} on ${visit.date}, index ${visit.k}`,
    );
  }
}

/** Visits at an inventing host that nobody made, and that count. */
function sayInvented(play: Play, { number, home }: Person, shown: readonly VisaVisit[]): void {
  const visits = visitsOf(play, number);
  for (const [host, { lie }] of play.story.spaces.entries()) {
    if (lie !== 'invent' || isInterrupted(play, host)) continue;
    const { id, name } = play.space(host);
    const made = new Set(visits.filter((one) => one.host === host).map(({ visit }) => visit.date));
    const invented = shown.filter((one) => one.host === id && !made.has(one.date) && !one.voided);
    const open = visits.filter((one) => isOpen(play, one)).length;
    const allowed = gainOf(lie).countedPerOpenProof * open;
    if (invented.length <= allowed) continue;
    play.violate(
      NAME,
      `${invented.length} invented visits of member ${number} of ${home.name} count at ${name}, ` +
        `expected at most ${allowed}`,
    );
  }
}

/** Stamps that count, though the liar had no proof for them that could hold. */
async function sayWorthless(
  play: Play,
  { number, home }: Person,
  shown: readonly VisaVisit[],
): Promise<void> {
  const places = shown.map(({ host: space, incarnation, index }) => ({
    space,
    incarnation,
    index,
  }));
  for (const { space, bytes } of await home.disk.store.stampsAt(places)) {
    const entry = parseEntry(bytes);
    const liar = play.spaces.find(({ id }) => id === space)?.name;
    if (entry.type !== 'stamp' || !play.worthless.has(entry.seal)) continue;
    play.violate(
      NAME,
      `a visit of member ${number} of ${home.name} at ${liar} on ${entry.date} counts by no proof`,
    );
  }
}

/** Liars with one history are charged with no fork. */
async function sayForks(play: Play): Promise<void> {
  for (const number of play.honest()) {
    const { disk, name } = play.space(number);
    for (const { space } of await disk.store.forks()) {
      const owner = play.spaces.findIndex(({ id }) => id === space);
      const lie = play.story.spaces[owner]?.lie ?? null;
      if (lie === null || gainOf(lie).forksOwnLog || play.doubled.has(owner)) continue;
      const accused = play.space(owner).name;
      play.violate(NAME, `${name} holds a proof that ${accused} forked, which lies by ${lie}`);
    }
  }
}

function visitsOf({ ledger }: Play, member: number): readonly Acknowledged[] {
  return ledger.ofMember(member);
}

/** Those that a look-up under their number reaches. */
function reachable(visits: readonly Acknowledged[]): readonly Acknowledged[] {
  const numbers = new Set(visits.map(({ visit }) => visit.visaNumber?.join()));
  return [...numbers].flatMap((number) =>
    withinReach(visits.filter(({ visit }) => visit.visaNumber?.join() === number)),
  );
}

/** Whether whoever opens the seal of a visit finds a proof that names no host. */
function isOpen(play: Play, visit: Acknowledged): boolean {
  const proof = contentsOf(play, visit)?.proof ?? null;
  return proof !== null && parseProof(proof).claims.host === null;
}

/** Whether a desk may have recorded a visit and not lived to say so. */
function isInterrupted({ story }: Play, host: number): boolean {
  const kinds: ReadonlySet<string> = new Set(['crash', 'stop', 'restore', 'clone']);
  return story.events.some(
    (event) => kinds.has(event.kind) && 'space' in event && event.space === host,
  );
}
