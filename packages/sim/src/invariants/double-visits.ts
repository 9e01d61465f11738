/** What was given twice while nobody could know is seen by all whom it concerns. */

import type { DoubleVisit } from '@covisa/node';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import { type Audiences, audiencesOf, isMet } from './audiences.js';
import { holderKeyOf } from './holder-key.js';
import type { Invariant } from './invariant.js';

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
      const audiences = await audiencesOf(play);
      const shown: ShownDoubles = { asked: askedOf(play), byNode: new Map() };
      for (const group of sameIndex(stands)) await concludeOne(play, group, audiences, shown);
    },
  }),
};

interface ShownDoubles {
  /** The numbers of the nodes that are asked. */
  readonly asked: readonly number[];
  /** What a node shows of double visits, by its number: asked for once. */
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
  audiences: Audiences,
  shown: ShownDoubles,
): Promise<void> {
  play.ledger.count('double visits');
  const [first] = group;
  if (!first) return;
  const home = play.story.members[first.member]?.home ?? -1;
  const { k } = first.visit;
  const held = group.filter(({ host }) => isMet(audiences, home, host));
  if (isGivenTwice(held) && !play.isMisled(home)) {
    await expectShown(play, { at: home, side: 'home', k, hosts: hostsOf(held) }, shown);
  }
  for (const one of group) {
    if (play.restored.has(one.host) || play.isMisled(one.host)) continue;
    const met = group.filter(({ host }) => isMet(audiences, one.host, host));
    const legible = met.filter((other) => isLegible(play, one, other));
    if (isGivenTwice(legible)) {
      await expectShown(play, { at: one.host, side: 'host', k, hosts: hostsOf(legible) }, shown);
    }
  }
}

function hostsOf(visits: readonly Acknowledged[]): readonly number[] {
  return visits.map(({ host }) => host);
}

/** Whether a host was shown the holder key with which the member came to another one. */
function isLegible(play: Play, one: Acknowledged, other: Acknowledged): boolean {
  const key = holderKeyOf(play, other);
  return play.ledger
    .ofMember(one.member)
    .filter(({ host }) => host === one.host)
    .some((mine) => holderKeyOf(play, mine) === key);
}

/** What a node has to show. */
interface Expected {
  /** The node's number. */
  readonly at: number;
  readonly side: 'home' | 'host';
  readonly k: number;
  readonly hosts: readonly number[];
}

async function expectShown(
  play: Play,
  { at, side, k, hosts }: Expected,
  { asked, byNode }: ShownDoubles,
): Promise<void> {
  const node = play.space(at);
  if (!node.isRunning || !asked.includes(at)) return;
  const shown = byNode.get(at) ?? (await play.wait(node.engine.accounts.doubleVisits()));
  byNode.set(at, shown);
  const ids = hosts.map((host) => play.space(host).id);
  const isShown = shown.some(
    (one) =>
      one.side === side &&
      one.k === k &&
      ids.every((id) => one.hosts.some(({ host }) => host === id)),
  );
  if (isShown) return;
  const names = hosts.map((host) => play.space(host).name).join(' and ');
  play.violate(NAME, `index ${k} was used at ${names}, and ${node.name} (${side}) does not see it`);
}
