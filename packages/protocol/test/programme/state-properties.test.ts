import {
  type PlacedGovernance,
  programmeState,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { TEST_INSTANT } from '../support/fixed.js';
import { DAY, Logs, PROFILE, space, spaces } from './programme-samples.js';

/**
 * A life with moved votes, siblings, admissions, a removal, a leave, a closing and a silent member.
 */
function busyLogs(): Logs {
  const logs = new Logs(5);
  const { roster } = logs.state();
  const first = logs.propose({ add: [space(5)] }, roster);
  const other = logs.propose({ name: 'Other' }, roster);
  logs.sign(space(0), other);
  logs.signAll(spaces(3), first);
  logs.sign(space(3), other);
  logs.endorse(space(0), space(6), logs.zero);
  logs.write(space(6), PROFILE);
  const second = logs.propose({ remove: [{ space: space(1), size: 4 }], purpose: 'Shorter' });
  logs.signAll([space(0), space(2), space(3), space(4), space(5)], second, 2);
  logs.endorse(space(2), space(6), second);
  logs.endorse(space(3), space(7), second);
  logs.write(space(7), PROFILE);
  logs.leave(space(4), 3);
  logs.comeBack(space(4));
  logs.endorse(space(0), space(4), second, 1);
  logs.leave(space(6));
  logs.comeBack(space(6));
  logs.endorse(space(0), space(6), second, 1);
  logs.sign(space(2), logs.propose({ time: TEST_INSTANT - DAY, add: [space(8)] }), 3);
  const quiet = { time: TEST_INSTANT - DAY, silent: [space(5)], name: 'Quiet' };
  logs.signAll([space(0), space(2)], logs.propose(quiet), 3);
  logs.close(space(3));
  for (const one of spaces(6)) logs.heartbeats.set(one, TEST_INSTANT);
  logs.heartbeats.set(space(5), TEST_INSTANT - 70 * DAY);
  return logs;
}

const BUSY = busyLogs();

function stateOf(entries: readonly PlacedGovernance[], heartbeats: Map<SpaceId, Seconds>) {
  const { programme } = BUSY;
  return programmeState({ programme, entries, heartbeats, instant: TEST_INSTANT });
}

/** A prefix of every log: what a node may hold. */
const prefixes = fc.array(fc.nat(12), { minLength: 12, maxLength: 12 }).map((sizes) =>
  BUSY.entries.filter((one) => {
    const at = spaces(12).indexOf(one.space);
    return one.index <= (sizes[at] ?? 0);
  }),
);

describe("a programme's state, whatever the order", () => {
  it('PROG-7: order, batching and copies make no difference', () => {
    const whole = stateOf(BUSY.entries, BUSY.heartbeats);
    expect(whole?.chain.map((one) => one.version)).to.deep.equal([0, 1, 2, 3]);
    const all = fc.shuffledSubarray(BUSY.entries, { minLength: BUSY.entries.length });
    const copies = fc.array(fc.constantFrom(...BUSY.entries));
    fc.assert(
      fc.property(all, copies, (entries, again) => {
        expect(stateOf([...entries, ...again], BUSY.heartbeats)).to.deep.equal(whole);
      }),
    );
  });

  it('PROG-7: so for every prefix of the logs', () => {
    fc.assert(
      fc.property(prefixes, fc.infiniteStream(fc.double({ noNaN: true })), (held, keys) => {
        const shuffled = held
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const expected = stateOf(held, BUSY.heartbeats);
        expect(stateOf(shuffled, BUSY.heartbeats)).to.deep.equal(expected);
      }),
    );
  });

  it('PROG-5: no further signature, leave, return or closing takes finality from a roster', () => {
    const signing = fc.constantFrom('first', 'other', 'next', 'after');
    const going = fc.constantFrom('leave', 'return', 'close');
    const act = fc.oneof({ weight: 20, arbitrary: signing }, { weight: 1, arbitrary: going });
    const actions = fc.array(fc.record({ who: fc.nat(5), act }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), actions, (n, steps) => {
        const logs = new Logs(n);
        const { roster } = logs.state();
        const first = logs.propose({ name: 'First' }, roster);
        const other = logs.propose({ name: 'Other' }, roster);
        const parent = {
          ...roster,
          hash: first,
          version: 1,
          name: 'First',
          time: roster.time + DAY,
        };
        const next = logs.propose({ name: 'Next' }, parent);
        const after = logs.propose({ name: 'After' }, parent);
        let wasFinal = false;
        for (const { who, act } of steps) {
          if (act === 'leave') logs.leave(space(who % n));
          else if (act === 'return') logs.comeBack(space(who % n));
          else if (act === 'close') logs.close(space(who % n));
          else logs.sign(space(who % n), { first, other, next, after }[act], 1);
          const final = finalOf(logs, first);
          expect(final || !wasFinal, 'final once, final for ever').to.equal(true);
          wasFinal = final;
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether `roster` is final in the eyes of an owner that chose it. */
function finalOf(logs: Logs, roster: string): boolean {
  const state = logs.state([roster as never]);
  const followed = state.chain[1];
  if (followed?.hash !== roster) return false;
  return state.chain.length > 2 || state.isFinal;
}
