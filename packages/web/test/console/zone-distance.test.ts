import { expect } from 'chai';
import { isZoneFar } from '../../dist/console/parts/zone-distance.js';

/** 2026-07-01 and 2026-01-01, noon UTC. */
const [JULY, JANUARY] = [1_782_907_200, 1_767_268_800];

describe('A time zone and a place', () => {
  it('belong together wherever people live by that clock', () => {
    const good = [
      ['Europe/Berlin', 13.4],
      ['Europe/Madrid', -9.2],
      ['Asia/Shanghai', 76],
      ['Australia/Melbourne', 144.96],
      ['Pacific/Auckland', 174.8],
      ['Pacific/Kiritimati', -157.4],
      ['America/Anchorage', -166.5],
    ] as const;
    for (const [zone, longitude] of good) {
      expect([zone, isZoneFar(zone, longitude, JULY)]).to.deep.equal([zone, false]);
      expect([zone, isZoneFar(zone, longitude, JANUARY)]).to.deep.equal([zone, false]);
    }
  });

  it('are far apart where somebody set up from elsewhere', () => {
    expect(isZoneFar('Europe/Berlin', 144.96, JULY)).to.equal(true);
    expect(isZoneFar('UTC', 144.96, JULY)).to.equal(true);
    expect(isZoneFar('America/New_York', 2.35, JULY)).to.equal(true);
    expect(isZoneFar('no zone', 2.35, JULY)).to.equal(false);
  });
});
