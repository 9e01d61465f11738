/** The directory as GeoJSON. */

import type { Listing, Venue } from '@covisa/protocol';
import { expect } from 'chai';
import { featureCollection } from '../../dist/http/geojson.js';
import { LISTINGS } from './support/engine-double.js';

const VENUE: Venue = {
  id: 'main',
  name: 'Ground floor',
  address: '12 River Street, Melbourne',
  latitude: -37.8136,
  longitude: 144.9631,
  timeZone: 'Australia/Melbourne',
  seats: 40,
  amenities: ['lockers'],
};

function listing(): Listing {
  const [first] = LISTINGS;
  if (first === undefined) throw new Error('expected a listing');
  const { latitude: _latitude, longitude: _longitude, ...nowhere } = VENUE;
  const site = 'https://yarra.example';
  return { ...first, name: 'Yarra Works', venues: [VENUE, { ...nowhere, id: 'attic' }], site };
}

describe('the directory as GeoJSON', () => {
  it('has a point, longitude first, for each venue whose place is known', () => {
    const [feature, ...others] = featureCollection([listing()]).features;
    expect(others).to.deep.equal([]);
    expect(feature?.geometry).to.deep.equal({ type: 'Point', coordinates: [144.9631, -37.8136] });
    expect(feature?.id).to.equal(`${listing().space}/main`);
    expect(feature?.properties).to.include({
      name: 'Yarra Works',
      venueName: 'Ground floor',
      status: 'listed',
      site: 'https://yarra.example',
      seats: 40,
    });
  });

  it('is a collection of nothing where no space is listed', () => {
    expect(featureCollection([])).to.deep.equal({ type: 'FeatureCollection', features: [] });
  });
});
