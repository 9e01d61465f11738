import {
  directory,
  distanceKilometres,
  distanceMetres,
  distanceToListing,
  isShown,
  type Listing,
  type ProfileEntry,
  type Venue,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { Logs, PROFILE, space, spaces } from '../programme/programme-samples.js';
import { TEST_INSTANT } from '../support/fixed.js';

const DAY = 86_400;
const MELBOURNE = { latitude: -37.8136, longitude: 144.9631 };
const SYDNEY = { latitude: -33.8688, longitude: 151.2093 };
const SHANGHAI = { latitude: 31.2304, longitude: 121.4737 };

/** Space 1's listing in a programme of three, with this heartbeat age and profile. */
function listingOf(age: number | null, profile: Partial<ProfileEntry> = {}, logs = new Logs(3)) {
  const found = directory({
    states: [logs.state()],
    profiles: new Map([[space(1), { ...PROFILE, ...profile }]]),
    heartbeats: new Map(age === null ? [] : [[space(1), TEST_INSTANT - age]]),
    instant: TEST_INSTANT,
  }).find((one) => one.space === space(1));
  if (found === undefined) throw new Error('no listing');
  return found;
}

function statusOf(one: Listing): string {
  return one.reason === null ? one.status : `${one.status}: ${one.reason}`;
}

describe('the directory', () => {
  it('DIR-3: a space is listed under 3 days, quiet under 14, and unlisted after', () => {
    const ages = [0, 3 * DAY - 1, 3 * DAY, 4 * DAY, 14 * DAY - 1, 14 * DAY, null, -600, -601];
    expect(ages.map((age) => statusOf(listingOf(age)))).to.deep.equal([
      'listed',
      'listed',
      'quiet',
      'quiet',
      'quiet',
      'unlisted: silent',
      'unlisted: silent',
      'listed',
      'unlisted: silent',
    ]);
  });

  it('DIR-4: a space whose latest log has forked is unlisted, however alive', () => {
    const [listed] = directory({
      states: [new Logs(3).state()],
      profiles: new Map([[space(0), PROFILE]]),
      heartbeats: new Map([[space(0), TEST_INSTANT]]),
      forked: new Set([space(0)]),
      instant: TEST_INSTANT,
    });
    expect(listed && statusOf(listed)).to.equal('unlisted: forked');
  });

  it('DIR-2: a profile lists a space for 180 days after it was signed', () => {
    expect(listingOf(0, { signed: TEST_INSTANT - 180 * DAY + 1 }).status).to.equal('listed');
    expect(statusOf(listingOf(0, { signed: TEST_INSTANT - 180 * DAY }))).to.equal(
      'unlisted: profile-old',
    );
  });

  it('DIR-2: a profile from more than ten minutes ahead lists nobody until its time comes', () => {
    expect(listingOf(0, { signed: TEST_INSTANT + 600 }).status).to.equal('listed');
    expect(statusOf(listingOf(0, { signed: TEST_INSTANT + 601 }))).to.equal('unlisted: no-profile');
  });

  it('a space that is not open for visiting members, or has no profile, is unlisted', () => {
    expect(statusOf(listingOf(0, { open: false }))).to.equal('unlisted: not-open');
    const all = directory({
      states: [new Logs(2).state()],
      profiles: new Map(),
      heartbeats: new Map(),
      instant: TEST_INSTANT,
    });
    expect(all.map(statusOf)).to.deep.equal(['unlisted: no-profile', 'unlisted: no-profile']);
  });

  it('DIR-1: a space that closed is closed at once, one that left is unlisted', () => {
    const closed = new Logs(3);
    closed.close(space(1));
    expect(statusOf(listingOf(0, {}, closed))).to.equal('closed');
    const left = new Logs(3);
    left.leave(space(1));
    expect(statusOf(listingOf(0, {}, left))).to.equal('unlisted: not-a-participant');
    expect(
      [listingOf(0), listingOf(0, {}, closed), listingOf(0, {}, left)].map(isShown),
    ).to.deep.equal([true, false, false]);
  });

  it('an admitted space is listed as such, with what its profile says', () => {
    const logs = new Logs(2);
    logs.write(space(2), PROFILE);
    for (const one of spaces(2)) logs.endorse(one, space(2), logs.zero);
    const found = directory({
      states: [logs.state()],
      profiles: new Map([[space(2), { ...PROFILE, node: 'https://node.example' }]]),
      heartbeats: new Map([[space(2), TEST_INSTANT - 60]]),
      instant: TEST_INSTANT,
    }).find((one) => one.space === space(2));
    expect(found).to.deep.equal({
      space: space(2),
      status: 'listed',
      reason: null,
      programmes: [{ programme: logs.programme, member: false }],
      heartbeat: TEST_INSTANT - 60,
      ageSeconds: 60,
      name: 'A space',
      venues: PROFILE.venues,
      rate: { amount: 3500, currency: 'AUD' },
      offer: {},
      languages: ['en'],
      mailbox: null,
      houseRules: null,
      site: null,
      node: 'https://node.example',
    });
  });

  it('a space of two programmes is listed once, while one of them has it', () => {
    const first = new Logs(3);
    const second = new Logs(2, { endorsements: 1 });
    first.leave(space(1));
    const listings = directory({
      states: [first.state(), second.state()],
      profiles: new Map([[space(1), PROFILE]]),
      heartbeats: new Map([[space(1), TEST_INSTANT]]),
      instant: TEST_INSTANT,
    }).filter((one) => one.space === space(1));
    expect(listings.map((one) => [one.status, one.programmes.length])).to.deep.equal([
      ['listed', 1],
    ]);
  });
});

describe('distance', () => {
  it('to a listing is that to its nearest venue that has a place', () => {
    const [venue] = PROFILE.venues;
    if (!venue) throw new Error('no venue');
    const { latitude: _, longitude: __, ...bare } = venue;
    const to = (...venues: readonly Venue[]) =>
      distanceToListing(SYDNEY, { venues } as unknown as Listing);
    expect([to(), to(bare), to(bare, venue)]).to.deep.equal([null, null, 713_428]);
  });

  it('is the great circle, in metres and kilometres', () => {
    expect(distanceKilometres(MELBOURNE, SYDNEY)).to.equal(713.428);
    expect(distanceMetres(MELBOURNE, SHANGHAI)).to.equal(8_055_185);
    expect(
      distanceMetres({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }),
    ).to.equal(20_015_114);
    const across = [179.9, -179.9].map((longitude) => ({ latitude: 0, longitude }));
    expect(distanceMetres(across[0] ?? MELBOURNE, across[1] ?? MELBOURNE)).to.equal(22_239);
  });

  it('is the same both ways, nothing to oneself, and half the equator at most', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const metres = distanceMetres(one, other);
        expect(metres).to.equal(distanceMetres(other, one));
        expect(metres).to.be.within(0, 20_015_114);
        expect(distanceMetres(one, one)).to.equal(0);
      }),
    );
  });

  it('to a listing is that to its nearest venue', () => {
    const [main] = PROFILE.venues;
    if (main === undefined) throw new Error('no venue');
    const two = listingOf(0, { venues: [main, { ...main, id: 'cbd', ...SYDNEY }] });
    expect(distanceToListing(SYDNEY, two)).to.equal(0);
    expect(distanceToListing(SYDNEY, { ...two, venues: [] })).to.equal(null);
  });
});
