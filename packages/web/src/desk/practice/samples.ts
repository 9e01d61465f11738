/** The sample members of the practice mode: who they are, and what their codes say. Pure. */

import { type Seconds, spaceId, type Terms, TOKEN_PREFIX, utcDate } from '@covisa/protocol';
import type { DayView } from '../../api/desk-views.js';
import { PRACTICE_PREFIX } from '../input/recognise.js';

/** Why each sample comes, which is also its name in the page's words. */
export const SAMPLE_IDS = [
  'new',
  'last',
  'used',
  'card',
  'ask',
  'offline',
  'ended',
  'refused',
  'torn',
  'foreign',
] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

/** A sample member. */
export interface Sample {
  readonly id: SampleId;
  /** What the scanner would read. */
  readonly code: string;
  readonly name: string;
  readonly home: string;
}

const WHO: Readonly<Record<SampleId, readonly [name: string, home: string]>> = {
  new: ['Amara', 'Harbour Loft'],
  last: ['Bo', 'Harbour Loft'],
  used: ['Chiara', 'Hill Studio'],
  card: ['Dmitri', 'Hill Studio'],
  ask: ['Esther', 'Station House'],
  offline: ['Farid', 'Island Works'],
  ended: ['Grace', 'Harbour Loft'],
  refused: ['Hiro', 'Quay Nine'],
  torn: ['Ines', 'Hill Studio'],
  foreign: ['Jonas', 'Station House'],
};

/** What is read of a code of which the screen shows half, and of a Wi-Fi sticker. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  torn: `${TOKEN_PREFIX}NCFOXN%TS3DH0RK`,
  foreign: 'WIFI:T:WPA;S:Station House;P:not-a-visa;;',
};

/** All samples, in the order in which they are offered. */
export const SAMPLES: readonly Sample[] = SAMPLE_IDS.map((id) => {
  const [name, home] = WHO[id];
  return { id, name, home, code: OTHER_CODES[id] ?? `${PRACTICE_PREFIX}${id.toUpperCase()}` };
});

/** The sample of a code; null: it is none. */
export function sampleOf(code: string): Sample | null {
  return SAMPLES.find((sample) => sample.code === code) ?? null;
}

/** The free days of one member here by some terms, for a sample to use; 3 where none is set. */
export function daysHere({ allowances = [] }: Terms): number {
  const personal = allowances.filter(({ count }) => count !== 'home-at-host');
  const here = personal.filter(({ count }) => count === 'host');
  const days = (here.length > 0 ? here : personal).map((one) => one.days);
  return days.length === 0 ? 3 : Math.floor(Math.min(...days));
}

/** A plan that some terms let pass. */
export function eligiblePlan({ eligible }: Terms): string {
  return eligible?.plans?.only?.[0] ?? 'full-time';
}

/** A desk for a practice before the node was ever reached: the usual terms, no rate. */
export function placeWithoutNode(now: Seconds): DayView {
  return {
    ...{ space: spaceId.parse('A'.repeat(43)), name: '', now, date: utcDate(now) },
    ...{ venue: 'main', timeZone: 'UTC', venues: [], rate: null, offer: null, houseRules: null },
    ...{ capacity: null, visits: [], refusals: [], homes: [], programmes: [] },
    ...{ mode: 'ready', modeReason: null, pendingVisits: 0 },
  };
}
