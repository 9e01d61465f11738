import { membersDigest, programmeState, type RosterHash, silentAmong } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { TEST_INSTANT } from '../support/fixed.js';
import { DAY, Logs, space, spaces } from './programme-samples.js';

const TIME = TEST_INSTANT - DAY;

/** n founders, of which the last `silent` are named as such by a roster that `votes` signed. */
function quiet(n: number, silent: number, votes: number): { logs: Logs; roster: RosterHash } {
  const logs = new Logs(n);
  const named = spaces(n).slice(n - silent);
  const roster = logs.propose({ time: TIME, silent: named, name: 'Quiet' });
  logs.signAll(spaces(votes), roster);
  for (const one of spaces(n)) logs.heartbeats.set(one, TIME);
  for (const one of named) logs.heartbeats.set(one, TIME - 60 * DAY - 1);
  return { logs, roster };
}

describe('silent members', () => {
  it('PROG-3: whom a roster names as silent does not count, until a heartbeat refutes it', () => {
    const { logs } = quiet(4, 1, 2);
    expect(logs.state().name).to.equal('Quiet');
    logs.heartbeats.set(space(3), TIME - 60 * DAY);
    const refuted = logs.state();
    expect(refuted.roster.version).to.equal(0);
    expect([refuted.pending[0]?.have, refuted.pending[0]?.needed]).to.deep.equal([2, 3]);
    logs.heartbeats.delete(space(3));
    expect(logs.state().name, 'the voters vouch for it').to.equal('Quiet');
  });

  it('PROG-3: whom no roster names counts, however silent', () => {
    const logs = new Logs(4);
    logs.signAll(spaces(2), logs.propose({ time: TIME }));
    logs.heartbeats.set(space(3), TIME - 90 * DAY);
    expect(logs.state().roster.version).to.equal(0);
  });

  it('PROG-9: without the votes of all that count, a roster is not final and a return undoes it', () => {
    const { logs } = quiet(4, 1, 2);
    logs.signAll(spaces(3), logs.propose({ time: TIME, name: 'Later' }), 2);
    const held = logs.state();
    expect([held.name, held.isFinal]).to.deep.equal(['Later', false]);
    expect(held.resting.map((one) => [one.entry.version, one.have, one.needed])).to.deep.equal([
      [1, 2, 3],
    ]);
    logs.heartbeats.set(space(3), TEST_INSTANT);
    expect(logs.state().roster.version).to.equal(0);
  });

  it('PROG-9: a signature that comes later makes it final, and then no heartbeat undoes it', () => {
    const { logs, roster } = quiet(4, 1, 2);
    logs.signAll(spaces(3), logs.propose({ time: TIME, name: 'Later' }), 2);
    logs.sign(space(2), roster);
    expect(logs.state().resting).to.deep.equal([]);
    logs.heartbeats.set(space(3), TEST_INSTANT);
    expect(logs.state().name).to.equal('Later');
  });

  it('PROG-9: a lie about silence never makes up for a vote', () => {
    for (const [n, votes] of [
      [3, 1],
      [4, 2],
      [5, 2],
      [6, 4],
      [12, 8],
    ] as const) {
      const { logs } = quiet(n, n - votes, votes);
      const later = { time: TIME, silent: spaces(n).slice(votes), name: 'Later' };
      logs.signAll(spaces(votes), logs.propose(later), 2);
      expect(logs.state().name, `${votes} of ${n}, while the rest are silent`).to.equal('Later');
      for (const one of spaces(n)) logs.heartbeats.set(one, TIME);
      expect(logs.state().roster.version, `${votes} of ${n}, when they are not`).to.equal(0);
    }
  });

  it('PROG-3: one that returns undoes no roster that all the others signed', () => {
    for (const [n, silent] of [
      [4, 2],
      [5, 3],
      [6, 2],
      [12, 5],
    ] as const) {
      const { logs } = quiet(n, silent, n - silent);
      logs.heartbeats.set(space(n - 1), TEST_INSTANT);
      expect(logs.state().name, `${silent} of ${n} silent`).to.equal('Quiet');
    }
  });

  it('ROSTER-9: silent ones are members of the roster before, each once, and not all of them', () => {
    for (const silent of [[space(3)], [space(1), space(1)], spaces(3)]) {
      const logs = new Logs(3);
      const draft = { ...logs.draft({}), silent, members: membersDigest(spaces(3)) };
      logs.signAll(spaces(3), logs.writeRoster(draft));
      expect(logs.state().roster.version).to.equal(0);
    }
    const logs = new Logs(3);
    logs.signAll(spaces(3), logs.propose({ silent: spaces(2) }));
    expect(logs.state().roster.silent).to.deep.equal(spaces(2));
  });

  it('who was never heard of is not taken for silent', () => {
    const heartbeats = new Map([
      [space(0), TIME - 61 * DAY],
      [space(1), TIME],
    ]);
    expect(silentAmong(spaces(3), { heartbeats, forked: new Set() }, TIME)).to.deep.equal([
      space(0),
    ]);
  });

  it('PROG-3: a member whose log has forked is not silenced', () => {
    const heartbeats = new Map([[space(0), TIME - 61 * DAY]]);
    const forked = new Set([space(0)]);
    expect(silentAmong(spaces(3), { heartbeats, forked }, TIME)).to.deep.equal([]);
    const { logs } = quiet(4, 1, 2);
    expect(logs.state().name).to.equal('Quiet');
    const { programme, entries } = logs;
    const input = { programme, entries, heartbeats: logs.heartbeats, instant: TEST_INSTANT };
    const state = programmeState({ ...input, forked: new Set([space(3)]) });
    expect(state?.roster.version).to.equal(0);
    expect([state?.pending[0]?.have, state?.pending[0]?.needed]).to.deep.equal([2, 3]);
  });

  it('PROG-9: no heartbeat takes finality away, in whatever order heartbeats and votes come', () => {
    const step = fc.record({
      who: fc.nat(11),
      act: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('first', 'other', 'next') },
        { weight: 1, arbitrary: fc.constant('beat') },
      ),
    });
    const sizes = fc.constantFrom(1, 2, 3, 4, 5, 6, 12);
    fc.assert(
      fc.property(sizes, fc.nat(11), fc.array(step, { maxLength: 60 }), (n, cut, steps) => {
        const logs = new Logs(n);
        const { roster } = logs.state();
        const silent = spaces(n).slice(1 + (cut % n));
        const first = logs.propose({ name: 'First', time: TIME, silent }, roster);
        const other = logs.propose({ name: 'Other', time: TIME }, roster);
        const parent = { ...roster, hash: first, version: 1, name: 'First', time: TIME };
        const next = logs.propose({ name: 'Next', time: TIME, silent }, parent);
        let wasFinal = false;
        for (const { who, act } of steps) {
          const author = space(who % n);
          if (act === 'beat') logs.heartbeats.set(author, TEST_INSTANT);
          else logs.sign(author, { first, other, next }[act], act === 'next' ? 2 : 1);
          const { chain, isFinal, resting } = logs.state([first]);
          const isFirst = chain[1]?.hash === first;
          const isNow = isFirst && (chain.length === 2 ? isFinal : resting.length === 0);
          expect(isNow || !wasFinal, 'final once, final for ever').to.equal(true);
          wasFinal = isNow;
        }
      }),
      { numRuns: 400 },
    );
  });
});
