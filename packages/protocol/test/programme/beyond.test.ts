/** What governs beyond the histories that a forked log has in common, or beyond a resume. */

import { FIRST_SHELF, type PlacedGovernance, type RosterHash } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { TEST_INSTANT } from '../support/fixed.js';
import { DAY, Logs, space, spaces } from './programme-samples.js';

/** Three founders; the signature of the second for the first successor is left behind by a fork. */
function left(signers: number, isFollowed: boolean): { logs: Logs; roster: RosterHash } {
  const logs = new Logs(3);
  const roster = logs.propose({ time: TEST_INSTANT - 2 * DAY, name: 'Signed' });
  logs.signAll(spaces(signers), roster);
  if (isFollowed) logs.signAll(spaces(2), logs.propose({ name: 'Followed' }), 2);
  const at = logs.entries.findIndex(
    ({ space: author, entry }) =>
      author === space(1) && entry.type === 'roster-signature' && entry.roster === roster,
  );
  const signature = logs.entries[at];
  if (signature === undefined) throw new Error('no signature');
  logs.entries[at] = beyond(signature);
  return { logs, roster };
}

function beyond(placed: PlacedGovernance): PlacedGovernance {
  return { ...placed, incarnation: FIRST_SHELF + 5, index: 77, isBeyond: true };
}

describe('a signature that a fork left behind', () => {
  it('FORK-11: keeps a roster final', () => {
    const { logs } = left(2, true);
    expect(logs.state().name).to.equal('Followed');
    expect(logs.state().chain.map((one) => one.version)).to.deep.equal([0, 1, 2]);
  });

  it('FORK-11: makes no roster hold that is not final', () => {
    const { logs } = left(2, false);
    expect(logs.state().roster.version).to.equal(0);
    const [pending] = logs.state().pending;
    expect([pending?.have, pending?.needed]).to.deep.equal([1, 2]);
  });

  it('FORK-11: takes no vote from another roster that was signed in the log', () => {
    const { logs } = left(2, false);
    const other = logs.propose({ time: TEST_INSTANT - DAY, name: 'Other' });
    logs.signAll(spaces(2), other);
    expect(logs.state().name).to.equal('Other');
  });

  it('does not count where its space had left before by what is common', () => {
    const { logs, roster } = left(1 + 1, true);
    const signed = logs.entries.filter(({ space: author }) => author !== space(1));
    const of = new Logs(3);
    of.entries.splice(0, of.entries.length, ...signed);
    of.leave(space(1), 3);
    const [stray] = logs.entries.filter((one) => one.isBeyond);
    if (stray) of.entries.push(stray);
    const pending = of.state().pending.find((one) => one.hash === roster);
    expect(pending?.voters ?? []).not.to.include(space(1));
  });

  it('says the same in any order of arrival', () => {
    const { logs } = left(2, true);
    const expected = logs.state();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(logs.entries, { minLength: logs.entries.length }),
        (entries) => {
          logs.entries.splice(0, logs.entries.length, ...entries);
          expect(logs.state()).to.deep.equal(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});
