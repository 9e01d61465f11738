import { type SpaceId, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { ReplayGuard } from '../../dist/http/replay.js';
import { codeOf } from '../support/errors.js';

const NOW = 1_795_338_000;
const one: SpaceId = spaceId.parse('A'.repeat(43));
const two: SpaceId = spaceId.parse(`${'B'.repeat(42)}A`);

describe('the guard against replays', () => {
  const request = (nonce: string, created = NOW, keyid = one) => ({ nonce, created, keyid });

  it('HTTP-10: takes each nonce of a space once', () => {
    const guard = new ReplayGuard();
    guard.admit(request('a'), NOW);
    expect(codeOf(() => guard.admit(request('a'), NOW + 1))).to.equal('REQUEST_REPLAYED');
    guard.admit(request('b'), NOW + 1);
    guard.admit(request('a', NOW, two), NOW + 1);
  });

  it('HTTP-9: takes requests of the last and the next 300 seconds', () => {
    const guard = new ReplayGuard();
    guard.admit(request('a', NOW - 300), NOW);
    guard.admit(request('b', NOW + 300), NOW);
    expect(codeOf(() => guard.admit(request('c', NOW - 301), NOW))).to.equal('REQUEST_STALE');
    expect(codeOf(() => guard.checkTime(request('d', NOW + 301), NOW))).to.equal('REQUEST_STALE');
  });

  it('forgets what the window refuses anyhow', () => {
    const guard = new ReplayGuard();
    guard.admit(request('a'), NOW);
    guard.admit(request('b', NOW, two), NOW);
    guard.admit(request('c', NOW + 301), NOW + 301);
    expect(guard.size).to.equal(2);
    expect(codeOf(() => guard.admit(request('a'), NOW + 301))).to.equal('REQUEST_STALE');
  });

  it('HTTP-11: holds at most so many nonces of a space, and refuses what may have been forgotten', () => {
    const guard = new ReplayGuard(3);
    for (let i = 0; i < 5; i++) guard.admit(request(`n${i}`, NOW + i), NOW);
    expect(guard.size).to.equal(3);
    // n0 and n1 are forgotten; neither can come back.
    expect(codeOf(() => guard.admit(request('n0', NOW), NOW))).to.equal('REQUEST_STALE');
    expect(codeOf(() => guard.admit(request('n1', NOW + 1), NOW))).to.equal('REQUEST_STALE');
    expect(codeOf(() => guard.admit(request('n2', NOW + 2), NOW))).to.equal('REQUEST_REPLAYED');
    guard.admit(request('new', NOW + 2), NOW);
    guard.admit(request('a', NOW, two), NOW);
  });

  it('never takes a request twice, whatever the order, the times and the bound', () => {
    const some = fc.record({ nonce: fc.nat(30), created: fc.nat(900), later: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 80 }), fc.integer({ min: 1, max: 8 }), (all, max) => {
        const guard = new ReplayGuard(max);
        const taken = new Set<string>();
        let now = NOW;
        for (const { nonce, created, later } of all) {
          now += later;
          const id = `${nonce}/${created}`;
          const code = codeOf(() => guard.admit(request(id, NOW + created), now));
          if (code !== null) continue;
          expect(taken.has(id)).to.equal(false);
          taken.add(id);
        }
        expect(guard.size).to.be.at.most(max);
      }),
    );
  });
});
