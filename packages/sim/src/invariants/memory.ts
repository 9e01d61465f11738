/** What a node keeps stays in proportion to what it has to keep. */

import { nodeSha256 } from '@covisa/node';
import {
  addFound,
  nextMarkers,
  OPEN_GRANTS_MAX,
  SHELF_STRAYS_MAX,
  STAMPS_OF_MARKER_MAX,
  stampMarker,
  startLookup,
} from '@covisa/protocol';
import { promisesInVain } from '../play/liars/index.js';
import type { Play } from '../play/play.js';
import type { CountedError } from '../world/event-log.js';
import type { SimSpace } from '../world/sim-space.js';
import type { Invariant } from './invariant.js';

const NAME = 'memory';
/** Shelves of one forked log (limits.md, `SHELF_STRAYS_MAX`). */
const SHELVES_OF_LOG_MAX = 64;

/** Visa numbers of which it is asked what a node remembers; of more, so many by chance. */
const NUMBERS_MAX = 1000;

/** What a node says of its own log. */
const OWN_LOG_ERRORS: ReadonlySet<string> = new Set(['own-log-behind', 'own-log-forked']);

/**
 * A node holds the logs of its own programmes and of those that applied to them, and no others
 * (section 4.3 of the design); on a shelf at most 128 strays, on the shelves of one log 64 times as
 * many; of a visa's stamps one remembered check each, also of those that a desk wrote and was
 * killed before it could say so; of a member's grants those that are open or were used; of peers
 * one each; and no timer once it is stopped. And none has logged an error: that is a fault of its
 * own.
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
  const node = play.space(number);
  const { name, disk } = node;
  for (const { visaNumber, highest, granted } of numbers) {
    const checks = (await disk.store.stampChecks(visaNumber)).length;
    // Most nodes have never been shown this visa, and a look-up derives many markers.
    const stamps = checks === 0 ? 0 : await countStamps(node, visaNumber, highest);
    if (checks > stamps) {
      play.violate(NAME, `${name} remembers ${checks} checks of ${stamps} stamps of one visa`);
    }
    const grants = (await disk.store.grants(visaNumber)).length;
    if (grants > granted + OPEN_GRANTS_MAX) {
      play.violate(
        NAME,
        `${name} keeps ${grants} grants of one visa, of which ${granted} are used`,
      );
    }
  }
}

/** How many stamps a look-up finds that goes at least up to an index of the visa. */
async function countStamps(
  { disk }: SimSpace,
  visaNumber: Uint8Array,
  highest: number,
): Promise<number> {
  let state = { ...startLookup(visaNumber), highest };
  for (;;) {
    const asked = nextMarkers(state, (visa, k) => stampMarker(visa, k, nodeSha256));
    if (asked.length === 0) return state.found.length;
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
  readonly granted: number;
}

function numbersOf({ ledger }: Play): readonly UsedNumber[] {
  const numbers = new Map<string, UsedNumber>();
  const members = new Set(ledger.acknowledged.map(({ member }) => member));
  for (const { visit, grant } of [...members].flatMap((one) => ledger.ofMember(one))) {
    const { visaNumber, k } = visit;
    if (visaNumber === null) continue;
    const known = numbers.get(visaNumber.join());
    numbers.set(visaNumber.join(), {
      visaNumber,
      highest: Math.max(k, known?.highest ?? 0),
      granted: (known?.granted ?? 0) + (grant === 'had' ? 1 : 0),
    });
  }
  return [...numbers.values()];
}
