/** Small stories, played as far as an invariant needs them, to be tampered with. */

import type { Terms } from '@covisa/protocol';
import type { Invariant } from '../../../dist/invariants/invariant.js';
import { begin } from '../../../dist/play/beginning.js';
import { happen } from '../../../dist/play/events.js';
import type { Acknowledged } from '../../../dist/play/ledger.js';
import { Play } from '../../../dist/play/play.js';
import type { LieKind, StoryEvent } from '../../../dist/story/story.js';
import type { TimeZone } from '../../../dist/story/time-zones.js';

const SYNC_SECONDS = 600;

/** What of a small story is another than three honest spaces of one programme, with members. */
export interface SmallStory {
  readonly seed?: string;
  readonly syncSeconds?: number;
  readonly terms?: Terms;
  /** Of the last space. */
  readonly lie?: LieKind;
  /** The numbers of the spaces that only call out. */
  readonly callingOut?: readonly number[];
  /** The numbers of those that founded each programme. */
  readonly programmes?: readonly (readonly number[])[];
  /** Of each space; default: UTC. */
  readonly timeZones?: readonly TimeZone[];
  /** The homes of the members. */
  readonly homes?: readonly number[];
  /** Their plans, where these are others than that of most. */
  readonly plans?: readonly string[];
}

/** A play of three spaces or more, most often in one programme, that have met each other. */
export async function begun({
  seed = 'invariants',
  syncSeconds = SYNC_SECONDS,
  terms,
  lie,
  callingOut = [],
  programmes = [[0, 1, 2]],
  timeZones = [],
  homes = [0, 0, 1],
  plans = [],
}: SmallStory = {}): Promise<Play> {
  const play = new Play({
    seed,
    begins: '2026-11-02T06:00:00Z',
    syncSeconds,
    spaces: numbersTo(Math.max(2, ...programmes.flat())).map((number) => ({
      ...{ name: `space-${number}`, isPublic: !callingOut.includes(number), diskDelay: 0 },
      lie: number === 2 ? (lie ?? null) : null,
      timeZone: timeZones[number] ?? 'UTC',
    })),
    programmes: programmes.map((founders) => ({
      terms: terms ?? { allowances: [{ days: 2, count: 'programme', window: 'visa-year' }] },
      ...{ founders, others: [] },
    })),
    members: homes.map((home, number) => {
      const plan = plans[number];
      return { home, ...(plan !== undefined && { plan }) };
    }),
    ...{ events: [], seconds: 0 },
  });
  await begin(play);
  return play;
}

function numbersTo(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, number) => number);
}

/** One after the other, with time to spread after each. */
export async function happened(play: Play, ...events: readonly StoryEvent[]): Promise<void> {
  for (const event of events) {
    await play.wait(happen(play, event));
    await play.world.pass(10 * play.story.syncSeconds);
  }
}

/** A member comes to a desk. */
export function visit(
  member: number,
  host: number,
  more: Partial<Extract<StoryEvent, { kind: 'visit' }>> = {},
): StoryEvent {
  return {
    ...{ at: 0, kind: 'visit', member, host },
    ...{ asks: true, bound: false, halfDay: false, age: 0, pause: 0 },
    ...more,
  };
}

/** What of a double visit is another than one by one member, of which no home is asked. */
interface Doubled {
  readonly members?: readonly number[];
  /** Whether the host that reaches the home asks it for a grant. */
  readonly asks?: boolean;
  /** What happens between the two, where there is one member. */
  readonly between?: readonly StoryEvent[];
}

/** Each of these at two hosts, of which neither hears of the other until both have stamped. */
export async function doubled({
  members = [0],
  asks = false,
  between = [],
}: Doubled = {}): Promise<Play> {
  const play = await begun();
  await happened(
    play,
    { at: 0, kind: 'wall', these: [1], those: [0, 2], oneWay: false },
    ...members.flatMap((member) => [
      visit(member, 1, { asks: false }),
      ...between,
      visit(member, 2, { asks }),
    ]),
    { at: 0, kind: 'heal' },
  );
  await play.world.pass(6 * 3600);
  return play;
}

/** What an invariant says of a play as it stands. */
export async function saidOf(play: Play, invariant: Invariant): Promise<readonly string[]> {
  await invariant.watch(play).conclude?.();
  return textsOf(play, invariant);
}

/** What an invariant has said so far. */
export function textsOf(play: Play, { name }: Invariant): readonly string[] {
  return play.ledger.violations.filter((one) => one.invariant === name).map(({ text }) => text);
}

/** The visits that desks have acknowledged, in their order. */
export function visitsOf({ ledger }: Play): readonly Acknowledged[] {
  return ledger.acknowledged;
}
