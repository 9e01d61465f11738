/** Listings to test with: three spaces, one of which is quiet. */

import {
  DEFAULT_TERMS,
  type Listing,
  programmeId,
  type SpaceId,
  spaceId,
  type Venue,
} from '@covisa/protocol';
import type { Programme } from '../../dist/listings/programme.js';

const idOf = (letter: string): SpaceId => spaceId.parse(`${letter}${'A'.repeat(42)}`);

export const PROGRAMME: Programme = {
  id: programmeId.parse('A'.repeat(43)),
  name: 'Three Rivers Visa',
  purpose: 'Members of one space work in the others.',
  roster: 1,
  members: 3,
  admitted: 0,
  terms: DEFAULT_TERMS,
};

/** Monday to Friday, 9 to 18. */
const WORKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => (day > 5 ? [] : [{ from: 540, to: 1080 }]));

function listing(letter: string, name: string, venue: Partial<Venue>): Listing {
  return {
    space: idOf(letter),
    status: 'listed',
    reason: null,
    programmes: [{ programme: PROGRAMME.id, member: true }],
    heartbeat: 1_795_747_200,
    ageSeconds: 3600,
    name,
    venues: [
      { id: 'main', name, address: '', timeZone: 'UTC', hours: WORKDAYS, amenities: [], ...venue },
    ],
    rate: { amount: 2500, currency: 'EUR' },
    houseRules: null,
    offer: {},
    languages: ['en'],
    mailbox: null,
    site: null,
    node: null,
  };
}

export const BERLIN: Listing = {
  ...listing('B', 'Spreeraum', {
    address: 'Köpenicker Straße 40, Berlin',
    latitude: 52.5103,
    longitude: 13.4265,
    timeZone: 'Europe/Berlin',
    amenities: ['Telefonzelle', 'Café'],
  }),
  languages: ['de', 'en'],
};
const MELBOURNE: Listing = listing('C', 'Yarra Works', {
  address: '12 Flinders Lane, Melbourne',
  latitude: -37.8162,
  longitude: 144.9662,
  timeZone: 'Australia/Melbourne',
});
const { hours: _hours, ...noHours } = listing('D', 'Łódź Hub', {}).venues[0] ?? {
  ...{ id: 'main', name: '', address: '', timeZone: 'UTC', amenities: [] },
};
export const LODZ: Listing = {
  ...listing('D', 'Łódź Hub', {}),
  status: 'quiet',
  ageSeconds: 5 * 86_400,
  rate: null,
  venues: [noHours],
};
export const ALL: readonly Listing[] = [MELBOURNE, LODZ, BERLIN];
