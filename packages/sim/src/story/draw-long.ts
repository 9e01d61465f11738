/**
 * A long story: few spaces that live through years, chapter by chapter. Each chapter has faults and
 * tricks of its own and ends with a rest. What takes a space out of what is demanded of it (an
 * older disk, a wrong clock) happens to the same one each time: of the others all is demanded.
 */

import type { Terms } from '@covisa/protocol';
import type { Chance } from '../world/chance.js';
import { drawMessages } from './draw-owners.js';
import { drawTricks } from './draw-tricks.js';
import { drawCutShort, drawVisits, reachOf } from './draw-visits.js';
import type { Story, StoryEvent, StoryMember, StorySpace } from './story.js';

/** What may be asked of a long story beside its seed. */
export interface LongOptions {
  readonly visits: number;
  readonly days: number;
  readonly members: number;
  /** Days from one rest to the next. */
  readonly chapterDays: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const SPACES = 4;
/** The one whose disk is put back, and the one whose clock goes wrong. */
const RESTORED = 2;
const SKEWED = 3;
/** Before the end of a chapter nothing happens any more: what rests ends before the next day. */
const REST_SECONDS = 12 * HOUR;
/** Machines that break, walls that go up and clouds that gather, of each chapter. */
const TROUBLES = [12, 28] as const;

/** The story of a seed. */
export function drawLong(seed: string, chance: Chance, options: LongOptions): Story {
  const spaces = drawSpaces(chance.child('spaces'));
  const members = drawMembers(chance.child('members'), options.members);
  const programmes = [
    { terms: drawTerms(chance.child('terms')), founders: [0, 1, 2, 3], others: [] },
    { terms: drawTerms(chance.child('other terms')), founders: [0, 1], others: [] },
  ];
  const reach = reachOf(members, programmes);
  const count = Math.max(1, Math.floor(options.days / options.chapterDays));
  const length = options.chapterDays * DAY;
  const events = Array.from({ length: count }, (_, number) => {
    const from = Math.floor((options.visits * number) / count);
    const visits = Math.floor((options.visits * (number + 1)) / count) - from;
    const drawn = drawChapter(chance.child(`chapter ${number}`), spaces, members, reach, {
      ...{ visits, seconds: length - REST_SECONDS },
    });
    return drawn.map((event) => ({ ...event, at: event.at + number * length }));
  }).flat();
  const ends = Array.from({ length: count }, (_, number) => (number + 1) * length - REST_SECONDS);
  return {
    ...{ seed, begins: '2026-11-02T06:00:00Z', syncSeconds: HOUR },
    ...{ spaces, programmes, members, rests: ends.slice(0, -1), events },
    seconds: ends.at(-1) ?? 0,
  };
}

function drawSpaces(chance: Chance): readonly StorySpace[] {
  return Array.from({ length: SPACES }, (_, number) => ({
    name: `space-${number}`,
    // The last one only calls out.
    isPublic: number < SPACES - 1,
    diskDelay: number % 2 === 1 ? chance.between(1, 200) : 0,
    lie: null,
  }));
}

function drawMembers(chance: Chance, count: number): readonly StoryMember[] {
  return Array.from({ length: count }, () => ({ home: chance.between(0, SPACES - 1) }));
}

/** Limits of months and years, which come and go. */
function drawTerms(chance: Chance): Terms {
  const window = () => chance.one(['calendar-month', 'visa-year', 'P30D'] as const);
  const days = chance.between(1, 3);
  return {
    allowances: [
      { days, count: 'host', window: window() },
      { days: days + chance.between(1, 4), count: 'programme', window: window() },
    ],
    after: { kind: 'regular' },
    halfDays: { allowed: true },
    staticVisas: 'allowed',
  };
}

interface ChapterOptions {
  readonly visits: number;
  readonly seconds: number;
}

function drawChapter(
  chance: Chance,
  spaces: readonly StorySpace[],
  members: readonly StoryMember[],
  reach: ReturnType<typeof reachOf>,
  { visits, seconds }: ChapterOptions,
): readonly StoryEvent[] {
  const travels = drawVisits(chance.child('visits'), reach, visits, seconds);
  const events = [
    ...travels,
    ...drawCutShort(chance.child('cut short'), travels, spaces),
    ...drawTroubles(chance.child('troubles'), members.length, seconds),
    ...drawMessages(chance.child('messages'), spaces, seconds),
    ...drawTricks(chance.child('tricks'), reach, seconds),
  ];
  return events
    .map((event) => ({ ...event, at: Math.min(event.at, seconds) }))
    .sort((one, other) => one.at - other.at);
}

function drawTroubles(chance: Chance, people: number, seconds: number): readonly StoryEvent[] {
  const space = () => chance.between(0, SPACES - 1);
  const at = () => chance.between(0, seconds - 1);
  const member = () => chance.between(0, people - 1);
  const draws: readonly (() => readonly StoryEvent[])[] = [
    () => [{ at: at(), kind: 'crash', space: space(), down: chance.logUniform(1, DAY) }],
    () => [{ at: at(), kind: 'stop', space: space(), down: chance.logUniform(1, DAY) }],
    () => restored(chance, at(), seconds),
    () => wall(chance, at(), seconds),
    () => storm(chance, at(), seconds),
    () => wrongClock(chance, at(), seconds),
    () => [{ at: at(), kind: 'void', host: space() }],
    () => [
      { at: at(), kind: chance.one(['renew', 'renumber', 'new-phone'] as const), member: member() },
    ],
    () => [{ at: at(), kind: 'revoke', member: member() }],
    () => [{ at: at(), kind: 'profile', space: space() }],
  ];
  const count = chance.between(...TROUBLES);
  return Array.from({ length: count }, () => chance.one(draws)()).flat();
}

/** A backup, and a day later at most a disk that is put back. */
function restored(chance: Chance, at: number, seconds: number): readonly StoryEvent[] {
  const later = Math.min(seconds, at + chance.logUniform(60, DAY));
  return [
    { at, kind: 'backup', space: RESTORED },
    { at: later, kind: 'restore', space: RESTORED, oldHead: false },
  ];
}

function wall(chance: Chance, at: number, seconds: number): readonly StoryEvent[] {
  const numbers = Array.from({ length: SPACES }, (_, number) => number);
  const these = chance.some(numbers, chance.between(1, SPACES / 2));
  const those = numbers.filter((one) => !these.includes(one));
  const healed = Math.min(seconds, at + chance.logUniform(HOUR, 3 * DAY));
  return [
    { at, kind: 'wall', these, those, oneWay: chance.happens(0.3) },
    { at: healed, kind: 'heal' },
  ];
}

function storm(chance: Chance, at: number, seconds: number): readonly StoryEvent[] {
  const over = Math.min(seconds, at + chance.logUniform(HOUR, 3 * DAY));
  return [
    {
      ...{ at, kind: 'weather', loss: chance.one([0, 0.01, 0.1, 0.3]) },
      ...{ duplication: chance.one([0, 0.05, 0.2]), delay: chance.logUniform(1, 5000) },
    },
    { at: over, kind: 'weather', loss: 0, duplication: 0, delay: 50 },
  ];
}

/** Minutes to hours, ahead or behind, for a day at most. */
function wrongClock(chance: Chance, at: number, seconds: number): readonly StoryEvent[] {
  const size = chance.logUniform(60, 12 * HOUR) * 1000;
  const milliseconds = chance.happens(0.5) ? size : -size;
  const right = Math.min(seconds, at + chance.logUniform(HOUR, DAY));
  return [
    { at, kind: 'skew', space: SKEWED, milliseconds },
    { at: right, kind: 'skew', space: SKEWED, milliseconds: 0 },
  ];
}
