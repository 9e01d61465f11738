/**
 * A whole run: the beginning, the part with faults, then rest; and what came of it. A long story
 * rests more than once, and all is demanded at each rest.
 */

import { INVARIANTS } from '../invariants/index.js';
import type { Watch } from '../invariants/invariant.js';
import type { Story } from '../story/story.js';
import { begin } from './beginning.js';
import { differences } from './convergence.js';
import { happen } from './events.js';
import type { Violation } from './ledger.js';
import { careForNodes } from './owners-care.js';
import { Play } from './play.js';

/** What came of a run. */
export interface Outcome {
  readonly seed: string;
  readonly spaces: number;
  readonly checkIns: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  /** Rounds of syncs after the faults until all was equal, at the worst rest; null: never. */
  readonly rounds: number | null;
  readonly stamps: number;
  /** Bytes of bodies that were sent, in both directions, in all. */
  readonly bytes: number;
  readonly verifications: { readonly asked: number; readonly done: number };
}

/**
 * The stated bound of rounds after which a network of this size has come together: twice the
 * logarithm, for what spreads by chance, and twelve for retries that wait.
 */
function roundsMax(spaces: number): number {
  return Math.ceil(2 * Math.log2(spaces)) + 12;
}

/** Rounds in all, however often owners have to do something. */
const ROUNDS_IN_ALL = 80;

/** Plays a story to its end; `rested` is told of each rest, when all was demanded. */
export async function run(
  story: Story,
  trace?: (text: string) => void,
  rested?: (play: Play) => void,
): Promise<Outcome> {
  const play = new Play(story, trace);
  const { world, ledger } = play;
  let bytes = 0;
  world.line.observe = ({ bytesOut, bytesIn }) => {
    bytes += bytesOut + bytesIn;
  };
  await begin(play);
  const began = play.at;
  const ends = [...(story.rests ?? []), story.seconds];
  const rounds: (number | null)[] = [];
  let next = 0;
  for (const end of ends) {
    if (rounds.length > 0) await play.turn();
    const from = next;
    while ((story.events[next]?.at ?? Infinity) < end) next += 1;
    if (play.isLastChapter) next = story.events.length;
    rounds.push(await playChapter(play, story.events.slice(from, next), { began, end }));
    ledger.count('rests');
    rested?.(play);
  }
  await world.stop();
  return {
    seed: story.seed,
    spaces: story.spaces.length,
    checkIns: ledger.checkIns,
    counts: Object.fromEntries([...ledger.counts].sort()),
    faults: { ...world.line.faults },
    violations: ledger.violations,
    rounds: rounds.reduce((most, one) =>
      most === null || one === null ? null : Math.max(most, one),
    ),
    stamps: ledger.stamps,
    bytes,
    verifications: { ...world.signatures.counts },
  };
}

/** When a story began and a chapter ends, in seconds. */
interface Span {
  readonly began: number;
  readonly end: number;
}

/** Events under faults, then rest; the rounds until all was equal. */
async function playChapter(
  play: Play,
  events: Story['events'],
  { began, end }: Span,
): Promise<number | null> {
  const { world } = play;
  const watches = INVARIANTS.map((invariant) => invariant.watch(play));
  const look = async () => {
    for (const watch of watches) await watch.look?.();
  };
  const running = new Set<Promise<void>>();
  for (const event of events) {
    await world.pass(Math.max(0, began + event.at - play.at));
    const happening: Promise<void> = happen(play, event).finally(() => running.delete(happening));
    running.add(happening);
    await world.pass(0);
    await look();
  }
  await world.pass(Math.max(0, began + end - play.at));
  await calmDown(play, [...running]);
  const rounds = await untilEqual(play, look);
  await conclude(watches);
  return rounds;
}

async function conclude(watches: readonly Watch[]): Promise<void> {
  for (const watch of watches) await watch.conclude?.();
}

/** The faults end: walls fall, clocks are set right, machines run. */
async function calmDown(play: Play, running: readonly Promise<void>[]): Promise<void> {
  const { world } = play;
  play.trace('the faults end');
  world.line.heal();
  Object.assign(world.line.weather, { loss: 0, duplication: 0, delay: 50 });
  await world.clock.runFor(Promise.all(running));
  for (const [number, space] of play.spaces.entries()) {
    if (space.skew !== 0) play.setClock(number, 0);
    if (!space.isRunning) await world.clock.runFor(space.start());
  }
}

async function untilEqual(play: Play, look: () => Promise<void>): Promise<number | null> {
  const { story, world } = play;
  let max = roundsMax(story.spaces.length);
  for (let round = 0; round <= max; round++) {
    const acted = await careForNodes(play);
    // What owners do begins it anew; but they do not do it for ever.
    if (acted > 0) max = Math.min(round + roundsMax(story.spaces.length), ROUNDS_IN_ALL);
    const differ = await differences(play);
    if (differ.length === 0) return round;
    play.trace(`round ${round}: ${differ.length} differences, as ${differ[0]}`);
    if (round === max) {
      for (const one of differ.slice(0, 5)) play.violate('convergence', one);
    } else {
      await world.pass(story.syncSeconds);
      await look();
    }
  }
  return null;
}
