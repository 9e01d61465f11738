/** Equal sets of entries give equal state. */

import { HEARTBEAT_AHEAD_SECONDS, type ProgrammeId, type SpaceId } from '@covisa/protocol';
import { heartbeatsApart } from '../play/beginning.js';
import { isSeated, type Participants, participantsOf } from '../play/membership.js';
import type { Play } from '../play/play.js';
import type { DiskImage } from '../world/disk.js';
import type { SimSpace } from '../world/sim-space.js';
import { catchUp } from './equal-state/caught-up.js';
import { verdictsDiffer } from './equal-state/equal-verdicts.js';
import { statementsDiffer } from './equal-state/mirrored-statements.js';
import {
  canonical,
  differenceOf,
  heldBy,
  type Shown,
  shownBy,
  spacesOf,
  toTheDay,
  withoutInstants,
} from './equal-state/shown.js';
import type { Invariant } from './invariant.js';

const NAME = 'equal-state';
/** Programmes that are looked at, as each of their nodes has to hear of the same first. */
const PROGRAMMES = 8;
/** Nodes of a programme that are compared, and logs that each of them reads again. */
const NODES = 8;
const LOGS = 3;
/** Spaces of which a copy of the early disk is kept, so that one of them can catch up. */
const EARLY = 4;

/**
 * State = f(entries, latest heartbeats, instant), byte for byte, whatever the order, the batches
 * and the copies in which they came (section 3 of the design, principle 5; STAMP-14, STMT-2,
 * JUDGE-3). At one instant, nodes of a programme that hold the same
 * of its logs show the same programme, directory and hashes, each other's statements mirrored, and
 * the same days left of the programme for one and the same presentation. So does a node that starts
 * over its disk of the first day and hears of all else at once. It holds the same then, but for two
 * things that gossip does not level: of a heartbeat it spreads the day alone (spec/gossip.md), so
 * two nodes may hold two of one day of somebody whom only one of them has met; and who applies is
 * known to those that it has asked, until somebody endorses it.
 */
export const EQUAL_STATE: Invariant = {
  name: NAME,
  sentence: 'Equal sets of entries give equal state, byte for byte.',
  watch(play) {
    const chance = play.world.chance.child(`equal-state/${play.chapter.number}`);
    const early = new Map<number, DiskImage>();
    // A node that catches up goes on in place of its own: after it comes nothing.
    for (const number of play.isLastChapter ? chance.some(play.honest(), EARLY) : []) {
      early.set(number, play.space(number).disk.image());
    }
    return {
      async conclude() {
        const goOn = stopTime(play);
        const participants = await participantsOf(play);
        const samples = new Map(
          chance
            .some(play.programmes, PROGRAMMES)
            .map((id) => [id, chance.some(running(play, participants.get(id)), NODES)]),
        );
        for (const sample of samples.values()) await level(play, sample);
        let compared = 0;
        for (const [id, sample] of samples)
          compared += await compare(play, id, sample, participants);
        if (compared === 0) await sayNothingCompared(play, [...samples.values()]);
        await compareCaughtUp(play, samples, early);
        goOn();
      },
    };
  },
};

function running(play: Play, numbers: readonly number[] = []): readonly number[] {
  return numbers.filter((number) => play.space(number).isRunning);
}

/**
 * From now on everything is asked at one instant: neither lines nor disks take any time, until what
 * it gives is called.
 */
function stopTime(play: Play): () => void {
  const { weather } = play.world.line;
  const { delay } = weather;
  weather.delay = 0;
  const delays = play.spaces.map(({ diskDelay }) => diskDelay);
  for (const space of play.spaces) space.diskDelay = 0;
  return () => {
    weather.delay = delay;
    for (const [number, space] of play.spaces.entries()) space.diskDelay = delays[number] ?? 0;
  };
}

/**
 * Lets some nodes hear of the same heartbeats: all call one of them, which has heard of all after
 * the first turn. Where none can be called, and of who has not met it, each calls everybody.
 */
async function level(play: Play, numbers: readonly number[]): Promise<void> {
  const nodes = numbers.map((number) => play.space(number));
  const hub = nodes.find(({ url }) => url !== null) ?? null;
  for (const node of [...nodes, ...nodes]) {
    if (!node.isRunning || node === hub) continue;
    const { gossip } = node.engine;
    const hasMet = (await gossip.peers()).some(
      ({ space, address }) => space === hub?.id && address !== null,
    );
    await play.wait(gossip.syncNow(hasMet && hub ? hub.id : null));
  }
}

/** The nodes that hold the same of a programme's logs; gives how many these are. */
async function compare(
  play: Play,
  id: ProgrammeId,
  sample: readonly number[],
  participants: Participants,
): Promise<number> {
  const groups = await groupsOf(play, id, sample);
  const several = groups.filter((group) => group.length > 1);
  for (const group of several) {
    const nodes = group.map((number) => play.space(number));
    const [first] = nodes;
    if (first) await compareShown(play, id, nodes, await spacesOf(first, id));
    tell(play, await statementsDiffer(play, nodes));
    tell(play, await verdictsDiffer(play, id, group, participants));
  }
  const alike = await compareToTheDay(play, id, groups);
  play.ledger.count('nodes compared', several.flat().length);
  play.ledger.count('nodes compared to the day', alike);
  play.ledger.count('nodes not compared', sample.length - Math.max(alike, several.flat().length));
  return Math.max(alike, several.flat().length);
}

/**
 * One of each of these groups, beside those that hold the same but for the instants of heartbeats
 * of one day: they show the same but for what follows from these. Gives how many nodes have others.
 */
async function compareToTheDay(
  play: Play,
  id: ProgrammeId,
  groups: readonly (readonly number[])[],
): Promise<number> {
  const byDay = new Map<string, (readonly number[])[]>();
  for (const group of groups) {
    const node = play.space(group[0] ?? -1);
    const held = canonical(toTheDay(await heldBy(node, await spacesOf(node, id))));
    byDay.set(held, [...(byDay.get(held) ?? []), group]);
  }
  const alike = [...byDay.values()].filter((together) => together.flat().length > 1);
  for (const together of alike) {
    const nodes = together.map(([number = -1]) => play.space(number));
    const [first] = nodes;
    if (first) await compareShown(play, id, nodes, await spacesOf(first, id), withoutInstants);
  }
  return alike.flat(2).length;
}

/** What compares nothing says nothing of a network in which two honest nodes have met. */
async function sayNothingCompared(
  play: Play,
  samples: readonly (readonly number[])[],
): Promise<void> {
  const counts = samples.map(async (sample) => (await referencesOf(play, sample)).length);
  const most = Math.max(0, ...(await Promise.all(counts)));
  if (most < 2) return;
  play.violate(NAME, `no two of ${most} nodes of a programme hold the same: none was compared`);
}

/**
 * The nodes that hold the same of a programme's logs, together; but those of which the programme is
 * none, which `convergence` tells.
 */
async function groupsOf(
  play: Play,
  id: ProgrammeId,
  sample: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const groups = new Map<string, number[]>();
  for (const number of sample) {
    const node = play.space(number);
    const listed = await node.engine.programmes.list();
    if (!listed.some((one) => one.id === id)) continue;
    const held = await heldBy(node, await spacesOf(node, id));
    groups.set(held, [...(groups.get(held) ?? []), number]);
  }
  return [...groups.values()];
}

async function compareShown(
  play: Play,
  id: ProgrammeId,
  nodes: readonly SimSpace[],
  spaces: readonly SpaceId[],
  of: (shown: Shown) => unknown = (shown) => shown,
): Promise<void> {
  const [first, ...others] = nodes;
  if (!first) return;
  const logs = play.world.chance.child(`logs of ${id}/${play.chapter.number}`).some(spaces, LOGS);
  const shown = of(await show(play, first, id, logs));
  for (const other of others) {
    const differs = differenceOf(shown, of(await show(play, other, id, logs)));
    tell(play, differs && `${first.name} and ${other.name} show another${differs}`);
  }
}

function show(
  play: Play,
  node: SimSpace,
  id: ProgrammeId,
  logs: readonly SpaceId[],
): Promise<Shown> {
  return play.wait(shownBy(node, id, logs));
}

/** One of the nodes of a sample, once more over its early disk, beside the others. */
async function compareCaughtUp(
  play: Play,
  samples: ReadonlyMap<ProgrammeId, readonly number[]>,
  early: ReadonlyMap<number, DiskImage>,
): Promise<void> {
  for (const [number, image] of early) {
    const found = [...samples].find(([, sample]) => sample.some((other) => other !== number));
    if (!found || !canStartAgain(play, number)) continue;
    const own = [...samples].filter(([id]) => isSeated(play, number, id));
    if (own.length === 0) continue;
    const again = await catchUp(play, number, image);
    for (const [id, sample] of own) await compareWith(play, id, again, sample, number);
    await play.wait(again.stop());
    return;
  }
}

/**
 * Who left does not hear of what came later, though its early disk may not say that it left; and
 * over that disk nobody starts with the keys that a recovery key has given since.
 */
function canStartAgain(play: Play, number: number): boolean {
  const { parting, recovered } = play;
  return play.hasOneLog(number) && !parting.has(number) && !recovered.has(number);
}

async function compareWith(
  play: Play,
  id: ProgrammeId,
  again: SimSpace,
  sample: readonly number[],
  number: number,
): Promise<void> {
  const references = await referencesOf(
    play,
    sample.filter((other) => other !== number),
  );
  if (references.length === 0) return;
  // What the references hear of at last it hears of, too: from them, or from where they had it. And
  // what one of them that only calls out knows comes to another such one at the second turn.
  for (const node of [...references, ...references, again]) {
    await play.wait(node.engine.gossip.syncNow(null));
  }
  play.ledger.count('nodes caught up');
  let isShown = false;
  for (const node of references) {
    const spaces = await spacesOf(node, id);
    const [held, other] = [await heldBy(node, spaces), await heldBy(again, spaces)];
    const differs = differenceOf(toTheDay(held), toTheDay(other));
    tell(play, differs && `${again.name} does not catch up with ${node.name}: ${differs}`);
    if (differs !== null) return;
    if (held === other && !isShown) await compareShown(play, id, [node, again], spaces);
    isShown ||= held === other;
  }
}

/**
 * Nodes that hold nothing dated ahead of time, as others hold such a heartbeat back; and whose own
 * heartbeat is by a clock that was right: one that is behind says an earlier one than others hold.
 */
async function referencesOf(play: Play, sample: readonly number[]): Promise<readonly SimSpace[]> {
  const found: SimSpace[] = [];
  const latest = play.world.now + HEARTBEAT_AHEAD_SECONDS;
  const since = play.at - heartbeatsApart(play.story);
  for (const number of sample) {
    const node = play.space(number);
    const heads = await node.disk.store.heads();
    if (!play.isClockRight(number, since, play.at)) continue;
    if (heads.every(({ heartbeat }) => (heartbeat?.time ?? 0) <= latest)) found.push(node);
  }
  return found;
}

function tell(play: Play, text: string | null): void {
  if (text !== null) play.violate(NAME, text);
}
