/** The formulas of withholding, against counting every case. */

import { expect } from 'chai';
import { hiddenShare, overspend } from '../../dist/sharding/overspend.js';

/** Over all states of so many keepers, each bad with this probability: that all of them are. */
function hiddenByCounting(bad: number, replicas: number): number {
  let sum = 0;
  for (let state = 0; state < 2 ** replicas; state++) {
    let probability = 1;
    let hasGood = false;
    for (let keeper = 0; keeper < replicas; keeper++) {
      const isBad = Math.floor(state / 2 ** keeper) % 2 === 1;
      probability *= isBad ? bad : 1 - bad;
      hasGood ||= !isBad;
    }
    if (!hasGood) sum += probability;
  }
  return sum;
}

/** Over all runs of days, seen or hidden, up to so many: the mean of hidden days. */
function overspendByCounting(toSee: number, hidden: number, daysLeft: number): number {
  if (toSee === 0 || daysLeft === 0) return 0;
  const afterHidden = 1 + overspendByCounting(toSee, hidden, daysLeft - 1);
  const afterSeen = overspendByCounting(toSee - 1, hidden, daysLeft - 1);
  return hidden * afterHidden + (1 - hidden) * afterSeen;
}

describe('Overspend before keepers that withhold', () => {
  it('hides a stamp from who asks all keepers only where all of them are bad', () => {
    expect(hiddenShare(0.5, 3)).to.equal(0.125);
    expect(hiddenShare(0.3, 5)).to.be.closeTo(0.00243, 1e-12);
    for (const bad of [0, 0.1, 0.3, 0.5, 1]) {
      for (const replicas of [1, 2, 5]) {
        expect(hiddenShare(bad, replicas)).to.be.closeTo(hiddenByCounting(bad, replicas), 1e-12);
      }
    }
  });

  it('is the limit times the odds of hiding', () => {
    expect(overspend(5, 0)).to.equal(0);
    expect(overspend(3, 0.5)).to.equal(3);
    expect(overspend(3, 0.1)).to.be.closeTo(overspendByCounting(3, 0.1, 18), 1e-9);
    expect(overspend(2, 0.25)).to.be.closeTo(overspendByCounting(2, 0.25, 20), 1e-8);
  });
});
