/**
 * An old story: a few spaces that live to see entries forgotten. One host is busy for some days, so
 * that whole tiles of its log are of those days; more than a year later, while that is pruned by
 * some and not yet by others, machines break, disks are put back, and somebody joins.
 */

import type { Chance } from '../world/chance.js';
import { drawMessages } from './draw-owners.js';
import { drawCutShort, drawVisits, reachOf } from './draw-visits.js';
import type { Story, StoryEvent, StoryMember, StorySpace } from './story.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Those that found the programme, and who joins it when the others have grown old. */
const FOUNDERS = [0, 1, 2];
const NEWCOMER = 3;
/** The host that is busy, and how much: a tile has 256 entries. */
const BUSY = 0;
const BUSY_MEMBERS = 150;
const BUSY_VISITS = 440;
/** Longer than it takes a node to believe its clock. */
const BUSY_DAYS = 10;
/** Members who travel in the end too. */
const REGULARS = 12;
const LATE_VISITS = 40;
/** Days of the last part: entries are forgotten after 400 days (spec/pruning.md). */
const LATE = [402, 422] as const;
/** What breaks in the last part. */
const TROUBLES = [6, 14] as const;
/** Before a rest nothing happens any more. */
const REST_SECONDS = 12 * HOUR;

/** The story of a seed. */
export function drawOld(seed: string, chance: Chance): Story {
  const spaces = drawSpaces(chance.child('spaces'));
  const members = drawMembers(chance.child('members'));
  const programmes = [{ terms: TERMS, founders: FOUNDERS, others: [] }];
  const busy = BUSY_DAYS * DAY;
  const late = LATE[0] * DAY;
  const events = [
    ...busyVisits(chance.child('busy'), members, busy - REST_SECONDS),
    ...renewals(),
    ...drawLate(chance.child('late'), spaces, members).map((event) => ({
      ...event,
      at: event.at + late,
    })),
  ].sort((one, other) => one.at - other.at);
  return {
    ...{ seed, begins: '2026-11-02T06:00:00Z', syncSeconds: 6 * HOUR, spaces, programmes, members },
    ...{ rests: [busy, late - REST_SECONDS], events, seconds: LATE[1] * DAY },
  };
}

const TERMS = {
  allowances: [{ days: 2, count: 'host', window: 'visa-year' }],
  after: { kind: 'regular' },
  halfDays: { allowed: true },
} as const;

function drawSpaces(chance: Chance): readonly StorySpace[] {
  return [...FOUNDERS, NEWCOMER].map((number) => ({
    name: `space-${number}`,
    isPublic: number < 2 || !chance.happens(0.3),
    diskDelay: chance.happens(0.3) ? chance.between(1, 200) : 0,
    lie: null,
  }));
}

/** None of them is at home at the busy host. */
function drawMembers(chance: Chance): readonly StoryMember[] {
  return Array.from({ length: BUSY_MEMBERS }, () => ({ home: chance.between(1, 2) }));
}

function busyVisits(
  chance: Chance,
  members: readonly StoryMember[],
  seconds: number,
): readonly StoryEvent[] {
  const reach = members.map(() => [BUSY]);
  return drawVisits(chance, reach, BUSY_VISITS, seconds);
}

/** The visas of those who still travel in the end stay alive. */
function renewals(): readonly StoryEvent[] {
  const every = 20;
  const times = Array.from({ length: Math.floor(LATE[0] / every) }, (_, at) => (at + 1) * every);
  return times.flatMap((day) =>
    Array.from({ length: REGULARS }, (_, member): StoryEvent => {
      return { at: day * DAY + member * HOUR, kind: 'renew', member };
    }),
  );
}

/** The last part, in seconds from its beginning. */
function drawLate(
  chance: Chance,
  spaces: readonly StorySpace[],
  members: readonly StoryMember[],
): readonly StoryEvent[] {
  const seconds = (LATE[1] - LATE[0]) * DAY - REST_SECONDS;
  const programme = { terms: TERMS, founders: FOUNDERS, others: [] };
  const reach = reachOf(members.slice(0, REGULARS), [programme]);
  const travels = drawVisits(chance.child('visits'), reach, LATE_VISITS, seconds);
  return [
    ...travels,
    ...drawCutShort(chance.child('cut short'), travels, spaces),
    ...joining(chance.child('join'), seconds),
    ...drawTroubles(chance.child('troubles'), seconds),
    ...drawMessages(chance.child('messages'), spaces, seconds),
  ].map((event) => ({ ...event, at: Math.min(event.at, seconds) }));
}

function joining(chance: Chance, seconds: number): readonly StoryEvent[] {
  const at = chance.between(0, seconds - DAY);
  return [
    { at, kind: 'join', space: NEWCOMER, programme: 0 },
    ...FOUNDERS.map((space): StoryEvent => {
      return { at: at + chance.logUniform(60, DAY), kind: 'endorse', space, programme: 0 };
    }),
  ];
}

function drawTroubles(chance: Chance, seconds: number): readonly StoryEvent[] {
  const space = () => chance.one(FOUNDERS);
  const at = () => chance.between(0, seconds);
  const draws: readonly (() => readonly StoryEvent[])[] = [
    () => [{ at: at(), kind: 'crash', space: space(), down: chance.logUniform(1, 3 * DAY) }],
    () => [{ at: at(), kind: 'stop', space: space(), down: chance.logUniform(1, 3 * DAY) }],
    () => restored(chance, space(), seconds),
    () => wall(chance, space(), at(), seconds),
    () => [{ at: at(), kind: 'clone', space: space(), hours: chance.between(1, 48), writes: true }],
    () => [{ at: at(), kind: 'void', host: space() }],
    () => [{ at: at(), kind: 'profile', space: space() }],
  ];
  const count = chance.between(...TROUBLES);
  return Array.from({ length: count }, () => chance.one(draws)()).flat();
}

/** A disk of before anything was forgotten, or of a day before, put back later. */
function restored(chance: Chance, space: number, seconds: number): readonly StoryEvent[] {
  const at = chance.between(0, seconds - DAY);
  const later = chance.between(at, seconds);
  return [
    { at, kind: 'backup', space },
    { at: later, kind: 'restore', space, oldHead: chance.happens(0.3) },
  ];
}

function wall(chance: Chance, space: number, at: number, seconds: number): readonly StoryEvent[] {
  const those = [...FOUNDERS, NEWCOMER].filter((one) => one !== space);
  const healed = Math.min(seconds, at + chance.logUniform(HOUR, 6 * DAY));
  return [
    { at, kind: 'wall', these: [space], those, oneWay: chance.happens(0.3) },
    { at: healed, kind: 'heal' },
  ];
}
