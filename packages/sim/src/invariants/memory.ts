/** What a node keeps stays in proportion to what it has to keep. */

import { nodeSha256 } from '@covisa/node';
import {
  addFound,
  CLOCK_STEADY_SECONDS,
  nextMarkers,
  OPEN_GRANTS_MAX,
  SHELF_STRAYS_MAX,
  STAMPS_OF_MARKER_MAX,
  type StampPlace,
  stampMarker,
  startLookup,
} from '@covisa/protocol';
import type { StoredGrant } from '@covisa/store';
import { promisesInVain } from '../play/liars/index.js';
import type { Play } from '../play/play.js';
import type { CountedError } from '../world/event-log.js';
import type { SimSpace } from '../world/sim-space.js';
import type { Invariant } from './invariant.js';

const NAME = 'memory';
/** Shelves of one forked log (limits.md, `SHELF_STRAYS_MAX`). */
const SHELVES_OF_LOG_MAX = 64;

/**
 * Seconds after which a grant that has lapsed is gone: a week that it is kept, one or two in which
 * the clock may not be taken for steady (limits.md, `CLOCK_STEADY_SECONDS`), and days of rest.
 */
const GRANTS_KEPT_SECONDS = 4 * CLOCK_STEADY_SECONDS;

/** Visa numbers of which it is asked what a node remembers; of more, so many by chance. */
const NUMBERS_MAX = 1000;

/** What a node says of its own log. */
const OWN_LOG_ERRORS: ReadonlySet<string> = new Set(['own-log-behind', 'own-log-forked']);

/**
 * A node holds the logs of its own programmes and of those that applied to them, and no others
 * (section 4.3 of the design); on a shelf at most 128 strays, on the shelves of one log 64 times as
 * many; of a visa's stamps one remembered check each, also of those that a desk wrote and was
 * killed before it could say so; of a visa grants for eight visits that are open, whatever came of
 * the answers that gave them, and none for ever; of peers one each; and no timer once it is
 * stopped. And none has logged an error: that is a fault of its own.
 */
export const MEMORY: Invariant = {
  name: NAME,
  sentence: 'What a node keeps is bounded, and nothing goes wrong within it.',
  watch: (play) => ({
    async conclude() {
      const chance = play.world.chance.child(`numbers/${play.chapter.number}`);
      const numbers = chance.some(numbersOf(play), NUMBERS_MAX);
      for (const number of play.honest()) {
        sayErrors(play, number);
        sayTimers(play, number);
        await sayLogs(play, number);
        await sayShelves(play, number);
        await sayRemembered(play, number, numbers);
      }
    },
  }),
};

function sayErrors(play: Play, number: number): void {
  const { events, name } = play.space(number);
  const counts = new Map<string, number>();
  for (const error of events.errors()) {
    const { event, count } = error;
    if (!isMeant(play, number, error)) counts.set(event, (counts.get(event) ?? 0) + count);
  }
  for (const [event, count] of counts) {
    play.violate(NAME, `${name} logged error ${event} ${count} times`);
  }
}

function sayTimers(play: Play, number: number): void {
  const { timersLeft, name } = play.space(number);
  if (timersLeft > 0) play.violate(NAME, `${name} was stopped, and had ${timersLeft} timers set`);
}

/** Where a log has, or may have, two histories, nodes say so: of that log, or of their own. */
function isMeant(play: Play, number: number, { event, fields }: CountedError): boolean {
  if (event === 'log-differs') return isDifferenceMeant(play, fields);
  if (OWN_LOG_ERRORS.has(event)) return !play.hasOneLog(number);
  return event === 'log-forked' && !play.hasOneLog(numberOf(play, fields.space));
}

function numberOf({ spaces }: Play, id: unknown): number {
  return spaces.findIndex((one) => one.id === id);
}

/**
 * A node that has exchanged all with a peer, and is still shown something else of a log than it
 * holds, says so: it cannot tell a second history from one that is promised and never comes. Both
 * are the doing of two spaces at most, the log's and the peer, and the node names them. The first
 * needs a log of two histories, or a peer whose two machines answer one sync between them. The
 * second needs a peer that leaves entries out, or changes them: what it changed hashes to no signed
 * checkpoint and is refused, so it is given no more than what was left out. Of an honest peer's
 * syncs about an honest log the error is a fault, whoever else lies.
 */
function isDifferenceMeant(play: Play, { space, peer }: CountedError['fields']): boolean {
  const [owner, shown] = [numberOf(play, space), numberOf(play, peer)];
  if (promisesInVain(play.story.spaces[shown]?.lie ?? null)) return true;
  return !play.hasOneLog(owner) || !play.hasOneLog(shown);
}

async function sayLogs(play: Play, number: number): Promise<void> {
  const { name, disk } = play.space(number);
  const near = nearOf(play, number);
  const strangers = (await disk.store.heads()).filter(({ space }) => !near.has(space));
  if (strangers.length > 0) play.violate(NAME, `${name} holds ${strangers.length} foreign logs`);
  const peers = await disk.store.peers();
  if (peers.length > play.spaces.length) play.violate(NAME, `${name} has ${peers.length} peers`);
}

/** The ids of those that ever shared a programme with a space, or applied to one of its. */
function nearOf(play: Play, number: number): ReadonlySet<string> {
  const near = play.story.programmes.flatMap(({ founders, others }, programme) => {
    const joined = play
      .eventsOf('join')
      .flatMap((event) => (event.programme === programme ? [event.space] : []));
    const all = [...founders, ...others, ...joined];
    return all.includes(number) ? all : [];
  });
  return new Set([number, ...near].map((one) => play.space(one).id));
}

async function sayShelves(play: Play, number: number): Promise<void> {
  const { name, disk } = play.space(number);
  const shelves = new Map<string, number>();
  for (const { space, strays } of await disk.store.shelves()) {
    shelves.set(space, (shelves.get(space) ?? 0) + 1);
    if (strays.length > SHELF_STRAYS_MAX) {
      play.violate(NAME, `${name} holds ${strays.length} strays on one shelf`);
    }
  }
  for (const count of shelves.values()) {
    if (count > SHELVES_OF_LOG_MAX) play.violate(NAME, `${name} holds ${count} shelves of a log`);
  }
}

/** Of each visa number that was used: what is remembered of its stamps, and of its grants. */
async function sayRemembered(
  play: Play,
  number: number,
  numbers: readonly UsedNumber[],
): Promise<void> {
  const { name, disk } = play.space(number);
  for (const used of numbers) {
    const checks = (await disk.store.stampChecks(used.visaNumber)).length;
    const grants = await disk.store.grants(used.visaNumber);
    // Most nodes have never been shown this visa, and a look-up derives many markers.
    if (checks === 0 && grants.length === 0) continue;
    const stamps = await stampsHeld(play.space(number), used);
    if (checks > stamps.length) {
      const held = `${stamps.length} stamps of one visa`;
      play.violate(NAME, `${name} remembers ${checks} checks of ${held}`);
    }
    sayGrants(play, number, grants, stamps);
  }
}

/** The grants of a visa number that its home keeps; it holds these stamps of it. */
function sayGrants(
  play: Play,
  number: number,
  grants: readonly StoredGrant[],
  stamps: readonly StampPlace[],
): void {
  const { name } = play.space(number);
  const { now } = play.world;
  const used = new Set(stamps.map(({ host, k }) => `${host}/${k}`));
  const open = grants.filter(({ host, k, lapses }) => lapses > now && !used.has(`${host}/${k}`));
  const visits = new Set(open.map(({ host, date }) => `${host}/${date}`)).size;
  // By a clock that was ahead others were open, and what lapsed by it has not.
  if (visits > OPEN_GRANTS_MAX && play.isClockRight(number, 0, play.at)) {
    play.violate(NAME, `${name} keeps ${visits} visits of one visa open by grants`);
  }
  const since = now - GRANTS_KEPT_SECONDS;
  const old = grants.filter(({ lapses }) => lapses < since).length;
  if (old > 0 && play.isClockRight(number, since - play.began, play.at)) {
    play.violate(NAME, `${name} keeps ${old} grants of one visa that lapsed long ago`);
  }
}

/** The stamps that a look-up finds which goes at least up to the highest index of the visa. */
async function stampsHeld(
  { disk }: SimSpace,
  { visaNumber, highest }: UsedNumber,
): Promise<readonly StampPlace[]> {
  let state = { ...startLookup(visaNumber), highest };
  for (;;) {
    const asked = nextMarkers(state, (visa, k) => stampMarker(visa, k, nodeSha256));
    if (asked.length === 0) return state.found;
    const indices = new Map(asked.map(({ marker, k }) => [marker, k]));
    const places = await disk.store.stampPlaces([...indices.keys()], STAMPS_OF_MARKER_MAX);
    const found = places.map(({ marker, space: host, incarnation, index }) => ({
      ...{ host, incarnation, index },
      k: indices.get(marker) ?? -1,
    }));
    state = addFound(state, found);
  }
}

interface UsedNumber {
  readonly visaNumber: Uint8Array;
  readonly highest: number;
}

function numbersOf({ ledger }: Play): readonly UsedNumber[] {
  const numbers = new Map<string, UsedNumber>();
  const members = new Set(ledger.acknowledged.map(({ member }) => member));
  for (const { visit } of [...members].flatMap((one) => ledger.ofMember(one))) {
    const { visaNumber, k } = visit;
    if (visaNumber === null) continue;
    const highest = Math.max(k, numbers.get(visaNumber.join())?.highest ?? 0);
    numbers.set(visaNumber.join(), { visaNumber, highest });
  }
  return [...numbers.values()];
}
