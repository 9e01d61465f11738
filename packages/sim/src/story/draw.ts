/** A story from a seed. */

import type { Terms } from '@covisa/protocol';
import { Chance } from '../world/chance.js';
import { drawLies, withLiars } from './draw-liars.js';
import { drawLong } from './draw-long.js';
import { drawAccidents } from './draw-machines.js';
import { drawOld } from './draw-old.js';
import type { DrawOptions } from './draw-options.js';
import { drawDepartures, drawMessages, withNewcomers } from './draw-owners.js';
import { drawTricks } from './draw-tricks.js';
import { drawCutShort, drawVisits, reachOf } from './draw-visits.js';
import { drawWide } from './draw-wide.js';
import type { Story, StoryEvent, StoryMember, StoryProgramme, StorySpace } from './story.js';
import { TIME_ZONES, type TimeZone } from './time-zones.js';

const HOUR = 3600;
/** The plan of some members. */
const PART_PLAN = 'part';
const DAY = 24 * HOUR;
/** Entries times nodes that hold them, at most: bounds what a large network costs. */
const REPLICAS_MAX = 18_000;
/** Syncs by the clock during the part with faults, at most. */
const SYNCS_MAX = 1500;
/** Attempts at visits, at most, unless their number is given. */
const VISITS_MAX = 800;
/** From so many spaces on a story has few days: each brings a heartbeat of each to all others. */
const LARGE_SPACES = 100;
/** Longer than an issuing key serves before the next one takes its place; of small worlds only. */
const LONG_DAYS = 80;
const LONG_SPACES_MAX = 12;
/** Stories of the smallest worlds in which entries are forgotten. */
const OLD_STORIES = 0.1;
const OLD_SPACES_MAX = 4;

/** The story of a seed. What comes anew is drawn from a stream of its own, and moves nothing. */
export function draw(seed: string, options: DrawOptions = {}): Story {
  const { spacesMax = 1000, visits, days, members: people, chapterDays, lie } = options;
  const chance = new Chance(`story/${seed}`);
  if (chapterDays !== undefined) {
    const long = { visits: visits ?? 0, days: days ?? chapterDays, members: people ?? 1 };
    return drawLong(seed, chance.child('long story'), { ...long, chapterDays });
  }
  const count = chance.child('size').logUniform(3, spacesMax);
  if (options.old || isOld(chance.child('old'), count, options)) {
    return drawOld(seed, chance.child('old story'));
  }
  const local = drawSpaces(chance.child('spaces'), count);
  const honest = withTimeZones(chance.child('time zones'), local);
  const wide = drawWide(chance.child('wide'), honest, (one) => drawTerms(one, 0));
  const all = wide.length > 0 ? wide : drawProgrammes(chance.child('programmes'), honest);
  const members = drawMembers(chance.child('members'), honest, people);
  const spaces = withLiars(chance.child('liars'), honest, all, lie);
  const seconds = DAY * (days ?? drawDays(chance, count));
  const { programmes, events: joins } = withNewcomers(chance.child('newcomers'), all, seconds);
  const largest = Math.max(...all.map((one) => one.founders.length + one.others.length));
  const affordable = Math.max(30, Math.min(VISITS_MAX, Math.floor(REPLICAS_MAX / largest)));
  const reach = reachOf(members, all);
  const travels = drawVisits(chance.child('visits'), reach, visits ?? affordable, seconds);
  const events = [
    ...travels,
    ...drawCutShort(chance.child('cut short'), travels, spaces),
    ...drawTroubles(chance.child('troubles'), spaces, members, seconds),
    ...joins,
    ...drawDepartures(chance.child('departures'), spaces, programmes, seconds),
    ...drawMessages(chance.child('messages'), spaces, seconds),
    ...drawAccidents(chance.child('accidents'), spaces, seconds),
    ...drawTricks(chance.child('tricks'), reach, seconds),
    ...drawLies(chance.child('lies'), spaces, seconds),
  ].sort((one, other) => one.at - other.at);
  return {
    seed,
    begins: '2026-11-02T06:00:00Z',
    syncSeconds: Math.max(
      chance.child('sync').one([600, 1200, 1800, 3600]),
      Math.ceil((count * seconds) / SYNCS_MAX),
    ),
    spaces,
    programmes,
    members,
    events,
    seconds,
  };
}

/** Some small worlds live to see entries forgotten, where nothing else is asked of the story. */
function isOld(chance: Chance, count: number, { visits, days, members, lie }: DrawOptions) {
  const isFree = [visits, days, members, lie].every((one) => one === undefined);
  return isFree && count <= OLD_SPACES_MAX && chance.happens(OLD_STORIES);
}

/** Most stories are of some days; in a long one all issuing keys are followed by others. */
function drawDays(chance: Chance, count: number): number {
  const days = chance.child('days').between(2, count < LARGE_SPACES ? 6 : 3);
  const isLong = count <= LONG_SPACES_MAX && chance.child('long').happens(0.05);
  return isLong ? LONG_DAYS : days;
}

/** Half of the stories reach round the world. */
function withTimeZones(chance: Chance, spaces: readonly StorySpace[]): readonly StorySpace[] {
  if (chance.happens(0.5)) return spaces;
  const zones = Object.keys(TIME_ZONES) as readonly TimeZone[];
  return spaces.map((space) => ({ ...space, timeZone: chance.one(zones) }));
}

function drawSpaces(chance: Chance, count: number): readonly StorySpace[] {
  return Array.from({ length: count }, (_, number) => ({
    name: `space-${number}`,
    // The first ones found programmes, to which others come by link.
    isPublic: number < 3 || !chance.happens(0.15),
    diskDelay: chance.happens(0.3) ? chance.between(1, 200) : 0,
    lie: null,
  }));
}

/** In a large world not everybody takes part in everything. */
function drawProgrammes(chance: Chance, spaces: readonly StorySpace[]): readonly StoryProgramme[] {
  const size = Math.min(spaces.length, chance.logUniform(20, 120));
  const count = Math.max(chance.between(1, 2), Math.ceil(spaces.length / size));
  const numbers = spaces.map((_, number) => number);
  const open = numbers.filter((number) => spaces[number]?.isPublic);
  const part = Math.ceil(numbers.length / count);
  return Array.from({ length: count }, (_, at) => {
    const local = numbers.slice(at * part, (at + 1) * part);
    const fromAfar = chance.some(numbers, chance.between(0, 2));
    const all = [...new Set([...local, ...fromAfar])];
    // Those with an address come first: the others join by their links.
    const reached = all.filter((number) => open.includes(number));
    const ordered = [...reached, ...all.filter((number) => !open.includes(number))];
    const fewest = Math.max(2, Math.ceil(all.length / 3));
    const founders = chance.between(fewest, Math.max(fewest, reached.length));
    return {
      terms: drawTerms(chance, at),
      founders: ordered.slice(0, founders),
      others: ordered.slice(founders),
    };
  }).filter(({ founders }) => founders.length > 1);
}

function drawTerms(chance: Chance, at: number): Terms {
  const perHost = chance.between(1, 3);
  return {
    allowances: [
      { days: perHost, count: 'host', window: 'visa-year' },
      ...(chance.happens(0.7)
        ? [
            {
              days: perHost + chance.between(1, 4),
              count: 'programme',
              window: 'visa-year',
            } as const,
          ]
        : []),
      ...drawNarrower(chance.child(`narrower/${at}`)),
    ],
    after: chance.happens(0.8) ? { kind: 'regular' } : { kind: 'refuse' },
    halfDays: { allowed: true },
    staticVisas: 'allowed',
  };
}

/** Allowances of one plan, and of all members of a home at one host. */
function drawNarrower(chance: Chance): NonNullable<Terms['allowances']> {
  const ofPlan = chance.happens(0.3);
  const ofHome = chance.happens(0.3);
  const [days, homeDays] = [chance.between(0, 1), chance.between(2, 5)];
  const plans = { only: [PART_PLAN] };
  return [
    ...(ofPlan ? [{ days, count: 'programme', window: 'visa-year', plans } as const] : []),
    ...(ofHome
      ? [{ days: homeDays, count: 'home-at-host', window: 'calendar-month' } as const]
      : []),
  ];
}

function drawMembers(
  chance: Chance,
  spaces: readonly StorySpace[],
  count = Math.min(200, Math.max(3, Math.ceil(spaces.length * 0.7))),
): readonly StoryMember[] {
  const plans = chance.child('plans');
  return Array.from({ length: count }, () => ({
    home: chance.between(0, spaces.length - 1),
    ...(plans.happens(0.3) && { plan: PART_PLAN }),
  }));
}

function drawTroubles(
  chance: Chance,
  spaces: readonly StorySpace[],
  members: readonly StoryMember[],
  seconds: number,
): readonly StoryEvent[] {
  const count = Math.min(60, 4 + Math.ceil(Math.log2(spaces.length) * 4));
  const space = () => chance.between(0, spaces.length - 1);
  const at = () => chance.between(0, seconds);
  const draws: readonly (() => StoryEvent | readonly StoryEvent[])[] = [
    () => ({ at: at(), kind: 'crash', space: space(), down: chance.logUniform(1, DAY) }),
    () => ({ at: at(), kind: 'stop', space: space(), down: chance.logUniform(1, DAY) }),
    () => ({ at: at(), kind: 'backup', space: space() }),
    () => restored(chance, space(), at(), seconds),
    () => wall(chance, spaces, at()),
    () => ({ at: at(), kind: 'heal' }),
    () => ({
      ...{ at: at(), kind: 'weather', loss: chance.one([0, 0.01, 0.1, 0.3]) },
      ...{ duplication: chance.one([0, 0.05, 0.2]), delay: chance.logUniform(1, 5000) },
    }),
    () => ({ at: at(), kind: 'skew', space: space(), milliseconds: skew(chance) }),
    () => ({ at: at(), kind: 'void', host: space() }),
    () => ({
      ...{ at: at(), kind: chance.one(['renew', 'renumber', 'revoke', 'new-phone'] as const) },
      member: chance.between(0, members.length - 1),
    }),
    () => ({ at: at(), kind: 'profile', space: space() }),
  ];
  return Array.from({ length: count }, () => chance.one(draws)()).flat();
}

/** A backup, and hours or days later a disk that is put back. */
function restored(
  chance: Chance,
  space: number,
  at: number,
  seconds: number,
): readonly StoryEvent[] {
  const later = chance.between(at, seconds);
  return [
    { at, kind: 'backup', space },
    { at: later, kind: 'restore', space, oldHead: chance.happens(0.3) },
  ];
}

function wall(chance: Chance, spaces: readonly StorySpace[], at: number): StoryEvent {
  const numbers = spaces.map((_, number) => number);
  const these = chance.some(numbers, chance.between(1, Math.ceil(numbers.length / 2)));
  const those = numbers.filter((one) => !these.includes(one));
  return { at, kind: 'wall', these, those, oneWay: chance.happens(0.3) };
}

/** Seconds to ten years, ahead or behind. */
function skew(chance: Chance): number {
  const size = chance.logUniform(1, 10 * 365 * DAY) * 1000;
  return chance.happens(0.5) ? size : -size;
}
