import { type RosterEntry, type SpaceId, timelyOf } from '@covisa/protocol';
import { expect } from 'chai';
import { TEST_INSTANT } from '../support/fixed.js';
import { DAY, Logs, space } from './programme-samples.js';

const MINUTE = 60;

describe('what a state takes from heartbeats and the instant', () => {
  const hearing = { heartbeats: new Map<SpaceId, number>(), forked: new Set<SpaceId>() };
  const quiet = rosterOf({ time: TEST_INSTANT, silent: [space(2)] });

  it('is the same text as long as nobody is heard of that a roster names as silent', () => {
    const heartbeats = new Map([
      [space(1), TEST_INSTANT],
      [space(2), TEST_INSTANT - 61 * DAY],
    ]);
    expect(timelyOf([quiet], hearing, TEST_INSTANT)).to.equal('00');
    expect(timelyOf([quiet], { ...hearing, heartbeats }, TEST_INSTANT + 30 * DAY)).to.equal('00');
  });

  it('PROG-3: is another one once that space is heard of, or its log has forked', () => {
    const heartbeats = new Map([[space(2), TEST_INSTANT - 60 * DAY]]);
    expect(timelyOf([quiet], { ...hearing, heartbeats }, TEST_INSTANT)).to.equal('01');
    const forked = new Set([space(2)]);
    expect(timelyOf([quiet], { ...hearing, forked }, TEST_INSTANT)).to.equal('01');
  });

  it('PROG-2: is another one once a roster is no longer of the future', () => {
    const rosters = [quiet, rosterOf({ time: TEST_INSTANT + 11 * MINUTE })];
    expect(timelyOf(rosters, hearing, TEST_INSTANT)).to.equal('00 1');
    expect(timelyOf(rosters, hearing, TEST_INSTANT + MINUTE)).to.equal('00 0');
  });
});

function rosterOf(changes: { time: number; silent?: readonly SpaceId[] }): RosterEntry {
  const logs = new Logs(3);
  const hash = logs.propose(changes);
  const entry = logs.entries.find((one) => one.hash === hash)?.entry;
  if (entry?.type !== 'roster') throw new Error('expected the roster that was proposed');
  return entry;
}
