/** The cast of the story: six spaces with their nodes, and the members who travel. */

import type { Network } from './network.js';
import { addMember } from './people.js';
import type { Beginning } from './space.js';
import type { People, Spaces } from './story.js';

/** Monday, 4 March 2030, noon in Melbourne: the same date at all spaces. */
export const START = Date.UTC(2030, 2, 4, 1) / 1000;

const SPACES = {
  melbourne: {
    name: 'Melbourne',
    latitude: -37.8162,
    longitude: 144.9662,
    timeZone: 'Australia/Melbourne',
    rate: '45.00',
    currency: 'AUD',
  },
  sydney: {
    name: 'Sydney',
    latitude: -33.8688,
    longitude: 151.2093,
    timeZone: 'Australia/Sydney',
    rate: '50.00',
    currency: 'AUD',
  },
  shanghai: {
    name: 'Shanghai',
    latitude: 31.2397,
    longitude: 121.4879,
    timeZone: 'Asia/Shanghai',
    rate: '180.00',
    currency: 'CNY',
  },
  berlin: {
    name: 'Berlin',
    latitude: 52.5103,
    longitude: 13.4265,
    timeZone: 'Europe/Berlin',
    rate: '25.00',
    currency: 'EUR',
  },
  lisbon: {
    name: 'Lisbon',
    latitude: 38.7077,
    longitude: -9.1366,
    timeZone: 'Europe/Lisbon',
    rate: '18.00',
    currency: 'EUR',
  },
  auckland: {
    name: 'Auckland',
    latitude: -36.8485,
    longitude: 174.7633,
    timeZone: 'Pacific/Auckland',
    rate: '40.00',
    currency: 'NZD',
  },
} as const satisfies Record<string, Beginning>;

/** Six nodes start; Lisbon's only calls out. */
export async function startSpaces(network: Network): Promise<Spaces> {
  const [melbourne, sydney, shanghai, berlin, lisbon, auckland] = await Promise.all([
    network.add(SPACES.melbourne, 'public'),
    network.add(SPACES.sydney, 'public'),
    network.add(SPACES.shanghai, 'public'),
    network.add(SPACES.berlin, 'public'),
    network.add(SPACES.lisbon, 'outbound-only'),
    network.add(SPACES.auckland, 'public'),
  ]);
  return { melbourne, sydney, shanghai, berlin, lisbon, auckland };
}

/** The members with their visas. Mia claims hers in chapter 2, by the command line. */
export async function castPeople({
  melbourne,
  sydney,
  lisbon,
}: Spaces): Promise<Omit<People, 'mia'>> {
  const [max, noor, eve, rae, sam, lia] = await Promise.all([
    addMember(melbourne, { name: 'Max' }),
    addMember(melbourne, { name: 'Noor' }),
    addMember(melbourne, { name: 'Eve', paidUntil: '2030-03-15' }),
    addMember(melbourne, { name: 'Rae' }),
    addMember(sydney, { name: 'Sam' }),
    addMember(lisbon, { name: 'Lia' }),
  ]);
  return { max, noor, eve, rae, sam, lia };
}
