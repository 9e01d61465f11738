/** What was given twice while nobody could know is seen by all whom it concerns. */

import type { DoubleVisit } from '@covisa/node';
import { isVisaLost } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import { isMet, type Participants, participantsOf } from '../play/membership.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { holderKeyOf } from './shared/seals.js';

const NAME = 'double-visits';

/**
 * STAMP-13: where two hosts used one index and gave something, both visits count, and the home and
 * both hosts are shown it, where the hosts meet in a programme. A host knows a visa as far as it
 * was shown it: by the holder keys in the seals of its own visits.
 *
 * So each node is asked by the visits that it can read, and not by those of the whole network: the
 * log of a host that it meets in no programme it does not hold. If of two that gave it can read one
 * alone, beside somebody's paid visit, then nothing was given twice in what it holds, and it is
 * right to show nothing: its state is a function of its entries.
 */
export const DOUBLE_VISITS: Invariant = {
  name: NAME,
  sentence: 'What two hosts gave under one index is seen by both, and by the home.',
  watch: (play) => ({
    async conclude() {
      const stands = play.ledger.acknowledged.filter(
        ({ host, state }) => state === 'stands' && play.isHonest(host) && play.hasOneLog(host),
      );
      const participants = await participantsOf(play);
      const shown: ShownDoubles = { asked: askedOf(play), byNode: new Map() };
      for (const group of sameIndex(stands)) await concludeOne(play, group, participants, shown);
    },
  }),
};

interface ShownDoubles {
  /** The numbers of the nodes that are asked. */
  readonly asked: readonly number[];
  /** What a node shows of double visits, by its number: asked for once, and each taken for one. */
  readonly byNode: Map<number, readonly DoubleVisit[]>;
}

/** All nodes in the end; at some rests before it one by chance: it reads all visas for that. */
function askedOf(play: Play): readonly number[] {
  const all = [...play.spaces.keys()];
  if (play.isLastChapter) return all;
  if (!play.isThoroughRest) return [];
  return play.world.chance.child(`doubles/${play.chapter.number}`).some(all, 1);
}

/** Visits that stand under one visa number and index, where two hosts or more gave something. */
function sameIndex(visits: readonly Acknowledged[]): readonly (readonly Acknowledged[])[] {
  const groups = new Map<string, Acknowledged[]>();
  for (const one of visits) {
    const { visaNumber, k, index } = one.visit;
    if (visaNumber === null || index === null) continue;
    const name = `${visaNumber.join()}/${k}`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    // One code counts once, however many hosts it was shown to (STAMP-8).
    if (group.every(({ token }) => token !== one.token)) group.push(one);
  }
  return [...groups.values()].filter(isGivenTwice);
}

/** Whether two hosts or more gave something. */
function isGivenTwice(visits: readonly Acknowledged[]): boolean {
  const given = visits.filter(({ visit }) => visit.kind !== 'paid');
  return new Set(given.map(({ host }) => host)).size > 1;
}

async function concludeOne(
  play: Play,
  group: readonly Acknowledged[],
  participants: Participants,
  shown: ShownDoubles,
): Promise<void> {
  play.ledger.count('double visits');
  const [first] = group;
  if (!first) return;
  const person = play.person(first.member);
  const home = play.spaces.indexOf(person.home);
  // Of a number or a phone that it gave after the backup of its disk it knows nothing any more.
  const held = group.filter(
    (one) => isMet(participants, home, one.host) && !isVisaLost(play, home, one),
  );
  if (isGivenTwice(held) && !play.isMisled(home)) {
    await expectShown(play, { at: home, side: 'home', member: person.id, visits: held }, shown);
  }
  for (const host of new Set(group.map((one) => one.host))) {
    // What it was shown since the last rest may be gone with its disk.
    const mine = group.find((one) => one.host === host);
    if (play.isMisled(host) || play.isRestored(host, mine?.at ?? 0, play.at)) continue;
    const met = group.filter((other) => isMet(participants, host, other.host));
    const visits = met.filter((other) => isLegible(play, host, other));
    if (isGivenTwice(visits)) {
      await expectShown(play, { at: host, side: 'host', member: null, visits }, shown);
    }
  }
}

/** Whether a host was shown the holder key with which the member came to another one. */
function isLegible(play: Play, host: number, other: Acknowledged): boolean {
  const key = holderKeyOf(play, other);
  return play.ledger
    .ofMember(other.member)
    .filter((mine) => mine.host === host)
    .some((mine) => holderKeyOf(play, mine) === key);
}

/** What a node has to show. */
interface Expected {
  /** The node's number. */
  readonly at: number;
  readonly side: DoubleVisit['side'];
  /** The home's id of the member; null at a host, which does not know it. */
  readonly member: string | null;
  /** Of one index. */
  readonly visits: readonly Acknowledged[];
}

async function expectShown(
  play: Play,
  expected: Expected,
  { asked, byNode }: ShownDoubles,
): Promise<void> {
  const { at, side, visits } = expected;
  const node = play.space(at);
  if (!node.isRunning || !asked.includes(at)) return;
  const shown = byNode.get(at) ?? (await play.wait(node.engine.accounts.doubleVisits()));
  // Of several that have all of this, the one that has least else: others may need the rest.
  const [found] = shown
    .filter((one) => isShownBy(play, one, expected))
    .sort((one, other) => one.hosts.length - other.hosts.length);
  byNode.set(
    at,
    shown.filter((one) => one !== found),
  );
  if (found) return;
  const places = visits.map(({ host, visit }) => `${play.space(host).name} on ${visit.date}`);
  const what = `index ${visits[0]?.visit.k} of member ${visits[0]?.member}`;
  const by = `${node.name} (${side})`;
  play.violate(NAME, `${what} was used at ${places.join(' and ')}, and ${by} does not see it`);
}

/** Whether what a node shows says of whom it is, and where, when and how each visit was. */
function isShownBy(play: Play, one: DoubleVisit, { side, member, visits }: Expected): boolean {
  const isAlike = one.side === side && one.member === member;
  return (
    isAlike &&
    visits.every(({ host, visit }) => {
      const { id } = play.space(host);
      const isVisit = (stamp: DoubleVisit['hosts'][number]): boolean =>
        stamp.host === id && stamp.date === visit.date && stamp.kind === visit.kind;
      return one.k === visit.k && one.hosts.some(isVisit);
    })
  );
}
