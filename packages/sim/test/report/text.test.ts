import { expect } from 'chai';
import { outcomeText } from '../../dist/report/text.js';

describe('What became of a story', () => {
  const outcome = {
    seed: '7',
    spaces: 3,
    checkIns: 20,
    counts: { visit: 20, wall: 3 },
    faults: { lost: 0, walled: 278 },
    violations: [],
    rounds: 1,
    stamps: 18,
    bytes: 1_912_546,
    verifications: { asked: 3124, done: 326 },
  };

  it('ends with the word that all held', () => {
    expect(outcomeText(outcome)).to.equal(`
3 spaces, 20 check-ins, 18 stamps, all equal after 1 round
events: visit 20, wall 3
faults of the line: lost 0, walled 278
All held.
`);
  });

  it('ends with what was violated', () => {
    const violations = [{ invariant: 'growth', at: 90, text: 'space-1 holds less of space-2' }];
    expect(outcomeText({ ...outcome, violations, rounds: null })).to.equal(`
3 spaces, 20 check-ins, 18 stamps, never all equal
events: visit 20, wall 3
faults of the line: lost 0, walled 278
violations: 1
  growth: space-1 holds less of space-2
`);
  });
});
