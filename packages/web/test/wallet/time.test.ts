/** The time that the wallet signs by: the home's where that is better known, else the device's. */

import { expect } from 'chai';
import { hearTime, isWrong, timeToSign } from '../../dist/wallet/present/time.js';

const at = (seconds: number, monotonicMilliseconds: number) => ({ seconds, monotonicMilliseconds });

describe('The time to sign by', () => {
  it('is the device’s while nobody was heard', () => {
    expect(timeToSign(null, at(1000, 0))).to.equal(1000);
  });

  it('is the device’s while its clock is about right', () => {
    const heard = hearTime(1000, at(1040, 0), at(1042, 2000));
    expect(heard.ahead).to.equal(41);
    expect(timeToSign(heard, at(1100, 60_000))).to.equal(1100);
  });

  it('is the home’s where the device’s clock is minutes off', () => {
    const heard = hearTime(1000, at(1600, 0), at(1602, 2000));
    expect(heard.ahead).to.equal(601);
    expect(timeToSign(heard, at(1662, 62_000))).to.equal(1061);
    const slow = hearTime(1000, at(400, 0), at(400, 200));
    expect(timeToSign(slow, at(460, 60_200))).to.equal(1060);
  });

  it('is the device’s again once its clock was set', () => {
    const heard = hearTime(1000, at(1600, 0), at(1600, 100));
    // Set right by the member a minute later: the two clocks of the device part by ten minutes.
    expect(timeToSign(heard, at(1060, 60_100))).to.equal(1060);
  });

  it('is the device’s after a sleep, in which one of its clocks stood still', () => {
    const heard = hearTime(1000, at(1600, 0), at(1600, 100));
    expect(timeToSign(heard, at(5200, 10_100))).to.equal(5200);
  });

  it('calls a clock wrong from 46 seconds on, in both directions', () => {
    expect([45, 46, -45, -46].map(isWrong)).to.deep.equal([false, true, false, true]);
  });
});
