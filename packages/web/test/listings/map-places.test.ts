/** Listings as places on a map. */

import { expect } from 'chai';
import { namesOf } from '../../dist/listings/directory.js';
import { listingAt, mapPlaces, placeIdOf } from '../../dist/listings/map-places.js';
import { ALL, BERLIN, LODZ } from './sample.js';

describe('Listings on a map', () => {
  const places = mapPlaces(ALL);

  it('are the venues whose place is known', () => {
    expect(places.map(({ id, label }) => [id, label])).to.deep.equal([
      [`C${'A'.repeat(42)}/main`, 'Yarra Works'],
      [`B${'A'.repeat(42)}/main`, 'Spreeraum'],
    ]);
  });

  it('have the names of venues where a space has several', () => {
    const [venue] = BERLIN.venues;
    if (venue === undefined) throw new Error('expected a venue');
    const two = { ...BERLIN, venues: [venue, { ...venue, id: 'attic', name: 'Attic' }] };
    expect(mapPlaces([two]).map(({ label }) => label)).to.deep.equal(['Spreeraum', 'Attic']);
  });

  it('lead back to their space, and a space to its first place', () => {
    expect(listingAt(ALL, places[1]?.id ?? '')?.name).to.equal('Spreeraum');
    expect(listingAt(ALL, 'nowhere')).to.equal(null);
    expect(placeIdOf(places, BERLIN.space)).to.equal(`${BERLIN.space}/main`);
    expect(placeIdOf(places, LODZ.space)).to.equal(null);
  });

  it('name spaces, and what is not listed by the beginning of its id', () => {
    const nameOf = namesOf([BERLIN]);
    expect(nameOf(BERLIN.space)).to.equal('Spreeraum');
    expect(nameOf(LODZ.space)).to.equal('DAAAAAAA…');
  });
});
