/** How sides are measured in turn. */

import { expect } from 'chai';
import { sideBySide } from '../../dist/harness/rounds.js';

describe('sides that are measured side by side', () => {
  it('run in turn, warm-ups first', async () => {
    const ran: string[] = [];
    const side = (name: string) => (round: number) => {
      ran.push(`${name}${round}`);
      return { cost: 1 };
    };
    await sideBySide({ a: side('a'), b: side('b') }, { rounds: 2, warmUps: 1 });
    expect(ran).to.deep.equal(['a-1', 'b-1', 'a0', 'b0', 'a1', 'b1']);
  });

  it('have the medians of their rounds, without the warm-ups', async () => {
    const costs = [9, 1, 5];
    const found = await sideBySide(
      {
        a: (round) => ({ cost: costs[round] ?? 1000, most: 7 }),
        b: async (round) => ({ cost: 10 + round, most: 8 }),
      },
      { rounds: 3, warmUps: 2 },
    );
    expect(found).to.deep.equal({ a: { cost: 5, most: 7 }, b: { cost: 11, most: 8 } });
  });

  it('are refused without a round', async () => {
    const refused = await sideBySide({ a: () => ({}) }, { rounds: 0, warmUps: 1 }).catch(String);
    expect(refused).to.equal('RangeError: rounds: expected at least 1, got 0');
  });
});
