/** What the console's forms make of what is typed: hours, venues, rates, amounts. */

import { expect } from 'chai';
import {
  asOnMonday,
  hoursDraft,
  parseHours,
  USUAL_HOURS,
} from '../../dist/console/parts/hours-draft.js';
import { parseRate, rateDraft } from '../../dist/console/parts/rate-draft.js';
import {
  newVenueDraft,
  parseDegrees,
  parseNames,
  parseVenue,
  venueDraft,
} from '../../dist/console/parts/venue-draft.js';
import { newVenueId } from '../../dist/console/settings/venue-ids.js';

const CLOSED = [[], [], [], [], [], []];

describe('Opening hours in a form', () => {
  it('read Monday to Friday, nine to six, as minutes', () => {
    const open = [{ from: 540, to: 1080 }];
    expect(parseHours(USUAL_HOURS)).to.deep.equal({
      hours: [open, open, open, open, open, [], []],
    });
  });

  it('take an end before the start as the next day', () => {
    expect(parseHours([[{ from: '20:00', to: '02:00' }], ...CLOSED])).to.deep.equal({
      hours: [[{ from: 1200, to: 1560 }], ...CLOSED],
    });
  });

  it('name the first day that cannot be read or overlaps itself', () => {
    expect(parseHours([[], [{ from: '', to: '18:00' }], ...CLOSED.slice(1)])).to.deep.equal({
      wrong: 1,
    });
    const overlapping = [
      { from: '09:00', to: '13:00' },
      { from: '12:00', to: '18:00' },
    ];
    expect(parseHours([overlapping, ...CLOSED])).to.deep.equal({ wrong: 0 });
  });

  it('come back as they were typed', () => {
    expect(hoursDraft([[{ from: 545, to: 1500 }], ...CLOSED])[0]).to.deep.equal([
      { from: '09:05', to: '01:00' },
    ]);
  });

  it('are copied from Monday to Friday, and leave the weekend', () => {
    const early = [{ from: '07:00', to: '15:00' }];
    const copied = asOnMonday([early, ...USUAL_HOURS.slice(1)]);
    expect(copied.slice(0, 5)).to.deep.equal([early, early, early, early, early]);
    expect(copied.slice(5)).to.deep.equal([[], []]);
  });
});

describe('A venue in a form', () => {
  const typed = {
    ...newVenueDraft('Europe/Berlin'),
    address: ' Weserstr. 1 ',
    latitude: '52,5',
    longitude: '13.4',
    hours: null,
    seats: '20',
    amenities: 'Wi-Fi, coffee, Wi-Fi, ',
  };

  it('is called as the space where it has no name of its own', () => {
    expect(parseVenue(typed, 'Spreeraum')).to.deep.equal({
      venue: {
        name: 'Spreeraum',
        address: 'Weserstr. 1',
        latitude: 52.5,
        longitude: 13.4,
        timeZone: 'Europe/Berlin',
        seats: 20,
        amenities: ['Wi-Fi', 'coffee'],
      },
    });
  });

  it('names all fields that are wrong at once', () => {
    const wrong = { ...typed, longitude: '', timeZone: 'Berlin', seats: 'many' };
    expect(parseVenue(wrong, '')).to.deep.equal({
      wrong: ['name', 'place', 'timeZone', 'seats'],
    });
  });

  it('comes back as it was typed', () => {
    const venue = {
      id: 'main',
      name: 'Loft',
      address: 'A 1',
      timeZone: 'UTC',
      amenities: ['desk', 'tea'],
    };
    expect(venueDraft(venue)).to.deep.equal({
      name: 'Loft',
      address: 'A 1',
      latitude: '',
      longitude: '',
      timeZone: 'UTC',
      hours: null,
      seats: '',
      amenities: 'desk, tea',
    });
  });

  it('reads degrees with a point or a comma, within their range', () => {
    expect(parseDegrees('-37.8136', 90)).to.equal(-37.8136);
    expect(parseDegrees('90,5', 90)).to.equal(null);
    expect(parseDegrees('north', 90)).to.equal(null);
  });

  it('takes each name once', () => {
    expect(parseNames(' a, b ,a,, ')).to.deep.equal(['a', 'b']);
  });

  it('gets an id from its name that no other venue has', () => {
    expect(newVenueId('Café Köln-Süd!', [])).to.equal('cafe-koln-sud');
    expect(newVenueId('外滩', [])).to.equal('venue');
    expect(newVenueId('Loft', ['loft', 'loft-2'])).to.equal('loft-3');
  });
});

describe('A rate in a form', () => {
  it('is none where nothing is typed', () => {
    expect(parseRate({ amount: ' ', currency: '' })).to.deep.equal({ rate: null });
  });

  it('is in the minor units that its currency has', () => {
    expect(parseRate({ amount: '25,5', currency: 'eur' })).to.deep.equal({
      rate: { amount: 2550, currency: 'EUR' },
    });
    expect(parseRate({ amount: '3000', currency: 'JPY' })).to.deep.equal({
      rate: { amount: 3000, currency: 'JPY' },
    });
  });

  it('says which field is wrong', () => {
    expect(parseRate({ amount: '25', currency: 'EURO' })).to.deep.equal({ wrong: 'currency' });
    expect(parseRate({ amount: '25.555', currency: 'EUR' })).to.deep.equal({ wrong: 'amount' });
    expect(parseRate({ amount: '3.5', currency: 'JPY' })).to.deep.equal({ wrong: 'amount' });
  });

  it('comes back with the language’s own decimal sign', () => {
    expect(rateDraft({ amount: 2550, currency: 'EUR' }, 'de')).to.deep.equal({
      amount: '25,50',
      currency: 'EUR',
    });
  });

  it('takes no amount that the node would refuse', () => {
    expect(parseRate({ amount: '1000000', currency: 'EUR' })).to.deep.equal({
      rate: { amount: 100_000_000, currency: 'EUR' },
    });
    expect(parseRate({ amount: '1000000.01', currency: 'EUR' })).to.deep.equal({
      wrong: 'amount',
    });
  });
});
