/** The profile that options make. */

import { expect } from 'chai';
import { newProfile, venueOf } from '../../dist/cli/profile.js';

describe('a profile made by options', () => {
  it('has no place until one was given', () => {
    const [bare] = newProfile({}, 0, null).venues;
    expect(bare).to.not.have.any.keys('latitude', 'longitude');
    const [placed] = newProfile({ latitude: -37.8, longitude: 145 }, 0, null).venues;
    expect(placed).to.include({ latitude: -37.8, longitude: 145 });
  });

  it('takes one coordinate alone only where both are known', () => {
    const venue = { id: 'main', name: 'M', address: '', timeZone: 'UTC', amenities: [] };
    expect(() => venueOf({ latitude: 1 }, venue)).to.throw('--latitude and --longitude');
    const placed = venueOf({ latitude: 1 }, { ...venue, latitude: 5, longitude: 6 });
    expect(placed).to.include({ latitude: 1, longitude: 6 });
  });
});
